/** Pairs: how much narrower a difference is told on common draws than on seeds of their own, when only the inpatient rate changes. */

import { annualRows } from '../src/measures/annual.ts'
import { isMoney } from '../src/measures/dictionary.ts'
import { readDataFiles } from '../src/node/files.ts'
import { countyModel } from '../src/scenario/engine.ts'
import type { LoadedScenario } from '../src/scenario/load.ts'
import { mainJob } from './main-job.ts'
import { varianceRatio } from './variance-ratio.ts'

const LEAST_TIMES = 50
const PERSONS = 30_000
const POLICY = Object.fromEntries(
  Object.entries({ township_centre: 0.95, county_hospital: 0.87, city_hospital: 0.7, out_of_province: 0.5 }).map(([place, rate]) => [
    `benefit.rate.${place}`,
    rate,
  ]),
)
/** Money is judged. A rate is money over money: what moves with the bills cancels out, and common draws gain less on what is left. */
const MEASURES = ['fund_expenditure', 'cumulative_balance', 'out_of_pocket_per_member', 'effective_reimbursement_rate']

/** Prints the ratio of the variances of the difference; returns whether those of money are what common draws promise. */
export function measurePairs(replications: number): boolean {
  const scenario = mainJob()
  const settings = { ...scenario.settings, persons: PERSONS }
  const apartSettings = { ...settings, seed: `${settings.seed} apart` }
  const changed = scenario.law.with(POLICY)
  const base = valuesOf({ settings, law: scenario.law }, replications)
  const paired = valuesOf({ settings, law: changed }, replications)
  const apart = valuesOf({ settings: apartSettings, law: changed }, replications)
  console.log(
    `Pairs: every inpatient rate 5 points higher, ${PERSONS.toLocaleString('en')} people, ${replications} replications, ${settings.years[1]}`,
  )
  console.log('  how many times smaller the variance of the difference is on common draws, with its 95 % interval')
  const kept = MEASURES.map((measure) => {
    const { ratio, lower, upper } = varianceRatio({ base: base[measure], paired: paired[measure], apart: apart[measure] })
    const judged = isMoney(measure)
    const verdict = judged ? `at least ${LEAST_TIMES}: ${ratio >= LEAST_TIMES ? 'kept' : 'BROKEN'}` : 'not judged'
    console.log(`  ${measure.padEnd(30)} ${ratio.toFixed(0).padStart(4)} (${lower.toFixed(0)} to ${upper.toFixed(0)})  ${verdict}`)
    return !judged || ratio >= LEAST_TIMES
  })
  return kept.every((one) => one)
}

/** Values of the last year by measure, replication by replication. */
function valuesOf({ settings, law }: Pick<LoadedScenario, 'settings' | 'law'>, replications: number): Record<string, number[]> {
  const model = countyModel(settings, law, readDataFiles())
  const records = Array.from({ length: replications }, (_, index) => model.run(index + 1, 0))
  const rows = annualRows('', records, settings.years).filter((row) => row.year === settings.years[1] && row.group === '')
  return Object.fromEntries(MEASURES.map((measure) => [measure, rows.filter((row) => row.measure === measure).map((row) => row.value)]))
}
