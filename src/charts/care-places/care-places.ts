/** 就医流向 places of care: where members are admitted, and each place's part of bills and reimbursement, and its mean bill, over the years. */
import { OUT_OF_AREA, PLACES, type Place } from '../../population/places.ts'
import { DELIVERED_AT } from '../../scheme/claims/fixed-amounts.ts'
import { PLACES as NAMES } from '../../words/places.ts'
import { chartOfRun, type RunView } from '../kit/chart.ts'
import type { Figures } from '../kit/estimates.ts'
import { axisOver, sharesOver } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { NONE, told } from '../kit/table.ts'
import { number, percent } from '../kit/text.ts'
import { AXIS_ROOM, GREYS, INK, VIOLETS } from '../kit/theme.ts'
import { type Series, seriesPanel } from './series.ts'
import { PLACES_WORDS, type PlacesSeen, type PlacesWords } from './words.ts'

const SHARES = ['admissions', 'cost.inpatient', 'reimbursed.inpatient'] as const
const GAP = 30

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
      write: (value) => percent(value, 0),
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
      return bills === undefined || !admissions ? undefined : bills / (admissions + deliveries)
    },
    write: (value) => number(value),
    tabled: (value) => number(value),
    isShare: false,
  }
  return [...shares, meanBill].filter((column) => placesOf(figures).some((place) => column.value(figures.last, place) !== undefined))
}

/** Lines of the places: in the county grey and black, told apart by dash and point, outside it violet. */
const LOOKS: Readonly<Record<Place, Pick<Series, 'color' | 'strokeDash' | 'shape'>>> = {
  village_clinic: { color: GREYS.middle, strokeDash: [2, 3], shape: 'triangle-up' },
  township_centre: { color: GREYS.dark, strokeDash: [6, 3], shape: 'square' },
  county_hospital: { color: INK, strokeDash: [1, 0], shape: 'circle' },
  city_hospital: { color: VIOLETS.dark, strokeDash: [1, 0], shape: 'circle' },
  out_of_province: { color: VIOLETS.middle, strokeDash: [6, 3], shape: 'square' },
}

/** A column's places over the years. */
function columnPanel({ figures, lang }: RunView<PlacesWords>, column: Column, width: number): Json | undefined {
  const series = placesOf(figures).map(
    (place): Series => ({
      ...LOOKS[place],
      value: (year) => column.value(year, place),
      text(first, last) {
        const [before, after] = [column.write(first), column.write(last)]
        return `${NAMES[place][lang]} ${before === after ? after : `${before} → ${after}`}`
      },
    }),
  )
  const axis = (top: number) => (column.isShare ? sharesOver(0, top, 5) : axisOver(0, top, 5, ',~f'))
  return seriesPanel(column.heading, figures, series, { width, height: 130, axis })
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
  finding: ({ figures, words }) => words.finding(seen(figures)),
  sentence: ({ figures, words }) => words.sentence(seen(figures)),
  table({ figures, words, lang }) {
    const { years } = figures
    const columns = columnsOf(figures, words).flatMap((column) => years.map((year) => ({ column, year })))
    return {
      head: [words.place, ...columns.map(({ column, year }) => `${column.heading} ${year}`)],
      rows: placesOf(figures).map((place) => [
        NAMES[place][lang],
        ...columns.map(({ column, year }) => told(column.value(year, place), column.tabled) ?? NONE),
      ]),
    }
  },
  panels(view) {
    const { width, narrow } = view.layout
    const half = Math.floor((width - GAP - AXIS_ROOM) / 2)
    const drawn = columnsOf(view.figures, view.words).map((column) => columnPanel(view, column, narrow ? width : half))
    const panels = drawn.filter((one) => one !== undefined)
    if (narrow) return panels
    return [panels.slice(0, 2), panels.slice(2)].map((pair) => (pair.length ? { hconcat: pair, spacing: GAP } : undefined))
  },
})
