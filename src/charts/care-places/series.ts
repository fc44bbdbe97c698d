/** Lines over the years of a run, each named at its end with its last value. */
import type { Figures } from '../kit/estimates.ts'
import { type Axis, type Frame, panel, roomFor, yearAxis } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { endLabels } from '../kit/labels.ts'
import { dots, line, zeroLine } from '../kit/marks.ts'

export interface Series {
  readonly color: string
  readonly strokeDash: readonly number[]
  readonly shape: string
  /** by year; undefined where there is none */
  readonly value: (year: number) => number | undefined
  /** at its end */
  readonly text: (first: number, last: number) => string
}

interface Look {
  readonly width: number
  readonly height: number
  /** of the values, from the largest */
  readonly axis: (top: number) => Axis
}

export function seriesPanel(heading: string, figures: Figures, series: readonly Series[], look: Look): Json | undefined {
  const lines = series.flatMap((one) => {
    const rows = figures.years.flatMap((x) => {
      const y = one.value(x)
      return y === undefined ? [] : [{ x, y }]
    })
    return rows.length ? [{ ...one, rows, name: one.text(rows[0].y, rows[rows.length - 1].y) }] : []
  })
  if (lines.length === 0) return undefined
  const y = look.axis(Math.max(...lines.flatMap(({ rows }) => rows.map((row) => row.y))))
  const x = yearAxis(figures, look.width, 0, roomFor(lines.map(({ name }) => name)) - 2)
  const frame: Frame = { width: look.width, height: look.height, x, y }
  const labels = lines.map(({ name, color, rows }) => ({ x: figures.last, y: rows[rows.length - 1].y, text: name, color }))
  return panel(frame, heading, [
    zeroLine(frame),
    ...lines.flatMap(({ rows, color, strokeDash, shape }) => [
      line(frame, rows, color, strokeDash),
      dots(frame, rows, { size: 36, color, shape }),
    ]),
    endLabels(frame, labels, 15),
  ])
}
