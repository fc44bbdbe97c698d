/**
 * 统筹县 One replication of one county, from its people to its closed books. The order of a scheme year: townships to 30 September,
 * county to 30 September, the campaign for next year, townships to 31 December, the county's close.
 */

import { SUMS } from '../institutions/events.ts'
import type { AccountTurnover } from '../institutions/turnover.ts'
import { createWorkCalendar, type Day, yearStart } from '../kernel/calendar.ts'
import { InputFaults, InvariantBroken } from '../kernel/errors.ts'
import { fenOf } from '../kernel/money.ts'
import { draw, masterKey, secondWord } from '../kernel/random.ts'
import type { Law } from '../policy/law.ts'
import { QUINTILES } from '../population/household.ts'
import { PLACES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import { populate, settle } from '../population/synthesize.ts'
import type { ModelData } from './data.ts'
import { CLAIM_DAYS } from './desk.ts'
import type { Follow } from './following.ts'
import type { CountyRecord } from './record.ts'
import { fits, newbornRoom, roomFor } from './room.ts'
import type { ModelSettings } from './settings.ts'
import { createStage, type Stage } from './stage.ts'
import { createTerms, type Terms, type YearTerms } from './terms.ts'
import { createTreasury, openingReserve } from './treasury.ts'
import { namedSums } from './year-sums.ts'

export interface RunOptions {
  readonly follow?: Follow
  readonly progress?: (share: number) => void
  /** a fire drill: one fen is entered on one side only on this day, and the run must stop */
  readonly drill?: { readonly day: Day }
}

/** Open claims run off, unreported, until the last is finished. Desks that need longer than this are too few for the scenario. */
const RUN_OFF_YEARS = 60

/** A model of the scenario's counties. The law is read once, the columns are laid out once; `run` may be called for any replication and county. */
export function createCountyModel(settings: ModelSettings, law: Law, data: ModelData) {
  const terms = createTerms(settings, law, data)
  const calendar = createWorkCalendar(data.holidays)
  const span = { first: settings.years[0] - settings.burnInYears, last: settings.years[1] }
  const spare = newbornRoom(settings, terms, span.first, span.last)
  let stage: Stage | undefined

  /** Simulates a county. Throws InvariantBroken when the books or the claims do not agree. */
  function run(replication: number, county: number, options: RunOptions = {}): CountyRecord {
    const key = countyKey(settings.seed, replication, county)
    const settlement = settle(key.a, key.b, settings.persons, settings.addedVillages, spare, terms.marginals)
    if (!stage || !fits(settlement, stage.room))
      stage = createStage(settings, data, roomFor(settlement, settings, terms, span.first, span.last))
    populate(stage.people, stage.households, settlement, yearStart(span.first), data.quantiles.normal, terms.marginals)
    const cells = yearly(SUMS.size)
    const claimDays = yearly(CLAIM_DAYS)
    const treasury = createTreasury({
      settings,
      data,
      calendar,
      insured: settlement.persons,
      sumsOf: cells.of,
      claimDaysOf: claimDays.of,
      received: stage.townships.received,
      tell: stage.tellClaim,
      drillDay: options.drill?.day,
    })
    stage.begin(county, settlement, treasury, cells.of, options.follow)
    const record = runYears(stage, treasury, settings, terms, options.progress)
    checkClaims(cells.all(), record.booked, span.last)
    return {
      county,
      replication,
      personYears: record.personYears,
      years: record.closes.map(({ year, turnover, reserve, unpaidApproved, facts }) => ({
        year,
        facts,
        sums: namedSums(cells.of(year), turnover, reserve, unpaidApproved),
        claimDays: upToLast(claimDays.of(year)),
      })),
      ledger: record.closes.flatMap(({ turnover }) => turnover),
      months: treasury.months.filter(({ year }) => year >= settings.years[0] && year <= span.last),
      events: stage.townships.events() + settlement.sizes.length * (span.last - span.first + 2),
    }
  }

  /** `bytes`: of all columns of a county, once one has run. */
  return { run, bytes: () => stage?.bytes ?? 0 }
}

/** The key of a county: its people's lives are the same in every scenario of this seed. */
function countyKey(seed: string, replication: number, county: number): { a: number; b: number } {
  const master = masterKey(seed)
  const a = draw(master.a, master.b, PURPOSE.replication, replication)
  const countyA = draw(a, secondWord(), PURPOSE.county, county)
  return { a: countyA, b: secondWord() }
}

interface Close {
  readonly year: number
  readonly turnover: readonly AccountTurnover[]
  readonly reserve: number
  readonly unpaidApproved: number
  readonly facts: Readonly<Record<string, number>>
}

function runYears(
  stage: Stage,
  treasury: ReturnType<typeof createTreasury>,
  settings: ModelSettings,
  terms: Terms,
  progress?: (share: number) => void,
) {
  const [reported, last] = settings.years
  const first = reported - settings.burnInYears
  const closes: Close[] = []
  let booked = 0
  let personYears = 0
  let enrolledLastYear: number | undefined
  const advance = stage.firstCampaign(first, terms.firstCampaign(first))
  for (let year = first; year <= last; year++) {
    const now = terms.of(year)
    const opened = stage.openYear(now)
    personYears += opened.population
    if (year === first) treasury.openBooks(now.start, openingReserve(now.fund, opened.enrolled), advance)
    treasury.openYear(year, now.fund, opened.enrolled, enrolledLastYear ?? opened.enrolled, opened.newbornsJoined * fenOf(now.fund.premium))
    enrolledLastYear = opened.enrolled
    runYear(stage, treasury, now)
    const close = treasury.closeYear()
    booked += expenditure(close.turnover)
    const facts = { subsidy_standard: fenOf(now.fund.subsidy.standard), premium_standard: fenOf(now.fund.premium) }
    if (year >= reported) closes.push({ year, facts, ...close })
    progress?.((year - first + 1) / (last - first + 1))
  }
  return { closes, personYears, booked: booked + runOff(treasury, last) }
}

function runYear(stage: Stage, treasury: ReturnType<typeof createTreasury>, now: YearTerms): void {
  const pause = now.campaign.experienceUntil + 1
  stage.townships.run(0, pause)
  treasury.runUntil(now.start, now.start + pause - 1)
  stage.campaign(now.year + 1, now.campaign)
  stage.townships.run(pause, now.days)
  treasury.runUntil(now.start + pause, now.start + now.days - 1)
}

/** Open claims of the last year are worked off; returns what was booked for them. */
function runOff(treasury: ReturnType<typeof createTreasury>, last: number): number {
  let booked = 0
  treasury.runOff()
  for (let year = last + 1; year <= last + RUN_OFF_YEARS && treasury.openClaims() > 0; year++) {
    treasury.runUntil(yearStart(year), yearStart(year + 1) - 1)
    booked += expenditure(treasury.closeYear().turnover)
  }
  if (treasury.openClaims() === 0) return booked
  const message = `${treasury.openClaims()} claims by hand are still open ${RUN_OFF_YEARS} years after ${last}: the desks cannot work them off`
  const expected = 'fewer claims by hand (claims.card_share.*), or mechanisms: offices: off'
  throw new InputFaults([{ code: 'desks-overloaded', file: 'scenario', message, expected }])
}

function expenditure(turnover: readonly AccountTurnover[]): number {
  return turnover.filter((row) => row.account.startsWith('expenditure:')).reduce((sum, row) => sum + row.debitFen - row.creditFen, 0)
}

/** Every reimbursed fen, claim by claim and by year of discharge, was booked, and nothing else was. */
function checkClaims(cells: Iterable<Float64Array>, booked: number, last: number): void {
  let claimed = 0
  for (const values of cells)
    for (let i = 0; i < QUINTILES * PLACES.length; i++) claimed += values[SUMS.stayPaid + i] + values[SUMS.visitPaid + i]
  if (claimed === booked) return
  throw new InvariantBroken('claims and books', yearStart(last + 1) - 1, `claims reimbursed ${claimed} fen, the books paid ${booked} fen`)
}

/** Sums by year, made when first asked for. */
function yearly(size: number) {
  const byYear = new Map<number, Float64Array>()
  return {
    of(year: number): Float64Array {
      const found = byYear.get(year) ?? new Float64Array(size)
      byYear.set(year, found)
      return found
    },
    all: () => byYear.values(),
  }
}

/** Counts without the empty cells at the end. */
function upToLast(counts: Float64Array): number[] {
  let length = counts.length
  while (length > 0 && counts[length - 1] === 0) length--
  return [...counts.subarray(0, length)]
}
