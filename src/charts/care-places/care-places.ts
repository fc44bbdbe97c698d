/** 就医流向 places of care: where members are admitted, and each place's part of bills and reimbursement, first and last year. */
import { OUT_OF_AREA, PLACES, type Place } from '../../population/places.ts'
import { DELIVERED_AT } from '../../scheme/claims/fixed-amounts.ts'
import { PLACES as NAMES } from '../../words/places.ts'
import { chartOfRun } from '../kit/chart.ts'
import type { Figures } from '../kit/estimates.ts'
import { type Axis, type Frame, hidden, layer, panel, roomFor, steps } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { fromTo, texts, uprightZero } from '../kit/marks.ts'
import { rowAt } from '../kit/rows.ts'
import { key } from '../kit/sheet.ts'
import { NONE, told } from '../kit/table.ts'
import { number, percent, tidy } from '../kit/text.ts'
import { BLUES, GREYS, WIDTH } from '../kit/theme.ts'
import { PLACES_WORDS, type PlacesSeen, type PlacesWords } from './words.ts'

const SHARES = ['admissions', 'cost.inpatient', 'reimbursed.inpatient'] as const
const ROW = 36
const GAP = 34

/** Places that admit anybody in the run. */
const placesOf = (figures: Figures): Place[] =>
  PLACES.filter((place) => SHARES.some((measure) => figures.years.some((year) => (figures.mean(measure, year, `place=${place}`) ?? 0) > 0)))

interface Column {
  readonly heading: string
  value(year: number, place: Place): number | undefined
  /** beside its point, and in the table */
  write(value: number): string
  tabled(value: number): string
  readonly isShare: boolean
}

function columnsOf(figures: Figures, words: PlacesWords): Column[] {
  const shares = SHARES.map(
    (measure): Column => ({
      heading: words.share[measure],
      value: (year, place) => figures.part(measure, year, `place=${place}`),
      write: (value) => number(value * 100),
      tabled: (value) => percent(value),
      isShare: true,
    }),
  )
  const meanBill: Column = {
    heading: words.meanBill,
    value(year, place) {
      const [bills, admissions] = ['cost.inpatient', 'admissions'].map((measure) => figures.mean(measure, year, `place=${place}`))
      // bills hold those of deliveries, which are no admissions
      const deliveries = place === DELIVERED_AT ? (figures.mean('benefit_episodes', year, 'kind=delivery') ?? 0) : 0
      return bills === undefined || !admissions ? undefined : bills / (admissions + deliveries) / 1000
    },
    write: (value) => number(value, 1),
    tabled: (value) => number(value, 2),
    isShare: false,
  }
  return [...shares, meanBill].filter((column) => placesOf(figures).some((place) => column.value(figures.last, place) !== undefined))
}

/** From zero, with room beyond the largest value for its label. */
function axisTo(top: number, isShare: boolean): Axis {
  const [room, unit] = isShare ? [1.6, 100] : [1.9, 1]
  const ticks = steps(0, top * unit, 4).filter((tick) => tick <= top * unit * room)
  return { domain: [0, tidy(top * room)], ticks: ticks.map((tick) => tick / unit), format: isShare ? '.0%' : ',~f', grid: true }
}

/** One column: a hollow point for the first year, a full one for the last, the way between them as a line. */
function columnPanel(figures: Figures, column: Column, places: readonly Place[], width: number, top: number): Json {
  const frame: Frame = { width, height: places.length * ROW, x: axisTo(top, column.isShare), y: hidden(-places.length, 0) }
  const rows = places.flatMap((place, index) => {
    const to = column.value(figures.last, place)
    if (to === undefined) return []
    const from = column.value(figures.first, place) ?? to
    const [before, after] = [column.write(from), column.write(to)]
    const moved = figures.first !== figures.last && before !== after
    return [{ zero: 0, x: Math.max(from, to), y: rowAt(index), from, to, text: moved ? `${before} → ${after}` : after, moved }]
  })
  const moved = rows.filter((row) => row.moved)
  return panel(frame, column.heading, [
    uprightZero(frame),
    layer(frame, { type: 'rule', color: GREYS.light, strokeWidth: 2 }, rows, { x: 'zero', x2: 'to', y: 'y' }),
    layer(frame, { type: 'rule', color: BLUES.middle, strokeWidth: 3 }, moved, { x: 'from', x2: 'to', y: 'y' }),
    ...fromTo(frame, moved, rows, 85),
    texts(frame, rows, { align: 'left', dx: 9 }),
  ])
}

/** A panel of nothing but the names of the places, left of the columns. */
function namesPanel(names: readonly string[], width: number): Json {
  const frame: Frame = { width, height: names.length * ROW, x: hidden(0, 1), y: hidden(-names.length, 0) }
  const rows = names.map((text, index) => ({ x: 1, y: rowAt(index), text }))
  return panel(frame, '', [texts(frame, rows, { align: 'right' })], { title: null })
}

function seen(figures: Figures): PlacesSeen {
  const { first, last } = figures
  /** sums of the places outside the county */
  const outside = (measure: string, year: number) => {
    const parts = OUT_OF_AREA.map((place) => figures.part(measure, year, `place=${place}`)).filter((part) => part !== undefined)
    return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0)
  }
  const [admissions, bills, reimbursed] = SHARES.map((measure) => outside(measure, last))
  const isKnown = admissions !== undefined && bills !== undefined && reimbursed !== undefined
  return {
    first,
    last,
    outside: isKnown ? { admissions, bills, reimbursed } : undefined,
    billsBefore: first === last ? undefined : outside('cost.inpatient', first),
  }
}

export const carePlaces = chartOfRun({
  name: 'care-places',
  question: 'cover',
  place: 20,
  words: PLACES_WORDS,
  sentence: ({ figures, words }) => words.sentence(seen(figures)),
  table({ figures, words, lang }) {
    const years = [...new Set([figures.first, figures.last])]
    const columns = columnsOf(figures, words).flatMap((column) => years.map((year) => ({ column, year })))
    return {
      head: [words.place, ...columns.map(({ column, year }) => `${column.heading} ${year}`)],
      rows: placesOf(figures).map((place) => [
        NAMES[place][lang],
        ...columns.map(({ column, year }) => told(column.value(year, place), column.tabled) ?? NONE),
      ]),
    }
  },
  panels({ figures, words, lang }) {
    const [places, columns] = [placesOf(figures), columnsOf(figures, words)]
    if (columns.length === 0) return []
    const names = places.map((place) => NAMES[place][lang])
    const room = roomFor(names)
    const width = Math.floor((WIDTH - room - 8 - GAP * (columns.length - 1)) / columns.length)
    const tops = columns.map((column) =>
      Math.max(...places.flatMap((place) => [figures.first, figures.last].map((year) => column.value(year, place) ?? 0))),
    )
    const share = Math.max(0, ...tops.filter((_, index) => columns[index].isShare))
    const panels = columns.map((column, index) => columnPanel(figures, column, places, width, column.isShare ? share : tops[index]))
    const [first, ...others] = panels
    return [
      key(words.firstLast(figures.first, figures.last)),
      { hconcat: [{ hconcat: [namesPanel(names, room), first], spacing: 8 }, ...others], spacing: GAP },
    ]
  },
})
