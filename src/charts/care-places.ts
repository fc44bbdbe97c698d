/** 就医流向 places of care: where members are admitted, and each place's part of bills and reimbursement, first and last year. */
import { OUT_OF_AREA, PLACES } from '../population/places.ts'
import { type Figures, figuresOf } from './kit/estimates.ts'
import { type Axis, type Frame, layer, panel, roomFor, steps } from './kit/frame.ts'
import type { Chart, Json, ReportInput } from './kit/input.ts'
import { number, percent, tidy } from './kit/text.ts'
import { BLUES, GREYS, INK, sheet, WIDTH } from './kit/theme.ts'
import { SENTENCES } from './sentences.ts'
import { WORDS, type Words, wordFor } from './words.ts'

const SHARES = ['admissions', 'cost.inpatient', 'reimbursed.inpatient'] as const
const NAMES: readonly string[] = PLACES
const ROW = 36
const GAP = 34

/** Places that admit anybody in the run, in the order of PLACES, unknown ones last. */
function placesOf(figures: Figures): string[] {
  const found = [...new Set(SHARES.flatMap((measure) => figures.groups(measure, 'place')))]
  const admits = (place: string) =>
    SHARES.some((measure) => figures.years.some((year) => (figures.mean(measure, year, `place=${place}`) ?? 0) > 0))
  const rank = (place: string) => {
    const index = NAMES.indexOf(place)
    return index < 0 ? PLACES.length : index
  }
  return found.filter(admits).sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
}

/** Mean bill of an admission at a place, thousand yuan. */
function meanBill(figures: Figures, year: number, place: string): number | undefined {
  const bills = figures.mean('cost.inpatient', year, `place=${place}`)
  const admissions = figures.mean('admissions', year, `place=${place}`)
  return bills === undefined || !admissions ? undefined : bills / admissions / 1000
}

interface Column {
  readonly heading: string
  readonly value: (year: number, place: string) => number | undefined
  readonly write: (value: number) => string
  readonly axis: (top: number) => Axis
}

/** Room beyond the largest value for its label; both axes start at zero. */
const shareAxis = (top: number): Axis => axisTo(top * 100, 1.6, 100)
const billAxis = (top: number): Axis => axisTo(top, 1.9, 1)

function axisTo(top: number, room: number, unit: number): Axis {
  const end = top * room
  return {
    domain: [0, tidy(end / unit)],
    ticks: steps(0, top, 4)
      .filter((tick) => tick <= end)
      .map((tick) => tick / unit),
    format: unit === 100 ? '.0%' : ',~f',
    grid: true,
  }
}

function columnsOf(figures: Figures, words: Words): Column[] {
  const share = (measure: string, what: string): Column => ({
    heading: words.shareOf(what),
    value: (year, place) => figures.part(measure, year, `place=${place}`),
    write: (value) => number(value * 100),
    axis: shareAxis,
  })
  const columns: Column[] = [
    share('admissions', words.admissions),
    share('cost.inpatient', words.bills),
    share('reimbursed.inpatient', words.reimbursed),
    { heading: words.meanBill, value: (year, place) => meanBill(figures, year, place), write: (value) => number(value, 1), axis: billAxis },
  ]
  return columns.filter((column) => placesOf(figures).some((place) => column.value(figures.last, place) !== undefined))
}

/** One column: a hollow point for the first year, a full one for the last, the way between them as a line. */
function columnPanel(
  figures: Figures,
  column: Column,
  places: readonly string[],
  words: Words,
  width: number,
  named: boolean,
  top: number,
): Json {
  const y: Axis = { domain: [-places.length, 0], ticks: [], format: '' }
  const frame: Frame = { width, height: places.length * ROW, x: column.axis(top), y }
  const single = figures.first === figures.last
  const rows = places.flatMap((place, index) => {
    const to = column.value(figures.last, place)
    if (to === undefined) return []
    const from = column.value(figures.first, place) ?? to
    const [before, after] = [column.write(from), column.write(to)]
    const text = single || before === after ? after : `${before} → ${after}`
    return [{ zero: 0, y: -index - 0.5, from, to, right: Math.max(from, to), text, moved: !single && before !== after }]
  })
  const moved = rows.filter((row) => row.moved)
  const names = places.map((place, index) => ({ y: -index - 0.5, x: 0, text: wordFor(words.place, place) }))
  const ring = { type: 'point', filled: true, fill: 'white', stroke: BLUES.dark, strokeWidth: 1.8, size: 70, opacity: 1 }
  return panel(frame, column.heading, [
    layer(frame, { type: 'rule', color: INK, strokeWidth: 1 }, [{ x: 0, y: -places.length, y2: 0 }], { x: 'x', y: 'y', y2: 'y2' }),
    layer(frame, { type: 'text', align: 'right', baseline: 'middle', dx: -8 }, named ? names : [], { x: 'x', y: 'y', text: 'text' }),
    layer(frame, { type: 'rule', color: GREYS.light, strokeWidth: 2 }, rows, { x: 'zero', x2: 'to', y: 'y' }),
    layer(frame, { type: 'rule', color: BLUES.middle, strokeWidth: 3 }, moved, { x: 'from', x2: 'to', y: 'y' }),
    layer(frame, ring, moved, { x: 'from', y: 'y' }),
    layer(frame, { type: 'point', filled: true, color: BLUES.dark, size: 85, opacity: 1 }, rows, { x: 'to', y: 'y' }),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle', dx: 9 }, rows, { x: 'right', y: 'y', text: 'text' }),
  ])
}

/** Sums of the places outside the county. */
function outside(figures: Figures, measure: string, year: number): number | undefined {
  const parts = OUT_OF_AREA.map((place) => figures.part(measure, year, `place=${place}`)).filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0)
}

function seen(input: ReportInput) {
  const figures = figuresOf(input)
  const [admissions, bills, reimbursed] = SHARES.map((measure) => outside(figures, measure, figures.last))
  const before = outside(figures, 'cost.inpatient', figures.first)
  return {
    first: figures.first,
    last: figures.last,
    outside: admissions === undefined || bills === undefined || reimbursed === undefined ? undefined : { admissions, bills, reimbursed },
    outsideBefore: before === undefined || figures.first === figures.last ? undefined : { bills: before },
  }
}

export const carePlaces: Chart = {
  name: 'care-places',
  title: (_, lang) => WORDS[lang].title.places,
  sentence: (input, lang) => SENTENCES[lang].places(seen(input)),
  table(input, lang) {
    const figures = figuresOf(input)
    const words = WORDS[lang]
    const years = [...new Set([figures.first, figures.last])]
    const columns = columnsOf(figures, words).flatMap((column) => years.map((year) => ({ column, year })))
    return {
      head: [words.table.place, ...columns.map(({ column, year }) => `${column.heading} ${year}`)],
      rows: placesOf(figures).map((place) => [
        wordFor(words.place, place),
        ...columns.map(({ column, year }) => {
          const value = column.value(year, place)
          if (value === undefined) return '–'
          return column.heading === words.meanBill ? number(value, 2) : percent(value)
        }),
      ]),
    }
  },
  spec(input, lang) {
    const figures = figuresOf(input)
    const words = WORDS[lang]
    const places = placesOf(figures)
    const columns = columnsOf(figures, words)
    if (columns.length === 0) return undefined
    const names = roomFor(places.map((place) => wordFor(words.place, place))) + 8
    const width = Math.floor((WIDTH - names - GAP * (columns.length - 1)) / columns.length)
    const values = (column: Column) =>
      places.flatMap((place) => [column.value(figures.first, place) ?? 0, column.value(figures.last, place) ?? 0])
    const tops = columns.map((column) => Math.max(...values(column)))
    const shares = Math.max(0, ...tops.filter((_, index) => columns[index].axis === shareAxis))
    const panels = columns.map((column, index) =>
      columnPanel(figures, column, places, words, width, index === 0, column.axis === shareAxis ? shares : tops[index]),
    )
    const key = {
      width: WIDTH,
      height: 6,
      data: { values: [{ text: words.firstLast(figures.first, figures.last) }] },
      mark: { type: 'text', align: 'left', x: 0, y: 0, fontSize: 13 },
      encoding: { text: { field: 'text', type: 'nominal' } },
    }
    return sheet(input, lang, this.title(input, lang), this.sentence(input, lang), [key, { hconcat: panels, spacing: GAP }])
  },
}
