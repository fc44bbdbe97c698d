/** The upper panels of the fund-balance chart: announced subsidy, and income by source beside spending by use. */
import type { Figures } from '../kit/estimates.ts'
import { apart, type Frame, type Layer, layer, panel, steps, yearAxis } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { pixel, texts } from '../kit/marks.ts'
import { number, signed } from '../kit/text.ts'
import { BLUES, GREYS, INK, MUTED, OCHRE, REDS, WIDTH } from '../kit/theme.ts'
import { type Words, wordFor } from '../words.ts'
import type { Room } from './balance-panels.ts'

/** Bottom of the bar first; colours alternate in lightness so that neighbours differ in greyscale too. */
export const INCOME: readonly (readonly [name: string, fill: string])[] = [
  ['central', BLUES.dark],
  ['province', BLUES.middle],
  ['county', BLUES.light],
  ['individual', OCHRE.dark],
  ['assistance', OCHRE.light],
  ['collective', GREYS.dark],
  ['interest', GREYS.light],
  ['other', GREYS.middle],
]
export const SPENDING: readonly (readonly [name: string, fill: string])[] = [
  ['inpatient', REDS.dark],
  ['outpatient', REDS.middle],
  ['critical_illness', REDS.light],
  ['household_account', GREYS.dark],
  ['public_health', GREYS.light],
  ['other', GREYS.middle],
]

interface Slice {
  readonly name: string
  readonly fill: string
  readonly y: number
  readonly y2: number
}

/** The slices of one bar, yuan per member, bottom first; what the known parts leave of the total is `other`. */
function slices(figures: Figures, total: string, kinds: typeof INCOME, year: number): Slice[] {
  let top = 0
  return kinds.flatMap(([name, fill]) => {
    const whole = figures.perMember(total, year)?.mean
    const own = figures.perMember(`${total}.${name}`, year)?.mean
    const value = name === 'other' ? Math.max(0, (whole ?? 0) - top) : (own ?? 0)
    if (name === 'other' && value < 0.005 * (whole ?? 0)) return []
    const y = top
    top += value
    return [{ name, fill, y, y2: top }]
  })
}

/** Parts that some year has any money in. */
const shownParts = (bars: readonly Slice[][]) => new Set(bars.flat().flatMap((slice) => (slice.y2 - slice.y > 0.05 ? [slice.name] : [])))

export function flowsPanel(figures: Figures, words: Words, room: Room): Json | undefined {
  const income = figures.years.map((year) => slices(figures, 'fund_income', INCOME, year))
  const spending = figures.years.map((year) => slices(figures, 'fund_expenditure', SPENDING, year))
  const top = Math.max(0, ...[...income, ...spending].flat().map((slice) => slice.y2))
  if (top === 0) return undefined
  const x = yearAxis(figures, WIDTH, room.left, room.right)
  const ticks = steps(0, top * 1.04)
  const frame: Frame = { width: WIDTH, height: 270, x, y: { domain: [0, ticks[ticks.length - 1]], ticks, format: ',d', grid: true } }
  const half = Math.min(0.38, 70 / x.perYear)
  const rows = figures.years.flatMap((year, index) => [
    ...income[index].map((slice) => ({ ...slice, x: year - half, x2: year - half * 0.06, side: 'income' })),
    ...spending[index].map((slice) => ({ ...slice, x: year + half * 0.06, x2: year + half, side: 'spending' })),
  ])
  const totals = figures.years.flatMap((year, index) => [
    { x: year - half * 0.53, y: topOf(income[index]), text: number(topOf(income[index])) },
    { x: year + half * 0.53, y: topOf(spending[index]), text: number(topOf(spending[index])) },
  ])
  return panel(frame, words.flows, [
    layer(
      frame,
      { type: 'rect', stroke: 'white', strokeWidth: 0.6 },
      rows.filter((row) => row.y2 > row.y),
      { x: 'x', x2: 'x2', y: 'y', y2: 'y2', fill: 'fill' },
    ),
    texts(frame, x.perYear < 50 ? [] : totals, { baseline: 'bottom', dy: -3, fontWeight: 600, fontSize: x.perYear < 60 ? 10 : 12 }),
    ...sideLabels(
      frame,
      income[0],
      shownParts(income),
      figures.first - half,
      -1,
      words.incomeHead(figures.first),
      (name) => words.incomeShort[name] ?? wordFor(words.income, name),
    ),
    ...sideLabels(
      frame,
      spending[spending.length - 1],
      shownParts(spending),
      figures.last + half,
      1,
      words.spendingHead(figures.last),
      (name) => wordFor(words.spending, name),
    ),
  ])
}

const topOf = (bar: readonly Slice[]) => bar[bar.length - 1]?.y2 ?? 0

/** Names beside the outermost bars, joined to their slices by a thin line. */
function sideLabels(
  frame: Frame,
  bar: readonly Slice[],
  shown: ReadonlySet<string>,
  edge: number,
  side: 1 | -1,
  head: string,
  wordOf: (name: string) => string,
): Layer[] {
  const named = bar.filter((slice) => shown.has(slice.name))
  if (named.length === 0) return []
  const { across, up } = pixel(frame)
  const middles = named.map((slice) => (slice.y + slice.y2) / 2)
  const places = apart(middles, 16 * up, 6 * up, frame.y.domain[1] - 24 * up)
  const at = edge + side * 20 * across
  const rows = named.map((slice, index) => ({
    x: edge + side * 3 * across,
    x2: at - side * 3 * across,
    y: middles[index],
    y2: places[index],
    at,
    text: `${wordOf(slice.name)} ${number(slice.y2 - slice.y)}`,
  }))
  const align = side === 1 ? 'left' : 'right'
  const heading = { at, y: Math.min(frame.y.domain[1], Math.max(...places) + 19 * up), text: head }
  return [
    layer(frame, { type: 'rule', strokeWidth: 0.8, color: MUTED }, rows, { x: 'x', x2: 'x2', y: 'y', y2: 'y2' }),
    layer(frame, { type: 'text', align, baseline: 'middle' }, rows, { x: 'at', y: 'y2', text: 'text' }),
    layer(frame, { type: 'text', align, baseline: 'middle', fontSize: 10, fontWeight: 600, color: MUTED }, [heading], {
      x: 'at',
      y: 'y',
      text: 'text',
    }),
  ]
}

/** The announced subsidy as a staircase with its yuan; a step carries what it added. */
export function subsidyPanel(figures: Figures, words: Words, room: Room): Json | undefined {
  const steps = figures.years.flatMap((year) => {
    const value = figures.mean('subsidy_standard', year)
    return value === undefined ? [] : [{ year, value }]
  })
  if (steps.length === 0) return undefined
  const x = { ...yearAxis(figures, WIDTH, room.left, room.right), format: '' }
  const top = Math.max(...steps.map((step) => step.value))
  const frame: Frame = { width: WIDTH, height: 44, x, y: { domain: [0, Math.max(1, top * 1.55)], ticks: [], format: '' } }
  const labels = steps.map(({ year, value }, index) => {
    const rise = index === 0 ? 0 : value - steps[index - 1].value
    const text = rise !== 0 && x.perYear >= 64 ? `${number(value)} (${signed(rise)})` : number(value)
    return { x: year - 0.5, x2: year + 0.5, middle: year, y: 0, y2: value, text, weight: rise !== 0 || index === 0 ? 'bold' : 'normal' }
  })
  const edges = labels.flatMap((label, index) =>
    index > 0 && label.y2 !== labels[index - 1].y2 ? [{ x: label.x, y: labels[index - 1].y2, y2: label.y2 }] : [],
  )
  return panel(frame, words.subsidy, [
    layer(frame, { type: 'rect', color: '#edf2f7' }, labels, { x: 'x', x2: 'x2', y: 'y', y2: 'y2' }),
    layer(frame, { type: 'rule', color: INK, strokeWidth: 1.5 }, labels, { x: 'x', x2: 'x2', y: 'y2' }),
    layer(frame, { type: 'rule', color: INK, strokeWidth: 1.5 }, edges, { x: 'x', y: 'y', y2: 'y2' }),
    layer(frame, { type: 'text', baseline: 'bottom', dy: -3, fontSize: x.perYear < 40 ? 10 : 12 }, labels, {
      x: 'middle',
      y: 'y2',
      text: 'text',
    }),
  ])
}
