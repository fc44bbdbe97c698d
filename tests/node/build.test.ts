import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A project of three small sources, built as this one is. */
function smallProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hezuo-build-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('src/cli/main.ts', "import { word } from '../word.ts'\nexport const said: string = word\n")
  write('src/word.ts', "export const word: string = 'one'\n")
  write('src/index.ts', "export { word } from './word.ts'\n")
  write('src/charts/two-lines/two-lines.ts', 'export const twoLines: number = 2\n')
  write('src/charts/draft/draft.ts', 'const draft = 0\n')
  write('src/charts/kit/marks.ts', 'export const marks = 0\n')
  write('src/node/simulate.ts', 'export const simulate = (): number => 1\n')
  write('say.mjs', "import { importCompiled } from './src/node/build.mjs'\nconsole.log((await importCompiled('main')).said)\n")
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  for (const file of ['build.mjs', 'rooms.mjs']) copyFileSync(join(ROOT, 'src/node', file), join(folder, 'src/node', file))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}

const say = (folder: string) => execFileSync(process.execPath, ['say.mjs'], { cwd: folder, encoding: 'utf8' }).trim()
const builds = (folder: string) => readdirSync(join(folder, 'dist'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

test('what is run is the sources as they are now: a change is built again, a change taken back is not', () => {
  const folder = smallProject()
  const change = (word: string) => writeFileSync(join(folder, 'src/word.ts'), `export const word: string = '${word}'\n`)
  expect([say(folder), builds(folder).length]).toEqual(['one', 1])
  change('two')
  expect([say(folder), builds(folder).length]).toEqual(['two', 2])
  change('one')
  expect([say(folder), builds(folder).length]).toEqual(['one', 2])
})

test('a room of src/charts is listed when it exports its chart, and passed over until it does', () => {
  const folder = smallProject()
  const list = () => /ROOMS = (.*)/.exec(readFileSync(join(folder, 'src/charts/rooms.ts'), 'utf8'))?.[1]
  say(folder)
  expect(list()).toBe('[twoLines]')
  writeFileSync(join(folder, 'src/charts/draft/draft.ts'), 'export const draft = 0\n')
  say(folder)
  expect(list()).toBe('[draft, twoLines]')
  rmSync(join(folder, 'src/charts/two-lines'), { recursive: true })
  say(folder)
  expect(list()).toBe('[draft]')
})

test('two processes may build at once: both run, and one build is left', async () => {
  const folder = smallProject()
  const both = [1, 2].map(async () => {
    const child = spawn(process.execPath, ['say.mjs'], { cwd: folder, stdio: 'ignore' })
    return (await once(child, 'exit'))[0]
  })
  expect(await Promise.all(both)).toEqual([0, 0])
  expect(builds(folder).map(({ name }) => name.includes('writing'))).toEqual([false])
})

test('where no build can be written the sources are run, and a worker with them', () => {
  const folder = smallProject()
  writeFileSync(join(folder, 'dist'), 'in the way')
  expect(say(folder)).toBe('one')
})

test('plain Node imports hezuo by its name, once it is built', () => {
  expect(spawnSync(process.execPath, ['src/cli/hezuo.mjs', '--version'], { cwd: ROOT }).status).toBe(0)
  const program =
    "import { formatDay, parseDay, renderCharts } from 'hezuo'; console.log(formatDay(parseDay('2014-01-01')), typeof renderCharts)"
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: ROOT, encoding: 'utf8' })
  expect(answer).toBe('2014-01-01 function\n')
})
