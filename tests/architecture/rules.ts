/** The house rules of docs/design.md, as what a source file does against them: who may import whom, what runs where, how long things are. */
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path/posix'
import ts from 'typescript'

/** Lower floors first: a file imports from its own floor and from lower ones, never from above. */
const FLOORS = [
  ['kernel', 'words'],
  ['population', 'policy', 'procedures'],
  ['scheme'],
  ['model'],
  ['measures', 'scenario'],
  ['charts'],
  ['report', 'experiments'],
  ['node', 'browser'],
  ['cli'],
]
/** Chapters of the scheme, in the order of the law: a chapter imports from its own row's earlier rows and from itself, never from a later one. */
const CHAPTERS = [['benefit'], ['critical-illness', 'enrolment', 'care'], ['claims'], ['fund']]
/** The same bits in every engine; words are no figures. */
const EXACT = ['kernel', 'population', 'policy', 'procedures', 'scheme', 'model']
const BROWSER_SAFE = FLOORS.flat().filter((folder) => folder !== 'node' && folder !== 'cli')
const EXACT_MATH = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc PI'.split(' '))
export const LIMITS = { file: 300, functionLines: 60, parameters: 5, folder: 15, exceptions: 10 } as const

const floorOf = (folder: string) => FLOORS.findIndex((folders) => folders.includes(folder))
const folderOf = (path: string) => path.split('/')[1]
/** Row of the chapter a file of the scheme belongs to; -1 elsewhere. */
const chapterOf = (path: string) =>
  /^src\/scheme\/[^/]+\//.test(path) ? CHAPTERS.findIndex((row) => row.includes(path.split('/')[2])) : -1

export function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => visitAll(child, visit))
}

export const parsed = (path: string, text: string) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)

interface Import {
  readonly specifier: string
  readonly isType: boolean
}

function importsOf(source: ts.SourceFile): Import[] {
  const imports: Import[] = []
  visitAll(source, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const to = node.moduleSpecifier
      const isType = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly
      if (to && ts.isStringLiteral(to)) imports.push({ specifier: to.text, isType })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const to = node.arguments[0]
      if (ts.isStringLiteralLike(to)) imports.push({ specifier: to.text, isType: false })
    }
  })
  return imports
}

/** What a file does against the rules, a line each; functions in `excepted` (`path#name`) may be long and take much. */
export function faultsOf(path: string, text: string, excepted: ReadonlySet<string> = new Set()): string[] {
  const source = parsed(path, text)
  const length = text.trimEnd().split('\n').length
  const tooLong = length > LIMITS.file ? [`${path}: ${length} lines, ${LIMITS.file} at most`] : []
  return [
    ...tooLong,
    ...textFaults(path, text),
    ...importFaults(path, source),
    ...callFaults(path, source),
    ...functionFaults(path, source, excepted),
  ]
}

const isOfNode = (specifier: string) => specifier.startsWith('node:') || builtinModules.includes(specifier)

function textFaults(path: string, text: string): string[] {
  const faults: string[] = []
  if (/(^|\/)(utils?|helpers?|common|misc|managers?|stuff)(\.|\/)/i.test(path)) faults.push(`${path}: says nothing by its name`)
  if (/@ts-(ignore|nocheck|expect-error)/.test(text)) faults.push(`${path}: silences the type checker`)
  if (/\b(TODO|FIXME|HACK)\b/.test(text)) faults.push(`${path}: is not done`)
  return faults
}

function importFaults(path: string, source: ts.SourceFile): string[] {
  const folder = folderOf(path)
  return importsOf(source).flatMap(({ specifier }) => {
    if (isOfNode(specifier) && BROWSER_SAFE.includes(folder)) return [`${path}: ${specifier} does not run in a browser`]
    if (!specifier.startsWith('.')) return []
    const target = join(dirname(path), specifier)
    const other = folderOf(target)
    if (floorOf(folder) >= 0 && floorOf(other) > floorOf(folder)) return [`${path}: ${other} stands above ${folder}`]
    const [mine, theirs] = [chapterOf(path), chapterOf(target)]
    return mine >= 0 && theirs > mine ? [`${path}: chapter ${target.split('/')[2]} comes after ${path.split('/')[2]}`] : []
  })
}

function callFaults(path: string, source: ts.SourceFile): string[] {
  const folder = folderOf(path)
  const faults: string[] = []
  visitAll(source, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${path}: any`)
    if (ts.isAsExpression(node) && ts.isAsExpression(node.expression) && node.expression.type.kind === ts.SyntaxKind.UnknownKeyword)
      faults.push(`${path}: as unknown as`)
    if (ts.isVariableDeclaration(node) && node.initializer?.getText() === 'Math') faults.push(`${path}: Math taken apart`)
    if (EXACT.includes(folder)) faults.push(...inexact(path, node))
    if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return
    const name = node.getText()
    if (BROWSER_SAFE.includes(folder) && (name === 'Date.now' || name.startsWith('process.'))) faults.push(`${path}: ${name}`)
    if (name === 'Math.random') faults.push(`${path}: Math.random`)
    else if (EXACT.includes(folder) && node.expression.text === 'Math' && !EXACT_MATH.has(node.name.text))
      faults.push(`${path}: ${name} differs between engines`)
  })
  return faults
}

/** What differs from one day, or from one engine, to another. */
function inexact(path: string, node: ts.Node): string[] {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return [`${path}: the day of the run`]
  const isPower = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken
  return isPower ? [`${path}: ** differs between engines`] : []
}

function functionFaults(path: string, source: ts.SourceFile, excepted: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line
  visitAll(source, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return
    const name = nameOf(node)
    if (excepted.has(`${path}#${name}`)) return
    const lines = line(node.end) - line(node.getStart()) + 1
    if (lines > LIMITS.functionLines) faults.push(`${path}: ${name} has ${lines} lines, ${LIMITS.functionLines} at most`)
    if (node.parameters.length > LIMITS.parameters)
      faults.push(`${path}: ${name} takes ${node.parameters.length} positional parameters, ${LIMITS.parameters} at most`)
  })
  return faults
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText()
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  return node.parent && ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'anonymous'
}

/** Folders with too many files, a line each. */
export function crowdedFolders(paths: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const path of paths) count.set(dirname(path), (count.get(dirname(path)) ?? 0) + 1)
  return [...count]
    .filter(([, files]) => files > LIMITS.folder)
    .map(([folder, files]) => `${folder}: ${files} files, ${LIMITS.folder} at most`)
}

/** Circles of files that import values from one another, each as `a -> b -> a`. */
export function circlesIn(files: ReadonlyMap<string, string>): string[] {
  const targets = new Map(
    [...files].map(([path, text]) => [
      path,
      importsOf(parsed(path, text)).flatMap(({ specifier, isType }) =>
        specifier.startsWith('.') && !isType ? [join(dirname(path), specifier)] : [],
      ),
    ]),
  )
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    if (done.has(path)) return
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    for (const next of targets.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of targets.keys()) walk(path, [])
  return circles
}

/** `path#function` → reason, from tests/house-exceptions.txt. */
export function exceptionsIn(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.split(/\s/)[0], line.split(/\s/).slice(1).join(' ').trim()]))
}
