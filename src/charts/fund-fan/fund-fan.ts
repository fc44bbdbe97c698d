/** 累计结余扇形图 fund fan: how far the balance spreads over replications; alone for a run, base and reform side by side in a comparison. */
import { FAN, type SolvencyRow, solvencyRows } from '../../measures/statistics/solvency.ts'
import type { ComparedScenario, ComparisonInput } from '../comparison/input.ts'
import { roomFor } from '../kit/frame.ts'
import type { Chart, Language, ReportInput } from '../kit/input.ts'
import { largeNumber, number, percent } from '../kit/text.ts'
import { sheetOver, WIDTH } from '../kit/theme.ts'
import { WORDS } from '../words.ts'
import { balanceTicks, chanceText, fanOf, fanPanels } from './fan.ts'
import { type Chance, FAN_WORDS, type FanYear } from './words.ts'

const GAP = 40
/** More years than this do not fit side by side. */
const YEARS_BESIDE = 6

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

export const fundFan: Chart = {
  name: 'fund-fan',
  title: (_, lang) => FAN_WORDS[lang].title,
  sentence(input, lang) {
    const fan = fanOfRun(input)
    return fan.length ? FAN_WORDS[lang].sentence(fan) : ''
  },
  reading: (lang) => FAN_WORDS[lang].reading,
  table(input, lang) {
    const fan = fanOfRun(input)
    return { head: [FAN_WORDS[lang].balance, ...fan.map(({ year }) => String(year))], rows: tableRows(fan, lang) }
  },
  spec(input, lang) {
    const fan = fanOfRun(input)
    if (!fan.length) return undefined
    const drawn = fanPanels(fan, FAN_WORDS[lang].balance, balanceTicks([fan], lang), WIDTH, lang)
    const foot = [FAN_WORDS[lang].footer(input.replications, input.seed, input.version), ...WORDS[lang].footer(input).slice(1)]
    return sheetOver(foot, this.title(input, lang), this.sentence(input, lang), [drawn])
  },
}

/** Base and reform on one scale. */
export function comparedFan(reform: ComparedScenario, name: string, foot: (input: ComparisonInput, lang: Language) => string[]) {
  const fans = (input: ComparisonInput) => [fanOf(input.solvency, input.base.name), fanOf(input.solvency, reform.name)]
  const chart: Chart<ComparisonInput> = {
    name,
    title: (_, lang) => FAN_WORDS[lang].comparedTitle(reform.title[lang]),
    sentence(input, lang) {
      const [base, own] = fans(input)
      return base.length && own.length ? FAN_WORDS[lang].compared(base, own) : ''
    },
    reading: (lang) => FAN_WORDS[lang].reading,
    table(input, lang) {
      const words = FAN_WORDS[lang]
      const [base, own] = fans(input)
      return {
        head: [words.balance, ...base.map(({ year }) => String(year))],
        rows: [...tableRows(base, lang, `${words.base}: `), ...tableRows(own, lang, `${words.reform}: `)],
      }
    },
    spec(input, lang) {
      const words = FAN_WORDS[lang]
      const [base, own] = fans(input)
      if (!base.length || !own.length) return undefined
      const ticks = balanceTicks([base, own], lang)
      const beside = base.length <= YEARS_BESIDE
      // the labels of the second axis stand between the two
      const axis = roomFor(ticks.map((tick) => number(tick, 1))) + 8
      const width = beside ? Math.floor((WIDTH - GAP - axis) / 2) : WIDTH
      const drawn = [fanPanels(base, words.base, ticks, width, lang), fanPanels(own, words.reform, ticks, width, lang)]
      const panels = beside ? [{ hconcat: drawn, spacing: GAP }] : drawn
      return sheetOver(foot(input, lang), this.title(input, lang), this.sentence(input, lang), panels)
    },
  }
  return chart
}
