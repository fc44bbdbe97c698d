/** 报销前后的负担 burden before and after reimbursement: catastrophic spending and poverty, and who still bears it by quintile of income. */
import { chartOfRun } from '../kit/chart.ts'
import type { Estimate, Figures } from '../kit/estimates.ts'
import { axisOver, type Frame, type Layer, layer } from '../kit/frame.ts'
import { dots, pixel } from '../kit/marks.ts'
import { lookFor, rowsPanel, yearsShown } from '../kit/rows.ts'
import { type KeyPart, key } from '../kit/sheet.ts'
import { told, withInterval, yearRow } from '../kit/table.ts'
import { percent, signed } from '../kit/text.ts'
import { FAINT, GREYS, INK, OCHRE } from '../kit/theme.ts'
import { BURDEN_WORDS, type BurdenSeen, type BurdenWords } from './words.ts'

const QUINTILES = [1, 2, 3, 4, 5]

/** Each burden by its measure before and after, and without any payment where that is one. */
const BURDENS = [
  { name: 'che10', before: 'che10_before', after: 'che10' },
  { name: 'che25', before: 'che25_before', after: 'che25' },
  { name: 'che40', before: 'che40_before', after: 'che40' },
  { name: 'poverty', before: 'poverty_after_payment', after: 'poverty_after_reimbursement', without: 'poverty_before_payment' },
] as const

interface Burden {
  readonly name: string
  readonly before: Estimate
  readonly after: Estimate
  readonly without?: Estimate
}

function burdensOf(figures: Figures, year: number, words: BurdenWords): Burden[] {
  return BURDENS.flatMap((one) => {
    const [before, after] = [figures.estimate(one.before, year), figures.estimate(one.after, year)]
    const without = 'without' in one ? figures.estimate(one.without, year) : undefined
    return before && after ? [{ name: words.measure[one.name], before, after, without }] : []
  })
}

function quintilesOf(figures: Figures, year: number, words: BurdenWords): Burden[] {
  return QUINTILES.flatMap((quintile) => {
    const [before, after] = ['che10_before', 'che10'].map((measure) => figures.estimate(measure, year, `quintile=${quintile}`))
    return before && after ? [{ name: words.quintile(quintile), before, after }] : []
  })
}

function seen(figures: Figures): BurdenSeen {
  const year = figures.last
  const of = (measure: string, group = '') => figures.mean(measure, year, group)
  const [before, after] = [of('che10_before'), of('che10')]
  const [lowest, highest] = [of('che10', 'quintile=1'), of('che10', 'quintile=5')]
  const [without, paid, helped] = ['poverty_before_payment', 'poverty_after_payment', 'poverty_after_reimbursement'].map((name) => of(name))
  return {
    year,
    che10: before === undefined || after === undefined ? undefined : { before, after },
    quintiles: lowest === undefined || highest === undefined ? undefined : { lowest, highest },
    poor: without === undefined || paid === undefined || helped === undefined ? undefined : { without, before: paid, after: helped },
  }
}

export const burden = chartOfRun({
  name: 'burden',
  question: 'protection',
  place: 10,
  words: BURDEN_WORDS,
  finding: ({ figures, words }) => words.finding(seen(figures)),
  sentence: ({ figures, words }) => words.sentence(seen(figures)),
  table({ figures, words, lang }) {
    const comma = lang === 'en' ? ', ' : '，'
    const row = (name: string, measure: string, group = '') =>
      yearRow(figures, name, (year) => told(figures.estimate(measure, year, group), (value) => withInterval(value, percent)))
    const pair = (name: string, { before, after }: { before: string; after: string }, group = '') => [
      ...row(name + comma + words.before, before, group),
      ...row(name + comma + words.after, after, group),
    ]
    return {
      head: [words.tableHead, ...figures.years.map(String)],
      rows: [
        ...BURDENS.flatMap((one) => [
          ...('without' in one ? row(words.measure[one.name] + comma + words.withoutPayment, one.without) : []),
          ...pair(words.measure[one.name], one),
        ]),
        ...QUINTILES.flatMap((quintile) =>
          pair(words.measure.che10 + comma + words.quintile(quintile), BURDENS[0], `quintile=${quintile}`),
        ),
      ],
    }
  },
  panels({ figures, words, layout }) {
    const years = yearsShown(figures.years, layout.narrow ? 2 : 4)
    const all = years.map((year) => burdensOf(figures, year, words))
    const quintiles = years.map((year) => quintilesOf(figures, year, words))
    const both = [...all, ...quintiles].flat()
    if (!all.flat().length) return []
    const top = Math.max(0.01, ...both.flatMap(({ before, after }) => [before.mean, before.p95, after.p95]))
    const axis = axisOver(0, top, layout.narrow ? 4 : 6, '.0%')
    const [ofAll, ofQuintiles] = [all, quintiles].map((byYear) => rowsOf(byYear, years, words))
    const look = lookFor([...ofAll, ...ofQuintiles], 19, layout)
    const panelOf = (heading: string, rows: readonly BurdenRow[]) =>
      rows.length ? rowsPanel(heading, rows, axis, look, dumbbells) : undefined
    return [
      key(keyOf(both, words), layout),
      panelOf(words.heading(years[0], figures.last), ofAll),
      panelOf(words.quintilesHeading(years[0], figures.last), ofQuintiles),
    ]
  },
})

/** What the marks mean; intervals and poverty without payment only where there are any. */
function keyOf(burdens: readonly Burden[], words: BurdenWords): KeyPart[] {
  const interval = { text: words.intervalKey, mark: SAMPLE }
  const poor = { text: words.poorKey, mark: { type: 'text', text: '│', color: INK, fontWeight: 700 } }
  return [
    { text: words.before, mark: { type: 'point', ...WAS, size: 60 } },
    { text: words.after, mark: { type: 'point', filled: true, color: OCHRE.dark, opacity: 1, size: 60 } },
    ...(burdens.some(({ before }) => before.n > 1) ? [interval] : []),
    ...(burdens.some(({ without }) => without) ? [poor] : []),
  ]
}

const WAS = { fill: 'white', stroke: OCHRE.dark, strokeWidth: 1.8, opacity: 1 } as const
const SAMPLE = { type: 'point', shape: 'square', filled: true, opacity: 1, size: 150, color: OCHRE.light } as const
const INTERVAL = { color: OCHRE.light, strokeWidth: 12, strokeCap: 'butt' } as const

type BurdenRow = ReturnType<typeof rowOf>

/** Burden by burden, its years one under the other; the last year's in full. */
function rowsOf(byYear: readonly (readonly Burden[])[], years: readonly number[], words: BurdenWords): BurdenRow[] {
  const last = byYear[byYear.length - 1]
  return last.flatMap(({ name }) =>
    years.flatMap((year, index) => {
      const found = byYear[index].find((one) => one.name === name)
      return found ? [rowOf(found, { year, isFirst: index === 0, isLast: index === years.length - 1 }, words)] : []
    }),
  )
}

interface At {
  readonly year: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** A burden of a year as its row shows it. */
function rowOf({ name, before, after, without }: Burden, { year, isFirst, isLast }: At, words: BurdenWords) {
  const change = words.change(signed(100 * (after.mean - before.mean), 1))
  return {
    name: isFirst ? name : '',
    text: `${year}: ${percent(before.mean)} → ${percent(after.mean)}${isLast ? ` (${change})` : ''}`,
    from: before.mean,
    to: after.mean,
    isFirst,
    isLast,
    spread: before.n > 1,
    fromLow: before.p05,
    fromHigh: before.p95,
    toLow: after.p05,
    toHigh: after.p95,
    // a stroke on the axis would show nothing
    without: without?.mean || undefined,
  }
}

/** Intervals as bands that reach over and under the points, poverty without any payment as an upright stroke. */
function dumbbells(frame: Frame, rows: readonly (BurdenRow & { readonly y: number; readonly top: number })[]): Layer[] {
  const { up } = pixel(frame)
  const spread = rows.filter((row) => row.spread)
  const wide = { type: 'rule', ...INTERVAL }
  const strokes = rows.filter(({ without }) => without !== undefined).map((row) => ({ ...row, low: row.y - 8 * up, high: row.y + 8 * up }))
  const borders = rows.filter(({ isFirst }, index) => isFirst && index > 0).map(({ top }) => ({ y: top, x: 0, x2: frame.x.domain[1] }))
  const [last, others] = [true, false].map((wanted) => rows.filter(({ isLast }) => isLast === wanted))
  return [
    layer(frame, { type: 'rule', color: FAINT, strokeWidth: 1.5 }, borders, { x: 'x', x2: 'x2', y: 'y' }),
    layer(frame, wide, spread, { x: 'fromLow', x2: 'fromHigh', y: 'y' }),
    layer(frame, wide, spread, { x: 'toLow', x2: 'toHigh', y: 'y' }),
    layer(frame, { type: 'rule', color: GREYS.middle, strokeWidth: 2 }, rows, { x: 'from', x2: 'to', y: 'y' }),
    layer(frame, { type: 'rule', color: INK, strokeWidth: 2 }, strokes, { x: 'without', y: 'low', y2: 'high' }),
    dots(frame, rows, { ...WAS, size: 42 }, { x: 'from', y: 'y' }),
    dots(frame, others, { color: OCHRE.middle, size: 42 }, { x: 'to', y: 'y' }),
    dots(frame, last, { color: OCHRE.dark, size: 62 }, { x: 'to', y: 'y' }),
  ]
}
