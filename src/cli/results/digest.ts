/** The short summary on stdout after a run: does the fund last, who is covered, and how near is the model to what was published? */
import Table from 'cli-table3'
import type { ReportInput } from '../../charts/kit/input.ts'
import { PLACES } from '../../population/places.ts'
import { amendedNotes } from '../amended.ts'

type Find = (measure: string, year: number, group?: string) => number | undefined

/** Tables of one scenario as text; means over replications. */
export function digest(input: ReportInput): string {
  const find = finder(input)
  const years = Array.from({ length: input.years[1] - input.years[0] + 1 }, (_, index) => input.years[0] + index)
  const people = `${input.persons.toLocaleString('en')} persons${input.microdata ? ` of ${input.microdata.personsFile}` : ''}`
  const head = `${input.title.en} (${input.title.zh}): ${people}, ${input.replications === 1 ? 'one replication' : `mean of ${input.replications} replications`}, seed ${input.seed}`
  return [head, ...amendedNotes(input), yearTable(input, years, find), placeTable(years, find), ...premiumTable(years, find)].join('\n')
}

function finder(input: ReportInput): Find {
  const several = input.summary.some((row) => row.area === 'all')
  const rows = input.summary.filter((row) => !several || row.area === 'all')
  const means = new Map(rows.map((row) => [`${row.measure}|${row.year}|${row.group}`, row.mean]))
  return (measure, year, group = '') => means.get(`${measure}|${year}|${group}`)
}

function yearTable(input: ReportInput, years: readonly number[], find: Find): string {
  const published = (measure: string, year: number, text: (value: number | undefined) => string) => {
    const figure = input.figures.find((one) => one.measure === measure && one.year === year)
    return figure ? `${text(figure.published)}${figure.status === 'verified' ? '' : ' (unverified)'}` : '–'
  }
  const table = plainTable(['year', 'participation', 'published', 'payout/member', 'published', 'effective rate', 'balance', 'reserve'])
  for (const year of years) {
    table.push([
      String(year),
      percent(find('participation_rate', year)),
      published('participation_rate', year, percent),
      yuan(find('payout_per_member', year)),
      published('payout_per_member', year, yuan),
      percent(find('effective_reimbursement_rate', year)),
      millions(find('current_balance', year)),
      millions(find('cumulative_balance', year)),
    ])
  }
  return `${table.toString()}\nmoney in yuan, balance and reserve in million yuan`
}

function placeTable(years: readonly number[], find: Find): string {
  const last = years[years.length - 1]
  const share = (measure: string, place: string) => {
    const [part, total] = [find(measure, last, `place=${place}`), find(measure, last)]
    return part === undefined || !total ? '–' : percent(part / total)
  }
  const table = plainTable([`places used, ${last}`, ...PLACES])
  table.push(['admissions', ...PLACES.map((place) => share('admissions', place))])
  table.push(['outpatient visits', ...PLACES.map((place) => share('outpatient_visits', place))])
  return table.toString()
}

function premiumTable(years: readonly number[], find: Find): string[] {
  const at = (year: number, factor: string) => find('participation_at_premium', year, `factor=${factor}`)
  if (!years.some((year) => at(year, '1') !== undefined)) return []
  const table = plainTable(['participation at', 'half the premium', 'the premium', 'double the premium'])
  for (const year of years) table.push([String(year), ...['0.5', '1', '2'].map((factor) => percent(at(year, factor)))])
  return [table.toString()]
}

function plainTable(head: readonly string[]) {
  const colAligns = head.map((_, index) => (index ? ('right' as const) : ('left' as const)))
  return new Table({ head: [...head], colAligns, style: { head: [], border: [], compact: true } })
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${(100 * value).toFixed(1)} %`
}

function yuan(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1)
}

function millions(value: number | undefined): string {
  return value === undefined ? '–' : (value / 1e6).toFixed(1)
}
