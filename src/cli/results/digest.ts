/** The short summary on stdout after a run: does the fund last, who is covered, and how near is the model to what was published? */
import Table from 'cli-table3'
import type { ReportInput } from '../../charts/kit/input.ts'
import { digitsSeen } from '../../charts/kit/text.ts'
import { countiesSaid } from '../../charts/kit/words.ts'
import { unsignedZero } from '../../measures/write/csv.ts'
import { PLACES } from '../../population/places.ts'
import { hangsOnLines, hangsOnOf } from '../../report/hangs-on.ts'
import { minusSign } from '../../words/amount-of-setting.ts'
import type { Lang } from '../../words/lang.ts'
import { PLACES as PLACE_WORDS } from '../../words/places.ts'
import { amendedNotes } from '../amended.ts'
import { DIGEST_WORDS } from './digest-words.ts'

type Find = (measure: string, year: number, group?: string) => number | undefined

/** Tables of one scenario as text; means over replications. */
export function digest(input: ReportInput, lang: Lang): string {
  const words = DIGEST_WORDS[lang]
  const find = finder(input)
  const years = Array.from({ length: input.years[1] - input.years[0] + 1 }, (_, index) => input.years[0] + index)
  const people = words.persons(input.persons.toLocaleString('en'), input.microdata?.personsFile, countiesSaid(input, lang))
  const head = words.head(input.title, people, input.replications, input.seed)
  const tables = [
    yearTable(input, years, find, lang),
    ...countyTable(input, lang),
    placeTable(years, find, lang),
    ...premiumTable(years, find, lang),
  ]
  const hangsOn = hangsOnLines(hangsOnOf(input.hangsOn ?? [], input.scenario, '', input.years[1]), lang)
  return [head, ...amendedNotes(input, lang), ...tables, ...hangsOn].join('\n')
}

function finder(input: ReportInput): Find {
  const several = input.summary.some((row) => row.area === 'all')
  const rows = input.summary.filter((row) => !several || row.area === 'all')
  const means = new Map(rows.map((row) => [`${row.measure}|${row.year}|${row.group}`, row.mean]))
  return (measure, year, group = '') => means.get(`${measure}|${year}|${group}`)
}

function yearTable(input: ReportInput, years: readonly number[], find: Find, lang: Lang): string {
  const words = DIGEST_WORDS[lang]
  const published = (measure: string, year: number, text: (value: number | undefined) => string) => {
    const figure = input.figures.find((one) => one.measure === measure && one.year === year)
    return figure ? `${text(figure.published)}${figure.status === 'verified' ? '' : words.unverified}` : '–'
  }
  const table = plainTable(words.years)
  for (const year of years) {
    table.push([
      String(year),
      percent(find('participation_rate', year)),
      published('participation_rate', year, percent),
      yuan(find('payout_per_member', year)),
      published('payout_per_member', year, yuan),
      percent(find('effective_reimbursement_rate', year)),
      millions(find('current_balance', year), words.million),
      millions(find('cumulative_balance', year), words.million),
    ])
  }
  return `${table.toString()}\n${words.units}`
}

/** So many counties are printed; the others stand in annual.csv. */
const MOST_COUNTIES = 20

/** 分县 The counties that the scenario describes one by one, in the last year. */
function countyTable({ counties = [], years, summary }: ReportInput, lang: Lang): string[] {
  if (counties.length < 2) return []
  const [, last] = years
  const words = DIGEST_WORDS[lang]
  const own = summary.filter((row) => row.year === last && row.group === '')
  const means = new Map(own.map(({ area, measure, mean }) => [`${area}|${measure}`, mean]))
  const table = plainTable(words.counties(last))
  for (const { name, title } of counties.slice(0, MOST_COUNTIES)) {
    const find = (measure: string) => means.get(`${name}|${measure}`)
    table.push([
      title[lang],
      percent(find('participation_rate')),
      yuan(find('payout_per_member')),
      percent(find('effective_reimbursement_rate')),
      millions(find('current_balance'), words.million),
      millions(find('cumulative_balance'), words.million),
    ])
  }
  const more = counties.length - MOST_COUNTIES
  return [table.toString(), ...(more > 0 ? [words.moreCounties(more)] : [])]
}

function placeTable(years: readonly number[], find: Find, lang: Lang): string {
  const words = DIGEST_WORDS[lang]
  const last = years[years.length - 1]
  const share = (measure: string, place: string) => {
    const [part, total] = [find(measure, last, `place=${place}`), find(measure, last)]
    return part === undefined || !total ? '–' : percent(part / total)
  }
  const table = plainTable([words.places(last), ...PLACES.map((place) => (lang === 'en' ? place : PLACE_WORDS[place].zh))])
  table.push([words.admissions, ...PLACES.map((place) => share('admissions', place))])
  table.push([words.visits, ...PLACES.map((place) => share('outpatient_visits', place))])
  return table.toString()
}

function premiumTable(years: readonly number[], find: Find, lang: Lang): string[] {
  const at = (year: number, factor: string) => find('participation_at_premium', year, `factor=${factor}`)
  if (!years.some((year) => at(year, '1') !== undefined)) return []
  const table = plainTable(DIGEST_WORDS[lang].premium)
  for (const year of years) table.push([String(year), ...['0.5', '1', '2'].map((factor) => percent(at(year, factor)))])
  return [table.toString()]
}

function plainTable(head: readonly string[]) {
  const colAligns = head.map((_, index) => (index ? ('right' as const) : ('left' as const)))
  return new Table({ head: [...head], colAligns, style: { head: [], border: [], compact: true } })
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${oneDecimal(100 * value)} %`
}

function yuan(value: number | undefined): string {
  return value === undefined ? '–' : oneDecimal(value)
}

function millions(value: number | undefined, unit: number): string {
  return value === undefined ? '–' : oneDecimal(value / unit)
}

const oneDecimal = (value: number) => minusSign(unsignedZero(value.toFixed(digitsSeen(value, 1))))
