import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { annualRows } from '../../src/measures/annual.ts'
import type { AnnualRow } from '../../src/measures/rows.ts'
import { type ReplicationChoice, simulateComparison } from '../../src/node/comparison.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { type LoadedScenario, loadScenario } from '../../src/scenario/load.ts'
import { lawOf } from '../../src/scenario/materials.ts'

const law = lawOf(readDataFiles())
const folder = mkdtempSync(join(tmpdir(), 'hezuo-comparison-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TINY = 'years: [2012, 2012]\npopulation: {persons: 250}\nseed: test\n'
const scenario = (name: string, more = ''): LoadedScenario => loadScenario(`${name}.yaml`, () => TINY + more, law)
const PAIR = [scenario('base'), scenario('reform', 'policy: {benefit.rate.county_hospital: 0.9}\n')]

async function compared(choice: ReplicationChoice, scenarios = PAIR) {
  const notes: string[] = []
  const options = { out: join(folder, 'out'), dataHash: '', workers: 0, resume: false, quiet: true }
  const result = await simulateComparison(scenarios, choice, options, (count, { row }) =>
    notes.push(`${count} for ${row.measure} ${row.year}`),
  )
  return { ...result, notes }
}
const figures = ({ simulated }: Awaited<ReturnType<typeof compared>>) =>
  simulated.map(({ scenario: { settings }, records }) => annualRows(settings.name, [...records], settings.years))

describe('The number of replications', () => {
  test('is what is asked for', async () => {
    const { reason, simulated, notes } = await compared({ replications: 3, precision: 0.0001, most: 100 })
    expect(reason).toMatchObject({ kind: 'fixed', replications: 3, widest: { headline: expect.anything() } })
    expect(simulated.map(({ records }) => records.jobs.length)).toEqual([3, 3])
    expect(notes).toEqual([])
  })

  test('is ten where that is precise enough, grows by what their spread asks for where it is not, and ends at the limit', async () => {
    const first = await compared({ precision: 0.5, most: 100 })
    expect(first.reason).toMatchObject({ kind: 'precise', replications: 10 })
    const halfWidth = first.reason.widest?.halfWidth ?? 0
    expect(halfWidth).toBeLessThanOrEqual(0.5)

    const planned = await compared({ precision: halfWidth * 0.8, most: 100 })
    expect(planned.reason.kind).toBe('precise')
    expect(planned.reason.replications).toBeGreaterThan(10)
    expect(planned.reason.widest?.halfWidth).toBeLessThanOrEqual(halfWidth * 0.8)

    const limited = await compared({ precision: 0.0001, most: 12 })
    expect(limited.reason).toMatchObject({ kind: 'limit', replications: 12 })
    expect(limited.notes).toEqual([expect.stringMatching(/^12 for \w+ 201\d$/)])
    // the replications of a first batch are those of any other
    const ofFirst = (rows: readonly AnnualRow[]) => rows.filter((row) => row.replication <= 10)
    expect(figures(limited).map(ofFirst)).toEqual(figures(first))
    expect(figures(limited)[0].length).toBeGreaterThan(figures(first)[0].length)
  })

  test('is judged by the differences of further pairs as well', async () => {
    const rate = (name: string, value: number) => scenario(name, `policy: {benefit.rate.county_hospital: ${value}}\n`)
    const choice = { replications: 3, precision: 0.005, most: 100 }
    const scenarios = [PAIR[0], rate('high', 0.84), rate('low', 0.6)]
    const plain = await compared(choice, scenarios)
    const further = await compared({ ...choice, against: [{ base: 2, reform: 1 }] }, scenarios)
    expect(further.comparisons.slice(0, 2)).toEqual(plain.comparisons)
    expect(further.comparisons.slice(2).map(({ rows: [{ scenario, base }] }) => [scenario, base])).toEqual([['high', 'low']])
    expect(further.reason.widest?.row).toMatchObject({ scenario: 'high', base: 'low' })
    expect(further.reason.widest?.halfWidth).toBeGreaterThan(plain.reason.widest?.halfWidth ?? 1)
  })

  test('of a scenario with itself is as few as can say that there is no difference', async () => {
    const { reason } = await compared({ precision: 0.005, most: 2 }, [PAIR[0], PAIR[0]])
    expect(reason).toMatchObject({ kind: 'precise', replications: 2, widest: { halfWidth: 0 } })
  })

  test('pairs the households of every replication, also of those that were added', async () => {
    const { households } = await compared({ precision: 0.0001, most: 12 })
    const share = households[0].rows.find((row) => row.measure === 'winners_share' && row.group === '')
    expect(share).toMatchObject({ n: 12, scenario: 'reform', base: 'base' })
    expect(share?.value).toBeGreaterThan(0)
  })
})
