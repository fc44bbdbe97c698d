/** The lower panel of the coverage chart: who is not covered, by reason. */
import type { RunView } from '../kit/chart.ts'
import type { Figures } from '../kit/estimates.ts'
import { type Frame, panel, roomFor, sharesOver, yearAxis } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { type Slice, sideLabels, stacked, topOf } from '../kit/labels.ts'
import { rects, texts } from '../kit/marks.ts'
import { percent } from '../kit/text.ts'
import { FAINT, GREYS, INK } from '../kit/theme.ts'
import { type CoverageWords, reasonWord } from './words.ts'

const FILLS = [GREYS.dark, GREYS.light, INK, GREYS.middle, FAINT]

/** Largest reason first, so that it stands at the bottom of every bar. */
export function reasonsOf(figures: Figures): string[] {
  const size = (reason: string) => Math.max(...figures.years.map((year) => figures.mean('not_covered', year, `reason=${reason}`) ?? 0))
  return [...figures.groups('not_covered', 'reason')]
    .filter((reason) => size(reason) > 0)
    .sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1))
}

/** Part of the eligible who are not covered for this reason. */
export function shareOf(figures: Figures, year: number, reason: string): number | undefined {
  const eligible = figures.mean('eligible', year)
  const persons = figures.mean('not_covered', year, `reason=${reason}`)
  return persons === undefined || !eligible ? undefined : persons / eligible
}

/** No part that is drawn reads as 0.0%. */
const partText = (part: number) => percent(part, part > 0 && part < 0.0005 ? 2 : 1)

export function reasonsPanel({ figures, words, lang, layout }: RunView<CoverageWords>): Json | undefined {
  const parts = reasonsOf(figures).map((reason, index) => ({
    reason,
    name: reasonWord(reason, lang),
    fill: FILLS[index % FILLS.length],
  }))
  const bars = figures.years.map((year) => stacked(parts.map((part) => ({ ...part, value: shareOf(figures, year, part.reason) ?? 0 }))))
  const top = Math.max(0, ...bars.map(topOf))
  if (top === 0) return undefined
  const x = yearAxis(figures, layout.width, layout.narrow ? 0 : 10, roomFor(parts.map(({ name }) => `${name} 0.00%`)) + 24)
  const shares = sharesOver(0, top * 1.12, 5)
  const y = { ...shares, format: shares.ticks[1] < 0.01 ? '.1%' : '.0%' }
  const frame: Frame = { width: layout.width, height: 180, x, y }
  const half = Math.min(0.3, 45 / x.perYear)
  const totals = bars.map((bar, index) => ({ x: figures.years[index], y: topOf(bar), text: percent(topOf(bar), 1) }))
  const rows = bars.flatMap((bar, index) =>
    bar.map((slice) => ({ ...slice, x: figures.years[index] - half, x2: figures.years[index] + half })),
  )
  const textOf = (slice: Slice) => `${slice.name} ${partText(slice.y2 - slice.y)}`
  return panel(frame, words.notCovered, [
    rects(
      frame,
      rows.filter((row) => row.y2 > row.y),
      { stroke: 'white', strokeWidth: 1 },
    ),
    texts(frame, x.perYear < 34 ? totals.slice(-1) : totals, {
      baseline: 'bottom',
      dy: -4,
      fontWeight: 600,
      fontSize: x.perYear < 46 ? 10 : 12,
    }),
    ...sideLabels(frame, bars[bars.length - 1], { edge: figures.last + half, side: 1, above: 6 }, textOf).layers,
  ])
}
