/** The upper panels of the fund-balance chart: announced subsidy, and income by source beside spending by use. */
import type { RunView } from '../kit/chart.ts'
import { axisOver, type Frame, hidden, type Layer, layer, panel, yearAxis } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { type Beside, type Slice, sideLabels, topOf } from '../kit/labels.ts'
import { dots, pixel, rects, texts } from '../kit/marks.ts'
import { number, numberSeen, signed } from '../kit/text.ts'
import { INK, MUTED } from '../kit/theme.ts'
import { labelOf, PARTS, type Part, slicesOf, type Total } from './parts.ts'
import type { FundWords } from './words.ts'

/** What the panels of this chart are drawn from; `left` and `right` are pixels kept for labels. */
export type FundView = RunView<FundWords> & { readonly left: number; readonly right: number }

const sizeOf = (slice: Slice) => slice.y2 - slice.y
/** A slice of less than this many yuan is not to be seen. */
const SEEN = 0.05

export function flowsPanel(view: FundView): Json | undefined {
  const { figures, words, layout } = view
  const bars = (total: Total) => figures.years.map((year) => slicesOf(figures, total, year))
  const [income, spending] = [bars('fund_income'), bars('fund_expenditure')]
  const top = Math.max(0, ...[...income, ...spending].map(topOf))
  if (top === 0) return undefined
  const x = yearAxis(figures, layout.width, view.left, view.right)
  const frame: Frame = { width: layout.width, height: 270, x, y: axisOver(0, top * 1.04, 6, ',d') }
  const half = Math.min(0.38, 70 / x.perYear)
  const rows = figures.years.flatMap((year, index) => [
    ...income[index].map((slice) => ({ ...slice, x: year - half, x2: year - half * 0.06 })),
    ...spending[index].map((slice) => ({ ...slice, x: year + half * 0.06, x2: year + half })),
  ])
  const published = publishedMarks(view, half)
  const totals = figures.years.flatMap((year, index) =>
    [income[index], spending[index]].map((bar, side) => {
      const at = year + half * 0.53 * (side === 0 ? -1 : 1)
      const top = topOf(bar)
      // over the mark of a published figure that lies where the number would stand
      const mark = published.find(({ x, y }) => x === at && Math.abs(y - top) < 22 * pixel(frame).up)
      return { x: at, y: Math.max(top, (mark?.y ?? 0) + 7 * pixel(frame).up), text: number(top) }
    }),
  )
  return panel(frame, words.flows + (published.length ? words.published : ''), [
    rects(
      frame,
      rows.filter((row) => row.y2 > row.y),
      { stroke: 'white', strokeWidth: 0.6 },
    ),
    texts(frame, x.perYear < 50 ? [] : totals, { baseline: 'bottom', dy: -3, fontWeight: 600, fontSize: x.perYear < 60 ? 10 : 12 }),
    dots(frame, published, { shape: 'diamond', size: 60, stroke: INK, strokeWidth: 1.6 }, { x: 'x', y: 'y', fill: 'fill' }),
    ...(layout.narrow
      ? []
      : [
          ...names(frame, view, 'fund_income', income, { edge: figures.first - half, side: -1 }),
          ...names(frame, view, 'fund_expenditure', spending, { edge: figures.last + half, side: 1 }),
        ]),
  ])
}

/** Published amounts for each member over the bars of the model, hollow where unverified. */
function publishedMarks({ input, figures }: FundView, half: number) {
  return PUBLISHED.flatMap(({ measure, side }) =>
    input.figures
      .filter((one) => one.measure === measure && figures.years.includes(one.year))
      .map((one) => ({ x: one.year + side * half * 0.53, y: one.published, fill: one.status === 'verified' ? INK : 'white' })),
  )
}
const PUBLISHED = [
  { measure: 'income_per_member', side: -1 },
  { measure: 'payout_per_member', side: 1 },
] as const

/** The parts of the bars as a list, with the yuan of the first and the last year: for pictures without room beside the bars. */
export function partsPanel({ figures, words, lang, layout }: FundView): Json | undefined {
  if (!layout.narrow) return undefined
  const rows = (['fund_expenditure', 'fund_income'] as const).flatMap((total) => {
    const parts = PARTS[total].map((part, index) => ({
      fill: part.fill,
      text: labelOf(part, lang),
      yuan: [figures.first, figures.last].map((year) => sizeOf(slicesOf(figures, total, year)[index])),
    }))
    const head = { fill: 'white', text: total === 'fund_income' ? words.income : words.spending, yuan: undefined }
    const shown = parts.filter(({ yuan }) => yuan.some((one) => one > SEEN)).toReversed()
    return shown.length ? [head, ...shown] : []
  })
  if (rows.length === 0) return undefined
  const frame: Frame = { width: layout.width, height: rows.length * 17, x: hidden(0, layout.width), y: hidden(-rows.length, 0) }
  const placed = rows.map((row, index) => ({
    ...row,
    x: 2,
    x2: row.yuan ? 14 : 2,
    y: -index - 0.2,
    y2: -index - 0.8,
    middle: -index - 0.5,
    told: row.yuan ? row.yuan.map((one) => numberSeen(one)).join(' → ') : '',
  }))
  const text = { type: 'text', baseline: 'middle' }
  return panel(frame, words.parts(figures.first, figures.last), [
    rects(frame, placed, {}),
    layer(frame, { ...text, align: 'left' }, placed, { x: 20, y: 'middle', text: 'text' }),
    layer(frame, { ...text, align: 'right' }, placed, { x: layout.width, y: 'middle', text: 'told' }),
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
export function subsidyPanel({ figures, words, layout, left, right }: FundView): Json | undefined {
  const standards = figures.years.flatMap((year) => {
    const value = figures.mean('subsidy_standard', year)
    return value === undefined ? [] : [{ year, value }]
  })
  if (standards.length === 0) return undefined
  const { perYear, ...years } = yearAxis(figures, layout.width, left, right)
  const top = Math.max(...standards.map(({ value }) => value))
  const frame: Frame = { width: layout.width, height: 44, x: { ...years, format: '' }, y: hidden(0, Math.max(1, top * 1.55)) }
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
