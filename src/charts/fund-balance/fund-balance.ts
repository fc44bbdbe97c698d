/** 基金收支结余 fund balance: income by source beside spending by use, current and cumulative balance, subsidy steps. */
import { chartOfRun } from '../kit/chart.ts'
import type { Figures } from '../kit/estimates.ts'
import { roomFor } from '../kit/frame.ts'
import { told, withInterval, yearRow } from '../kit/table.ts'
import { largeCell, number, numberSeen } from '../kit/text.ts'
import { balancePanel, reservePanel } from './balance-panels.ts'
import { flowsPanel, partsPanel, subsidyPanel } from './flow-panels.ts'
import { labelOf, PARTS, type Total } from './parts.ts'
import { FUND_WORDS, type FundSeen } from './words.ts'

/** Some replications have a deficit and some do not. */
const isBetween = (chance: number | undefined) => chance !== undefined && chance > 0 && chance < 1

function seen(figures: Figures): FundSeen {
  const { first, last, years } = figures
  const perMember = (measure: string) => figures.change((year) => figures.perMember(measure, year)?.mean)
  return {
    first,
    last,
    income: perMember('fund_income'),
    spending: perMember('fund_expenditure'),
    deficits: years.filter((year) => (figures.mean('current_balance', year) ?? 0) < 0),
    surpluses: years.filter((year) => (figures.mean('current_balance', year) ?? -1) >= 0),
    differs: years.some((year) => isBetween(figures.mean('deficit', year))),
    reserve: figures.estimate('cumulative_balance', last),
  }
}

export const fundBalance = chartOfRun({
  name: 'fund-balance',
  question: 'fund',
  place: 10,
  words: FUND_WORDS,
  finding: ({ figures, words }) => words.finding(seen(figures)),
  sentence: ({ figures, words }) => words.sentence(seen(figures)),
  table({ figures, words, lang }) {
    const perMember = (name: string, measure: string) =>
      yearRow(figures, name, (year) => told(figures.perMember(measure, year), ({ mean }) => numberSeen(mean, 1)))
    const parts = (total: Total) => PARTS[total].flatMap((part) => perMember(words.ofWhich + part.words[lang], part.measure))
    const large = (yuan: number) => largeCell(yuan, lang)
    const balance = (name: string, measure: string) =>
      yearRow(figures, name, (year) => told(figures.estimate(measure, year), (value) => withInterval(value, large)))
    return {
      head: [words.perMember, ...figures.years.map(String)],
      rows: [
        ...yearRow(figures, words.announced, (year) => told(figures.mean('subsidy_standard', year), number)),
        ...perMember(words.income, 'fund_income'),
        ...parts('fund_income'),
        ...perMember(words.spending, 'fund_expenditure'),
        ...parts('fund_expenditure'),
        ...perMember(words.balance, 'current_balance'),
        ...balance(words.currentLarge, 'current_balance'),
        ...balance(words.cumulativeLarge, 'cumulative_balance'),
      ],
    }
  },
  panels(view) {
    const label = (text: string) => view.words.inYear(`${text} 000`, view.figures.last)
    const room = (total: Total) => (view.layout.narrow ? 0 : besideBars(total))
    const besideBars = (total: Total) => roomFor(PARTS[total].map((part) => label(labelOf(part, view.lang)))) + 24
    const own = { ...view, left: room('fund_income'), right: room('fund_expenditure') }
    return [subsidyPanel, flowsPanel, partsPanel, balancePanel, reservePanel].map((draw) => draw(own))
  },
})
