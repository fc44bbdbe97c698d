/** 现金与待结算 cash and claims: month by month, cash against what is owed, subsidies as they arrive, claims that wait. */
import { chartOfRun, type RunView } from '../kit/chart.ts'
import type { Figures, Month } from '../kit/estimates.ts'
import { type Axis, axisOver, type Frame, type Layer, layer, panel, roomFor } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { endLabels } from '../kit/labels.ts'
import { band, line, rects, zeroLine } from '../kit/marks.ts'
import { NONE, told } from '../kit/table.ts'
import { largeMoney, number, tidy } from '../kit/text.ts'
import { BLUES, OCHRE, REDS, WIDTH } from '../kit/theme.ts'
import { CASH_WORDS, type CashSeen, type CashWords } from './words.ts'

/** End of a month as a point of time in years: the end of June 2013 is 2013.5. */
const endOf = (month: Month) => month.year + month.month / 12

type CashView = RunView<CashWords>

/** A panel of months on the common time axis, with room for labels at the right, and dashed lines where the scheme year turns. */
function timePanel(
  { figures, words }: CashView,
  heading: string,
  y: Axis,
  height: number,
  marks: (frame: Frame) => readonly Layer[],
): Json {
  const { years, first, last } = figures
  const room = roomFor([words.cash, words.payables]) + 16
  const end = tidy(last + 1 + (room * years.length) / (WIDTH - room))
  const ticks = years.map((year) => year + 0.5)
  const frame: Frame = { width: WIDTH, height, x: { domain: [first, end], ticks, format: 'd', labelExpr: 'floor(datum.value)' }, y }
  const turns = [...years, last + 1].map((year) => ({ x: year, y: y.domain[0], y2: y.domain[1] }))
  const dashed = { type: 'rule', color: '#c3cad1', strokeWidth: 1, strokeDash: [2, 3] }
  return panel(frame, heading, [layer(frame, dashed, turns, { x: 'x', y: 'y', y2: 'y2' }), ...marks(frame)])
}

const yearsZero = (frame: Frame, { first, last }: Figures) => zeroLine(frame, first, last + 1)

function linesPanel(view: CashView): Json | undefined {
  const { figures, words, lang } = view
  const large = (yuan: number) => largeMoney(yuan, lang)
  const rows = (measure: string) =>
    figures
      .months(measure)
      .map((month) => ({ x: endOf(month), y: large(month.mean), p05: large(month.p05), p95: large(month.p95), n: month.n }))
  const lines = [
    { text: words.cash, rows: rows('cash'), color: BLUES.dark, band: BLUES.light, strokeDash: [1, 0] },
    { text: words.payables, rows: rows('payables'), color: REDS.dark, band: REDS.light, strokeDash: [6, 3] },
  ].filter((one) => one.rows.length > 0)
  if (lines.length === 0) return undefined
  const all = lines.flatMap((one) => one.rows)
  const y = axisOver(Math.min(0, ...all.map(({ p05 }) => p05)), Math.max(0, ...all.map(({ p95 }) => p95)), 6, ',~f')
  const labels = lines.map((one) => ({ ...one.rows[one.rows.length - 1], text: one.text, color: one.color }))
  return timePanel(view, words.cashPanel, y, 210, (frame) => [
    ...lines.map((one) => band(frame, one.rows, one.band)),
    yearsZero(frame, figures),
    ...lines.map((one) => line(frame, one.rows, one.color, one.strokeDash)),
    endLabels(frame, labels, 17),
  ])
}

/** Bars from zero, one a month. */
function barsPanel(view: CashView, measure: string, heading: string, color: string, scale: (value: number) => number): Json | undefined {
  const rows = view.figures
    .months(measure)
    .map((month) => ({ x: endOf(month) - 0.85 / 12, x2: endOf(month) - 0.15 / 12, y: 0, y2: scale(month.mean) }))
  const top = Math.max(0, ...rows.map((row) => row.y2))
  if (top === 0) return undefined
  const bars = rows.filter((row) => row.y2 !== 0)
  return timePanel(view, heading, axisOver(0, top, 4, ',~f'), 84, (frame) => [
    rects(frame, bars, { color }),
    yearsZero(frame, view.figures),
  ])
}

const extreme = (months: readonly Month[], better: (one: number, other: number) => boolean): Month | undefined =>
  months.reduce<Month | undefined>((best, month) => (best && !better(month.mean, best.mean) ? best : month), undefined)

function seen(figures: Figures): CashSeen {
  const cash = figures.months('cash')
  const owed = new Map(figures.months('payables').map((month) => [endOf(month), month.mean]))
  const compared = cash.filter((month) => owed.has(endOf(month)))
  return {
    lowest: extreme(cash, (one, other) => one < other),
    shortMonths: compared.filter((month) => month.mean < (owed.get(endOf(month)) ?? 0)).length,
    months: compared.length,
    waitingPeak: extreme(figures.months('claims_waiting'), (one, other) => one > other),
  }
}

const COLUMNS = ['cash', 'payables', 'subsidies_received', 'claims_waiting'] as const

export const cashAndClaims = chartOfRun({
  name: 'cash-and-claims',
  question: 'fund',
  place: 30,
  words: CASH_WORDS,
  sentence: ({ figures, words }) => words.sentence(seen(figures)),
  table({ figures, words, lang }) {
    const large = (yuan: number) => number(largeMoney(yuan, lang), lang === 'en' ? 2 : 0)
    const keyOf = (month: Month) => `${month.year}-${String(month.month).padStart(2, '0')}`
    const shown = COLUMNS.filter((measure) => figures.months(measure).length > 0)
    const columns = shown.map((measure) => new Map(figures.months(measure).map((month) => [keyOf(month), month.mean])))
    const keys = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort()
    const cell = (key: string, index: number) => told(columns[index].get(key), shown[index] === 'claims_waiting' ? number : large) ?? NONE
    return {
      head: [words.month, ...shown.map((measure) => words.column[measure])],
      rows: keys.map((key) => [key, ...shown.map((_, index) => cell(key, index))]),
    }
  },
  panels: (view) => [
    linesPanel(view),
    barsPanel(view, 'subsidies_received', view.words.subsidiesPanel, BLUES.middle, (yuan) => largeMoney(yuan, view.lang)),
    barsPanel(view, 'claims_waiting', view.words.waitingPanel, OCHRE.dark, (claims) => claims / 1000),
  ],
})
