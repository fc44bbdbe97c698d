/** Records that are many are not held: they are read again from where they are kept, and tell the same. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pairHouseholdsOf } from '../../src/node/household-pairs.ts'
import { openKept } from '../../src/node/kept-records.ts'
import { StorageFailed } from '../../src/node/place/storage.ts'
import { identityOf, simulateScenarios } from '../../src/node/simulation.ts'
import { areHeld, doneJob, recordsOf } from '../../src/scenario/run.ts'
import { load } from '../scenario/reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'hezuo-records-'))
afterAll(() => rmSync(folder, { recursive: true }))
const SCENARIO = 'years: [2012, 2012]\npopulation: {persons: 40, counties: 3}\nreplications: 2\nseed: r\n'
const options = (out: string, isHeld?: boolean) => ({
  ...{ out: join(folder, out), dataHash: 'd', workers: 0, resume: false, quiet: true },
  ...(isHeld === undefined ? {} : { isHeld }),
})

describe('Records that are not held', () => {
  test('are those that would be held, in the order of the plan, and of one county in that of the replications', async () => {
    const scenario = load(SCENARIO)
    const [held] = await simulateScenarios([scenario], options('held'))
    const [read] = await simulateScenarios([scenario], options('read', false))
    // a nought keeps no sign on the disk, and gets none where figures are added up
    expect(JSON.stringify([...read.records])).toBe(JSON.stringify([...held.records]))
    expect(read.used).toEqual(held.used)
    expect([...read.records].map(({ replication, county }) => `${replication}-${county}`)).toEqual([
      '1-0',
      '1-1',
      '1-2',
      '2-0',
      '2-1',
      '2-2',
    ])
    expect([...read.records.ofCounty(1)].map(({ replication, county }) => [replication, county])).toEqual([
      [1, 1],
      [2, 1],
    ])
    // nothing but what is kept is read
    const partial = `${join(folder, 'read')}.partial`
    const [name] = readdirSync(partial).filter((file) => file.includes('r001-c01'))
    writeFileSync(join(partial, name), readFileSync(join(partial, name), 'utf8').replace('"events":', '"events":1'))
    expect(() => [...read.records]).toThrow(StorageFailed)
    expect(() => [...held.records]).not.toThrow()
  })

  test('that are gone are told with the file, not as a bug', () => {
    const kept = openKept(join(folder, 'gone'))
    expect(() => kept.again('abc', { replication: 1, county: 0 })).toThrow(
      /gone\.partial\/abc-r001-c00\.json: the file is gone or is not what/,
    )
  })
})

test('Households kept by a version that kept bills where care is kept now are simulated again', async () => {
  const scenario = load(SCENARIO.replace('counties: 3', 'counties: 1'))
  const path = join(folder, 'pairs')
  const kept = openKept(path)
  const identity = identityOf(scenario, 'd')
  const pairs = () => pairHouseholdsOf(openKept(path), [identity, identity], [{ base: 0, reform: 1, pairable: true }])
  await simulateScenarios([scenario], { ...options('pairs', true), pairs: pairs() })
  const job = [...kept.read(identity)][0]
  expect(pairs().has(0, job)).toBe(true)
  for (const file of readdirSync(kept.path).filter((name) => name.endsWith('.household-care')))
    renameSync(join(kept.path, file), join(kept.path, file.replace('household-care', 'household-years')))
  expect(pairs().has(0, job)).toBe(false)
  kept.drop()
  expect(existsSync(kept.path)).toBe(false)
})

test('Pairs of households stand by the number of their county, beyond a hundred counties too', () => {
  const kept = openKept(join(folder, 'many'))
  const pairs = pairHouseholdsOf(
    kept,
    [identityOf(load(SCENARIO), 'd'), identityOf(load(SCENARIO), 'e')],
    [{ base: 0, reform: 1, pairable: true }],
  )
  const one = Int32Array.of(1)
  // in each county more households than before it
  const take = (scenario: number, county: number) => {
    const household = Int32Array.from({ length: county + 1 }, (_, index) => index)
    const none = new Int32Array(county + 1)
    const columns = { household, year: none.map(() => 2013), outOfPocket: none, premium: none, care: none, groups: none }
    const traits = { decile: none.map(() => one[0]), age: none, chronic: none, living: none }
    const record = { replication: 1, county, years: [], months: [], ledger: [], events: 1, personYears: 1 }
    pairs.take(scenario, { record, used: [], households: { ...columns, ...traits } })
  }
  for (const county of [100, 2, 99, 11]) for (const scenario of [0, 1]) take(scenario, county)
  expect(pairs.of(0).map((counties) => counties.map(({ years }) => years[0].numbers[0]))).toEqual([[3, 12, 100, 101]])
  kept.drop()
})

test('Records are held while they are few', () => {
  const of = (counties: number, replications: number) =>
    load(`years: [2012, 2015]\npopulation: {persons: 100, counties: ${counties}}\nreplications: ${replications}\n`).settings
  expect(areHeld([of(1, 100), of(1, 100), of(10, 10)])).toBe(true)
  expect(areHeld([of(3000, 1)])).toBe(false)
  expect(areHeld([of(20, 20), of(20, 10)])).toBe(false)
})

test('A plan without one of its records, or with one twice, is no result', () => {
  const { settings } = load(SCENARIO)
  const job = (replication: number, county: number) =>
    doneJob({ replication, county, years: [], months: [], ledger: [], events: 1, personYears: 1 })
  const all = [1, 2].flatMap((replication) => [2, 0, 1].map((county) => job(replication, county)))
  expect(recordsOf(settings, all).jobs).toHaveLength(6)
  expect(() => recordsOf(settings, all.slice(1))).toThrow('replication 1 of county 2 is missing')
  expect(() => recordsOf(settings, [...all, job(1, 1)])).toThrow('stands twice')
})
