/** The upper panels of the coverage chart: participation beside published figures, and the reimbursement rates. */
import type { RunView } from '../kit/chart.ts'
import type { Figures } from '../kit/estimates.ts'
import { type Frame, layer, panel, roomFor, sharesOver, yearAxis } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { apart, type EndLabel, endLabels } from '../kit/labels.ts'
import { band, dots, line, pixel, texts, whiskers, zeroLine } from '../kit/marks.ts'
import { percent } from '../kit/text.ts'
import { BLUES, GREENS, GREYS, INK, type Layout, MUTED } from '../kit/theme.ts'
import { COMMON_WORDS } from '../kit/words.ts'
import type { CoverageWords } from './words.ts'

/** Told apart by dash and point as well as by lightness. */
const RATES = [
  { rate: 'in_policy_inpatient_rate', color: INK, strokeDash: [1, 0], shape: 'circle' },
  { rate: 'inpatient_reimbursement_rate', color: GREENS.dark, strokeDash: [7, 3], shape: 'square' },
  { rate: 'effective_reimbursement_rate', color: GREENS.dark, strokeDash: [2, 3], shape: 'triangle-up' },
] as const
export const RATE_NAMES = RATES.map(({ rate }) => rate)

const HALF = 362
const HEIGHT = 190
const widthIn = ({ narrow, width }: Layout) => (narrow ? width : HALF)

const pointsOf = (figures: Figures, measure: string) =>
  figures.years.flatMap((year) => {
    const value = figures.estimate(measure, year)
    return value ? [{ x: year, y: value.mean, p05: value.p05, p95: value.p95, n: value.n }] : []
  })

/** 参合率: the model's line with its band, published figures as diamonds, hollow where unverified. */
export function participationPanel({ input, figures, words, lang, layout }: RunView<CoverageWords>): Json | undefined {
  const rows = pointsOf(figures, 'participation_rate')
  if (rows.length === 0) return undefined
  const published = input.figures
    .filter((one) => one.measure === 'participation_rate' && one.year >= figures.first && one.year <= figures.last)
    .map((one) => ({ x: one.year, y: one.published, fill: one.status === 'verified' ? INK : 'white', text: percent(one.published) }))
    .sort((one, other) => one.x - other.x)
  const last = rows[rows.length - 1]
  const labels: readonly EndLabel[] = [{ x: figures.last, y: last.y, text: `${words.model} ${percent(last.y)}`, color: BLUES.dark }]
  const x = yearAxis(figures, widthIn(layout), 4, roomFor(labels.map((label) => String(label.text))) - 4)
  const lowest = Math.min(...rows.map((row) => row.p05), ...published.map((one) => one.y))
  const highest = Math.max(...rows.map((row) => row.p95), ...published.map((one) => one.y))
  const y = sharesOver(Math.max(0, lowest - 0.015), Math.min(1, highest + 0.01), 6)
  const frame: Frame = { width: widthIn(layout), height: HEIGHT, x, y }
  const diamond = { shape: 'diamond', size: 95, stroke: INK, strokeWidth: 1.8 }
  const { up } = pixel(frame)
  // over its diamond, or under it where the model's line lies above
  const named = published.map((one) => {
    const model = rows.find((row) => row.x === one.x)?.y ?? 0
    return { ...one, y: one.y + (one.y >= model ? 14 : -14) * up, text: one.text }
  })
  const unverified = published.some(({ fill }) => fill === 'white')
    ? `${lang === 'en' ? ', ' : '，'}◇ ${COMMON_WORDS[lang].unverified}`
    : ''
  const marks = published.length ? words.publishedMarks + unverified : ''
  return panel(frame, words.participation + marks + words.begins(percent(y.domain[0], 0)), [
    band(frame, rows),
    whiskers(frame, rows),
    line(frame, rows),
    dots(frame, rows, { size: 45, color: BLUES.dark }),
    dots(frame, published, diamond, { x: 'x', y: 'y', fill: 'fill' }),
    texts(frame, named, { fontSize: 11 }),
    endLabels(frame, labels, 16),
  ])
}

/** Three rates of the same bills, each named at its end. */
export function ratesPanel({ input, figures, words, layout }: RunView<CoverageWords>): Json | undefined {
  const lines = RATES.map((look) => ({ ...look, rows: pointsOf(figures, look.rate) })).filter(({ rows }) => rows.length > 0)
  if (lines.length === 0) return undefined
  const labels = lines.map(({ rate, rows, color }) => {
    const last = rows[rows.length - 1]
    return { x: figures.last, y: last.y, text: [words.rate[rate], percent(last.y)], color }
  })
  const x = yearAxis(figures, widthIn(layout), figures.years.length > 1 ? 46 : 4, Math.max(20, roomFor(Object.values(words.rate)) - 4))
  const aims = (input.aims ?? []).filter(({ measure, year }) => measure === RATES[0].rate && year <= figures.last)
  const top = Math.max(...lines.flatMap(({ rows }) => rows.map((row) => row.y)), ...aims.map(({ value }) => value))
  const frame: Frame = { width: widthIn(layout), height: HEIGHT, x, y: sharesOver(0, Math.min(1, top * 1.05), 6) }
  const { across, up } = pixel(frame)
  const started = lines.filter(({ rows }) => rows.length > 1)
  const heights = apart(
    started.map(({ rows }) => rows[0].y),
    14 * up,
    6 * up,
    frame.y.domain[1],
  )
  const firsts = started.map(({ rows, color }, index) => ({
    x: rows[0].x - 8 * across,
    y: heights[index],
    text: percent(rows[0].y),
    color,
  }))
  const [aim] = aims.map(({ value, year }) => ({
    x: Math.max(year, figures.first) - 0.3,
    x2: figures.last,
    y: value,
    text: words.aim(percent(value, 0)),
  }))
  return panel(frame, words.rates, [
    layer(frame, { type: 'rule', color: GREYS.middle, strokeDash: [5, 3] }, aim ? [aim] : [], { x: 'x', x2: 'x2', y: 'y' }),
    texts(frame, aim ? [{ ...aim, x: aim.x2 }] : [], { align: 'right', dy: -8, fontSize: 11, color: MUTED }),
    ...lines.flatMap(({ rows, color, strokeDash, shape }) => [
      line(frame, rows, color, strokeDash),
      dots(frame, rows, { size: 50, color, shape }),
    ]),
    texts(frame, firsts, { align: 'right' }),
    endLabels(frame, labels, 32),
    zeroLine(frame),
  ])
}
