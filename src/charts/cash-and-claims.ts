/** 现金与待结算 cash and claims: month by month, cash against what is owed, subsidies as they arrive, claims that wait. */
import { type Figures, figuresOf, type Month } from './kit/estimates.ts'
import { type Axis, apart, type Frame, layer, panel, roomFor, steps } from './kit/frame.ts'
import type { Chart, Json, Language, ReportInput } from './kit/input.ts'
import { band, line, zeroLine } from './kit/marks.ts'
import { largeMoney, number, tidy } from './kit/text.ts'
import { BLUES, OCHRE, REDS, sheet, WIDTH } from './kit/theme.ts'
import { SENTENCES } from './sentences.ts'
import { WORDS, type Words } from './words.ts'

/** End of a month as a point of time in years: the end of June 2013 is 2013.5. */
const endOf = (month: Month) => month.year + month.month / 12

/** Each year's name in its middle; dashed lines mark 1 January, where the scheme year turns. */
const timeAxis = (figures: Figures, room: number): Axis => {
  const span = figures.years.length
  const right = (room * span) / (WIDTH - room)
  return {
    domain: [figures.first, tidy(figures.last + 1 + right)],
    ticks: figures.years.map((year) => year + 0.5),
    format: 'd',
    labelExpr: 'floor(datum.value)',
  }
}

function linesPanel(figures: Figures, words: Words, lang: Language, room: number): Json | undefined {
  const scaled = (month: Month) => ({
    x: endOf(month),
    y: largeMoney(month.mean, lang),
    p05: largeMoney(month.p05, lang),
    p95: largeMoney(month.p95, lang),
    n: month.n,
  })
  const lines = [
    { word: words.cash, rows: figures.months('cash').map(scaled), color: BLUES.dark, band: BLUES.light, strokeDash: [1, 0] },
    { word: words.payables, rows: figures.months('payables').map(scaled), color: REDS.dark, band: REDS.light, strokeDash: [6, 3] },
  ].filter((line) => line.rows.length > 0)
  if (lines.length === 0) return undefined
  const all = lines.flatMap((line) => line.rows)
  const ticks = steps(Math.min(0, ...all.map((row) => row.p05)), Math.max(0, ...all.map((row) => row.p95)), 6)
  const x = timeAxis(figures, room)
  const frame: Frame = {
    width: WIDTH,
    height: 210,
    x,
    y: { domain: [ticks[0], ticks[ticks.length - 1]], ticks, format: ',~f', grid: true },
  }
  const perPixel = (frame.y.domain[1] - frame.y.domain[0]) / frame.height
  const places = apart(
    lines.map((line) => line.rows[line.rows.length - 1].y),
    17 * perPixel,
    frame.y.domain[0] + 8 * perPixel,
    frame.y.domain[1],
  )
  const across = (x.domain[1] - x.domain[0]) / WIDTH
  const labels = lines.map((line, index) => ({
    x: line.rows[line.rows.length - 1].x + 7 * across,
    y: places[index],
    text: line.word,
    color: line.color,
  }))
  return panel(frame, words.cashPanel, [
    ...yearTurns(frame, figures),
    ...lines.map((one) => band(frame, one.rows, one.band)),
    zeroLine(frame, figures.first, figures.last + 1),
    ...lines.map((one) => line(frame, one.rows, one.color, one.strokeDash)),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle', fontWeight: 600 }, labels, {
      x: 'x',
      y: 'y',
      text: 'text',
      color: 'color',
    }),
  ])
}

/** Bars from zero, one a month. */
function barsPanel(
  figures: Figures,
  measure: string,
  heading: string,
  scale: (value: number) => number,
  color: string,
  room: number,
): Json | undefined {
  const width = 1 / 12
  const rows = figures
    .months(measure)
    .map((month) => ({ x: endOf(month) - width * 0.85, x2: endOf(month) - width * 0.15, y: 0, y2: scale(month.mean) }))
  const top = Math.max(0, ...rows.map((row) => row.y2))
  if (top === 0) return undefined
  const ticks = steps(0, top, 4)
  const frame: Frame = {
    width: WIDTH,
    height: 84,
    x: timeAxis(figures, room),
    y: { domain: [0, ticks[ticks.length - 1]], ticks, format: ',~f', grid: true },
  }
  return panel(frame, heading, [
    ...yearTurns(frame, figures),
    layer(
      frame,
      { type: 'rect', color },
      rows.filter((row) => row.y2 !== 0),
      { x: 'x', x2: 'x2', y: 'y', y2: 'y2' },
    ),
    zeroLine(frame, figures.first, figures.last + 1),
  ])
}

const yearTurns = (frame: Frame, figures: Figures) => [
  layer(
    frame,
    { type: 'rule', color: '#c3cad1', strokeWidth: 1, strokeDash: [2, 3] },
    [...figures.years, figures.last + 1].map((year) => ({ x: year, y: frame.y.domain[0], y2: frame.y.domain[1] })),
    { x: 'x', y: 'y', y2: 'y2' },
  ),
]

const extreme = (months: readonly Month[], better: (one: number, other: number) => boolean): Month | undefined =>
  months.reduce<Month | undefined>((best, month) => (best && !better(month.mean, best.mean) ? best : month), undefined)

function seen(input: ReportInput, lang: Language) {
  const figures = figuresOf(input)
  const word = (month: number) => WORDS[lang].month[month - 1]
  const cash = figures.months('cash')
  const owed = new Map(figures.months('payables').map((month) => [endOf(month), month.mean]))
  const compared = cash.filter((month) => owed.has(endOf(month)))
  const lowest = extreme(cash, (one, other) => one < other)
  const peak = extreme(figures.months('claims_waiting'), (one, other) => one > other)
  return {
    lowest: lowest && { word: word(lowest.month), year: lowest.year, yuan: lowest.mean },
    shortMonths: compared.filter((month) => month.mean < (owed.get(endOf(month)) ?? 0)).length,
    months: compared.length,
    waitingPeak: peak && { word: word(peak.month), year: peak.year, claims: peak.mean },
  }
}

export const cashAndClaims: Chart = {
  name: 'cash-and-claims',
  title: (_, lang) => WORDS[lang].title.cash,
  sentence: (input, lang) => SENTENCES[lang].cash(seen(input, lang)),
  table(input, lang) {
    const figures = figuresOf(input)
    const words = WORDS[lang].table
    const large = (value: number) => number(largeMoney(value, lang), lang === 'en' ? 2 : 0)
    const columns = [
      { word: words.cash, months: figures.months('cash'), write: large },
      { word: words.payables, months: figures.months('payables'), write: large },
      { word: words.subsidies, months: figures.months('subsidies_received'), write: large },
      { word: words.waiting, months: figures.months('claims_waiting'), write: (value: number) => number(value) },
    ].filter((column) => column.months.length > 0)
    const keyOf = (month: Month) => `${month.year}-${String(month.month).padStart(2, '0')}`
    const cells = columns.map((column) => new Map(column.months.map((month) => [keyOf(month), column.write(month.mean)])))
    const keys = [...new Set(columns.flatMap((column) => column.months.map(keyOf)))].sort()
    return {
      head: [words.month, ...columns.map((column) => column.word)],
      rows: keys.map((key) => [key, ...cells.map((column) => column.get(key) ?? '–')]),
    }
  },
  spec(input, lang) {
    const figures = figuresOf(input)
    const words = WORDS[lang]
    const room = roomFor([words.cash, words.payables]) + 16
    const panels = [
      linesPanel(figures, words, lang, room),
      barsPanel(figures, 'subsidies_received', words.subsidiesPanel, (value) => largeMoney(value, lang), BLUES.middle, room),
      barsPanel(figures, 'claims_waiting', words.waitingPanel, (value) => value / 1000, OCHRE.dark, room),
    ].filter((one) => one !== undefined)
    return panels.length === 0 ? undefined : sheet(input, lang, this.title(input, lang), this.sentence(input, lang), panels)
  },
}
