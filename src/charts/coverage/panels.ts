/** The upper panels of the coverage chart: participation beside published figures, and the reimbursement rates. */
import type { Figures } from '../kit/estimates.ts'
import { apart, type Frame, type Layer, layer, panel, roomFor, steps, yearAxis } from '../kit/frame.ts'
import type { Json, ReportInput } from '../kit/input.ts'
import { band, line, pixel, whiskers, zeroLine } from '../kit/marks.ts'
import { percent } from '../kit/text.ts'
import { BLUES, OCHRE, REDS } from '../kit/theme.ts'
import type { Words } from '../words.ts'

export const RATES = ['in_policy_inpatient_rate', 'inpatient_reimbursement_rate', 'effective_reimbursement_rate'] as const

/** Told apart by dash and point as well as by lightness. */
const LOOKS = [
  { color: BLUES.dark, strokeDash: [1, 0], shape: 'circle' },
  { color: OCHRE.dark, strokeDash: [7, 3], shape: 'square' },
  { color: REDS.dark, strokeDash: [2, 3], shape: 'triangle-up' },
]

const HALF = 362

/** A text at the end of a line, its own colour. */
interface EndLabel {
  readonly x: number
  readonly y: number
  readonly text: string | readonly string[]
  readonly color: string
}

/** Labels right of the last points, moved apart where they would touch. */
function endLabels(frame: Frame, labels: readonly EndLabel[], gap: number): Layer {
  const { across, up } = pixel(frame)
  const places = apart(
    labels.map((label) => label.y),
    gap * up,
    frame.y.domain[0] + 6 * up,
    frame.y.domain[1] + 4 * up,
  )
  const rows = labels.map((label, index) => ({ ...label, x: label.x + 9 * across, y: places[index] }))
  return layer(frame, { type: 'text', align: 'left', baseline: 'middle', lineHeight: 15 }, rows, {
    x: 'x',
    y: 'y',
    text: 'text',
    color: 'color',
  })
}

/** 参合率: the model's line with its band, published figures as diamonds, hollow where unverified. */
export function participationPanel(input: ReportInput, figures: Figures, words: Words): Json | undefined {
  const rows = figures.years.flatMap((year) => {
    const value = figures.estimate('participation_rate', year)
    return value ? [{ x: year, y: value.mean, p05: value.p05, p95: value.p95, n: value.n }] : []
  })
  if (rows.length === 0) return undefined
  const published = input.figures
    .filter((one) => one.measure === 'participation_rate' && one.year >= figures.first && one.year <= figures.last)
    .map((one) => ({
      x: one.year,
      y: one.published,
      fill: one.status === 'verified' ? OCHRE.dark : 'white',
      hollow: one.status !== 'verified',
    }))
    .sort((one, other) => one.x - other.x)
  const last = rows[rows.length - 1]
  const labels: EndLabel[] = [{ x: figures.last, y: last.y, text: `${words.model} ${percent(last.y)}`, color: BLUES.dark }]
  const end = published[published.length - 1]
  if (end)
    labels.push({
      x: figures.last,
      y: end.y,
      text: `${words.published} ${percent(end.y)}${end.x === figures.last ? '' : ` (${end.x})`}`,
      color: OCHRE.dark,
    })
  if (end && published.some((one) => one.hollow))
    labels.push({ x: figures.last, y: end.y - 1e-6, text: `◇ ${words.unverified}`, color: OCHRE.dark })
  const x = yearAxis(figures, HALF, 4, roomFor(labels.map((label) => String(label.text))) + 14 - 18)
  const lowest = Math.min(...rows.map((row) => row.p05), ...published.map((one) => one.y))
  const highest = Math.max(...rows.map((row) => row.p95), ...published.map((one) => one.y))
  const ticks = steps(Math.max(0, lowest - 0.015) * 100, Math.min(1, highest + 0.01) * 100, 6).map((tick) => tick / 100)
  const frame: Frame = { width: HALF, height: 190, x, y: { domain: [ticks[0], ticks[ticks.length - 1]], ticks, format: '.0%', grid: true } }
  const diamond = { type: 'point', filled: true, opacity: 1, shape: 'diamond', size: 95, stroke: OCHRE.dark, strokeWidth: 1.8 }
  return panel(frame, words.participation, [
    band(frame, rows),
    whiskers(frame, rows),
    line(frame, rows),
    layer(frame, { type: 'point', filled: true, opacity: 1, size: 45, color: BLUES.dark }, rows, { x: 'x', y: 'y' }),
    layer(frame, diamond, published, { x: 'x', y: 'y', fill: 'fill' }),
    endLabels(frame, labels, 16),
  ])
}

/** Three rates of the same bills, each named at its end. */
export function ratesPanel(figures: Figures, words: Words): Json | undefined {
  const lines = RATES.flatMap((rate, index) => {
    const rows = figures.years.flatMap((year) => {
      const value = figures.estimate(rate, year)
      return value ? [{ x: year, y: value.mean, p05: value.p05, p95: value.p95, n: value.n }] : []
    })
    return rows.length === 0 ? [] : [{ rate, rows, look: LOOKS[index] }]
  })
  if (lines.length === 0) return undefined
  const labels = lines.map(({ rate, rows, look }) => {
    const last = rows[rows.length - 1]
    return { x: figures.last, y: last.y, text: [words.rate[rate], percent(last.y)], color: look.color }
  })
  const x = yearAxis(figures, HALF, figures.years.length > 1 ? 46 : 4, Math.max(20, roomFor(RATES.map((rate) => words.rate[rate])) - 4))
  const top = Math.max(...lines.flatMap((line) => line.rows.map((row) => row.y)))
  const ticks = steps(0, Math.min(100, top * 105), 6).map((tick) => tick / 100)
  const frame: Frame = { width: HALF, height: 190, x, y: { domain: [0, ticks[ticks.length - 1]], ticks, format: '.0%', grid: true } }
  const { across, up } = pixel(frame)
  const started = lines.filter((line) => line.rows.length > 1)
  const heights = apart(
    started.map((line) => line.rows[0].y),
    14 * up,
    6 * up,
    frame.y.domain[1],
  )
  const firsts = started.map(({ rows, look }, index) => ({
    x: rows[0].x - 8 * across,
    y: heights[index],
    text: percent(rows[0].y),
    color: look.color,
  }))
  return panel(frame, words.rates, [
    ...lines.flatMap(({ rows, look }) => [
      line(frame, rows, look.color, look.strokeDash),
      layer(frame, { type: 'point', filled: true, opacity: 1, size: 50, color: look.color, shape: look.shape }, rows, { x: 'x', y: 'y' }),
    ]),
    layer(frame, { type: 'text', align: 'right', baseline: 'middle' }, firsts, { x: 'x', y: 'y', text: 'text', color: 'color' }),
    endLabels(frame, labels, 32),
    zeroLine(frame),
  ])
}
