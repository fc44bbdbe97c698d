/** 受益与受损 winners and losers by tenth of income: shares to both sides of zero, the yuan beside them. */
import type { WinnersRow } from '../../measures/protection/winners.ts'
import { type Axis, type Frame, layer, panel, roomFor, steps } from '../kit/frame.ts'
import type { Chart, Json, Language } from '../kit/input.ts'
import { pixel, texts } from '../kit/marks.ts'
import { percent, signed, tidy, withBounds } from '../kit/text.ts'
import { BLUES, INK, MUTED, REDS, sheetOver, WIDTH } from '../kit/theme.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { WINNERS_WORDS, type WinnersWords } from './winners-words.ts'

const ROW = 26
const BAR = 0.32
/** Pixels of a column of numbers. */
const COLUMN = 78
const TENTHS = Array.from({ length: 10 }, (_, index) => index + 1)

interface Group {
  readonly name: string
  readonly winners: WinnersRow
  readonly losers: WinnersRow
  readonly unchanged: WinnersRow
  readonly gain: WinnersRow
  readonly ofWinners?: WinnersRow
  readonly ofLosers?: WinnersRow
}

/** All households, then tenth by tenth, in the last year; groups without households are left out. */
function groupsOf(input: ComparisonInput, reform: ComparedScenario, words: WinnersWords): Group[] {
  const own = input.winners.filter((row) => row.scenario === reform.name && row.year === input.years[1])
  const named = [['', words.everybody], ...TENTHS.map((index) => [`decile=${index}`, words.tenth(index)])]
  return named.flatMap(([group, name]) => {
    const at = (measure: string) => own.find((row) => row.group === group && row.measure === measure)
    const [winners, losers, unchanged, gain] = ['winners_share', 'losers_share', 'unchanged_share', 'gain'].map(at)
    if (!winners || !losers || !unchanged || !gain) return []
    return [{ name, winners, losers, unchanged, gain, ofWinners: at('gain_of_winners'), ofLosers: at('gain_of_losers') }]
  })
}

/** Where the thin line ends: at the bound, or at the share itself where the bound is not known. */
const highest = ({ value, upper }: WinnersRow) => Math.max(value, upper ?? value)

const yuan = (row: WinnersRow | undefined) => (row ? signed(row.value) : '–')

export function winnersChart(reform: ComparedScenario, name: string, foot: (input: ComparisonInput, lang: Language) => string[]) {
  const chart: Chart<ComparisonInput> = {
    name,
    title: (_, lang) => WINNERS_WORDS[lang].title(reform.title[lang]),
    sentence(input, lang) {
      const words = WINNERS_WORDS[lang]
      const [all, ...tenths] = groupsOf(input, reform, words)
      if (!all) return ''
      const end = (index: number) => {
        const group = tenths.find((one) => one.name === words.tenth(index))
        return group && { winners: group.winners.value, gain: group.gain.value }
      }
      return words.sentence({
        year: input.years[1],
        winners: all.winners.value,
        losers: all.losers.value,
        unchanged: all.unchanged.value,
        ofWinners: all.ofWinners?.value,
        ofLosers: all.ofLosers?.value,
        lowest: end(1),
        highest: end(10),
      })
    },
    reading: (lang) => WINNERS_WORDS[lang].reading,
    table(input, lang) {
      const words = WINNERS_WORDS[lang]
      const share = (row: WinnersRow) => withBounds(row, percent)
      const money = (row: WinnersRow | undefined) => (row ? withBounds(row, signed) : '–')
      return {
        head: [words.group, ...words.columns],
        rows: groupsOf(input, reform, words).map((one) => [
          one.name,
          ...[one.winners, one.losers, one.unchanged].map(share),
          ...[one.gain, one.ofWinners, one.ofLosers].map(money),
        ]),
      }
    },
    spec(input, lang) {
      const words = WINNERS_WORDS[lang]
      const groups = groupsOf(input, reform, words)
      if (!groups.length) return undefined
      const drawn = bars(groups, words, input.years[1])
      return sheetOver(foot(input, lang), this.title(input, lang), this.sentence(input, lang), [drawn])
    },
  }
  return chart
}

function bars(groups: readonly Group[], words: WinnersWords, year: number): Json {
  const left = roomFor(groups.map(({ name }) => name)) + 14
  const right = 4 * COLUMN
  const plot = WIDTH - left - right
  const top = (rows: readonly WinnersRow[]) => Math.max(0.01, ...rows.map(highest))
  const [most, least] = [top(groups.map(({ winners }) => winners)), top(groups.map(({ losers }) => losers))]
  // room of 46 pixels beyond the longest bar on either side for its number
  const perPixel = (most + least) / (plot - 92)
  const [low, high] = [-(least + 46 * perPixel), most + 46 * perPixel]
  const x: Axis = {
    domain: [tidy(low - left * perPixel), tidy(high + right * perPixel)],
    ticks: steps(-least, most, 6).filter((tick) => tick >= low && tick <= high),
    format: '.0%',
    grid: true,
    labelExpr: "format(abs(datum.value), '.0%')",
  }
  const height = (groups.length + 2.3) * ROW
  const frame: Frame = { width: WIDTH, height, x, y: { domain: [-groups.length - 0.1, 2.2], ticks: [], format: '' } }
  const { across } = pixel(frame)
  const rows = groups.map((group, index) => {
    // all households stand a little apart from the tenths
    const y = -index - 0.5 + (index === 0 ? 0.25 : 0)
    const { winners, losers } = group
    return {
      y,
      upper: y + BAR,
      lower: y - BAR,
      zero: 0,
      win: winners.value,
      lose: -losers.value,
      winLow: winners.lower ?? winners.value,
      winHigh: highest(winners),
      loseLow: -(losers.lower ?? losers.value),
      loseHigh: -highest(losers),
      winX: highest(winners) + 5 * across,
      loseX: -highest(losers) - 5 * across,
      winText: percent(winners.value),
      loseText: percent(losers.value),
      name: group.name,
      nameX: x.domain[0],
    }
  })
  const column = (index: number) => x.domain[1] - (3 - index) * COLUMN * across
  const numbers = groups.flatMap((group, index) =>
    [percent(group.unchanged.value), yuan(group.gain), yuan(group.ofWinners), yuan(group.ofLosers)].map((text, at) => ({
      x: column(at),
      y: rows[index].y,
      text,
    })),
  )
  const heads = [[words.unchanged], words.gain, words.winner, words.loser].map((text, at) => ({ x: column(at), y: 0.85, text }))
  // the three columns of yuan under one heading
  const money = { from: column(1) - 50 * across, to: column(3), y: 1.5 }
  const sides = [{ x: 8 * across, y: 0.45, text: words.win }]
  const rect = (color: string) => ({ type: 'rect', color, strokeWidth: 0 })
  return panel(frame, words.heading(year), [
    layer(frame, rect(BLUES.middle), rows, { x: 'zero', x2: 'win', y: 'lower', y2: 'upper' }),
    layer(frame, rect(REDS.dark), rows, { x: 'lose', x2: 'zero', y: 'lower', y2: 'upper' }),
    layer(frame, { type: 'rule', color: INK }, rows, { x: 'winLow', x2: 'winHigh', y: 'y' }),
    layer(frame, { type: 'rule', color: REDS.middle }, rows, { x: 'loseLow', x2: 'loseHigh', y: 'y' }),
    layer(frame, { type: 'rule', color: INK, strokeWidth: 1.2 }, [{ x: 0, y: -groups.length, y2: 0.1 }], { x: 'x', y: 'y', y2: 'y2' }),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle' }, rows, { x: 'winX', y: 'y', text: 'winText' }),
    layer(frame, { type: 'text', align: 'right', baseline: 'middle' }, rows, { x: 'loseX', y: 'y', text: 'loseText' }),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle' }, rows, { x: 'nameX', y: 'y', text: 'name' }),
    texts(frame, sides, { align: 'left', fontWeight: 600 }),
    texts(frame, [{ x: -8 * across, y: 0.45, text: words.lose }], { align: 'right', fontWeight: 600 }),
    texts(frame, numbers, { align: 'right' }),
    texts(frame, heads, { align: 'right', baseline: 'middle', lineHeight: 14, fontSize: 11, color: MUTED }),
    layer(frame, { type: 'rule', color: MUTED }, [money], { x: 'from', x2: 'to', y: 'y' }),
    texts(frame, [{ x: (money.from + money.to) / 2, y: 1.85, text: words.yuan }], { fontSize: 11, color: MUTED }),
  ])
}
