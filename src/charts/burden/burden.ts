/** 补偿前后的负担 burden before and after reimbursement: catastrophic spending and poverty, and who still bears it by fifth of income. */

import { type Estimate, type Figures, figuresOf } from '../kit/estimates.ts'
import { type Axis, type Frame, type Layer, layer, panel, roomFor, steps } from '../kit/frame.ts'
import type { Chart, Json, ReportInput } from '../kit/input.ts'
import { percent, signed, tidy } from '../kit/text.ts'
import { BLUES, GREYS, INK, sheet, WIDTH } from '../kit/theme.ts'
import { BURDEN_WORDS, type BurdenWords } from './words.ts'

const ROW = 32
const FIFTHS = [1, 2, 3, 4, 5]

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

function fifthsOf(figures: Figures, year: number, words: BurdenWords): Burden[] {
  return FIFTHS.flatMap((fifth) => {
    const [before, after] = ['che10_before', 'che10'].map((measure) => figures.estimate(measure, year, `quintile=${fifth}`))
    return before && after ? [{ name: words.fifth(fifth), before, after }] : []
  })
}

function seen(input: ReportInput) {
  const figures = figuresOf(input)
  const year = figures.last
  const of = (measure: string, group = '') => figures.mean(measure, year, group)
  const [before, after] = [of('che10_before'), of('che10')]
  const [lowest, highest] = [of('che10', 'quintile=1'), of('che10', 'quintile=5')]
  const [without, paid, helped] = ['poverty_before_payment', 'poverty_after_payment', 'poverty_after_reimbursement'].map((name) => of(name))
  return {
    year,
    che10: before === undefined || after === undefined ? undefined : { before, after },
    fifths: lowest === undefined || highest === undefined ? undefined : { lowest, highest },
    poor: without === undefined || paid === undefined || helped === undefined ? undefined : { without, before: paid, after: helped },
  }
}

export const burden: Chart = {
  name: 'burden',
  title: (_, lang) => BURDEN_WORDS[lang].title,
  sentence: (input, lang) => BURDEN_WORDS[lang].sentence(seen(input)),
  reading: (lang) => BURDEN_WORDS[lang].reading,
  table(input, lang) {
    const words = BURDEN_WORDS[lang]
    const figures = figuresOf(input)
    const cell = (measure: string, group: string) =>
      figures.years.map((year) => {
        const value = figures.estimate(measure, year, group)
        if (!value) return '–'
        return value.n > 1 ? `${percent(value.mean)} [${percent(value.p05)}; ${percent(value.p95)}]` : percent(value.mean)
      })
    const row = (name: string, when: string, measure: string, group = '') =>
      figures.has(measure, group) ? [[`${name}, ${when}`, ...cell(measure, group)]] : []
    return {
      head: [words.tableHead, ...figures.years.map(String)],
      rows: [
        ...BURDENS.flatMap((one) => [
          ...('without' in one ? row(words.measure[one.name], words.withoutPayment, one.without) : []),
          ...row(words.measure[one.name], words.before, one.before),
          ...row(words.measure[one.name], words.after, one.after),
        ]),
        ...FIFTHS.flatMap((fifth) => [
          ...row(`${words.measure.che10}, ${words.fifth(fifth)}`, words.before, 'che10_before', `quintile=${fifth}`),
          ...row(`${words.measure.che10}, ${words.fifth(fifth)}`, words.after, 'che10', `quintile=${fifth}`),
        ]),
      ],
    }
  },
  spec(input, lang) {
    const words = BURDEN_WORDS[lang]
    const figures = figuresOf(input)
    const [all, fifths] = [burdensOf(figures, figures.last, words), fifthsOf(figures, figures.last, words)]
    if (!all.length) return undefined
    const names = roomFor([...all, ...fifths].map(({ name }) => name)) + 14
    const top = Math.max(0.01, ...[...all, ...fifths].flatMap(({ before, after }) => [before.mean, before.p95, after.p95]))
    const panels = [
      dumbbells(words.heading(figures.last), all, names, top, words),
      ...(fifths.length ? [dumbbells(words.fifthsHeading(figures.last), fifths, names, top, words)] : []),
    ]
    const poor = all.some(({ without }) => without) ? words.poorKey : ''
    const interval = all.some(({ before }) => before.n > 1) ? words.intervalKey : ''
    return sheet(input, lang, this.title(input, lang), this.sentence(input, lang), [keyOf(words.key + interval + poor), ...panels])
  },
}

const keyOf = (text: string): Json => ({
  width: WIDTH,
  height: 6,
  data: { values: [{ text: text.replaceAll('   ', '\u2003\u2003') }] },
  mark: { type: 'text', align: 'left', x: 0, y: 0, fontSize: 13 },
  encoding: { text: { field: 'text', type: 'nominal' } },
})

function dumbbells(heading: string, burdens: readonly Burden[], names: number, top: number, words: BurdenWords): Json {
  const texts = burdens.map(({ before, after }) => {
    const change = signed(100 * (after.mean - before.mean), 1)
    return `${percent(before.mean)} → ${percent(after.mean)} (${words.change(change)})`
  })
  const right = roomFor(texts) + 12
  const ticks = steps(0, top, 6)
  const end = ticks[ticks.length - 1]
  const perPixel = end / (WIDTH - names - right)
  const x: Axis = { domain: [tidy(-names * perPixel), tidy(end + right * perPixel)], ticks, format: '.0%', grid: true }
  const frame: Frame = { width: WIDTH, height: burdens.length * ROW, x, y: { domain: [-burdens.length, 0], ticks: [], format: '' } }
  const rows = burdens.map(({ name, before, after, without }, index) => ({
    name,
    nameX: x.domain[0],
    y: -index - 0.5,
    low: -index - 0.82,
    high: -index - 0.18,
    before: before.mean,
    after: after.mean,
    beforeLow: before.p05,
    beforeHigh: before.p95,
    afterLow: after.p05,
    afterHigh: after.p95,
    n: before.n,
    without: without?.mean,
    text: texts[index],
    textX: end + 12 * perPixel,
  }))
  const spread = rows.filter(({ n }) => n > 1)
  const band = (low: string, high: string, color: string): Layer =>
    layer(frame, { type: 'rule', color, strokeWidth: 9, strokeCap: 'butt' }, spread, { x: low, x2: high, y: 'y' })
  const ring = { type: 'point', filled: true, fill: 'white', stroke: BLUES.dark, strokeWidth: 1.8, size: 70, opacity: 1 }
  return panel(frame, heading, [
    layer(frame, { type: 'rule', color: INK, strokeWidth: 1 }, [{ x: 0, y: -burdens.length, y2: 0 }], { x: 'x', y: 'y', y2: 'y2' }),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle' }, rows, { x: 'nameX', y: 'y', text: 'name' }),
    layer(frame, { type: 'rule', color: GREYS.middle, strokeWidth: 2 }, rows, { x: 'before', x2: 'after', y: 'y' }),
    band('beforeLow', 'beforeHigh', BLUES.light),
    band('afterLow', 'afterHigh', BLUES.light),
    layer(
      frame,
      { type: 'rule', color: INK, strokeWidth: 2 },
      rows.filter(({ without }) => without !== undefined),
      {
        x: 'without',
        y: 'low',
        y2: 'high',
      },
    ),
    layer(frame, ring, rows, { x: 'before', y: 'y' }),
    layer(frame, { type: 'point', filled: true, color: BLUES.dark, size: 80, opacity: 1 }, rows, { x: 'after', y: 'y' }),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle' }, rows, { x: 'textX', y: 'y', text: 'text' }),
  ])
}
