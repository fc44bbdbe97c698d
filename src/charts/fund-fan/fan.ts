/** 累计结余扇形图 The fan: quantiles of the cumulative balance over replications by year, and the chances of deficit and insolvency. */
import { FAN, type SolvencyRow } from '../../measures/statistics/solvency.ts'
import { type Frame, hidden, layer, panel, steps, yearAxis } from '../kit/frame.ts'
import type { Json, Language } from '../kit/input.ts'
import { apart } from '../kit/labels.ts'
import { dots, line, pixel, texts, zeroLine } from '../kit/marks.ts'
import { LARGE_UNIT, largeMoney, percent } from '../kit/text.ts'
import { BLUES, INK, MUTED } from '../kit/theme.ts'
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

/** Round ticks, in the large unit of the language, that hold zero and every band of these fans. */
export function balanceTicks(fans: readonly (readonly FanYear[])[], lang: Language): number[] {
  const all = fans.flat().flatMap(({ balance }) => balance.map((yuan) => largeMoney(yuan, lang)))
  return steps(Math.min(0, ...all), Math.max(0, ...all, 1e-3), 6)
}

/** The fan over its two rows of chances. The bands are named at their right end. */
export function fanPanels(fan: readonly FanYear[], heading: string, ticks: readonly number[], width: number, lang: Language): Json {
  const words = FAN_WORDS[lang]
  const years = fan.map(({ year }) => year)
  const x = yearAxis({ years, first: years[0], last: years[years.length - 1] }, width, 0, 16)
  const y = { domain: [ticks[0], ticks[ticks.length - 1]] as const, ticks, format: ',~f', grid: true }
  const frame: Frame = { width, height: 230, x, y }
  const rows = fan.map(({ year, balance }) => {
    const [q05, q25, q50, q75, q95] = balance.map((yuan) => largeMoney(yuan, lang))
    return { x: year, left: year - 0.12, right: year + 0.12, q05, q25, q50, q75, q95, y: q50 }
  })
  const { across, up } = pixel(frame)
  const last = rows[rows.length - 1]
  const placed = apart([last.q05, last.q25, last.q50, last.q75, last.q95], 13 * up, ticks[0], y.domain[1])
  const at = (rows.length === 1 ? last.right : last.x) + 14 * across
  const labels = FAN.map((share, index) => ({ x: at, y: placed[index], text: percent(share, 0) }))
  const bands = panel(frame, `${heading}${words.inUnit(LARGE_UNIT[lang])}`, [
    ...bandOf(frame, rows, ['q05', 'q95'], BLUES.light),
    ...bandOf(frame, rows, ['q25', 'q75'], BLUES.middle),
    zeroLine(frame),
    line(frame, rows, INK),
    dots(frame, rows, { color: INK, size: 40 }),
    texts(frame, labels, { align: 'left', fontSize: 11, color: MUTED }),
  ])
  const chances: Frame = { width, height: 76, x: { ...x, format: '' }, y: hidden(-4, 0) }
  return { spacing: 12, vconcat: [bands, chanceRows(chances, fan, x.ticks, words)] }
}

/** The chances of deficit and insolvency in two rows below the years they belong to. */
function chanceRows(frame: Frame, fan: readonly FanYear[], years: readonly number[], words: FanWords): Json {
  const told = fan.filter(({ year }) => years.includes(year))
  const cells = told.flatMap(({ year, deficit, insolvent }) => [
    { x: year, y: -1.4, text: percent(deficit.value, 0) },
    { x: year, y: -3.5, text: percent(insolvent.value, 0) },
  ])
  const names = [words.deficit, words.insolvent].map((text, index) => ({ x: frame.x.domain[0], y: -0.5 - 2.1 * index, text }))
  const layers = [
    texts(frame, names, { align: 'left', fontSize: 11, color: MUTED }),
    texts(frame, cells, { align: 'center', fontWeight: 600 }),
  ]
  return panel(frame, '', layers, { title: null })
}

type FanRow = Readonly<Record<string, number>>

/** Between two quantiles: an area over the years, a bar where there is but one. */
function bandOf(frame: Frame, rows: readonly FanRow[], [y, y2]: readonly [string, string], color: string) {
  if (rows.length === 1) return [layer(frame, { type: 'rect', color, opacity: 0.9 }, rows, { x: 'left', x2: 'right', y, y2 })]
  return [layer(frame, { type: 'area', color, opacity: 0.9 }, rows, { x: 'x', y, y2 })]
}
