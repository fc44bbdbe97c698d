/** The house rules of docs/design.md: who may import whom, what runs in a browser, what gives the same bits everywhere, how long a file is. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

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
const EXACT = FLOORS.slice(0, 4)
  .flat()
  .filter((folder) => folder !== 'words')
const BROWSER_SAFE = FLOORS.flat().filter((folder) => folder !== 'node' && folder !== 'cli')
const EXACT_MATH = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc PI'.split(' '))
const LONGEST = 300

interface Import {
  readonly specifier: string
}

const floorOf = (folder: string) => FLOORS.findIndex((folders) => folders.includes(folder))
const folderOf = (path: string) => path.split('/')[1]
/** Row of the chapter a file of the scheme belongs to; -1 elsewhere. */
const chapterOf = (path: string) =>
  /^src\/scheme\/[^/]+\//.test(path) ? CHAPTERS.findIndex((row) => row.includes(path.split('/')[2])) : -1

function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => visitAll(child, visit))
}

function importsOf(source: ts.SourceFile): Import[] {
  const imports: Import[] = []
  visitAll(source, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const to = node.moduleSpecifier
      if (to && ts.isStringLiteral(to)) imports.push({ specifier: to.text })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const to = node.arguments[0]
      if (ts.isStringLiteralLike(to)) imports.push({ specifier: to.text })
    }
  })
  return imports
}

/** What a source file does against the house rules, a line each. */
function faultsOf(path: string, text: string): string[] {
  const faults: string[] = []
  const folder = folderOf(path)
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const length = text.trimEnd().split('\n').length
  if (length > LONGEST) faults.push(`${path}: ${length} lines, ${LONGEST} at most`)

  for (const { specifier } of importsOf(source)) {
    if (specifier.startsWith('node:') && BROWSER_SAFE.includes(folder)) faults.push(`${path}: ${specifier} does not run in a browser`)
    if (!specifier.startsWith('.')) continue
    const target = join(dirname(path), specifier)
    const other = folderOf(target)
    if (floorOf(folder) >= 0 && floorOf(other) > floorOf(folder)) faults.push(`${path}: ${other} stands above ${folder}`)
    const [mine, theirs] = [chapterOf(path), chapterOf(target)]
    if (mine >= 0 && theirs > mine) faults.push(`${path}: chapter ${target.split('/')[2]} comes after ${path.split('/')[2]}`)
  }
  visitAll(source, (node) => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return
    const name = node.getText()
    if (BROWSER_SAFE.includes(folder) && (name === 'Date.now' || name.startsWith('process.'))) faults.push(`${path}: ${name}`)
    if (EXACT.includes(folder) && node.expression.text === 'Math' && !EXACT_MATH.has(node.name.text)) {
      faults.push(`${path}: ${name} differs between engines`)
    }
  })
  return faults
}

describe('the house', () => {
  const root = new URL('../', import.meta.url)
  const paths = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|mjs)$/.test(path))

  test('every source file keeps its rules', () => {
    expect(paths.length).toBeGreaterThan(10)
    expect(paths.flatMap((path) => faultsOf(path, readFileSync(new URL(path, root), 'utf8')))).toEqual([])
  })

  test.each([
    ['an arrow that points up', 'src/kernel/a.ts', "import { x } from '../model/county.ts'"],
    ['a type from above', 'src/policy/a.ts', "import type { X } from '../scenario/load.ts'"],
    ['a re-export from above', 'src/measures/a.ts', "export { x } from '../charts/theme.ts'"],
    ['a late import from above', 'src/charts/a.ts', "const x = await import('../report/html.ts')"],
    ['Node in a folder that runs in a browser', 'src/report/a.ts', "import fs from 'node:fs'"],
    ['the clock of the machine', 'src/measures/a.ts', 'const now = Date.now()'],
    ['an inexact function', 'src/model/a.ts', 'const x = Math.exp(1)'],
    ['a chapter that imports a later one', 'src/scheme/claims/stays.ts', "import type { Entry } from '../fund/ledger.ts'"],
    ['a file too long', 'src/node/a.ts', '\n'.repeat(LONGEST).concat('x')],
  ])('%s is found', (_, path, text) => {
    expect(faultsOf(path, text)).toHaveLength(1)
  })

  test.each([
    ['an arrow that points down', 'src/model/a.ts', "import { dayOf } from '../kernel/calendar.ts'"],
    ['an earlier chapter', 'src/scheme/claims/stays.ts', "import { reimburse } from '../benefit/inpatient.ts'"],
    ['what all chapters share', 'src/scheme/claims/stays.ts', "import { SUMS } from '../totals.ts'"],
    ['Node in the command line', 'src/cli/a.ts', "import fs from 'node:fs'"],
  ])('%s is allowed', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})
