/**
 * 因病致贫 Poverty before and after out-of-pocket payments. Poor is who has less than the line per head: R - T < n × line. People are
 * counted, not households. The gap is what is missing to the line, max(0, line - max(0, R - T) ÷ n) a head: no debt makes it larger
 * than the line. Yuan a year. Wagstaff and van Doorslaer, Health Economics 12 (2003), 921-934; O'Donnell and others, Analyzing Health
 * Equity Using Household Survey Data, World Bank 2008, chapter 19.
 */
import { doubles, requireRows, weightColumn } from '../../kernel/ranking.ts'

interface Poverty {
  /** share of the people below the line; NaN without people */
  readonly headcount: number
  /** mean gap over all people, yuan a head and year */
  readonly gap: number
  /** the gap as a share of the line: the poverty gap index */
  readonly gapShare: number
}

/** Members and resources of households, a row each. */
export interface PovertyBasis {
  readonly size: ArrayLike<number>
  /** R, yuan a household and year */
  readonly resources: ArrayLike<number>
  /** sampling weight of the household; a person weighs as its household. Each household counts once without */
  readonly weights?: ArrayLike<number>
}

/**
 * Poverty at `line` yuan a head and year once each household has paid `outOfPocket` (T, yuan; nothing when absent). Before payment, after
 * payment and after reimbursement differ by T alone: none, gross, net. Throws a RangeError when columns differ in length or a size is
 * below 0.
 */
export function poverty({ size, resources, weights }: PovertyBasis, line: number, outOfPocket?: ArrayLike<number>): Poverty {
  const rows = size.length
  requireRows(rows, resources, 'resources')
  const [counts, all] = [doubles(size), doubles(resources)]
  const payments = outOfPocket === undefined ? new Float64Array(rows) : doubles(outOfPocket)
  requireRows(rows, payments, 'out of pocket')
  const weightOf = weightColumn(rows, weights)
  let people = 0
  let poor = 0
  let missing = 0
  for (let row = 0; row < rows; row++) {
    const members = counts[row]
    if (!(members >= 0)) throw new RangeError(`household ${row}: ${members} members; expected zero or more`)
    const weight = weightOf[row]
    const left = all[row] - payments[row]
    people += weight * members
    // n × line, not R ÷ n: a household at a floor that is the line is then not poor by rounding
    if (!(left < members * line)) continue
    poor += weight * members
    missing += weight * (members * line - Math.max(0, left))
  }
  return { headcount: poor / people, gap: missing / people, gapShare: missing / people / line }
}
