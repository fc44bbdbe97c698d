/** Pairs: how much narrower a difference is told on common draws than on seeds of their own, when only the inpatient rate changes. */
import { sampleVariance } from 'simple-statistics'
import { readDataFiles } from '../src/node/files.ts'
import { annualRows } from '../src/results/annual.ts'
import { countyModel } from '../src/scenario/engine.ts'
import type { LoadedScenario } from '../src/scenario/load.ts'
import { lawOf } from '../src/scenario/materials.ts'
import { mainJob } from './main-job.ts'

const LEAST_TIMES = 50
const PERSONS = 30_000
const POLICY = Object.fromEntries(
  Object.entries({ township_centre: 0.95, county_hospital: 0.87, city_hospital: 0.7, out_of_province: 0.5 }).map(([place, rate]) => [
    `benefit.rate.${place}`,
    rate,
  ]),
)
const MEASURES = ['fund_expenditure', 'cumulative_balance', 'effective_reimbursement_rate', 'out_of_pocket_per_member']

/** Prints the ratio of the variances of the difference; returns whether that of the fund's expenditure is what common draws promise. */
export function measurePairs(replications: number): boolean {
  const scenario = mainJob()
  const settings = { ...scenario.settings, persons: PERSONS }
  const base = valuesOf({ ...scenario, settings }, {}, replications)
  const paired = valuesOf({ ...scenario, settings }, POLICY, replications)
  const apart = valuesOf({ ...scenario, settings: { ...settings, seed: `${settings.seed} apart` } }, POLICY, replications)
  console.log(
    `Pairs: every inpatient rate 5 points higher, ${PERSONS.toLocaleString('en')} people, ${replications} replications, ${settings.years[1]}`,
  )
  const ratios = MEASURES.map((measure) => {
    const variance = (reform: typeof base) => sampleVariance(base[measure].map((value, index) => reform[measure][index] - value))
    const ratio = variance(apart) / variance(paired)
    console.log(`  ${measure.padEnd(30)} variance of the difference ${ratio.toFixed(0)} times smaller on common draws`)
    return ratio
  })
  console.log(`  at least ${LEAST_TIMES} times for fund_expenditure: ${ratios[0] >= LEAST_TIMES ? 'kept' : 'BROKEN'}`)
  return ratios[0] >= LEAST_TIMES
}

/** Values of the last year by measure, replication by replication. */
function valuesOf({ settings, law }: LoadedScenario, policy: Record<string, number>, replications: number): Record<string, number[]> {
  const files = readDataFiles()
  const model = countyModel(settings, Object.keys(policy).length ? lawOf(files).with(policy) : law, files)
  const records = Array.from({ length: replications }, (_, index) => model.run(index + 1, 0))
  const rows = annualRows('', records, settings.years).filter((row) => row.year === settings.years[1] && row.group === '')
  return Object.fromEntries(MEASURES.map((measure) => [measure, rows.filter((row) => row.measure === measure).map((row) => row.value)]))
}
