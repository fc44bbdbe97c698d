/** 受益与受损 winners and losers by county and by decile of income: shares to both sides of zero, the yuan beside them. */
import type { WinnersRow } from '../../measures/protection/winners.ts'
import { type Chart, chartOf } from '../kit/chart.ts'
import { type Axis, type Frame, hidden, type Layer, layer, panel, roomFor, steps } from '../kit/frame.ts'
import type { Json, Language } from '../kit/input.ts'
import { texts, uprightZero } from '../kit/marks.ts'
import { type KeyPart, key } from '../kit/sheet.ts'
import { NONE } from '../kit/table.ts'
import { percent, signedSeen, tidy, withBounds } from '../kit/text.ts'
import { BLUES, INK, type Layout, MUTED, REDS } from '../kit/theme.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { yearShown } from './largest.ts'
import { type Group, groupsOf, sidesOf } from './winners-groups.ts'
import { WINNERS_WORDS, type WinnersWords } from './winners-words.ts'

const ROW = 26
const BAR = 0.32
/** Pixels of a column of numbers. */
const COLUMN = 74

const hasCounties = (groups: readonly Group[]) => groups.some(({ kind }) => kind === 'county')

/** Where the thin line ends: at the bound, or at the share itself where the bound is not known. */
const highest = ({ value, upper }: WinnersRow) => Math.max(value, upper ?? value)

const yuan = (row: WinnersRow | undefined) => (row ? signedSeen(row.value) : NONE)

export function winnersChart(
  reform: ComparedScenario,
  name: string,
  foot: (input: ComparisonInput, lang: Language) => string[],
): Chart<ComparisonInput> {
  return chartOf({
    name,
    words: WINNERS_WORDS,
    title({ input, words, lang }) {
      const [all] = groupsOf(input, reform, lang)
      if (!all) return words.title(reform.title[lang])
      return words.finding(reform.title[lang], yearShown(input, reform), sidesOf(all))
    },
    sentence({ input, words, lang }) {
      const [all, ...others] = groupsOf(input, reform, lang)
      if (!all) return ''
      const end = (index: number) => {
        const group = others.find((one) => one.group === `decile=${index}`)
        return group && { payLess: group.winners.value, gain: group.gain.value }
      }
      const counties = others.filter(({ kind }) => kind === 'county').map((one) => ({ title: one.title, sides: sidesOf(one) }))
      return words.sentence({
        counties,
        year: yearShown(input, reform),
        ...sidesOf(all),
        unchanged: all.unchanged.value,
        ofWinners: all.ofWinners?.value,
        ofLosers: all.ofLosers?.value,
        lowest: end(1),
        highest: end(10),
      })
    },
    reading: (words) => words.reading,
    table({ input, words, lang }) {
      const share = (row: WinnersRow) => withBounds(row, percent)
      const money = (row: WinnersRow | undefined) => (row ? withBounds(row, signedSeen) : NONE)
      return {
        head: [words.group, ...words.columns],
        rows: groupsOf(input, reform, lang).map((one) => [
          one.title,
          ...[one.winners, one.lessCare, one.losers, one.moreCare, one.unchanged].map((row) => (row ? share(row) : NONE)),
          ...[one.gain, one.ofWinners, one.ofLosers].map(money),
        ]),
      }
    },
    panels({ input, words, lang, layout }) {
      const groups = groupsOf(input, reform, lang)
      if (!groups.length) return []
      return [key(keyOf(groups, words), layout), bars(groups, words, { year: yearShown(input, reform), layout })]
    },
    foot: ({ input, lang }) => foot(input, lang),
  })
}

/** What the colours of the bars mean; less and more care only where there is any. */
function keyOf(groups: readonly Group[], words: WinnersWords): KeyPart[] {
  const square = (color: string) => ({ type: 'point', shape: 'square', filled: true, opacity: 1, size: 120, color })
  const any = (of: (group: Group) => WinnersRow | undefined) => groups.some((group) => (of(group)?.value ?? 0) > 0)
  return [
    { text: words.wins, mark: square(BLUES.middle) },
    ...(any(({ lessCare }) => lessCare) ? [{ text: words.lessCare, mark: square(BLUES.light) }] : []),
    { text: words.loses, mark: square(REDS.middle) },
    ...(any(({ moreCare }) => moreCare) ? [{ text: words.moreCare, mark: square(REDS.light) }] : []),
  ]
}

/** All households stand a little apart from the others, counties from the deciles. */
const APART = 0.25

/** The middle of each row. */
function rowsIn(groups: readonly Group[]): number[] {
  let y = 0.5 + APART
  return groups.map(({ kind }, index) => (y -= index > 0 && kind !== groups[index - 1].kind ? 1 + APART : 1))
}

function bars(groups: readonly Group[], words: WinnersWords, { year, layout }: { year: number; layout: Layout }): Json {
  const { width, narrow } = layout
  const range = [roomFor(groups.map(({ name }) => name)) + 10, width - (narrow ? 4 : 2 * COLUMN)] as const
  const top = (rows: readonly WinnersRow[]) => Math.max(0.01, ...rows.map(highest))
  const [most, least] = [top(groups.map(({ winners }) => winners)), top(groups.map(({ losers }) => losers))]
  // room beyond the longest bar on either side for its number
  const label = narrow ? 42 : Math.max(46, roomFor(groups.flatMap((group) => [labelOf(group, 1), labelOf(group, -1)])) + 8)
  const room = (label * (most + least)) / Math.max(40, range[1] - range[0] - 2 * label)
  const [low, high] = [tidy(-least - room), tidy(most + room)]
  const x: Axis = {
    domain: [low, high],
    range,
    ticks: steps(-least, most, narrow ? 3 : 6).filter((tick) => tick >= low && tick <= high),
    format: '.0%',
    grid: true,
    labelExpr: "format(abs(datum.value), '.0%')",
  }
  const rows = rowsIn(groups)
  const bottom = rows[rows.length - 1] - 0.5
  const frame: Frame = { width, height: (1.6 - bottom) * ROW, x, y: hidden(bottom - 0.1, 1.5) }
  const names = groups.map(({ name }, index) => ({ name, y: rows[index] }))
  return panel(frame, words.heading(year, hasCounties(groups)), [
    ...sideOf(frame, groups, { side: 1, narrow }),
    ...sideOf(frame, groups, { side: -1, narrow }),
    uprightZero(frame, [bottom, 0.1], 1.2),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle' }, names, { x: 0, y: 'y', text: 'name' }),
    texts(frame, [{ x: 0, y: 0.45, text: words.less }], { align: 'left', dx: 8, fontWeight: 600 }),
    texts(frame, [{ x: 0, y: 0.45, text: words.more }], { align: 'right', dx: -8, fontWeight: 600 }),
    ...(narrow ? [] : numberColumns(frame, groups, { words, width })),
  ])
}

/** Share of a side, and what one of them gains or loses. */
function labelOf({ winners, losers, ofWinners, ofLosers }: Group, side: 1 | -1): string {
  const [own, amount] = side === 1 ? [winners, ofWinners] : [losers, ofLosers]
  return `${percent(own.value)}${amount ? `: ${yuan(amount)}` : ''}`
}

/** Bars of who pays less to the right of zero, of who pays more to the left, each with its interval and its share; less and more care at their ends. */
function sideOf(frame: Frame, groups: readonly Group[], { side, narrow }: { side: 1 | -1; narrow: boolean }): Layer[] {
  const middles = rowsIn(groups)
  const rows = groups.map((group, index) => {
    const [own, care] = side === 1 ? [group.winners, group.lessCare] : [group.losers, group.moreCare]
    const y = middles[index]
    const share = side * own.value
    return {
      ...{ y, upper: y + BAR, lower: y - BAR, zero: 0, share, same: side * Math.max(0, own.value - (care?.value ?? 0)) },
      text: narrow ? percent(own.value) : labelOf(group, side),
      low: side * (own.lower ?? own.value),
      high: side * highest(own),
    }
  })
  const { middle, light } = side === 1 ? BLUES : REDS
  const text = { type: 'text', align: side === 1 ? 'left' : 'right', dx: 5 * side, baseline: 'middle' }
  return [
    layer(frame, { type: 'rect', color: light, strokeWidth: 0 }, rows, { x: 'zero', x2: 'share', y: 'lower', y2: 'upper' }),
    layer(frame, { type: 'rect', color: middle, strokeWidth: 0 }, rows, { x: 'zero', x2: 'same', y: 'lower', y2: 'upper' }),
    layer(frame, { type: 'rule', color: INK, strokeWidth: 1.2 }, rows, { x: 'low', x2: 'high', y: 'y' }),
    layer(frame, text, rows, { x: 'high', y: 'y', text: 'text' }),
  ]
}

/** Columns of numbers at the right. */
function numberColumns(frame: Frame, groups: readonly Group[], { words, width }: { words: WinnersWords; width: number }): Layer[] {
  const columns = [
    { head: [words.unchanged], of: ({ unchanged }: Group) => percent(unchanged.value) },
    { head: words.gain, of: ({ gain }: Group) => yuan(gain) },
  ]
  const at = (index: number) => width - (columns.length - 1 - index) * COLUMN
  const right = { type: 'text', align: 'right', baseline: 'middle' }
  const middles = rowsIn(groups)
  return columns.flatMap(({ head, of }, index) => [
    layer(frame, { ...right, fontSize: 11, color: MUTED, lineHeight: 14 }, [{ y: 0.9, head }], { x: at(index), y: 'y', text: 'head' }),
    layer(
      frame,
      right,
      groups.map((group, row) => ({ y: middles[row], text: of(group) })),
      { x: at(index), y: 'y', text: 'text' },
    ),
  ])
}
