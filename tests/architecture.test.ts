/** The house rules of docs/design.md: who may import whom, what runs in a browser, what gives the same bits everywhere, how long a file is. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** Lower floors first: a file imports from its own floor and from lower ones, never from above. */
const FLOORS = [
  ['kernel'],
  ['population', 'policy', 'procedures'],
  ['institutions'],
  ['model'],
  ['results', 'scenario'],
  ['charts'],
  ['report'],
  ['node', 'browser'],
  ['cli'],
]
const EXACT = FLOORS.slice(0, 4).flat()
const BROWSER_SAFE = FLOORS.flat().filter((folder) => folder !== 'node' && folder !== 'cli')
const EXACT_MATH = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc PI'.split(' '))
const LONGEST = 300

interface Import {
  readonly specifier: string
  readonly isTypeOnly: boolean
}

const floorOf = (folder: string) => FLOORS.findIndex((folders) => folders.includes(folder))
const folderOf = (path: string) => path.split('/')[1]

function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => visitAll(child, visit))
}

function importsOf(source: ts.SourceFile): Import[] {
  const imports: Import[] = []
  visitAll(source, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const named = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly : node.isTypeOnly
      const to = node.moduleSpecifier
      if (to && ts.isStringLiteral(to)) imports.push({ specifier: to.text, isTypeOnly: named ?? false })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const to = node.arguments[0]
      if (ts.isStringLiteralLike(to)) imports.push({ specifier: to.text, isTypeOnly: false })
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

  for (const { specifier, isTypeOnly } of importsOf(source)) {
    if (specifier.startsWith('node:') && BROWSER_SAFE.includes(folder)) faults.push(`${path}: ${specifier} does not run in a browser`)
    if (!specifier.startsWith('.')) continue
    const target = join(dirname(path), specifier)
    const other = folderOf(target)
    if (floorOf(folder) >= 0 && floorOf(other) > floorOf(folder)) faults.push(`${path}: ${other} stands above ${folder}`)
    const isMeetingPoint = /\/(events|index)\.ts$/
    if (folder === 'institutions' && other === folder && !isTypeOnly && !isMeetingPoint.test(target) && !path.endsWith('/index.ts')) {
      faults.push(`${path}: imports more than types from ${target}`)
    }
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
    ['a re-export from above', 'src/results/a.ts', "export { x } from '../charts/theme.ts'"],
    ['a late import from above', 'src/charts/a.ts', "const x = await import('../report/html.ts')"],
    ['Node in a folder that runs in a browser', 'src/report/a.ts', "import fs from 'node:fs'"],
    ['the clock of the machine', 'src/results/a.ts', 'const now = Date.now()'],
    ['an inexact function', 'src/model/a.ts', 'const x = Math.exp(1)'],
    ['an institution that calls another', 'src/institutions/claims.ts', "import { pay } from './fund.ts'"],
    ['a file too long', 'src/node/a.ts', '\n'.repeat(LONGEST).concat('x')],
  ])('%s is found', (_, path, text) => {
    expect(faultsOf(path, text)).toHaveLength(1)
  })

  test.each([
    ['an arrow that points down', 'src/model/a.ts', "import { dayOf } from '../kernel/calendar.ts'"],
    ["another institution's type", 'src/institutions/claims.ts', "import type { Fund } from './fund.ts'"],
    ['the meeting point of the institutions', 'src/institutions/claims.ts', "import { EVENT } from './events.ts'"],
    ['Node in the command line', 'src/cli/a.ts', "import fs from 'node:fs'"],
  ])('%s is allowed', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})
