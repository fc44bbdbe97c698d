/** 公平性 equity: the Lorenz curve of income, concentration curves of reimbursement and of own payments, and their indices. */

import { type Estimate, type Figures, figuresOf } from '../kit/estimates.ts'
import { type Axis, type Frame, type Layer, layer, panel, roomFor, steps } from '../kit/frame.ts'
import type { Chart, Json } from '../kit/input.ts'
import { texts } from '../kit/marks.ts'
import { number, percent } from '../kit/text.ts'
import { BLUES, GREYS, INK, MUTED, REDS, sheet, WIDTH } from '../kit/theme.ts'
import { EQUITY_WORDS, type EquityWords } from './words.ts'

const SIDE = 400
const GAP = 40
const TENTHS = Array.from({ length: 10 }, (_, index) => index + 1)

/** Each curve by the amount a head it adds up, its index, and a dash and a shape that need no colour. */
const CURVES = [
  { name: 'income', perHead: 'income_per_head', index: 'gini.income', color: BLUES.dark, dash: [1, 0], shape: 'circle' },
  {
    name: 'reimbursed',
    perHead: 'reimbursed_per_head',
    index: 'concentration_index.reimbursed',
    color: BLUES.middle,
    dash: [1, 0],
    shape: 'square',
  },
  {
    name: 'paid',
    perHead: 'health_payments_per_head',
    index: 'concentration_index.out_of_pocket',
    color: REDS.dark,
    dash: [6, 4],
    shape: 'diamond',
  },
] as const
type CurveName = (typeof CURVES)[number]['name']

/** Cumulative shares after each tenth, of the persons and of each amount; the first point is nought. */
export interface CurvePoint extends Readonly<Record<CurveName, number>> {
  readonly people: number
}

/** From the means by tenth of persons and of amounts a head; nothing where one is missing or an amount adds up to nothing. */
export function curvesOf(figures: Figures, year: number): CurvePoint[] {
  const at = (measure: string) => TENTHS.map((tenth) => figures.mean(measure, year, `decile=${tenth}`))
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
  const points = TENTHS.map((_, i) => ({ people: people[i], income: income[i], reimbursed: reimbursed[i], paid: paid[i] }))
  if (points.some((point) => Object.values(point).some((value) => !Number.isFinite(value)))) return []
  return [{ people: 0, income: 0, reimbursed: 0, paid: 0 }, ...points]
}

export const equity: Chart = {
  name: 'equity',
  title: (_, lang) => EQUITY_WORDS[lang].title,
  sentence(input, lang) {
    const figures = figuresOf(input)
    const [, first] = curvesOf(figures, figures.last)
    const gini = figures.mean('gini.income', figures.last)
    if (!first || gini === undefined) return ''
    const reimbursed = figures.estimate(CURVES[1].index, figures.last)
    const paid = figures.mean(CURVES[2].index, figures.last)
    return EQUITY_WORDS[lang].sentence({ year: figures.last, gini, reimbursed, paid, first })
  },
  reading: (lang) => EQUITY_WORDS[lang].reading,
  table(input, lang) {
    const words = EQUITY_WORDS[lang]
    const figures = figuresOf(input)
    const [, ...points] = curvesOf(figures, figures.last)
    const indices = indicesOf(figures, words).map(({ name, label, value }) => [words.named(name, label), withInterval(value), '', '', ''])
    return {
      head: [words.upTo, words.peopleShare, ...CURVES.map(({ name }) => words.curve[name])],
      rows: [
        ...points.map((point, index) => [String(index + 1), percent(point.people), ...CURVES.map(({ name }) => percent(point[name]))]),
        ...indices,
      ],
    }
  },
  spec(input, lang) {
    const words = EQUITY_WORDS[lang]
    const figures = figuresOf(input)
    const points = curvesOf(figures, figures.last)
    if (!points.length || !figures.has('gini.income')) return undefined
    const panels = { hconcat: [curvesPanel(points, words, figures.last), indicesPanel(indicesOf(figures, words), words)], spacing: GAP }
    return sheet(input, lang, this.title(input, lang), this.sentence(input, lang), [panels])
  },
}

const withInterval = ({ mean, p05, p95, n }: Estimate) =>
  n > 1 ? `${number(mean, 3)} [${number(p05, 3)}; ${number(p95, 3)}]` : number(mean, 3)

const SHARES = { ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], format: '.0%', grid: true }

function curvesPanel(points: readonly CurvePoint[], words: EquityWords, year: number): Json {
  const axis: Axis = { domain: [0, 1], ...SHARES }
  // no label at the top edge: it would push the heading above that of the neighbour
  const frame: Frame = { width: SIDE, height: SIDE, x: axis, y: { ...axis, domain: [0, 1.015], ticks: SHARES.ticks.slice(0, -1) } }
  const curves = CURVES.flatMap(({ name, color, dash, shape }) => {
    const rows = points.map((point) => ({ x: point.people, y: point[name] }))
    const point = { type: 'point', filled: true, fill: name === 'paid' ? 'white' : color, stroke: color, shape, size: 42, opacity: 1 }
    return [
      layer(frame, { type: 'line', color, strokeWidth: 2.2, strokeDash: dash }, rows, { x: 'x', y: 'y' }),
      layer(frame, point, rows.slice(1, -1), { x: 'x', y: 'y' }),
    ]
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
  readonly label: string
  readonly value: Estimate
  readonly curve?: (typeof CURVES)[number]
}

function indicesOf(figures: Figures, words: EquityWords): Index[] {
  const curves = CURVES.flatMap((curve): Index[] => {
    const value = figures.estimate(curve.index, figures.last)
    return value ? [{ name: words.curve[curve.name], label: words.index[curve.name], value, curve }] : []
  })
  const kakwani = figures.estimate('kakwani.out_of_pocket', figures.last)
  return kakwani ? [...curves, { name: words.kakwani, label: words.index.kakwani, value: kakwani }] : curves
}

/** Names with samples of the curves' lines, each over its index. */
function indicesPanel(indices: readonly Index[], words: EquityWords): Json {
  const width = WIDTH - SIDE - GAP
  const ends = indices.flatMap(({ value }) => [value.mean, value.p05, value.p95])
  const ticks = steps(Math.min(-0.1, ...ends), Math.max(0.2, ...ends), 6)
  const [low, high] = [ticks[0], ticks[ticks.length - 1]]
  const perPixel = (high - low) / width
  const x: Axis = { domain: [low, high], ticks, format: '.1f' }
  const frame: Frame = { width, height: SIDE, x, y: { domain: [-indices.length - 0.1, 0.3], ticks: [], format: '' } }
  const room = roomFor(indices.map(({ value }) => withInterval(value))) / 2 + 4
  const rows = indices.map(({ name, label, value, curve }, index) => ({
    nameX: curve ? low + 44 * perPixel : low,
    from: low,
    high,
    sample: low + 17 * perPixel,
    to: low + 34 * perPixel,
    nameY: -index - 0.25,
    y: -index - 0.56,
    upper: -index - 0.43,
    lower: -index - 0.69,
    textY: -index - 0.8,
    name: words.named(name, label),
    mean: value.mean,
    p05: value.p05,
    p95: value.p95,
    n: value.n,
    text: withInterval(value),
    // near the ends of the axis the number moves inward
    textX: Math.min(Math.max(value.mean, low + room * perPixel), high - room * perPixel),
  }))
  const dot = { type: 'point', filled: true, color: INK, opacity: 1, size: 60 }
  const samples = rows.flatMap((row, index): Layer[] => {
    const { curve } = indices[index]
    if (!curve) return []
    const { color, dash, shape, name } = curve
    const point = { type: 'point', filled: true, fill: name === 'paid' ? 'white' : color, stroke: color, shape, size: 42, opacity: 1 }
    return [
      layer(frame, { type: 'rule', color, strokeWidth: 2.2, strokeDash: dash }, [row], { x: 'from', x2: 'to', y: 'nameY' }),
      layer(frame, point, [row], { x: 'sample', y: 'nameY' }),
    ]
  })
  const sides = [
    { x: -6 * perPixel, y: 0.15, text: words.below, align: 'right' },
    { x: 6 * perPixel, y: 0.15, text: words.above, align: 'left' },
  ]
  return panel(frame, words.indices, [
    layer(
      frame,
      { type: 'rule', color: INK, strokeWidth: 1.2 },
      rows.map((row) => ({ ...row, zero: 0 })),
      { x: 'zero', y: 'lower', y2: 'upper' },
    ),
    layer(frame, { type: 'rule', color: GREYS.light }, rows, { x: 'from', x2: 'high', y: 'y' }),
    ...samples,
    layer(frame, { type: 'text', align: 'left', baseline: 'middle' }, rows, { x: 'nameX', y: 'nameY', text: 'name' }),
    layer(
      frame,
      { type: 'rule', color: BLUES.light, strokeWidth: 7, strokeCap: 'butt' },
      rows.filter(({ n }) => n > 1),
      { x: 'p05', x2: 'p95', y: 'y' },
    ),
    layer(frame, dot, rows, { x: 'mean', y: 'y' }),
    layer(frame, { type: 'text', baseline: 'middle' }, rows, { x: 'textX', y: 'textY', text: 'text' }),
    ...sides.map(({ align, ...row }) => texts(frame, [row], { align, fontSize: 11, color: MUTED })),
  ])
}
