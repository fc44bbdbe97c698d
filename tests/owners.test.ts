/** One column, one writer: who may write which column of people, households, cover and accounts. Others read. */
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { householdColumns } from '../src/population/household.ts'
import { personColumns } from '../src/population/person.ts'

/** Everybody on the first day: drawn, or given. */
const SETTLERS = ['population/synthesize.ts', 'population/microdata/population.ts']
/** Settlers, and the newborn that a mother bears. */
const BORN = [...SETTLERS, 'population/demography.ts']

const OWNERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  people: {
    keyA: BORN,
    keyB: BORN,
    birthDay: BORN,
    household: BORN,
    resilience: BORN,
    // a demobilised soldier comes home
    residence: [...BORN, 'population/livelihood.ts', 'scheme/enrolment/cover.ts'],
    // a bit, an owner: CHRONIC demography, EMPLOYEE_INSURED livelihood, CERTIFIED cover, ALIVE ends in the township
    traits: [...BORN, 'population/livelihood.ts', 'scheme/enrolment/cover.ts', 'model/township.ts'],
  },
  households: {
    ...{
      keyA: ['population/synthesize.ts'],
      keyB: ['population/synthesize.ts'],
      village: ['population/synthesize.ts'],
      firstPerson: ['population/synthesize.ts'],
    },
    ...{ income: SETTLERS, quintile: SETTLERS, poor: SETTLERS },
  },
  // the year at hand by cover, the next by the campaign
  cover: { now: ['scheme/enrolment/cover.ts'], next: ['scheme/enrolment/cover.ts', 'scheme/enrolment/census.ts'] },
  accounts: {
    paidStays: ['scheme/claims/stays.ts'],
    admissions: ['scheme/claims/stays.ts'],
    paidVisits: ['scheme/claims/visits.ts', 'scheme/claims/visits-fast.ts'],
  },
  // what was received by the day of the campaign: claims add, the campaign halves
  county: {
    experience: [
      ...['scheme/claims/stays.ts', 'scheme/claims/visits.ts', 'scheme/claims/visits-fast.ts', 'scheme/claims/fixed-amounts.ts'],
      ...['scheme/enrolment/campaign.ts', 'model/township.ts', 'model/wiring.ts'],
    ],
  },
}
/** Tables by the names of their types, and the one column that is handed on by itself. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\bPeople\b/, 'people'],
  [/\bHouseholds\b/, 'households'],
  [/\bCoverColumns\b/, 'cover'],
  [/\bAccountColumns\b/, 'accounts'],
  [/\bCounty\b/, 'county'],
]
const WRITING = new Set(['fill', 'set', 'copyWithin', 'sort', 'reverse'])

type Declaration = ts.BindingElement | ts.VariableDeclaration | ts.ParameterDeclaration

/** Columns that a file writes, as `people.traits`. */
function writtenBy(text: string): string[] {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)
  const declared = new Map<string, Declaration[]>()
  const found = new Set<string>()

  /** The innermost declaration of a name that holds where it stands. */
  function declarationOf(name: ts.Identifier): Declaration | undefined {
    const around = (declaration: ts.Node): ts.Node => {
      let scope = declaration.parent
      while (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isFunctionLike(scope)) scope = scope.parent
      return scope
    }
    const holds = (declared.get(name.text) ?? []).filter((one) => around(one).pos <= name.pos && name.end <= around(one).end)
    return holds.toSorted((a, b) => around(b).pos - around(a).pos)[0]
  }

  function tableOf(node: ts.Expression | undefined): string | undefined {
    if (!node) return undefined
    if (ts.isPropertyAccessExpression(node)) return node.name.text.replace('#', '')
    if (ts.isCallExpression(node)) return tableOf(node.arguments[0])
    if (!ts.isIdentifier(node)) return undefined
    if (node.text in OWNERS) return node.text
    const declaration = declarationOf(node)
    if (!declaration) return undefined
    if (ts.isBindingElement(declaration)) return propertyOf(declaration)
    return typeTable(declaration) ?? tableOf(declaration.initializer)
  }
  function typeTable(declaration: ts.VariableDeclaration | ts.ParameterDeclaration): string | undefined {
    const type = declaration.type?.getText() ?? ''
    return TYPES.find(([name]) => name.test(type))?.[1]
  }
  const propertyOf = (element: ts.BindingElement) => (element.propertyName ?? element.name).getText()

  function columnOf(node: ts.Expression): string | undefined {
    if (ts.isPropertyAccessExpression(node)) return known(tableOf(node.expression), node.name.text)
    if (!ts.isIdentifier(node)) return undefined
    const declaration = declarationOf(node)
    if (!declaration) return undefined
    if (!ts.isBindingElement(declaration)) return declaration.initializer && columnOf(declaration.initializer)
    const holder = declaration.parent.parent
    const table = ts.isBindingElement(holder) ? propertyOf(holder) : (typeTable(holder) ?? tableOf(holder.initializer))
    return known(table, propertyOf(declaration))
  }
  const known = (table: string | undefined, column: string) => (table && OWNERS[table]?.[column] ? `${table}.${column}` : undefined)

  function visit(node: ts.Node): void {
    const target = targetOf(node)
    const column = target && columnOf(target)
    if (column) found.add(column)
    ts.forEachChild(node, visit)
  }
  function declare(node: ts.Node): void {
    if ((ts.isBindingElement(node) || ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name))
      declared.set(node.name.text, [...(declared.get(node.name.text) ?? []), node])
    ts.forEachChild(node, declare)
  }
  declare(source)
  visit(source)
  return [...found].toSorted()
}

/** What a node writes to, if it does: `x` of `x[i] = 1`, `x[i]++`, `x.fill(0)`. */
function targetOf(node: ts.Node): ts.Expression | undefined {
  const { FirstAssignment, LastAssignment, PlusPlusToken, MinusMinusToken } = ts.SyntaxKind
  const element = (one: ts.Expression) => (ts.isElementAccessExpression(one) ? one.expression : undefined)
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    return kind >= FirstAssignment && kind <= LastAssignment ? element(node.left) : undefined
  }
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node))
    return [PlusPlusToken, MinusMinusToken].includes(node.operator) ? element(node.operand) : undefined
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined
  return WRITING.has(node.expression.name.text) ? node.expression.expression : undefined
}

/** Columns that a file of src writes and does not own. */
function trespasses(path: string, text: string): string[] {
  return writtenBy(text).filter((name) => {
    const [table, column] = name.split('.')
    return !OWNERS[table][column].includes(path)
  })
}

describe('One column, one writer', () => {
  const src = new URL('../src/', import.meta.url)
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(new URL(path, src), 'utf8') }))

  test('every column of people and households has owners', () => {
    expect(Object.keys(OWNERS.people).toSorted()).toEqual(Object.keys(personColumns(0)).toSorted())
    expect(Object.keys(OWNERS.households).toSorted()).toEqual(Object.keys(householdColumns(0)).toSorted())
  })

  test('nobody else writes a column', () => {
    expect(files.flatMap(({ path, text }) => trespasses(path, text).map((column) => `${path} writes ${column}`))).toEqual([])
  })

  test('every owner writes what it owns', () => {
    const written = new Map(files.map(({ path, text }) => [path, writtenBy(text)]))
    const idle = Object.entries(OWNERS).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([column, owners]) =>
        owners.filter((path) => !written.get(path)?.includes(`${table}.${column}`)).map((path) => `${path} ${table}.${column}`),
      ),
    )
    expect(idle).toEqual([])
  })

  test.each([
    ['by its table', 'function f(people) { people.traits[3] = 1 }', 'people.traits'],
    ['through the county', 'class A { #county; f() { this.#county.people.residence[p]++ } }', 'people.residence'],
    ['by a name of its own', 'const { traits: bits } = county.people\nexport const f = (p) => { bits[p] |= 4 }', 'people.traits'],
    ['by a parameter of that type', 'function f({ income }: Households) { income.fill(0) }', 'households.income'],
    ['by another name of the table', 'function f(these: People) { these.keyA[0] = 1 }', 'people.keyA'],
    ['from a nested pattern', 'const { people: { keyB } } = county\nkeyB.set([1])', 'people.keyB'],
    ['as a column handed on', 'const received = county.experience\nreceived[h] += 5', 'county.experience'],
  ])('a column written %s is found', (_, text, column) => {
    expect(trespasses('scheme/fund/reserve.ts', text)).toEqual([column])
  })

  test.each([
    ['read', 'const { traits } = people\nif (traits[p] === 4) f(traits[p])'],
    ['of another table of the same name', 'const income = new Float64Array(3)\nincome[0] = 1'],
    ['that hides the other', 'const { traits } = people\nfunction f(traits: Uint8Array) { traits[0] = 1 }'],
  ])('a column %s is not', (_, text) => {
    expect(trespasses('scheme/fund/reserve.ts', text)).toEqual([])
  })
})
