/** 累计结余扇形图 fund fan: how far the balance spreads over replications; alone for a run, base and reform on one scale in a comparison. */
import { FAN, type SolvencyRow, solvencyRows } from '../../measures/statistics/solvency.ts'
import type { ComparedScenario, ComparisonInput } from '../comparison/input.ts'
import { type Chart, chartOf, chartOfRun } from '../kit/chart.ts'
import type { Language, ReportInput } from '../kit/input.ts'
import { largeNumber, percent } from '../kit/text.ts'
import { BLUES, GREYS, INK } from '../kit/theme.ts'
import { chanceText, fanOf, fanPanels } from './fan.ts'
import { type Chance, FAN_WORDS, type FanYear } from './words.ts'

const ALONE = { light: BLUES.light, middle: BLUES.middle, line: INK, strokeDash: [1, 0] }
const BASE = { light: GREYS.light, middle: GREYS.middle, line: GREYS.dark, strokeDash: [6, 3] }
const REFORM = { light: BLUES.light, middle: BLUES.middle, line: BLUES.dark, strokeDash: [1, 0] }

const known = new WeakMap<ReportInput, readonly SolvencyRow[]>()

function fanOfRun(input: ReportInput): FanYear[] {
  let rows = known.get(input)
  if (!rows) known.set(input, (rows = solvencyRows(input.annual, [])))
  return fanOf(rows, input.scenario)
}

function tableRows(fan: readonly FanYear[], lang: Language, prefix = ''): string[][] {
  const words = FAN_WORDS[lang]
  const chances: readonly (readonly [string, (year: FanYear) => Chance])[] = [
    [words.deficit + words.interval, ({ deficit }) => deficit],
    [words.insolvent + words.interval, ({ insolvent }) => insolvent],
    [words.insolventSoFar, ({ insolventSoFar }) => insolventSoFar],
  ]
  return [
    ...FAN.map((share, index) => [
      prefix + words.quantile(percent(share, 0)),
      ...fan.map(({ balance }) => largeNumber(balance[index], lang)),
    ]),
    ...chances.map(([name, of]) => [prefix + name, ...fan.map((year) => chanceText(of(year)))]),
  ]
}

export const fundFan = chartOfRun({
  name: 'fund-fan',
  question: 'fund',
  place: 20,
  words: FAN_WORDS,
  finding({ input, words }) {
    const fan = fanOfRun(input)
    return fan.length ? words.finding(fan) : undefined
  },
  sentence({ input, words }) {
    const fan = fanOfRun(input)
    return fan.length ? words.sentence(fan) : ''
  },
  table({ input, words, lang }) {
    const fan = fanOfRun(input)
    return { head: [words.balance, ...fan.map(({ year }) => String(year))], rows: tableRows(fan, lang) }
  },
  panels({ input, words, lang, layout }) {
    const fan = fanOfRun(input)
    return fan.length ? [fanPanels([{ fan, ...ALONE }], words.balance, layout, lang)] : []
  },
})

/** Base and reform on one scale. */
export function comparedFan(
  reform: ComparedScenario,
  name: string,
  foot: (input: ComparisonInput, lang: Language) => string[],
): Chart<ComparisonInput> {
  const fans = (input: ComparisonInput) => [fanOf(input.solvency, input.base.name), fanOf(input.solvency, reform.name)]
  return chartOf({
    name,
    words: FAN_WORDS,
    title({ input, words, lang }) {
      const [base, own] = fans(input)
      return base.length && own.length ? words.comparedFinding(reform.title[lang], base, own) : words.comparedTitle(reform.title[lang])
    },
    sentence({ input, words }) {
      const [base, own] = fans(input)
      return base.length && own.length ? words.compared(base, own) : ''
    },
    reading: (words) => words.reading,
    table({ input, words, lang }) {
      const [base, own] = fans(input)
      const colon = lang === 'en' ? ': ' : '：'
      return {
        head: [words.balance, ...base.map(({ year }) => String(year))],
        rows: [...tableRows(base, lang, `${words.base}${colon}`), ...tableRows(own, lang, `${words.reform}${colon}`)],
      }
    },
    panels({ input, words, lang, layout }) {
      const [base, own] = fans(input)
      if (!base.length || !own.length) return []
      const both = [
        { fan: base, name: words.base, ...BASE },
        { fan: own, name: words.reform, ...REFORM },
      ]
      return [fanPanels(both, words.bothBalances, layout, lang)]
    },
    foot: ({ input, lang }) => foot(input, lang),
  })
}
