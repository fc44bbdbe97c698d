/** 现金与待结算 cash and claims: month by month, cash against what is owed, subsidies as they arrive, claims that wait. */
import { chartOfRun, type RunView } from '../kit/chart.ts'
import type { Figures, Month } from '../kit/estimates.ts'
import { type Axis, axisOver, type Frame, type Layer, layer, panel, roomFor } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { endLabels } from '../kit/labels.ts'
import { band, dots, line, pixel, rects, texts, zeroLine } from '../kit/marks.ts'
import { NONE, told } from '../kit/table.ts'
import { largeCell, largeMoney, largeNumber, number, tidy } from '../kit/text.ts'
import { BLUES, GREENS, GREYS, MUTED } from '../kit/theme.ts'
import { CASH_WORDS, type CashSeen, type CashWords } from './words.ts'

/** End of a month as a point of time in years: the end of June 2013 is 2013.5. */
const endOf = (month: Month) => month.year + month.month / 12

const MONTHS = Array.from({ length: 12 }, (_, index) => index)

type CashView = RunView<CashWords>

/** A panel of months on the common time axis, with room for labels at the right, and dashed lines where the scheme year turns. */
function timePanel(
  { figures, words, layout: { width, narrow } }: CashView,
  { heading, y, height }: { heading: string; y: Axis; height: number },
  marks: (frame: Frame) => readonly Layer[],
): Json {
  const { years, first, last } = figures
  const room = roomFor([words.cash, words.payables]) + 16
  const end = tidy(last + 1 + (room * years.length) / (width - room))
  const ticks = years.map((year) => year + 0.5)
  const frame: Frame = { width, height, x: { domain: [first, end], ticks, format: 'd', labelExpr: 'floor(datum.value)', offset: 15 }, y }
  // months as strokes under the axis, the first of each quarter named where there is room
  const perYear = (width - room) / years.length
  const named = narrow || perYear < 110 ? [6] : [0, 3, 6, 9]
  const { up } = pixel(frame)
  const below = (pixels: number) => y.domain[0] - pixels * up
  const months = years.flatMap((year) =>
    MONTHS.map((month) => ({ x: year + month / 12, y: y.domain[0], y2: below(month % 3 === 0 ? 6 : 3) })),
  )
  const names =
    perYear < 30
      ? []
      : years.flatMap((year) => named.map((month) => ({ x: year + (month + 0.5) / 12, y: below(13), text: words.month3(month) })))
  const turns = [...years, last + 1].map((year) => ({ x: year, y: y.domain[0], y2: y.domain[1] }))
  const dashed = { type: 'rule', color: '#c3cad1', strokeWidth: 1, strokeDash: [2, 3] }
  return panel(frame, heading, [
    layer(frame, dashed, turns, { x: 'x', y: 'y', y2: 'y2' }),
    layer(frame, { type: 'rule', color: GREYS.middle }, perYear < 60 ? [] : months, { x: 'x', y: 'y', y2: 'y2' }),
    texts(frame, names, { fontSize: 10, color: MUTED }),
    ...marks(frame),
  ])
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
    { text: words.payables, rows: rows('payables'), color: GREENS.dark, band: GREENS.light, strokeDash: [6, 3] },
  ].filter((one) => one.rows.length > 0)
  if (lines.length === 0) return undefined
  const all = lines.flatMap((one) => one.rows)
  const y = axisOver(Math.min(0, ...all.map(({ p05 }) => p05)), Math.max(0, ...all.map(({ p95 }) => p95)), 6, ',~f')
  const labels = lines.map((one) => ({ ...one.rows[one.rows.length - 1], text: one.text, color: one.color }))
  return timePanel(view, { heading: words.cashPanel, y, height: 210 }, (frame) => [
    ...lines.map((one) => band(frame, one.rows, one.band)),
    yearsZero(frame, figures),
    ...lines.map((one) => line(frame, one.rows, one.color, one.strokeDash)),
    endLabels(frame, labels, 17),
    ...lowPoint(frame, view),
  ])
}

/** The month with the least cash, named at its point. */
function lowPoint(frame: Frame, { figures, words, lang, layout }: CashView): Layer[] {
  const { lowest } = seen(figures)
  if (!lowest || figures.months('cash').length < 3) return []
  const point = {
    x: tidy(lowest.year + lowest.month / 12),
    y: largeMoney(lowest.mean, lang),
    text: words.low(lowest, largeNumber(lowest.mean, lang)),
  }
  const isLate = point.x > (figures.first + figures.last + 1) / 2
  return [
    dots(frame, [point], { color: 'white', stroke: BLUES.dark, strokeWidth: 1.8, size: 50 }),
    texts(frame, layout.narrow ? [] : [point], {
      align: isLate ? 'right' : 'left',
      dx: isLate ? -6 : 6,
      dy: 12,
      fontSize: 11,
      fontWeight: 600,
    }),
  ]
}

/** Bars from zero, one a month. */
interface Bars {
  readonly measure: string
  readonly heading: string
  readonly color: string
  /** as it is drawn */
  readonly scale: (value: number) => number
}

function barsPanel(view: CashView, { measure, heading, color, scale }: Bars): Json | undefined {
  const rows = view.figures
    .months(measure)
    .map((month) => ({ x: endOf(month) - 0.85 / 12, x2: endOf(month) - 0.15 / 12, y: 0, y2: scale(month.mean) }))
  const top = Math.max(0, ...rows.map((row) => row.y2))
  if (top === 0) return undefined
  const bars = rows.filter((row) => row.y2 !== 0)
  return timePanel(view, { heading, y: axisOver(0, top, 4, ',~f'), height: 84 }, (frame) => [
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
  finding: ({ figures, words }) => words.finding(seen(figures)),
  sentence: ({ figures, words }) => words.sentence(seen(figures)),
  table({ figures, words, lang }) {
    const large = (yuan: number) => largeCell(yuan, lang)
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
    barsPanel(view, {
      ...{ measure: 'subsidies_received', heading: view.words.subsidiesPanel, color: BLUES.middle },
      scale: (yuan) => largeMoney(yuan, view.lang),
    }),
    barsPanel(view, { measure: 'claims_waiting', heading: view.words.waitingPanel, color: GREYS.dark, scale: (claims) => claims }),
  ],
})
