/** 结论的方向 Which of the differences told change their sign when one assumed parameter is moved within its range. */
import type { HeadlineRow } from '../../../measures/statistics/headline.ts'
import type { Language } from '../../kit/input.ts'
import { listed } from '../../kit/text.ts'
import type { ComparedScenario, ComparisonInput } from '../input.ts'
import { comparisonText } from '../text.ts'
import { ANSWER_WORDS } from './words.ts'

/** The figures whose direction is not sure, most telling first; so many are named. */
const TOLD = [
  ...[
    'cumulative_balance',
    'effective_reimbursement_rate',
    'out_of_pocket_per_member',
    'admissions',
    'participation_rate',
    'outpatient_visits',
  ],
  ...['che10', 'che25', 'che40', 'poverty_after_reimbursement', 'inpatient_reimbursement_rate', 'current_balance', 'fund_expenditure'],
]
/** So many assumptions are named, and so many figures that one of them turns. */
const NAMED = 2
const MOST_BY_ONE = 3

/** '' where what hangs on assumptions was not worked out, or no sign does. */
export function signsSaid(input: ComparisonInput, reform: ComparedScenario, moved: readonly HeadlineRow[], lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const turned = new Map<string, string[]>()
  for (const measure of TOLD) {
    const one = moved.find(({ row }) => row.measure === measure)
    const by = one && turnedBy(input, reform, one)
    if (one && by) turned.set(by[lang], [...(turned.get(by[lang]) ?? []), comparisonText(one.row, lang).label])
  }
  const told = [...turned].slice(0, NAMED).map(([by, labels]) => words.turns(listed(labels.slice(0, MOST_BY_ONE), lang), by))
  return told.length > 0 ? words.unsure(listed(told, lang)) : ''
}

/**
 * The parameter that moves the difference most of those that turn its sign at an end of their range: the move is that of one small county, so
 * that it counts only where the other sign is as sure as this one.
 */
function turnedBy({ hangsOn = [], base }: ComparisonInput, reform: ComparedScenario, { row }: HeadlineRow) {
  const own = hangsOn.filter((one) => one.scenario === reform.name && one.base === base.name && one.year === row.year)
  const half = (row.upper - row.lower) / 2
  const turns = (by: number | undefined) => by !== undefined && -Math.sign(row.difference) * (row.difference + by) > half
  return own.filter((one) => one.measure === row.measure).find(({ atLow, atHigh }) => turns(atLow) || turns(atHigh))
}
