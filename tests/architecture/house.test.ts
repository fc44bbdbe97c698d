import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { circlesIn, crowdedFolders, exceptionsIn, faultsOf, LIMITS } from './rules.ts'

const root = new URL('../../', import.meta.url)
const paths = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name.replaceAll('\\', '/')))
  .filter((path) => /\.(ts|mjs)$/.test(path))
const files = new Map(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]))
const exceptions = exceptionsIn(readFileSync(new URL('tests/house-exceptions.txt', root), 'utf8'))

describe('the house', () => {
  test('has no file that breaks its rules', () => {
    expect(paths.length).toBeGreaterThan(100)
    expect([...files].flatMap(([path, text]) => faultsOf(path, text, new Set(exceptions.keys())))).toEqual([])
  })

  test('has no crowded folder and no circle of files', () => {
    expect(crowdedFolders(paths)).toEqual([])
    expect(circlesIn(files)).toEqual([])
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

const longBody = `export function f() {\n${'  g()\n'.repeat(LIMITS.functionLines)}}`

describe('What breaks a rule of the house is found:', () => {
  test.each([
    ['an arrow that points up', 'src/kernel/a.ts', "import { x } from '../model/county.ts'"],
    ['a type from above', 'src/policy/a.ts', "import type { X } from '../scenario/load.ts'"],
    ['a re-export from above', 'src/measures/a.ts', "export { x } from '../charts/theme.ts'"],
    ['a late import from above', 'src/charts/a.ts', "const x = await import('../report/html.ts')"],
    ['Node in a folder that runs in a browser', 'src/report/a.ts', "import fs from 'node:fs'"],
    ['the clock of the machine', 'src/measures/a.ts', 'const now = Date.now()'],
    ['an inexact function', 'src/model/a.ts', 'const x = Math.exp(1)'],
    ['a chapter that imports a later one', 'src/scheme/claims/stays.ts', "import type { Entry } from '../fund/ledger.ts'"],
    ['a file too long', 'src/node/a.ts', '\n'.repeat(LIMITS.file).concat('x')],
    ['a function too long', 'src/node/a.ts', longBody],
    ['a train of parameters', 'src/node/a.ts', 'const f = (a: 1, b: 1, c: 1, d: 1, e: 1, f: 1) => a'],
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
    expect(circlesIn(circle)).toEqual(['src/kernel/a.ts -> src/kernel/b.ts -> src/kernel/a.ts'])
  })
})

describe('What keeps the rules is allowed:', () => {
  test.each([
    ['an arrow that points down', 'src/model/a.ts', "import { dayOf } from '../kernel/calendar.ts'"],
    ['an earlier chapter', 'src/scheme/claims/stays.ts', "import { reimburse } from '../benefit/inpatient.ts'"],
    ['what all chapters share', 'src/scheme/claims/stays.ts', "import { SUMS } from '../totals.ts'"],
    ['Node in the command line', 'src/cli/a.ts', "import fs from 'node:fs'"],
    ['a circle of types', 'src/kernel/a.ts', "import type { B } from './b.ts'"],
  ])('%s', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })

  test('a long body that is listed with a reason', () => {
    expect(faultsOf('src/node/a.ts', longBody, new Set(['src/node/a.ts#f']))).toEqual([])
  })
})
