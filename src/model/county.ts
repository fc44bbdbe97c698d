/**
 * 统筹县 One replication of one county, from its people to its closed books.
 */

import { type Day, yearStart } from '../kernel/calendar.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import { draw, masterKey, secondWord } from '../kernel/random.ts'
import type { Law } from '../policy/law.ts'
import { QUINTILES } from '../population/household.ts'
import { PLACES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import type { Settlement } from '../population/settlement.ts'
import { CLAIM_DAYS } from '../scheme/claims/claims-office.ts'
import type { ModelData } from '../scheme/data.ts'
import { BudgetRule } from '../scheme/fund/budget-year.ts'
import type { Treasury } from '../scheme/fund/treasury.ts'
import { namedSums } from '../scheme/named-totals.ts'
import type { CountyRecord } from '../scheme/record.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { SUMS } from '../scheme/totals.ts'
import type { TraceDetail } from '../scheme/trace.ts'
import { Terms } from '../scheme/year-terms.ts'
import { type Peopling, peoplingOf } from './peopling.ts'
import { fits, roomFor } from './room.ts'
import { type CountyHouseholdsOfRun, Stage } from './stage.ts'
import type { Follow } from './trace.ts'
import { type Booked, runYears } from './years.ts'

export type { CountyHouseholdsOfRun } from './stage.ts'

export interface RunOptions {
  readonly follow?: Follow
  readonly progress?: (share: number) => void
  /** a fire drill: one fen is entered on one side only on this day, and the run must stop */
  readonly drill?: { readonly day: Day }
}

/** A county of the scenario. The law is read once, the columns are laid out once; `run` may be called for any replication and county. */
export class SimulatedCounty {
  readonly #settings: ModelSettings
  readonly #law: Law
  readonly #data: ModelData
  readonly #terms: Terms
  readonly #peopling: Peopling
  readonly #cells = yearly(SUMS.size)
  readonly #claimDays = yearly(CLAIM_DAYS)
  /** laid out for the county run last, and what writes people into it */
  #stage: Stage | undefined
  #populate!: ReturnType<Peopling['into']>

  constructor(settings: ModelSettings, law: Law, data: ModelData) {
    this.#settings = settings
    this.#law = law
    this.#data = data
    this.#terms = new Terms(settings, law, data)
    const { first, last } = spanOf(settings)
    // read before the first day: V8 compiles loops for the numbers it has seen, and would again for those of a later year
    for (let year = first; year <= last; year++) this.#terms.of(year)
    this.#peopling = peoplingOf({ settings, terms: this.#terms, data, first, last })
  }

  /** Simulates a county. Throws InvariantBroken when the books or the claims do not agree. */
  run(replication: number, county: number, options: RunOptions = {}): CountyRecord {
    const settings = this.#settings
    const settlement = this.#peopling.settle(countyKey(settings.seed, replication, county))
    const stage = this.#stageFor(settlement)
    this.#populate(settlement)
    this.#cells.begin()
    this.#claimDays.begin()
    stage.begin({ county, settlement, follow: options.follow, drillDay: options.drill?.day })
    const { treasury } = stage
    const budget = new BudgetRule(settings, this.#law, this.#data)
    const record = runYears({ stage, settings, terms: this.#terms, budget, progress: options.progress })
    const { last } = spanOf(settings)
    checkClaims(this.#cells, record.booked, treasury, last)
    return {
      county,
      ...(settings.named ? { area: settings.named[county].name } : {}),
      replication,
      personYears: record.personYears,
      years: record.closes.map(({ year, close, facts }) => ({
        year,
        facts,
        sums: namedSums(this.#cells.of(year), close, treasury.insurerResult(year)),
        claimDays: upToLast(this.#claimDays.of(year)),
      })),
      ledger: record.closes.flatMap(({ close }) => close.turnover),
      months: treasury.months.filter(({ year }) => year >= settings.years[0] && year <= last),
      events: stage.county.watch.events,
    }
  }

  /** The households of the county run last; views, valid until the next run. */
  households(): CountyHouseholdsOfRun {
    if (!this.#stage) throw new RangeError('no county has run')
    return this.#stage.householdsOfRun()
  }

  /** Tells of the households followed in the run just done, as events `burden.year`. */
  tellBurden(year: number, detail: (household: number) => TraceDetail): void {
    this.#stage?.tellBurden(year, detail)
  }

  /** of all columns of a county; 0 until one has run */
  bytes(): number {
    return this.#stage?.bytes() ?? 0
  }

  /** The columns of the last run where the people fit into them, else larger ones. */
  #stageFor(settlement: Settlement): Stage {
    if (this.#stage && fits(settlement, this.#stage.county.room)) return this.#stage
    const { first, last } = spanOf(this.#settings)
    const room = roomFor(settlement, this.#settings, this.#terms, first, last)
    const stage = new Stage(this.#settings, this.#data, room, { sumsOf: this.#cells.of, claimDaysOf: this.#claimDays.of })
    this.#populate = this.#peopling.into(stage.county.people, stage.county.households)
    this.#stage = stage
    return stage
  }
}

/** First and last year simulated, burn-in included. */
function spanOf({ years, burnInYears }: ModelSettings) {
  return { first: years[0] - burnInYears, last: years[1] }
}

/** The key of a county: its people's lives are the same in every scenario of this seed. */
function countyKey(seed: string, replication: number, county: number): { a: number; b: number } {
  const master = masterKey(seed)
  const a = draw(master.a, master.b, PURPOSE.replication, replication)
  const countyA = draw(a, secondWord(), PURPOSE.county, county)
  return { a: countyA, b: secondWord() }
}

/** Every reimbursed fen, claim by claim and by year of discharge, was booked, and nothing else was; the same for the insurer's. */
function checkClaims(cells: ReturnType<typeof yearly>, booked: Booked, treasury: Treasury, last: number): void {
  let claimed = 0
  for (const [year, values] of cells.all()) {
    for (let i = 0; i < QUINTILES * PLACES.length; i++) claimed += values[SUMS.stayPaid + i] + values[SUMS.visitPaid + i]
    let second = 0
    for (let q = 0; q < QUINTILES; q++) second += values[SUMS.criticalIllnessPaid + q]
    if (second !== treasury.insurerPaid(year))
      broken(last, `second reimbursement of ${year}: ${second} fen, the insurer paid ${treasury.insurerPaid(year)} fen`)
  }
  const paid = booked.benefits + booked.recovered
  if (claimed !== paid) broken(last, `claims reimbursed ${claimed} fen, the books paid ${paid} fen`)
}

function broken(last: number, message: string): never {
  throw new InvariantBroken('claims and books', yearStart(last + 1) - 1, message)
}

/** Sums by year, made when first asked for and kept for the next replication. */
function yearly(size: number) {
  const byYear = new Map<number, Float64Array>()
  return {
    of(year: number): Float64Array {
      const found = byYear.get(year) ?? new Float64Array(size)
      byYear.set(year, found)
      return found
    },
    all: () => byYear.entries(),
    begin(): void {
      for (const values of byYear.values()) values.fill(0)
    },
  }
}

/** Counts without the empty cells at the end. */
function upToLast(counts: Float64Array): number[] {
  let length = counts.length
  while (length > 0 && counts[length - 1] === 0) length--
  return [...counts.subarray(0, length)]
}
