/** The upper panels of the fund-balance chart: announced subsidy, and income by source beside spending by use. */
import type { RunView } from '../kit/chart.ts'
import { axisOver, type Frame, hidden, type Layer, layer, panel, yearAxis } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { type Beside, type Slice, sideLabels, topOf } from '../kit/labels.ts'
import { pixel, rects, texts } from '../kit/marks.ts'
import { number, signed } from '../kit/text.ts'
import { INK, MUTED, WIDTH } from '../kit/theme.ts'
import { labelOf, PARTS, type Part, slicesOf, type Total } from './parts.ts'
import type { FundWords } from './words.ts'

/** What the panels of this chart are drawn from; `left` and `right` are pixels kept for labels. */
export type FundView = RunView<FundWords> & { readonly left: number; readonly right: number }

const sizeOf = (slice: Slice) => slice.y2 - slice.y
/** A slice of less than this many yuan is not to be seen. */
const SEEN = 0.05

export function flowsPanel(view: FundView): Json | undefined {
  const { figures, words } = view
  const bars = (total: Total) => figures.years.map((year) => slicesOf(figures, total, year))
  const [income, spending] = [bars('fund_income'), bars('fund_expenditure')]
  const top = Math.max(0, ...[...income, ...spending].map(topOf))
  if (top === 0) return undefined
  const x = yearAxis(figures, WIDTH, view.left, view.right)
  const frame: Frame = { width: WIDTH, height: 270, x, y: axisOver(0, top * 1.04, 6, ',d') }
  const half = Math.min(0.38, 70 / x.perYear)
  const rows = figures.years.flatMap((year, index) => [
    ...income[index].map((slice) => ({ ...slice, x: year - half, x2: year - half * 0.06 })),
    ...spending[index].map((slice) => ({ ...slice, x: year + half * 0.06, x2: year + half })),
  ])
  const totals = figures.years.flatMap((year, index) =>
    [income[index], spending[index]].map((bar, side) => ({
      x: year + half * 0.53 * (side === 0 ? -1 : 1),
      y: topOf(bar),
      text: number(topOf(bar)),
    })),
  )
  return panel(frame, words.flows, [
    rects(
      frame,
      rows.filter((row) => row.y2 > row.y),
      { stroke: 'white', strokeWidth: 0.6 },
    ),
    texts(frame, x.perYear < 50 ? [] : totals, { baseline: 'bottom', dy: -3, fontWeight: 600, fontSize: x.perYear < 60 ? 10 : 12 }),
    ...names(frame, view, 'fund_income', income, { edge: figures.first - half, side: -1 }),
    ...names(frame, view, 'fund_expenditure', spending, { edge: figures.last + half, side: 1 }),
  ])
}

/** Names beside the outermost bar of a side. Parts that only other years have stand over them, with their year and a sample of their colour. */
function names(frame: Frame, view: FundView, total: Total, bars: readonly Slice[][], { edge, side }: Omit<Beside, 'above'>): Layer[] {
  const { figures, words, lang } = view
  const outermost = side === -1 ? 0 : bars.length - 1
  const own = bars[outermost].filter((slice) => sizeOf(slice) > SEEN)
  const elsewhere = PARTS[total].flatMap((part, index) => {
    const years = figures.years.filter((_, at) => sizeOf(bars[at][index]) > SEEN)
    const last = years[years.length - 1]
    const isElsewhere = last !== undefined && !own.includes(bars[outermost][index])
    return isElsewhere ? [{ part, last, yuan: sizeOf(bars[figures.years.indexOf(last)][index]) }] : []
  })
  if (own.length === 0) return []
  const partOf = new Map<string, Part>(PARTS[total].map((part) => [part.measure, part]))
  const beside: Beside = { edge, side, above: 24 + 16 * elsewhere.length }
  const textOf = (slice: Slice) => `${labelOf(partOf.get(slice.name)!, lang)} ${number(sizeOf(slice))}`
  const { layers, at, top } = sideLabels(frame, own, beside, textOf)
  const { across, up } = pixel(frame)
  const head = side === -1 ? words.incomeHead(figures.first) : words.spendingHead(figures.last)
  const y = Math.min(frame.y.domain[1] - 16 * elsewhere.length * up, top + 19 * up)
  const align = side === 1 ? 'left' : 'right'
  const over = elsewhere.map(({ part, last, yuan }, index) => ({
    x: at,
    y: y + (16 * (index + 1) + 2) * up,
    text: words.inYear(`${labelOf(part, lang)} ${number(yuan)}`, last),
    fill: part.fill,
  }))
  const samples = over.map((row) => ({
    ...row,
    x: edge + side * 5 * across,
    x2: edge + side * 15 * across,
    y: row.y - 5 * up,
    y2: row.y + 5 * up,
  }))
  return [
    ...layers,
    texts(frame, [{ x: at, y, text: head }], { align, fontSize: 10, fontWeight: 600, color: MUTED }),
    texts(frame, over, { align }),
    rects(frame, samples, {}),
  ]
}

/** The announced subsidy as a staircase with its yuan; a step carries what it added. */
export function subsidyPanel({ figures, words, left, right }: FundView): Json | undefined {
  const standards = figures.years.flatMap((year) => {
    const value = figures.mean('subsidy_standard', year)
    return value === undefined ? [] : [{ year, value }]
  })
  if (standards.length === 0) return undefined
  const { perYear, ...years } = yearAxis(figures, WIDTH, left, right)
  const top = Math.max(...standards.map(({ value }) => value))
  const frame: Frame = { width: WIDTH, height: 44, x: { ...years, format: '' }, y: hidden(0, Math.max(1, top * 1.55)) }
  const levels = standards.map(({ year, value }, index) => {
    const rise = index === 0 ? 0 : value - standards[index - 1].value
    const text = rise !== 0 && perYear >= 64 ? `${number(value)} (${signed(rise)})` : number(value)
    return { x: year - 0.5, x2: year + 0.5, middle: year, y: 0, y2: value, text }
  })
  const edges = levels.flatMap((level, index) =>
    index > 0 && level.y2 !== levels[index - 1].y2 ? [{ x: level.x, y: levels[index - 1].y2, y2: level.y2 }] : [],
  )
  const line = { type: 'rule', color: INK, strokeWidth: 1.5 }
  const text = { type: 'text', baseline: 'bottom', dy: -3, fontSize: perYear < 40 ? 10 : 12 }
  return panel(frame, words.subsidy, [
    rects(frame, levels, { color: '#edf2f7' }),
    layer(frame, line, levels, { x: 'x', x2: 'x2', y: 'y2' }),
    layer(frame, line, edges, { x: 'x', y: 'y', y2: 'y2' }),
    layer(frame, text, levels, { x: 'middle', y: 'y2', text: 'text' }),
  ])
}
