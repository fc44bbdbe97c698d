/** Compiles the sources with esbuild when they have changed, so that what is run is one fast bundle; runs the sources themselves where it cannot. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { writeRooms } from './rooms.mjs'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** A folder for each state of the sources, and index.mjs, which is what `import 'hezuo'` gives. */
const BUILDS = join(ROOT, 'dist')
/** Compiled file: its source. */
const HEZUO = { main: 'src/cli/main.ts', index: 'src/index.ts' }
/** Not in a package, so built apart. */
const BENCH = { bench: 'bench/main.ts', 'memory-child': 'bench/memory-child.ts', 'speed-child': 'bench/speed-child.ts' }
/** In each build the model in one file and one scope: hot loops find every name where V8 takes it for a constant. */
const WORKER = 'src/node/simulate.ts'
const DAY_MS = 86_400_000

/**
 * Imports a module compiled from the sources as they are now, by its name above or as 'worker'.
 * Where nothing can be written, the sources themselves, which starts more slowly.
 */
export async function importCompiled(name) {
  const entries = name in BENCH ? BENCH : HEZUO
  const folder = await compiled(entries)
  if (folder) return import(pathToFileURL(join(folder, `${name}.mjs`)).href)
  const { register } = await import('tsx/esm/api')
  register()
  return import(pathToFileURL(join(ROOT, { ...entries, worker: WORKER }[name])).href)
}

/** The folder of the build of the sources as they are now, made when it is not there; undefined where none can be made. */
async function compiled(entries) {
  writeRooms()
  const name = hashOfSources(entries)
  const folder = join(BUILDS, name)
  if (!existsSync(folder)) {
    if (!(await build(folder, entries, () => hashOfSources(entries) === name))) return undefined
    if (!existsSync(folder)) return compiled(entries)
  }
  if (!entries.index) return folder
  const index = join(BUILDS, 'index.mjs')
  const text = `export * from './${name}/index.mjs'\n`
  try {
    if (!existsSync(index) || readFileSync(index, 'utf8') !== text) replace(index, text)
  } catch {
    // what is run does not need it
  }
  return folder
}

/** Sources, this file and the versions of the packages; not the dates of files, which every checkout and package sets anew. */
function hashOfSources(entries) {
  const hash = createHash('sha256')
  for (const folder of entries === BENCH ? ['src', 'bench'] : ['src']) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    for (const name of names.sort()) hash.update(`${name}\n`).update(readFileSync(join(ROOT, folder, name)))
  }
  for (const path of ['src/node/build.mjs', 'package.json']) hash.update(readFileSync(join(ROOT, path)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * Two processes may build at once: each writes a folder of its own, and the first to be done gives it its name; nobody does when the
 * sources were changed meanwhile. False where nothing can be written.
 */
async function build(folder, entries, isUnchanged) {
  const writing = `${folder}.${process.pid}.writing`
  try {
    mkdirSync(writing, { recursive: true })
  } catch {
    return false
  }
  try {
    await bundle(writing, entries)
    if (!existsSync(folder) && isUnchanged()) renameSync(writing, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(writing, { recursive: true, force: true })
  }
  dropEarlier(folder, DAY_MS)
  return true
}

async function bundle(outdir, entries) {
  const esbuild = await import('esbuild')
  const options = {
    absWorkingDir: ROOT,
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'error',
    // they start a thread or a program from a file beside their own
    external: ['tinypool', 'esbuild'],
    // packages written for require
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  }
  const worker = {
    name: 'worker',
    setup: ({ onResolve }) => onResolve({ filter: /\/simulate\.ts$/ }, () => ({ path: './worker.mjs', external: true })),
  }
  const [{ outputFiles }] = await Promise.all([
    esbuild.build({ ...options, entryPoints: { worker: WORKER }, minifySyntax: false, write: false }),
    esbuild.build({ ...options, entryPoints: entries, splitting: true, plugins: [worker] }),
  ])
  writeFileSync(outputFiles[0].path, await withConstants(esbuild, outputFiles[0].text))
  await esbuild.stop()
}

/**
 * esbuild makes `var` of every name of a module; V8 builds in the values of constants only, and asks a function that is none at every call
 * whether it is still the same. Names that are assigned to stay as they are.
 */
async function withConstants({ transform }, declared) {
  const text = functionsFirst(declared)
  const constants = (except) =>
    text.replace(/^var ([\w$]+|[{[].*?[}\]]) = /gm, (found, names) =>
      names.match(/[\w$]+/g)?.some((name) => except.has(name)) ? found : `const ${names} = `,
    )
  const faultsOf = async (code) => (await transform(code, { logLevel: 'silent' })).warnings.filter(({ id }) => id === 'assign-to-constant')
  try {
    const faults = await faultsOf(constants(new Set()))
    const code = constants(new Set(faults.map(({ text: words }) => /"(.+?)"/.exec(words)?.[1])))
    return (await faultsOf(code)).length ? text : code
  } catch {
    // a declaration of several names, one of them without a value
    return text
  }
}

/** Every function of a module as a constant, all of them before the rest, as declarations of functions are. */
function functionsFirst(text) {
  const functions = []
  const rest = text.replace(/^function ([\w$]+)(\([\s\S]*?\n}\n)/gm, (_, name, body) => {
    functions.push(`const ${name} = function${body}`)
    return ''
  })
  return functions.join('') + rest
}

/** Removes builds older than so many milliseconds: a run under way may still import from its own. */
function dropEarlier(folder, age) {
  for (const entry of readdirSync(BUILDS, { withFileTypes: true })) {
    const other = join(BUILDS, entry.name)
    if (!entry.isDirectory() || other === folder) continue
    // one that is being written is another process's
    const kept = entry.name.endsWith('.writing') ? DAY_MS : age
    if (Date.now() - statSync(other).mtimeMs > kept) rmSync(other, { recursive: true, force: true })
  }
}

function replace(path, text) {
  const writing = `${path}.${process.pid}.writing`
  writeFileSync(writing, text)
  renameSync(writing, path)
}

// npm run build, and npm ci by itself: a package carries one build
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = await compiled(HEZUO)
  if (folder) dropEarlier(folder, 0)
}
