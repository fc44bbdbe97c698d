/** The house rules of docs/design.md, as what a source file does against them: who may import whom, what runs where, how long things are. */
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path/posix'
import ts from 'typescript'
import { BEFORE_CHAPTERS, BESIDE_CHAPTERS, CHAPTERS } from '../../src/scheme/index.ts'

/** Lower floors first: a file imports from its own floor and from lower ones, never from above. `''` are the files of src itself. */
const FLOORS = [
  ['kernel', 'words'],
  ['population', 'policy', 'procedures'],
  ['scheme'],
  ['model'],
  ['measures', 'scenario'],
  ['charts'],
  ['report', 'experiments', ''],
  ['node', 'browser'],
  ['cli'],
]
const ROWS: readonly (readonly string[])[] = [BEFORE_CHAPTERS, ...CHAPTERS]
const PLACED: readonly string[] = [...ROWS.flat(), ...BESIDE_CHAPTERS]
/** The same bits in every engine; words are no figures. */
const EXACT = ['kernel', 'population', 'policy', 'procedures', 'scheme', 'model']
const BROWSER_SAFE = FLOORS.flat().filter((folder) => folder !== 'node' && folder !== 'cli')
const EXACT_MATH = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc PI'.split(' '))
/** Names that stand nowhere in a folder, whatever is done with them: what Node alone has, a clock, or a way round to either. */
const NOT_IN_BROWSER = new Set('process performance globalThis global self Buffer require __dirname __filename setImmediate'.split(' '))
const NOT_EXACT = new Set('Date Intl crypto eval Function setTimeout setInterval queueMicrotask'.split(' '))
export const LIMITS = { file: 300, functionLines: 60, parameters: 4, parametersHot: 5, folder: 15, exceptions: 10 } as const
/** Folders whose functions run for every person, case or day, and may take one parameter more. */
const HOT = /^src\/(kernel|population|procedures|scheme|model|measures\/protection)\//

/** Where nothing is hot and five are taken none the less: no name may be added, and one that takes fewer must go. */
export const FIVE_TAKEN: readonly string[] = [
  // one line a measure: unit, two names, two definitions
  'src/words/measure.ts#measure',
  // heading, rows, axis, look, then what is drawn, as all panels
  'src/charts/kit/rows.ts#rowsPanel',
  'src/charts/fund-balance/flow-panels.ts#names',
  // what is wrong: where, and in which words
  'src/policy/load.ts#refuse',
  'src/node/given/amendments.ts#fault',
  // walks that carry their path along
  'src/cli/where/index.ts#walk',
  'src/cli/explain/event.ts#explainer',
  'src/cli/explain/procedure-figures.ts#parameterOf',
]

const floorOf = (folder: string) => FLOORS.findIndex((folders) => folders.includes(folder))
/** '' for a file of src itself. */
const folderOf = (path: string) => (path.split('/').length > 2 ? path.split('/')[1] : '')
/** Folder of the scheme that a file belongs to; '' elsewhere, and for files of src/scheme itself. */
const roomOf = (path: string) => (/^src\/scheme\/[^/]+\//.test(path) ? path.split('/')[2] : '')
const rowOf = (path: string) => ROWS.findIndex((row) => row.includes(roomOf(path)))

export interface Parsed {
  readonly source: ts.SourceFile
  /** All of its nodes: walked through once, and judged by all rules. */
  readonly nodes: readonly ts.Node[]
}

const SEEN = new Map<string, Parsed & { readonly text: string }>()

/** A text read as TypeScript, once for all rules. */
export function parsed(path: string, text: string): Parsed {
  const seen = SEEN.get(path)
  if (seen?.text === text) return seen
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const nodes: ts.Node[] = [source]
  const add = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, add)
  }
  ts.forEachChild(source, add)
  const read = { source, nodes, text }
  SEEN.set(path, read)
  return read
}

interface Import {
  readonly specifier: string
  readonly isType: boolean
  readonly names: readonly string[]
}

/** What a file imports, early, late or as a type, and what it hands on. */
export function importsOf({ nodes }: Parsed): Import[] {
  const imports: Import[] = []
  for (const node of nodes) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const to = node.moduleSpecifier
      const clause = ts.isImportDeclaration(node) ? node.importClause : node
      const named = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause
      const parts = named && (ts.isNamedImports(named) || ts.isNamedExports(named)) ? [...named.elements] : []
      const isType = clause?.isTypeOnly === true || (parts.length > 0 && parts.every((part) => part.isTypeOnly))
      const names = parts.map((part) => (part.propertyName ?? part.name).text)
      if (to && ts.isStringLiteral(to)) imports.push({ specifier: to.text, isType, names })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const to = node.arguments[0]
      if (ts.isStringLiteralLike(to)) imports.push({ specifier: to.text, isType: false, names: [] })
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      imports.push({ specifier: node.argument.literal.text, isType: true, names: node.qualifier ? [node.qualifier.getText()] : [] })
    }
  }
  return imports
}

/** What a file does against the rules, a line each; functions in `excepted` (`path#name`) may be long and take much. */
export function faultsOf(path: string, text: string, excepted: ReadonlySet<string> = new Set()): string[] {
  const read = parsed(path, text)
  const length = text.trimEnd().split('\n').length
  const tooLong = length > LIMITS.file ? [`${path}: ${length} lines, ${LIMITS.file} at most`] : []
  return [
    ...tooLong,
    ...textFaults(path, text),
    ...importFaults(path, read),
    ...callFaults(path, read),
    ...functionFaults(path, read, excepted),
  ]
}

/** Whether a file of the scheme belongs to no chapter: what all share. */
export const isBeside = (path: string) => path.startsWith('src/scheme/') && rowOf(path) <= 0
export const isOfChapter = (path: string) => rowOf(path) > 0

const isOfNode = (specifier: string) => specifier.startsWith('node:') || builtinModules.includes(specifier)

function textFaults(path: string, text: string): string[] {
  const faults: string[] = []
  if (/(^|\/)(utils?|helpers?|common|misc|managers?|stuff)(\.|\/)/i.test(path)) faults.push(`${path}: says nothing by its name`)
  if (/@ts-(ignore|nocheck|expect-error)/.test(text)) faults.push(`${path}: silences the type checker`)
  if (/\b(TODO|FIXME|HACK)\b/.test(text)) faults.push(`${path}: is not done`)
  return faults
}

function importFaults(path: string, read: Parsed): string[] {
  const folder = folderOf(path)
  const lost = floorOf(folder) < 0 ? [`${path}: ${folder} has no place in the order of src`] : []
  if (roomOf(path) && !PLACED.includes(roomOf(path))) lost.push(`${path}: ${roomOf(path)} has no place in the order of src/scheme`)
  const faults = importsOf(read).flatMap(({ specifier }) => {
    if (isOfNode(specifier) && BROWSER_SAFE.includes(folder)) return [`${path}: ${specifier} does not run in a browser`]
    if (!specifier.startsWith('.')) return []
    const target = join(dirname(path), specifier)
    const other = folderOf(target)
    if (floorOf(folder) >= 0 && floorOf(other) > floorOf(folder)) return [`${path}: ${other || target} stands above ${folder || path}`]
    const [mine, theirs] = [rowOf(path), rowOf(target)]
    return mine >= 0 && theirs > mine ? [`${path}: ${roomOf(target)} comes after ${roomOf(path)}`] : []
  })
  return [...lost, ...faults]
}

function callFaults(path: string, { nodes }: Parsed): string[] {
  const folder = folderOf(path)
  const isExact = EXACT.includes(folder)
  const faults: string[] = []
  for (const node of nodes) {
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${path}: any`)
    if (ts.isAsExpression(node) && ts.isAsExpression(node.expression) && node.expression.type.kind === ts.SyntaxKind.UnknownKeyword)
      faults.push(`${path}: as unknown as`)
    if (isExact && ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken)
      faults.push(`${path}: ** differs between engines`)
    if (ts.isIdentifier(node)) faults.push(...nameFaults(path, node))
  }
  return faults
}

/** A name is judged where it stands, not what is done with it: `Date.now`, `Date['now']`, `const { now } = Date` and `f(Date)` are alike. */
function nameFaults(path: string, name: ts.Identifier): string[] {
  const folder = folderOf(path)
  const isExact = EXACT.includes(folder)
  if (name.text === 'Math') {
    const { parent } = name
    if (!ts.isPropertyAccessExpression(parent) || parent.expression !== name) return [`${path}: Math taken apart`]
    if (parent.name.text === 'random') return [`${path}: Math.random`]
    return isExact && !EXACT_MATH.has(parent.name.text) ? [`${path}: Math.${parent.name.text} differs between engines`] : []
  }
  if (isExact && NOT_EXACT.has(name.text)) return [`${path}: ${name.text} differs from run to run`]
  if (!BROWSER_SAFE.includes(folder)) return []
  if (NOT_IN_BROWSER.has(name.text)) return [`${path}: ${name.text} is not for every browser`]
  // a day that is given is no clock
  const isGiven = ts.isNewExpression(name.parent) && name.parent.expression === name && (name.parent.arguments?.length ?? 0) > 0
  return name.text === 'Date' && !isGiven ? [`${path}: Date without a day`] : []
}

function functionFaults(path: string, { source, nodes }: Parsed, excepted: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line
  for (const node of nodes) {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) continue
    const name = nameOf(node)
    if (excepted.has(`${path}#${name}`)) continue
    const lines = line(node.end) - line(node.getStart()) + 1
    if (lines > LIMITS.functionLines) faults.push(`${path}: ${name} has ${lines} lines, ${LIMITS.functionLines} at most`)
    const most = HOT.test(path) || FIVE_TAKEN.includes(`${path}#${name}`) ? LIMITS.parametersHot : LIMITS.parameters
    if (node.parameters.length > most)
      faults.push(`${path}: ${name} takes ${node.parameters.length} positional parameters, ${most} at most`)
  }
  return faults
}

/** The most parameters that a function of this name takes in a file. */
export function parametersOf(path: string, text: string, name: string): number {
  let most = 0
  for (const node of parsed(path, text).nodes) {
    if (ts.isFunctionLike(node) && nameOf(node) === name) most = Math.max(most, node.parameters.length)
  }
  return most
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText()
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  return node.parent && ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'anonymous'
}

/** `path#function` → reason, from tests/house-exceptions.txt. */
export function exceptionsIn(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.split(/\s/)[0], line.split(/\s/).slice(1).join(' ').trim()]))
}
