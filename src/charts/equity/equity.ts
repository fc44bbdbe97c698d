/** 公平性 equity: the Lorenz curve of income, concentration curves of reimbursement and of own payments, and their indices. */
import { chartOfRun } from '../kit/chart.ts'
import type { Estimate, Figures } from '../kit/estimates.ts'
import { type Axis, axisOver, type Frame, hidden, type Layer, layer, panel, roomFor } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { dots, texts } from '../kit/marks.ts'
import { withInterval } from '../kit/table.ts'
import { number, percent } from '../kit/text.ts'
import { GREENS, GREYS, INK, type Layout, MUTED, OCHRE } from '../kit/theme.ts'
import { EQUITY_WORDS, type EquityWords } from './words.ts'

const SIDE = 400
const GAP = 40
const DECILES = Array.from({ length: 10 }, (_, index) => index + 1)

/** Each curve by the amount a head it adds up, its index, and a dash and a shape that need no colour. */
const CURVES = [
  { name: 'income', perHead: 'income_per_head', index: 'gini.income', color: INK, dash: [1, 0], shape: 'circle' },
  {
    name: 'reimbursed',
    perHead: 'reimbursed_per_head',
    index: 'concentration_index.reimbursed',
    color: GREENS.middle,
    dash: [1, 0],
    shape: 'square',
  },
  {
    name: 'paid',
    perHead: 'health_payments_per_head',
    index: 'concentration_index.out_of_pocket',
    color: OCHRE.dark,
    dash: [6, 4],
    shape: 'diamond',
  },
] as const
type CurveName = (typeof CURVES)[number]['name']

/** Cumulative shares after each decile, of the persons and of each amount; the first point is nought. */
interface CurvePoint extends Readonly<Record<CurveName, number>> {
  readonly people: number
}

/** From the means by decile of persons and of amounts a head; nothing where one is missing or an amount adds up to nothing. */
export function curvesOf(figures: Figures, year: number): CurvePoint[] {
  const at = (measure: string) => DECILES.map((decile) => figures.mean(measure, year, `decile=${decile}`))
  const persons = at('household_members')
  const cumulated = (amounts: readonly (number | undefined)[]) => {
    let sum = 0
    const sums = amounts.map((amount) => (sum += amount ?? Number.NaN))
    return sums.map((one) => one / sum)
  }
  const people = cumulated(persons)
  const [income, reimbursed, paid] = CURVES.map(({ perHead }) =>
    cumulated(at(perHead).map((mean, index) => (mean ?? Number.NaN) * (persons[index] ?? Number.NaN))),
  )
  const points = DECILES.map((_, i) => ({ people: people[i], income: income[i], reimbursed: reimbursed[i], paid: paid[i] }))
  if (points.some((point) => Object.values(point).some((value) => !Number.isFinite(value)))) return []
  return [{ people: 0, income: 0, reimbursed: 0, paid: 0 }, ...points]
}

export const equity = chartOfRun({
  name: 'equity',
  question: 'protection',
  place: 20,
  words: EQUITY_WORDS,
  finding({ figures, words }) {
    const [, first] = curvesOf(figures, figures.last)
    return first && words.finding(figures.last, first)
  },
  sentence({ figures, words }) {
    const [, first] = curvesOf(figures, figures.last)
    const gini = figures.mean('gini.income', figures.last)
    if (!first || gini === undefined) return ''
    const reimbursed = figures.estimate(CURVES[1].index, figures.last)
    const paid = figures.mean(CURVES[2].index, figures.last)
    return words.sentence({ year: figures.last, gini, reimbursed, paid, first })
  },
  table({ figures, words }) {
    const [, ...points] = curvesOf(figures, figures.last)
    const deciles = points.map((point, index) => [
      String(index + 1),
      percent(point.people),
      ...CURVES.map(({ name }) => percent(point[name])),
    ])
    const indices = indicesOf(figures, words).map(({ name, text }) => [name, text, '', '', ''])
    return { head: [words.upTo, words.peopleShare, ...CURVES.map(({ name }) => words.curve[name])], rows: [...deciles, ...indices] }
  },
  panels({ figures, words, layout }) {
    const points = curvesOf(figures, figures.last)
    if (!points.length || !figures.has('gini.income')) return []
    const side = layout.narrow ? layout.width : SIDE
    const panels = [
      curvesPanel(points, words, { year: figures.last, side }),
      indicesPanel(indicesOf(figures, words), words, { ...layout, width: layout.narrow ? layout.width : layout.width - SIDE - GAP }),
    ]
    return layout.narrow ? panels : [{ hconcat: panels, spacing: GAP }]
  },
})

const SHARES = { ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], format: '.0%', grid: true }

/** Line and points of a curve; what households pay has hollow points. */
const lookOf = ({ name, color, dash, shape }: (typeof CURVES)[number]) => ({
  line: { color, strokeWidth: 2.2, strokeDash: dash },
  point: { fill: name === 'paid' ? 'white' : color, stroke: color, shape, size: 42 },
})

function curvesPanel(points: readonly CurvePoint[], words: EquityWords, { year, side }: { year: number; side: number }): Json {
  const axis: Axis = { domain: [0, 1], ...SHARES }
  const frame: Frame = { width: side, height: side, x: axis, y: { ...axis, domain: [0, 1.04] } }
  const curves = CURVES.flatMap((curve) => {
    const rows = points.map((point) => ({ x: point.people, y: point[curve.name] }))
    const { line, point } = lookOf(curve)
    return [layer(frame, { type: 'line', ...line }, rows, { x: 'x', y: 'y' }), dots(frame, rows.slice(1, -1), point)]
  })
  const equal = [{ x: 0, x2: 1, y: 0, y2: 1 }]
  return panel(frame, words.curves(year), [
    layer(frame, { type: 'rule', color: GREYS.middle, strokeWidth: 1.2 }, equal, { x: 'x', x2: 'x2', y: 'y', y2: 'y2' }),
    ...curves,
    texts(frame, [{ x: 0.36, y: 0.36, text: words.equality }], { angle: -45, dy: -10, fontSize: 11, color: MUTED }),
    texts(frame, [{ x: 1, y: 0, text: words.people }], { align: 'right', dy: 30, fontSize: 11, color: MUTED }),
  ])
}

interface Index {
  readonly name: string
  readonly value: Estimate
  readonly text: string
  readonly curve?: (typeof CURVES)[number]
}

function indicesOf(figures: Figures, words: EquityWords): Index[] {
  const known = [
    ...CURVES.map((curve) => ({ measure: curve.index, name: words.named(words.curve[curve.name], words.index[curve.name]), curve })),
    { measure: 'kakwani.out_of_pocket', name: words.named(words.kakwani, words.index.kakwani) },
  ]
  return known.flatMap(({ measure, ...one }): Index[] => {
    const value = figures.estimate(measure, figures.last)
    return value ? [{ ...one, value, text: withInterval(value, (index) => number(index, 3)) }] : []
  })
}

/** Names with samples of the curves' lines, each over its index. */
function indicesPanel(indices: readonly Index[], words: EquityWords, { width, narrow }: Layout): Json {
  const ends = indices.flatMap(({ value }) => [value.mean, value.p05, value.p95])
  const x: Axis = { ...axisOver(Math.min(-0.1, ...ends), Math.max(0.2, ...ends), 6, '.1f'), grid: false }
  const [low, high] = x.domain
  const frame: Frame = { width, height: narrow ? 320 : SIDE, x, y: hidden(-indices.length - 0.1, 0.3) }
  // near the ends of the axis the number moves inward
  const room = ((roomFor(indices.map(({ text }) => text)) / 2 + 4) * (high - low)) / width
  const rows = indices.map(({ name, text, value: { mean, p05, p95, n } }, index) => ({
    ...{ name, text, mean, p05, p95, n, zero: 0, from: low, high },
    y: -index - 0.56,
    upper: -index - 0.43,
    lower: -index - 0.69,
    textX: Math.min(Math.max(mean, low + room), high - room),
    textY: -index - 0.8,
  }))
  const names = indices.flatMap((index, at) => nameOf(frame, index, -at - 0.25))
  const band = { type: 'rule', color: GREYS.middle, strokeWidth: 14, strokeCap: 'butt' }
  const spread = rows.filter(({ n }) => n > 1)
  const side = { fontSize: 11, color: MUTED }
  return panel(frame, words.indices, [
    layer(frame, { type: 'rule', color: INK, strokeWidth: 1.2 }, rows, { x: 'zero', y: 'lower', y2: 'upper' }),
    layer(frame, { type: 'rule', color: GREYS.light }, rows, { x: 'from', x2: 'high', y: 'y' }),
    ...names,
    layer(frame, band, spread, { x: 'p05', x2: 'p95', y: 'y' }),
    dots(frame, rows, { color: INK, size: 30 }, { x: 'mean', y: 'y' }),
    layer(frame, { type: 'text', baseline: 'middle' }, rows, { x: 'textX', y: 'textY', text: 'text' }),
    texts(frame, [{ x: low, y: 0.15, text: words.below }], { ...side, align: 'left' }),
    texts(frame, [{ x: high, y: 0.15, text: words.above }], { ...side, align: 'right' }),
  ])
}

/** The name of an index behind a sample of its curve, from the left edge. */
function nameOf(frame: Frame, { name, curve }: Index, y: number): Layer[] {
  const text = layer(frame, { type: 'text', align: 'left', baseline: 'middle' }, [{ name, y }], { x: curve ? 36 : 0, y: 'y', text: 'name' })
  if (!curve) return [text]
  const { line, point } = lookOf(curve)
  return [layer(frame, { type: 'rule', ...line }, [{ y }], { x: 0, x2: 28, y: 'y' }), dots(frame, [{ y }], point, { x: 14, y: 'y' }), text]
}
