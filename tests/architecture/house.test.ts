import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { IS_QUICK } from '../size.ts'
import { exceptionsIn, FIVE_TAKEN, faultsOf, LIMITS, parametersOf } from './rules.ts'
import { circlesIn, crowdedFolders, statesTaken } from './tree.ts'

const root = new URL('../../', import.meta.url)
const paths = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name.replaceAll('\\', '/')))
  .filter((path) => /\.(ts|mjs)$/.test(path))
const files = new Map(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]))
/** All of src, or in a hurry what a change of a rule touches. */
const judged = IS_QUICK
  ? new Map([...files].filter(([path]) => /^src\/(kernel|population|policy|procedures|scheme|model)\//.test(path)))
  : files
const exceptions = exceptionsIn(readFileSync(new URL('tests/house-exceptions.txt', root), 'utf8'))

describe('the house', () => {
  test('has no file that breaks its rules', () => {
    expect(judged.size).toBeGreaterThan(100)
    expect([...judged].flatMap(([path, text]) => faultsOf(path, text, new Set(exceptions.keys())))).toEqual([])
  })

  test('has no crowded folder, no circle of files, and nothing shared that knows the state of a chapter', () => {
    expect(crowdedFolders(paths)).toEqual([])
    expect(circlesIn(judged)).toEqual([])
    expect(statesTaken(judged)).toEqual([])
  })

  test('excepts a few hot bodies, each with a reason, each still too long or taking too much', () => {
    expect(exceptions.size).toBeLessThanOrEqual(LIMITS.exceptions)
    for (const [where, reason] of exceptions) {
      expect(reason.length, where).toBeGreaterThan(20)
      const [path, name] = where.split('#')
      expect(
        faultsOf(path, files.get(path) ?? '').some((fault) => fault.includes(` ${name} `)),
        where,
      ).toBe(true)
    }
  })
})

test('Where five parameters are taken though nothing is hot, they are still taken', () => {
  expect(FIVE_TAKEN.length).toBeLessThanOrEqual(9)
  for (const where of FIVE_TAKEN) {
    const [path, name] = where.split('#')
    expect(parametersOf(path, files.get(path) ?? '', name), where).toBe(LIMITS.parametersHot)
  }
})

const longBody = `export function f() {\n${'  g()\n'.repeat(LIMITS.functionLines)}}`

describe('What breaks a rule of the house is found:', () => {
  test.each([
    ['an arrow that points up', 'src/kernel/a.ts', "import { x } from '../model/county.ts'"],
    ['a type from above', 'src/policy/a.ts', "import type { X } from '../scenario/load.ts'"],
    ['a re-export from above', 'src/measures/a.ts', "export { x } from '../charts/theme.ts'"],
    ['a late import from above', 'src/charts/a.ts', "const x = await import('../report/html.ts')"],
    ['Node in a folder that runs in a browser', 'src/report/a.ts', "import fs from 'node:fs'"],
    ['the clock of the machine', 'src/measures/a.ts', 'const now = Date.now()'],
    ['the clock by another name', 'src/kernel/a.ts', 'const t = performance.now()'],
    ['the clock as an element', 'src/measures/a.ts', "const now = Date['now']()"],
    ['the clock taken apart', 'src/model/a.ts', 'const { now } = Date'],
    ['the clock handed on', 'src/report/a.ts', 'f(Date)'],
    ['a day of today in a chart', 'src/charts/a.ts', 'const a = new Date()'],
    ['any day of the machine in the model', 'src/model/a.ts', 'const a = new Date(2011, 0, 1)'],
    ['the process, bare', 'src/model/a.ts', 'const { env } = process'],
    ['the process, by its property', 'src/charts/a.ts', 'const a = process.env'],
    ['everything global', 'src/scheme/benefit/a.ts', 'const a = globalThis.x'],
    ['an inexact function as an element', 'src/model/a.ts', "const x = Math['exp'](1)"],
    ['an inexact function taken out', 'src/model/a.ts', 'const { exp } = Math'],
    ['chance', 'src/cli/a.ts', 'const x = Math.random()'],
    ['words of this machine', 'src/kernel/a.ts', 'const a = new Intl.NumberFormat()'],
    ['code made of text in the model', 'src/model/a.ts', "const a = eval('1')"],
    ['a public name from the command line', 'src/index.ts', "export { x } from './cli/x.ts'"],
    ['the type of what stands above, in place', 'src/policy/a.ts', "type X = import('../scenario/load.ts').X"],
    ['a folder that is new in src', 'src/elsewhere/a.ts', 'const a = 1'],
    ['a chapter that has no place', 'src/scheme/elsewhere/a.ts', 'const a = 1'],
    ['groups that know a chapter', 'src/scheme/groups/a.ts', "import { reimburse } from '../benefit/inpatient.ts'"],
    ['an inexact function', 'src/model/a.ts', 'const x = Math.exp(1)'],
    ['a chapter that imports a later one', 'src/scheme/claims/stays.ts', "import type { Entry } from '../fund/ledger.ts'"],
    ['a file too long', 'src/node/a.ts', '\n'.repeat(LIMITS.file).concat('x')],
    ['a function too long', 'src/node/a.ts', longBody],
    ['a train of parameters', 'src/node/a.ts', 'const f = (a: 1, b: 1, c: 1, d: 1, e: 1, f: 1) => a'],
    ['five parameters where nothing is hot', 'src/report/a.ts', 'const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => a'],
    ['a method with a train of parameters', 'src/node/a.ts', 'class A {\n  m(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1) {}\n}'],
    ['any', 'src/node/a.ts', 'const a: any = 1'],
    ['a type taken for another by way of unknown', 'src/node/a.ts', 'const a = 1 as unknown as string'],
    ['a silenced type checker', 'src/node/a.ts', '// @ts-ignore\nconst a = 1'],
    ['what is not done', 'src/node/a.ts', '// TODO: the rest'],
    ['a name that says nothing', 'src/node/utils.ts', 'const a = 1'],
    ['Math taken apart', 'src/model/a.ts', 'const m = Math'],
    ['a power', 'src/model/a.ts', 'const a = 2 ** 3'],
    ['the day of the run', 'src/model/a.ts', 'const a = new Date()'],
    ['Node by its old names in a folder that runs in a browser', 'src/report/a.ts', "import fs from 'fs'"],
  ])('%s', (_, path, text) => {
    expect(faultsOf(path, text)).toHaveLength(1)
  })

  test('an inexact function of everything global, twice', () => {
    expect(faultsOf('src/model/a.ts', 'const x = globalThis.Math.exp(1)')).toHaveLength(2)
  })

  const treasury = "import type { County } from '../county.ts'\nexport class Treasury {}\nexport interface Opened {}"
  test.each([
    ['the state of a chapter among what is counted', 'src/scheme/counted/a.ts', "import { Treasury } from '../fund/treasury.ts'"],
    ['its type', 'src/scheme/counted/a.ts', "import type { Treasury } from '../fund/treasury.ts'"],
    ['the state of a chapter beside the chapters', 'src/scheme/a.ts', "import { Treasury } from './fund/treasury.ts'"],
    ['all that a state exports', 'src/scheme/a.ts', "import * as fund from './fund/treasury.ts'"],
    ['a state handed on', 'src/scheme/a.ts', "export { Treasury } from './fund/treasury.ts'"],
  ])('%s', (_, path, text) => {
    const tree = (one: string) =>
      new Map([
        [path, one],
        ['src/scheme/fund/treasury.ts', treasury],
      ])
    expect(statesTaken(tree(text))).toEqual([`${path}: src/scheme/fund/treasury.ts keeps a state`])
    expect(statesTaken(tree(text.replace(/^.*from/, 'import type { Opened } from')))).toEqual([])
  })

  test('a crowded folder', () => {
    const crowd = Array.from({ length: LIMITS.folder + 1 }, (_, i) => `src/cli/file${i}.ts`)
    expect(crowdedFolders(crowd)).toHaveLength(1)
    expect(crowdedFolders(crowd.slice(1))).toEqual([])
  })

  test('a circle of files', () => {
    const circle = new Map([
      ['src/kernel/a.ts', "import { b } from './b.ts'"],
      ['src/kernel/b.ts', "import { a } from './a.ts'"],
    ])
    const found = ['src/kernel/a.ts -> src/kernel/b.ts -> src/kernel/a.ts']
    expect(circlesIn(circle)).toEqual(found)
    expect(circlesIn(circle.set('src/kernel/a.ts', "import type { B } from './b.ts'"))).toEqual(found)
    expect(circlesIn(circle.set('src/kernel/a.ts', "import { b } from './c.ts'"))).toEqual([])
  })
})

describe('What keeps the rules is allowed:', () => {
  test.each([
    ['an arrow that points down', 'src/model/a.ts', "import { dayOf } from '../kernel/calendar.ts'"],
    ['an earlier chapter', 'src/scheme/claims/stays.ts', "import { reimburse } from '../benefit/inpatient.ts'"],
    ['what all chapters share', 'src/scheme/claims/stays.ts', "import { SUMS } from '../totals.ts'"],
    ['Node in the command line', 'src/cli/a.ts', "import fs from 'node:fs'"],
    ['a forbidden word in a comment or a text', 'src/model/a.ts', "// Date.now\nconst a = 'process.env'"],
    ['a given day in a file written', 'src/measures/a.ts', 'const a = new Date(1980, 0, 1)'],
    ['five parameters where it is hot', 'src/model/a.ts', 'const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => a'],
    ['four elsewhere', 'src/report/a.ts', 'const f = (a: 1, b: 1, c: 1, d: 1) => a'],
    ['an exact function', 'src/model/a.ts', 'const a = Math.floor(Math.PI)'],
    ['a public name', 'src/index.ts', "export { x } from './report/x.ts'"],
  ])('%s', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })

  test('a long body that is listed with a reason', () => {
    expect(faultsOf('src/node/a.ts', longBody, new Set(['src/node/a.ts#f']))).toEqual([])
  })
})
