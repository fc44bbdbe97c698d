/** 补偿前后的负担 burden before and after reimbursement: catastrophic spending and poverty, and who still bears it by quintile of income. */
import { chartOfRun } from '../kit/chart.ts'
import type { Estimate, Figures } from '../kit/estimates.ts'
import { axisOver, type Frame, type Layer, layer } from '../kit/frame.ts'
import { fromTo } from '../kit/marks.ts'
import { lookFor, rowsPanel } from '../kit/rows.ts'
import { key } from '../kit/sheet.ts'
import { told, withInterval, yearRow } from '../kit/table.ts'
import { percent, signed } from '../kit/text.ts'
import { BLUES, GREYS, INK } from '../kit/theme.ts'
import { BURDEN_WORDS, type BurdenSeen, type BurdenWords } from './words.ts'

const FIFTHS = [1, 2, 3, 4, 5]

/** Each burden by its measure before and after, and without any payment where that is one. */
const BURDENS = [
  { name: 'che10', before: 'che10_before', after: 'che10' },
  { name: 'che25', before: 'che25_before', after: 'che25' },
  { name: 'che40', before: 'che40_before', after: 'che40' },
  { name: 'poverty', before: 'poverty_after_payment', after: 'poverty_after_reimbursement', without: 'poverty_before_payment' },
] as const

interface Burden {
  readonly name: string
  readonly before: Estimate
  readonly after: Estimate
  readonly without?: Estimate
}

function burdensOf(figures: Figures, year: number, words: BurdenWords): Burden[] {
  return BURDENS.flatMap((one) => {
    const [before, after] = [figures.estimate(one.before, year), figures.estimate(one.after, year)]
    const without = 'without' in one ? figures.estimate(one.without, year) : undefined
    return before && after ? [{ name: words.measure[one.name], before, after, without }] : []
  })
}

function fifthsOf(figures: Figures, year: number, words: BurdenWords): Burden[] {
  return FIFTHS.flatMap((fifth) => {
    const [before, after] = ['che10_before', 'che10'].map((measure) => figures.estimate(measure, year, `quintile=${fifth}`))
    return before && after ? [{ name: words.fifth(fifth), before, after }] : []
  })
}

function seen(figures: Figures): BurdenSeen {
  const year = figures.last
  const of = (measure: string, group = '') => figures.mean(measure, year, group)
  const [before, after] = [of('che10_before'), of('che10')]
  const [lowest, highest] = [of('che10', 'quintile=1'), of('che10', 'quintile=5')]
  const [without, paid, helped] = ['poverty_before_payment', 'poverty_after_payment', 'poverty_after_reimbursement'].map((name) => of(name))
  return {
    year,
    che10: before === undefined || after === undefined ? undefined : { before, after },
    fifths: lowest === undefined || highest === undefined ? undefined : { lowest, highest },
    poor: without === undefined || paid === undefined || helped === undefined ? undefined : { without, before: paid, after: helped },
  }
}

export const burden = chartOfRun({
  name: 'burden',
  question: 'protection',
  place: 10,
  words: BURDEN_WORDS,
  sentence: ({ figures, words }) => words.sentence(seen(figures)),
  table({ figures, words }) {
    const row = (name: string, measure: string, group = '') =>
      yearRow(figures, name, (year) => told(figures.estimate(measure, year, group), (value) => withInterval(value, percent)))
    const pair = (name: string, { before, after }: { before: string; after: string }, group = '') => [
      ...row(`${name}, ${words.before}`, before, group),
      ...row(`${name}, ${words.after}`, after, group),
    ]
    return {
      head: [words.tableHead, ...figures.years.map(String)],
      rows: [
        ...BURDENS.flatMap((one) => [
          ...('without' in one ? row(`${words.measure[one.name]}, ${words.withoutPayment}`, one.without) : []),
          ...pair(words.measure[one.name], one),
        ]),
        ...FIFTHS.flatMap((fifth) => pair(`${words.measure.che10}, ${words.fifth(fifth)}`, BURDENS[0], `quintile=${fifth}`)),
      ],
    }
  },
  panels({ figures, words }) {
    const [all, fifths] = [burdensOf(figures, figures.last, words), fifthsOf(figures, figures.last, words)]
    if (!all.length) return []
    const both = [...all, ...fifths]
    const top = Math.max(0.01, ...both.flatMap(({ before, after }) => [before.mean, before.p95, after.p95]))
    const axis = axisOver(0, top, 6, '.0%')
    const rows = (burdens: readonly Burden[]) => burdens.map((one) => rowOf(one, words))
    const look = lookFor(rows(both), 32)
    const panelOf = (heading: string, burdens: readonly Burden[]) =>
      burdens.length ? rowsPanel(heading, rows(burdens), axis, look, dumbbells) : undefined
    const interval = all.some(({ before }) => before.n > 1) ? words.intervalKey : ''
    const poor = all.some(({ without }) => without) ? words.poorKey : ''
    return [
      key((words.key + interval + poor).replaceAll('   ', '\u2003\u2003')),
      panelOf(words.heading(figures.last), all),
      panelOf(words.fifthsHeading(figures.last), fifths),
    ]
  },
})

/** A burden as its row shows it. */
function rowOf({ name, before, after, without }: Burden, words: BurdenWords) {
  const change = words.change(signed(100 * (after.mean - before.mean), 1))
  return {
    name,
    text: `${percent(before.mean)} → ${percent(after.mean)} (${change})`,
    from: before.mean,
    to: after.mean,
    spread: before.n > 1,
    fromLow: before.p05,
    fromHigh: before.p95,
    toLow: after.p05,
    toHigh: after.p95,
    without: without?.mean,
  }
}

/** Intervals as bands under the two points, poverty without any payment as an upright stroke. */
function dumbbells(frame: Frame, rows: readonly (ReturnType<typeof rowOf> & { readonly y: number })[]): Layer[] {
  const spread = rows.filter((row) => row.spread)
  const wide = { type: 'rule', color: BLUES.light, strokeWidth: 9, strokeCap: 'butt' }
  const strokes = rows.filter(({ without }) => without !== undefined).map((row) => ({ ...row, low: row.y - 0.32, high: row.y + 0.32 }))
  return [
    layer(frame, { type: 'rule', color: GREYS.middle, strokeWidth: 2 }, rows, { x: 'from', x2: 'to', y: 'y' }),
    layer(frame, wide, spread, { x: 'fromLow', x2: 'fromHigh', y: 'y' }),
    layer(frame, wide, spread, { x: 'toLow', x2: 'toHigh', y: 'y' }),
    layer(frame, { type: 'rule', color: INK, strokeWidth: 2 }, strokes, { x: 'without', y: 'low', y2: 'high' }),
    ...fromTo(frame, rows, rows, 80),
  ]
}
