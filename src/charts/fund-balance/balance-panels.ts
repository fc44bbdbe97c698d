/** The lower panels of the fund-balance chart: each year's balance, and what has been saved up. */
import type { Estimate, Figures } from '../kit/estimates.ts'
import { type Frame, layer, panel, steps, yearAxis } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { band, line, pixel, texts, whiskers, zeroLine } from '../kit/marks.ts'
import { number, signed } from '../kit/text.ts'
import { BLUES, INK, MUTED, WIDTH } from '../kit/theme.ts'
import type { Words } from '../words.ts'

export interface Room {
  readonly left: number
  readonly right: number
}

interface YearValue extends Estimate {
  readonly year: number
}

const perMember = (figures: Figures, measure: string): YearValue[] =>
  figures.years.flatMap((year) => {
    const value = figures.perMember(measure, year)
    return value ? [{ year, ...value }] : []
  })

/** Frame whose y axis holds zero, every value and its interval, with a margin for labels. */
function frameFor(figures: Figures, values: readonly YearValue[], height: number, room: Room) {
  const x = yearAxis(figures, WIDTH, room.left, room.right)
  const low = Math.min(0, ...values.map((value) => Math.min(value.mean, value.p05)))
  const high = Math.max(0, ...values.map((value) => Math.max(value.mean, value.p95)))
  const span = Math.max(high - low, 1)
  const ticks = steps(low - (low < 0 ? span * 0.22 : 0), high + span * 0.18, 5)
  const frame: Frame = { width: WIDTH, height, x, y: { domain: [ticks[0], ticks[ticks.length - 1]], ticks, format: ',~f', grid: true } }
  return { frame, perYear: x.perYear }
}

/** 当期结余: full bars above zero, hollow bars with the word below it, so that a deficit needs no colour. */
export function balancePanel(figures: Figures, words: Words, room: Room): Json | undefined {
  const values = perMember(figures, 'current_balance')
  if (values.length === 0) return undefined
  const { frame, perYear } = frameFor(figures, values, 110, room)
  const half = Math.min(0.25, 32 / perYear)
  const rows = values.map((value) => {
    const deficit = value.mean < 0
    return {
      ...value,
      x: value.year,
      left: value.year - half,
      right: value.year + half,
      zero: 0,
      y: deficit ? Math.min(value.mean, value.p05) : Math.max(value.mean, value.p95),
      text: deficit && perYear >= 90 ? `${signed(value.mean)} ${words.deficitMark}` : signed(value.mean),
      fill: deficit ? 'white' : BLUES.middle,
      stroke: deficit ? INK : BLUES.middle,
      deficit,
    }
  })
  const fontSize = perYear < 40 ? 10 : 12
  const bars = { x: 'left', x2: 'right', y: 'zero', y2: 'mean', fill: 'fill', stroke: 'stroke' }
  return panel(frame, words.currentBalance, [
    layer(frame, { type: 'rect', strokeWidth: 1.5 }, rows, bars),
    whiskers(frame, rows, INK, 1.2),
    zeroLine(frame),
    texts(
      frame,
      rows.filter((row) => !row.deficit),
      { baseline: 'bottom', dy: -4, fontSize },
    ),
    texts(
      frame,
      rows.filter((row) => row.deficit),
      { baseline: 'top', dy: 4, fontWeight: 700, fontSize },
    ),
  ])
}

/** 累计结余: a line with its band over replications; points below zero are hollow. */
export function reservePanel(figures: Figures, words: Words, room: Room): Json | undefined {
  const values = perMember(figures, 'cumulative_balance')
  if (values.length === 0) return undefined
  const { frame, perYear } = frameFor(figures, values, 130, room)
  const rows = values.map((value) => ({ ...value, x: value.year, y: value.mean, fill: value.mean < 0 ? 'white' : BLUES.dark }))
  const labels = values.map((value) => ({
    x: value.year,
    y: Math.max(value.mean, value.p95),
    text: value.mean < 0 && perYear >= 90 ? `${number(value.mean)} ${words.insolventMark}` : number(value.mean),
  }))
  const last = rows[rows.length - 1]
  const note = { x: last.x + 16 * pixel(frame).across, y: (last.p05 + last.p95) / 2, text: words.band }
  const point = { type: 'point', filled: true, opacity: 1, size: 55, stroke: BLUES.dark, strokeWidth: 1.6 }
  return panel(frame, words.cumulativeBalance, [
    band(frame, rows),
    whiskers(frame, rows),
    texts(frame, last.n > 1 ? [note] : [], { align: 'left', fontSize: 11, color: MUTED }),
    zeroLine(frame),
    line(frame, rows),
    layer(frame, point, rows, { x: 'x', y: 'y', fill: 'fill' }),
    texts(frame, labels, { baseline: 'bottom', dy: -7, fontWeight: 600, fontSize: perYear < 40 ? 10 : 12 }),
  ])
}
