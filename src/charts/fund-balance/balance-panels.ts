/** The lower panels of the fund-balance chart: each year's balance, and what has been saved up. */
import type { Estimate, Figures } from '../kit/estimates.ts'
import { axisOver, type Frame, layer, panel, yearAxis } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { band, dots, line, pixel, texts, whiskers, zeroLine } from '../kit/marks.ts'
import { money, numberSeen, signedSeen } from '../kit/text.ts'
import { BLUES, INK, MUTED } from '../kit/theme.ts'
import { COMMON_WORDS } from '../kit/words.ts'
import type { FundView } from './flow-panels.ts'

interface YearValue extends Estimate {
  readonly year: number
}

const perMember = (figures: Figures, measure: string): YearValue[] =>
  figures.years.flatMap((year) => {
    const value = figures.perMember(measure, year)
    return value ? [{ year, ...value }] : []
  })

/** Frame whose y axis holds zero, every value and its interval, with a margin for labels. */
function frameFor({ figures, layout, left, right }: FundView, values: readonly YearValue[], height: number) {
  const x = yearAxis(figures, layout.width, left, right)
  const low = Math.min(0, ...values.map((value) => Math.min(value.mean, value.p05)))
  const high = Math.max(0, ...values.map((value) => Math.max(value.mean, value.p95)))
  const span = Math.max(high - low, 1)
  const y = axisOver(low - (low < 0 ? span * 0.22 : 0), high + span * 0.18, 5, ',~f')
  const frame: Frame = { width: layout.width, height, x, y }
  return { frame, perYear: x.perYear, fontSize: x.perYear < 40 ? 10 : 12 }
}

/** What a year's balance is: said only where the middle 90 % of the replications agree. */
function markOf({ mean, p05, p95, n }: YearValue, words: FundView['words']): string {
  if (n > 1 && p05 < 0 && p95 > 0) return words.eitherMark
  return mean < 0 ? words.deficitMark : ''
}

/** 当期结余: full bars above zero, hollow bars with the word below it, so that a deficit needs no colour. */
export function balancePanel(view: FundView): Json | undefined {
  const { figures, words } = view
  const values = perMember(figures, 'current_balance')
  if (values.length === 0) return undefined
  const { frame, perYear, fontSize } = frameFor(view, values, 110)
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
      text: perYear >= 90 ? [signedSeen(value.mean), markOf(value, words)].join(' ').trim() : signedSeen(value.mean),
      fill: deficit ? 'white' : BLUES.middle,
      stroke: deficit ? INK : BLUES.middle,
      deficit,
    }
  })
  const [deficits, surpluses] = [true, false].map((wanted) => rows.filter(({ deficit }) => deficit === wanted))
  const bars = { x: 'left', x2: 'right', y: 'zero', y2: 'mean', fill: 'fill', stroke: 'stroke' }
  return panel(frame, words.currentBalance, [
    layer(frame, { type: 'rect', strokeWidth: 1.5 }, rows, bars),
    whiskers(frame, rows, INK, 1.2),
    zeroLine(frame),
    texts(frame, surpluses, { baseline: 'bottom', dy: -4, fontSize }),
    texts(frame, deficits, { baseline: 'top', dy: 4, fontWeight: 700, fontSize }),
  ])
}

/** 累计结余: a line with its band over replications; points below zero are hollow. */
export function reservePanel(view: FundView): Json | undefined {
  const { figures, words, lang, layout } = view
  const values = perMember(figures, 'cumulative_balance')
  if (values.length === 0) return undefined
  const { frame, perYear, fontSize } = frameFor(view, values, 130)
  const rows = values.map((value) => ({ ...value, x: value.year, y: value.mean, fill: value.mean < 0 ? 'white' : BLUES.dark }))
  const labels = values.map(({ year, mean, p95 }) => ({
    x: year,
    y: Math.max(mean, p95),
    text: mean < 0 && perYear >= 90 ? `${numberSeen(mean)} ${words.insolventMark}` : numberSeen(mean),
  }))
  const last = rows[rows.length - 1]
  const note = { x: last.x + 16 * pixel(frame).across, y: (last.p05 + last.p95) / 2, text: COMMON_WORDS[lang].band }
  const all = figures.mean('cumulative_balance', last.x)
  const heading = all === undefined ? words.cumulativeBalance : words.cumulativeOf(last.x, money(all, lang))
  return panel(frame, heading, [
    band(frame, rows),
    whiskers(frame, rows),
    texts(frame, last.n > 1 && !layout.narrow ? [note] : [], { align: 'left', fontSize: 11, color: MUTED }),
    zeroLine(frame),
    line(frame, rows),
    dots(frame, rows, { size: 55, stroke: BLUES.dark, strokeWidth: 1.6 }, { x: 'x', y: 'y', fill: 'fill' }),
    texts(frame, labels, { baseline: 'bottom', dy: -7, fontWeight: 600, fontSize }),
  ])
}
