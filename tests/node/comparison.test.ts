import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type ReplicationChoice, simulateComparison } from '../../src/node/comparison.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { annualRows } from '../../src/results/annual.ts'
import { type LoadedScenario, loadScenario } from '../../src/scenario/load.ts'
import { lawOf } from '../../src/scenario/materials.ts'

const law = lawOf(readDataFiles())
const folder = mkdtempSync(join(tmpdir(), 'hezuo-comparison-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TINY = 'years: [2012, 2012]\npopulation: {persons: 800}\nseed: test\n'
const scenario = (name: string, more = ''): LoadedScenario => loadScenario(`${name}.yaml`, () => TINY + more, law)
const PAIR = [scenario('base'), scenario('reform', 'policy: {benefit.rate.county_hospital: 0.9}\n')]

async function compared(choice: ReplicationChoice, scenarios = PAIR) {
  const notes: string[] = []
  const options = { out: join(folder, 'out'), dataHash: '', workers: 0, resume: false, quiet: true }
  const result = await simulateComparison(scenarios, choice, options, (text) => notes.push(text))
  return { ...result, notes }
}
const figures = ({ simulated }: Awaited<ReturnType<typeof compared>>) =>
  simulated.map(({ scenario: { settings }, records }) => annualRows(settings.name, records, settings.years))

describe('The number of replications', () => {
  test('is what is asked for', async () => {
    const { reason, simulated, notes } = await compared({ replications: 3, precision: 0.0001, most: 100 })
    expect(reason).toMatchObject({ kind: 'fixed', replications: 3, widest: { headline: expect.anything() } })
    expect(simulated.map(({ records }) => records.length)).toEqual([3, 3])
    expect(notes).toEqual([])
  })

  test('is ten where that is precise enough', async () => {
    const { reason } = await compared({ precision: 0.5, most: 100 })
    expect(reason).toMatchObject({ kind: 'precise', replications: 10 })
    expect(reason.widest?.halfWidth).toBeLessThanOrEqual(0.5)
  })

  test('grows until the limit where it is not, and the replications are those that would have been run at once', async () => {
    const grown = await compared({ precision: 0.0001, most: 13 })
    expect(grown.reason).toMatchObject({ kind: 'limit', replications: 13 })
    expect(grown.notes).toEqual([expect.stringContaining('going on to 13 replications')])
    expect(grown.reason.widest?.halfWidth).toBeGreaterThan(0.0001)
    expect(figures(grown)).toEqual(figures(await compared({ replications: 13, precision: 1, most: 100 })))
  })

  test('is planned from the spread of the first ten, so that the precision then holds', async () => {
    const first = await compared({ precision: 0.5, most: 100 })
    const wanted = (first.reason.widest?.halfWidth ?? 0) * 0.75
    const { reason } = await compared({ precision: wanted, most: 100 })
    expect(reason.kind).toBe('precise')
    expect(reason.replications).toBeGreaterThan(10)
    expect(reason.widest?.halfWidth).toBeLessThanOrEqual(wanted)
  })
})
