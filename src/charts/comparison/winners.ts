/** 受益与受损 winners and losers by decile of income: shares to both sides of zero, the yuan beside them. */
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
import { type Sides, WINNERS_WORDS, type WinnersWords } from './winners-words.ts'

const ROW = 26
const BAR = 0.32
/** Pixels of a column of numbers. */
const COLUMN = 74
const DECILES = Array.from({ length: 10 }, (_, index) => index + 1)

interface Group {
  readonly name: string
  readonly winners: WinnersRow
  readonly losers: WinnersRow
  readonly unchanged: WinnersRow
  readonly gain: WinnersRow
  readonly ofWinners?: WinnersRow
  readonly ofLosers?: WinnersRow
  readonly lessCare?: WinnersRow
  readonly moreCare?: WinnersRow
}

/** All households, then decile by decile, in the year told first; groups without households are left out. */
function groupsOf(input: ComparisonInput, reform: ComparedScenario, words: WinnersWords): Group[] {
  const own = input.winners.filter((row) => row.scenario === reform.name && row.year === yearShown(input, reform))
  const named = [['', words.everybody], ...DECILES.map((index) => [`decile=${index}`, words.decile(index)])]
  return named.flatMap(([group, name]) => {
    const at = (measure: string) => own.find((row) => row.group === group && row.measure === measure)
    const [winners, losers, unchanged, gain] = ['winners_share', 'losers_share', 'unchanged_share', 'gain'].map(at)
    if (!winners || !losers || !unchanged || !gain) return []
    const amounts = { ofWinners: at('gain_of_winners'), ofLosers: at('gain_of_losers') }
    const care = { lessCare: at('winners_less_care_share'), moreCare: at('losers_more_care_share') }
    return [{ name, winners, losers, unchanged, gain, ...amounts, ...care }]
  })
}

/** 少就医不算受益 Who pays less for less care has not won. */
function sidesOf({ winners, losers, lessCare, moreCare }: Group, year: number): Sides {
  const [less, more] = [lessCare?.value ?? 0, moreCare?.value ?? 0]
  return { year, win: Math.max(0, winners.value - less), lose: Math.max(0, losers.value - more), lessCare: less, moreCare: more }
}

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
      const [all] = groupsOf(input, reform, words)
      if (!all) return words.title(reform.title[lang])
      return words.finding(reform.title[lang], sidesOf(all, yearShown(input, reform)))
    },
    sentence({ input, words }) {
      const [all, ...deciles] = groupsOf(input, reform, words)
      if (!all) return ''
      const end = (index: number) => {
        const group = deciles.find((one) => one.name === words.decile(index))
        return group && { payLess: group.winners.value, gain: group.gain.value }
      }
      return words.sentence({
        ...sidesOf(all, yearShown(input, reform)),
        unchanged: all.unchanged.value,
        ofWinners: all.ofWinners?.value,
        ofLosers: all.ofLosers?.value,
        lowest: end(1),
        highest: end(10),
      })
    },
    reading: (words) => words.reading,
    table({ input, words }) {
      const share = (row: WinnersRow) => withBounds(row, percent)
      const money = (row: WinnersRow | undefined) => (row ? withBounds(row, signedSeen) : NONE)
      return {
        head: [words.group, ...words.columns],
        rows: groupsOf(input, reform, words).map((one) => [
          one.name,
          ...[one.winners, one.lessCare, one.losers, one.moreCare, one.unchanged].map((row) => (row ? share(row) : NONE)),
          ...[one.gain, one.ofWinners, one.ofLosers].map(money),
        ]),
      }
    },
    panels({ input, words, layout }) {
      const groups = groupsOf(input, reform, words)
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

/** The middle of a row; all households stand a little apart from the deciles. */
const rowOf = (index: number) => -index - 0.5 + (index === 0 ? 0.25 : 0)

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
  const frame: Frame = { width, height: (groups.length + 1.6) * ROW, x, y: hidden(-groups.length - 0.1, 1.5) }
  const names = groups.map(({ name }, index) => ({ name, y: rowOf(index) }))
  return panel(frame, words.heading(year), [
    ...sideOf(frame, groups, { side: 1, narrow }),
    ...sideOf(frame, groups, { side: -1, narrow }),
    uprightZero(frame, [-groups.length, 0.1], 1.2),
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
  const rows = groups.map((group, index) => {
    const [own, care] = side === 1 ? [group.winners, group.lessCare] : [group.losers, group.moreCare]
    const y = rowOf(index)
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
  return columns.flatMap(({ head, of }, index) => [
    layer(frame, { ...right, fontSize: 11, color: MUTED, lineHeight: 14 }, [{ y: 0.9, head }], { x: at(index), y: 'y', text: 'head' }),
    layer(
      frame,
      right,
      groups.map((group, row) => ({ y: rowOf(row), text: of(group) })),
      { x: at(index), y: 'y', text: 'text' },
    ),
  ])
}
