/** 累计结余扇形图 The fan: quantiles of the cumulative balance over replications by year, and the chances of deficit and insolvency. */
import { FAN, type SolvencyRow } from '../../measures/statistics/solvency.ts'
import { type Axis, axisOver, type Frame, hidden, type Layer, layer, panel, roomFor, yearAxis } from '../kit/frame.ts'
import type { Json, Language } from '../kit/input.ts'
import { apart } from '../kit/labels.ts'
import { dots, line, pixel, texts, zeroLine } from '../kit/marks.ts'
import { LARGE_UNIT, largeMoney, largeNumber, percent } from '../kit/text.ts'
import { type Layout, MUTED } from '../kit/theme.ts'
import { type Chance, FAN_WORDS, type FanWords, type FanYear } from './words.ts'

/** The fan of one scenario in the total area; no years where rows are missing or one replication shows no spread. */
export function fanOf(rows: readonly SolvencyRow[], scenario: string): FanYear[] {
  const own = rows.filter((row) => row.scenario === scenario && row.month === undefined)
  const area = own.some((row) => row.area === 'all') ? 'all' : own[0]?.area
  const found = new Map(own.filter((row) => row.area === area).map((row) => [`${row.year}|${row.measure}|${row.group}`, row]))
  const years = [...new Set(own.map((row) => row.year))].sort((a, b) => a - b)
  return years.flatMap((year) => {
    const at = (measure: string, group = '') => found.get(`${year}|${measure}|${group}`)
    const quantiles = FAN.map((share) => at('cumulative_balance', `quantile=${share}`)).filter((row) => row !== undefined)
    const chances = [at('deficit'), at('insolvent'), at('insolvent_so_far')].map(chanceOf)
    const [deficit, insolvent, insolventSoFar] = chances
    if (quantiles.length < FAN.length || quantiles[0].n < 2 || !deficit || !insolvent || !insolventSoFar) return []
    return [{ year, n: quantiles[0].n, balance: quantiles.map((row) => row.value), deficit, insolvent, insolventSoFar }]
  })
}

const chanceOf = (row: SolvencyRow | undefined): Chance | undefined =>
  row && { value: row.value, lower: row.lower ?? 0, upper: row.upper ?? 1 }

/** `25% [5%; 70%]` */
export const chanceText = ({ value, lower, upper }: Chance): string => `${percent(value, 0)} [${percent(lower, 0)}; ${percent(upper, 0)}]`

/** A fan with its colours; beside another one it is named, and shows its outer band alone. */
interface DrawnFan {
  readonly fan: readonly FanYear[]
  readonly name?: string
  readonly light: string
  readonly middle: string
  readonly line: string
  readonly strokeDash: readonly number[]
}

type FanRow = Readonly<Record<'x' | 'left' | 'right' | 'y' | 'q05' | 'q25' | 'q50' | 'q75' | 'q95', number>>

const rowsOf = ({ fan }: DrawnFan, lang: Language): FanRow[] =>
  fan.map(({ year, balance }) => {
    const [q05, q25, q50, q75, q95] = balance.map((yuan) => largeMoney(yuan, lang))
    return { x: year, left: year - 0.12, right: year + 0.12, q05, q25, q50, q75, q95, y: q50 }
  })

/** One fan, or two on one scale, over the chances of deficit and insolvency. The lines are named at their right end. */
export function fanPanels(fans: readonly DrawnFan[], heading: string, layout: Layout, lang: Language): Json {
  const words = FAN_WORDS[lang]
  const years = fans[0].fan.map(({ year }) => year)
  const labels = fans.flatMap((one) => endLabelsOf(one, fans.length > 1, lang))
  const x = yearAxis({ years, first: years[0], last: years[years.length - 1] }, layout.width, 0, roomFor(labels.map(({ text }) => text)))
  const rows = fans.map((one) => rowsOf(one, lang))
  const all = rows.flat().flatMap(({ q05, q95 }) => [q05, q95])
  const y = axisOver(Math.min(0, ...all), Math.max(0, ...all, 1e-3), 6, ',~f')
  const frame: Frame = { width: layout.width, height: 230, x, y }
  const bands = panel(frame, `${heading}${words.inUnit(LARGE_UNIT[lang])}`, [
    ...fans.flatMap((one, index) => bandOf(frame, rows[index], ['q05', 'q95'], one.light)),
    ...(fans.length > 1 ? [] : bandOf(frame, rows[0], ['q25', 'q75'], fans[0].middle)),
    zeroLine(frame),
    ...fans.flatMap((one, index) => [
      line(frame, rows[index], one.line, one.strokeDash),
      dots(frame, rows[index], { color: one.line, size: 40 }),
    ]),
    ...namesAtEnd(frame, labels, rows[0].length === 1 ? 0.12 : 0),
  ])
  return { spacing: 12, vconcat: [bands, chancesPanel(fans, { x, layout }, words)] }
}

interface End {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly color: string
}

/** The edges of the bands and the median with its money, of one fan; of two, the medians under their names. */
function endLabelsOf({ fan, name, line: color }: DrawnFan, isBeside: boolean, lang: Language): End[] {
  const last = fan[fan.length - 1]
  return FAN.flatMap((share, index) => {
    const isMedian = index === (FAN.length - 1) / 2
    if (isBeside && !isMedian) return []
    const words = FAN_WORDS[lang]
    const told = largeNumber(last.balance[index], lang)
    const text = isBeside ? `${name} ${told}` : isMedian ? words.median(told) : words.below(percent(share, 0))
    return [{ x: last.year, y: largeMoney(last.balance[index], lang), text, color: isBeside ? color : MUTED }]
  })
}

/** Names right of what they name, joined to it by a thin line where they had to move. */
function namesAtEnd(frame: Frame, labels: readonly End[], shift: number): Layer[] {
  const { across, up } = pixel(frame)
  const places = apart(
    labels.map(({ y }) => y),
    14 * up,
    frame.y.domain[0],
    frame.y.domain[1],
  )
  const rows = labels.map((label, index) => {
    const from = label.x + shift + 4 * across
    return { ...label, from, to: from + 12 * across, at: from + 15 * across, place: places[index] }
  })
  return [
    layer(frame, { type: 'rule', strokeWidth: 0.8, color: MUTED }, rows, { x: 'from', x2: 'to', y: 'y', y2: 'place' }),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle', fontSize: 12 }, rows, {
      x: 'at',
      y: 'place',
      text: 'text',
      color: 'color',
    }),
  ]
}

/** Rows of text below the years they belong to: chances, with their interval where one fan stands alone and has the room. */
function chancesPanel(fans: readonly DrawnFan[], { x, layout }: { x: Axis; layout: Layout }, words: FanWords): Json {
  const withInterval = fans.length === 1 && !layout.narrow
  const kinds = [
    { text: words.deficit, of: ({ deficit }: FanYear) => deficit },
    { text: words.insolvent, of: ({ insolvent }: FanYear) => insolvent },
  ]
  const lines = kinds.flatMap((kind) => [
    { name: kind.text, cells: [] as { x: number; text: string }[] },
    ...fans.map(({ fan, name = '' }) => ({
      name: fans.length > 1 ? `\u2003${name}` : '',
      cells: fan
        .filter(({ year }) => x.ticks.includes(year))
        .map((year) => ({ x: year.year, text: withInterval ? chanceText(kind.of(year)) : percent(kind.of(year).value, 0) })),
    })),
  ])
  const frame: Frame = { width: layout.width, height: lines.length * 17, x: { ...x, format: '' }, y: hidden(-lines.length, 0) }
  const placed = lines.map((one, index) => ({ ...one, y: -index - 0.5 }))
  const cells = placed.flatMap(({ y, cells: those }) => those.map((cell) => ({ ...cell, y })))
  // names of two fans stand right of the cells, where those of the lines are
  const isBeside = fans.length > 1
  const heads = placed.filter(({ cells: those }) => those.length === 0).map(({ name, y }) => ({ x: x.domain[0], y, text: name }))
  const at = x.ticks[x.ticks.length - 1] + 28 * pixel(frame).across
  const own = placed.filter(({ cells: those }) => isBeside && those.length > 0).map(({ name, y }) => ({ x: at, y, text: name.trim() }))
  return panel(
    frame,
    '',
    [
      texts(frame, heads, { align: 'left', fontSize: 11, color: MUTED }),
      texts(frame, own, { align: 'left', fontSize: 11, color: MUTED }),
      texts(frame, cells, { align: 'center', fontWeight: 600 }),
    ],
    { title: null },
  )
}

/** Between two quantiles: an area over the years, a bar where there is but one. */
function bandOf(frame: Frame, rows: readonly FanRow[], [y, y2]: readonly [string, string], color: string) {
  if (rows.length === 1) return [layer(frame, { type: 'rect', color, opacity: 0.75 }, rows, { x: 'left', x2: 'right', y, y2 })]
  return [layer(frame, { type: 'area', color, opacity: 0.75 }, rows, { x: 'x', y, y2 })]
}
