/** Coverage: how often the 95 % interval of a paired difference holds a truth that is known in closed form (docs/exact.md). */
import { stringify } from 'yaml'
import type { AnnualRow } from '../src/measures/rows.ts'
import { compare } from '../src/measures/statistics/compare.ts'
import { readDataFiles } from '../src/node/files.ts'
import { countyModel } from '../src/scenario/engine.ts'
import { loadScenario } from '../src/scenario/load.ts'
import { lawOf } from '../src/scenario/materials.ts'
import { exactCase, expectedFigures } from '../tests/model/exact-case.ts'

/** Rates of base and reform in scenarios/exact/deductible.yaml. */
const RATES = [0.75, 0.8]
const PERSONS = 300
/** Of 1,000 intervals so many hold the truth but in one case of a hundred: binomial, p = 0.95. */
const KEPT = [0.932, 0.968]

export interface Coverage {
  readonly truth: number
  /** share of the repeats whose interval holds the truth */
  readonly covered: number
  readonly meanDifference: number
}

/** Simulates `repeats` comparisons of so many replications each: what a member is paid in a year, in yuan, at the two rates. */
export function simulatedCoverage(repeats: number, replications: number): Coverage {
  const files = readDataFiles()
  const law = lawOf(files)
  const cases = RATES.map((rate) => ({ ...exactCase('deductible.yaml', { rate }), population: { persons: PERSONS } }))
  const models = cases.map((written) => {
    const { settings, law: changed } = loadScenario('exact.yaml', () => stringify(written), law)
    return countyModel(settings, changed, files)
  })
  const [before, after] = cases.map((written) => expectedFigures(written)['reimbursed.inpatient'].mean)
  const truth = after - before
  let covered = 0
  let sum = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const [base, reform] = models.map((model, side) =>
      Array.from({ length: replications }, (_, index): AnnualRow => {
        const replication = repeat * replications + index + 1
        const [{ year, sums }] = model.run(replication, 0).years
        const value = sums['reimbursed.inpatient'] / 100 / sums.enrolled
        return { scenario: String(side), replication, year, area: 'county-1', measure: 'paid_per_member', group: '', value }
      }),
    )
    const { difference, lower, upper } = compare(base, reform).rows[0]
    sum += difference
    if (lower <= truth && truth <= upper) covered++
  }
  return { truth, covered: covered / repeats, meanDifference: sum / repeats }
}

/** Prints the coverage of 1,000 repeats; returns whether it is what 95 % means. */
export function measureCoverage(repeats: number): boolean {
  const { truth, covered, meanDifference } = simulatedCoverage(repeats, 8)
  console.log(`Coverage of the 95 % interval: ${repeats} comparisons of 8 replications of ${PERSONS} people, rate ${RATES.join(' → ')}`)
  console.log(`  truth ${truth.toFixed(3)} yuan a member and year, mean of the comparisons ${meanDifference.toFixed(3)}`)
  console.log(
    `  ${(100 * covered).toFixed(1)} % of the intervals hold it (between ${KEPT.map((share) => 100 * share).join(' and ')} % expected)`,
  )
  return covered >= KEPT[0] && covered <= KEPT[1]
}
