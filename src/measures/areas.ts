/** The records of counties as areas, one after another as the records come: each county, and the total of all in each replication. */
import type { AccountTurnover, CountyRecord, MonthSums, YearSums } from '../scheme/record.ts'
import { ProtectionTotal } from './protection/figures.ts'

/** Name of a county's area, its own or by its number; `all` is their total, given when there are several. */
export function areaOf({ county, area }: Pick<CountyRecord, 'county' | 'area'>): string {
  return area ?? `county-${county + 1}`
}
export const TOTAL_AREA = 'all'

export interface AreaYear {
  readonly year: number
  readonly sums: Readonly<Record<string, number>>
  readonly facts: YearSums['facts']
  readonly claimDays: readonly number[]
  readonly protection: ProtectionTotal
}

/** What the rows of one area of one replication are made of. */
export interface AreaSums {
  readonly replication: number
  readonly area: string
  /** the reported ones, in order */
  readonly years: readonly AreaYear[]
  readonly months: readonly MonthSums[]
  /** of a county; books are kept by county, and a total has none */
  readonly ledger: readonly AccountTurnover[]
}

export type Years = readonly [number, number]

/** Records as areas want them: by replication, then by county. */
export function inOrder(records: readonly CountyRecord[]): CountyRecord[] {
  return [...records].sort((a, b) => a.replication - b.replication || a.county - b.county)
}

/**
 * The areas of each replication: every county, then the total when there are several. No more than one record is held at a time.
 * @param records by replication, then by county
 */
export function* areasOf(records: Iterable<CountyRecord>, years: Years): Generator<AreaSums> {
  let total = new Total(years)
  for (const record of records) {
    if (total.replication !== undefined && total.replication !== record.replication) {
      if (total.counties > 1) yield total.sums()
      total = new Total(years)
    }
    total.add(record)
    yield areaAlone(record, years)
  }
  if (total.counties > 1) yield total.sums()
}

/** The totals alone; of a single county the county. */
function* totalsOf(records: Iterable<CountyRecord>, years: Years, counties: number): Generator<AreaSums> {
  for (const area of areasOf(records, years)) if (counties === 1 || area.area === TOTAL_AREA) yield area
}

/** What is read of a run: its totals, and counties too where the scenario names them. */
export function toldAreasOf(
  records: Iterable<CountyRecord>,
  { years, counties, named }: { readonly years: Years; readonly counties: number; readonly named?: readonly unknown[] },
): Generator<AreaSums> {
  return named ? areasOf(records, years) : totalsOf(records, years, counties)
}

/** One county by itself. */
export function areaAlone(record: CountyRecord, years: Years): AreaSums {
  const alone = new Total(years)
  alone.add(record)
  const ledger = record.ledger.filter(({ year }) => isWithin(year, years))
  return { ...alone.sums(), area: areaOf(record), ledger }
}

const isWithin = (year: number, [first, last]: Years) => year >= first && year <= last

/** Adds up counties in the order in which they come: the same sums to the last bit whatever is held of them. */
class Total {
  readonly #years: Years
  readonly #byYear = new Map<number, YearTotal>()
  readonly #months: { readonly year: number; readonly month: number; readonly sums: Record<string, number> }[] = []
  counties = 0
  replication: number | undefined

  constructor(years: Years) {
    this.#years = years
  }

  add(record: CountyRecord): void {
    this.counties++
    this.replication = record.replication
    for (const part of record.years) {
      if (!isWithin(part.year, this.#years)) continue
      const year = this.#byYear.get(part.year) ?? new YearTotal(part)
      this.#byYear.set(part.year, year)
      year.add(part)
    }
    if (this.counties === 1)
      for (const { year, month } of record.months) if (isWithin(year, this.#years)) this.#months.push({ year, month, sums: {} })
    for (const { year, month, sums } of this.#months)
      addTo(sums, record.months.find((one) => one.year === year && one.month === month)?.sums ?? {})
  }

  sums(): AreaSums {
    const years = [...this.#byYear.values()].sort((a, b) => a.year - b.year)
    return { replication: this.replication ?? 0, area: TOTAL_AREA, years, months: this.#months, ledger: [] }
  }
}

class YearTotal implements AreaYear {
  readonly year: number
  readonly sums: Record<string, number> = {}
  readonly claimDays: number[] = []
  readonly protection = new ProtectionTotal()
  readonly #first: YearSums['facts']
  facts: YearSums['facts']

  constructor({ year, facts }: YearSums) {
    this.year = year
    this.#first = facts
    this.facts = facts
  }

  add(part: YearSums): void {
    addTo(this.sums, part.sums)
    part.claimDays.forEach((count, days) => {
      this.claimDays[days] = (this.claimDays[days] ?? 0) + count
    })
    if (part.protection) this.protection.add(part.protection)
    // what differs between counties is no fact of all
    if (part.facts !== this.#first)
      this.facts = Object.fromEntries(Object.entries(this.facts).filter(([name, value]) => part.facts[name] === value))
  }
}

function addTo(sums: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + value
}
