/**
 * 统筹县 One replication of one county, from its people to its closed books. The order of a scheme year: townships to 30 September,
 * county to 30 September, the campaign for next year, townships to 31 December, the county's close.
 */
import { type Day, createWorkCalendar, formatDay, yearStart } from '../kernel/calendar.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import { draw, masterKey, secondWord } from '../kernel/random.ts'
import { fenOf } from '../kernel/money.ts'
import { bytesOf } from '../kernel/table.ts'
import { createEnrolment } from '../institutions/enrolment.ts'
import { COVER, SUMS, type Watch, type YearlySums } from '../institutions/events.ts'
import { createPremium } from '../institutions/premium.ts'
import { splitByLevel } from '../institutions/subsidy.ts'
import type { Law } from '../policy/law.ts'
import { crudeBirthBound } from '../population/demography.ts'
import { householdColumns, QUINTILES } from '../population/household.ts'
import { personColumns } from '../population/person.ts'
import { PLACES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import { populate, settle } from '../population/synthesize.ts'
import type { ModelData } from './data.ts'
import { nameOf, type Newborns, rowOf } from './names.ts'
import type { CountyRecord, TraceEvent, YearSums } from './record.ts'
import type { ModelSettings } from './settings.ts'
import { createTerms, type Terms, type YearTerms } from './terms.ts'
import { createTownships } from './township.ts'
import { CLAIM_DAYS, createTreasury } from './treasury.ts'
import { namedSums } from './year-sums.ts'

export interface RunOptions {
  /** somebody to follow: told everything that happens to this person, in no particular order within a day */
  readonly follow?: { readonly person: string; tell(event: TraceEvent): void }
  readonly progress?: (share: number) => void
  /** a fire drill: one fen is entered on one side only on this day, and the run must stop */
  readonly drill?: { readonly day: Day }
}

export type CountyModel = ReturnType<typeof createCountyModel>

/** Years after the last in which open claims run off, unreported but as payables. */
const RUN_OFF_YEARS = 4

/** A model of the scenario's counties. Terms of law are read once; `run` may be called for any replication and county. */
export function createCountyModel(settings: ModelSettings, law: Law, data: ModelData) {
  const terms = createTerms(settings, law, data)
  return {
    /** Simulates a county. Throws InvariantBroken when the books or the claims do not agree. */
    run: (replication: number, county: number, options: RunOptions = {}): CountyRecord => runCounty(settings, terms, data, replication, county, options).record,
    /** The same, with the bytes of all columns: for benches. */
    measure: (replication: number, county: number) => runCounty(settings, terms, data, replication, county, {}),
  }
}

function runCounty(settings: ModelSettings, terms: Terms, data: ModelData, replication: number, county: number, options: RunOptions) {
  const first = settings.years[0] - settings.burnInYears
  const last = settings.years[1]
  const master = masterKey(settings.seed)
  const repA = draw(master.a, master.b, PURPOSE.replication, replication)
  const keyA = draw(repA, secondWord(), PURPOSE.county, county)
  const keyB = secondWord()
  const opening = terms.of(first)
  const settlement = settle(keyA, keyB, settings.persons, settings.addedVillages, newbornRoom(settings, terms, first, last), terms.marginals)
  const people = personColumns(settlement.capacity)
  const households = householdColumns(settlement.sizes.length)
  populate(people, households, settlement, yearStart(first), data.quantiles.normal, terms.marginals)

  const cellsByYear = new Map<number, Float64Array>()
  const claimDays = new Map<number, Float64Array>()
  const sumsOf = (year: number) => kept(cellsByYear, year, SUMS.size)
  const claimDaysOf = (year: number) => kept(claimDays, year, CLAIM_DAYS)
  const sums: YearlySums = { values: sumsOf(first) }
  const newborns: Newborns = new Map()
  const watch = followed(options, county, settlement, households)
  const name = (p: number) => nameOf(county, p, people.household[p], settlement, households, newborns)
  let openYearStart = opening.start
  if (options.follow) {
    const { person, tell } = options.follow
    watch.tell = (day, kind, detail) => tell({ day: openYearStart + day, kind, person, ...detail })
  }
  const treasury = createTreasury(
    settings, data, createWorkCalendar(data.holidays), settlement.persons, sumsOf, claimDaysOf,
    (household, fen) => { townships.received(household, fen) },
    (p, day, kind, fen, facts) => { if (p === watch.person) options.follow?.tell({ day, kind, person: options.follow.person, rule: 'procedures/engine.ts', amounts: [{ label: 'benefit', fen }], facts }) },
    options.drill?.day,
  )
  let newbornsJoined = 0
  const townships = createTownships(settings, data, settlement, people, households, slotRoom(settings, terms, first, last, settlement.capacity), sums, watch, {
    settledAtHospital: (day, _place, fen) => { treasury.hospitalDue[day] += fen },
    settledAtClinic: (day, _place, fen) => { treasury.clinicDue[day] += fen },
    submitted: (p, dischargeDay, submitDay, place, fen, occasion) => {
      const h = people.household[p]
      treasury.submit(people.keyA[p], people.keyB[p], p, h, households.quintile[h] * PLACES.length + place, place, dischargeDay, submitDay, fen, occasion)
    },
    newbornJoins: () => { newbornsJoined++ },
  }, (newborn, mother) => {
    if (!options.follow) return
    newborns.set(newborn, `${name(mother)}-b${[...newborns.values()].filter((other) => other.startsWith(`${name(mother)}-b`)).length + 1}`)
    if (newborns.get(newborn) === options.follow.person) watch.person = newborn
  })
  const premium = createPremium(households, settlement.villages, data.quantiles.exponential, watch, {
    premiumPaid: (day, payer, _channel, fen) => {
      if (openedBooks) treasury.premiumPaid(day, payer, fen)
      else openingPremiums[payer] += fen
    },
  })
  let campaignSums = sums.values
  const enrolment = createEnrolment(people, households, settlement.villages, townships.accounts.experience, townships.cover.next, watch, {
    pays: premium.pays,
    enrolled: (h, v, members, year) => { premium.enrolled(h, v, members, year, campaignSums) },
  })
  const openingPremiums = [0, 0, 0]
  let openedBooks = false
  const campaign = (year: number, campaignTerms: YearTerms['campaign']) => {
    campaignSums = sumsOf(year)
    premium.openCampaign(campaignTerms.premium)
    for (const township of settlement.townships) enrolment.campaign(township, year, campaignTerms.enrolment, campaignSums)
  }

  // the campaign before the first year rests on the participation published for it, and on no experience
  enrolment.participation.fill(opening.campaign.enrolment.referenceParticipation)
  campaign(first, terms.firstCampaign(first))
  const years: YearSums[] = []
  const ledger: CountyRecord['ledger'][number][] = []
  let booked = 0
  let personYears = 0
  let lastEnrolled = -1
  for (let year = first; year <= last; year++) {
    const now = terms.of(year)
    openYearStart = now.start
    sums.values = sumsOf(year)
    newbornsJoined = 0
    townships.openYear(now, enrolment.participation)
    const { values } = sums
    personYears += values[SUMS.population]
    const enrolled = values[SUMS.enrolled]
    if (!openedBooks) treasury.openBooks(now.start, openingReserve(now, enrolled), openingPremiums)
    openedBooks = true
    treasury.openYear(year, now.fund, enrolled, lastEnrolled < 0 ? enrolled : lastEnrolled, newbornsJoined * fenOf(now.fund.premium))
    lastEnrolled = enrolled
    tellYear(watch, townships.cover.now, year)
    const pause = now.campaign.experienceUntil + 1
    townships.run(0, pause)
    treasury.runUntil(now.start, now.start + pause - 1)
    campaign(year + 1, now.campaign)
    townships.run(pause, now.days)
    treasury.runUntil(now.start + pause, now.start + now.days - 1)
    const { turnover, reserve, unpaidApproved } = treasury.closeYear()
    booked += expenditure(turnover)
    if (year >= settings.years[0]) {
      ledger.push(...turnover)
      years.push({ year, sums: { reserve, unpaidApproved }, facts: { subsidy_standard: fenOf(now.fund.subsidy.standard), premium_standard: fenOf(now.fund.premium) }, claimDays: [] })
    }
    options.progress?.((year - first + 1) / (last - first + 1))
  }
  booked += runOff(treasury, last)
  checkClaims(cellsByYear, booked, last)
  const named = years.map((year) => {
    const turnover = ledger.filter((row) => row.year === year.year)
    return { ...year, sums: namedSums(sumsOf(year.year), turnover, year.sums.reserve, year.sums.unpaidApproved), claimDays: [...claimDaysOf(year.year)] }
  })
  const record: CountyRecord = {
    county, replication, years: named, ledger, personYears,
    months: treasury.months.filter((month) => month.year >= settings.years[0] && month.year <= last),
    events: townships.events() + settlement.sizes.length * (last - first + 2),
  }
  const bytes = [people, households, enrolment.census, ...townships.tables].reduce((sum, table) => sum + bytesOf(table), townships.agendaBytes)
  return { record, bytes, persons: settlement.persons }
}

/** Open claims of the last year are worked off; returns what was booked for them. */
function runOff(treasury: ReturnType<typeof createTreasury>, last: number): number {
  let booked = 0
  for (let year = last + 1; year <= last + RUN_OFF_YEARS && treasury.openClaims() > 0; year++) {
    treasury.runUntil(yearStart(year), yearStart(year + 1) - 1)
    booked += expenditure(treasury.closeYear().turnover)
  }
  return booked
}

function expenditure(turnover: readonly { account: string; debitFen: number; creditFen: number }[]): number {
  return turnover.filter((row) => row.account.startsWith('expenditure:')).reduce((sum, row) => sum + row.debitFen - row.creditFen, 0)
}

/** Every reimbursed fen, claim by claim and by year of discharge, was booked, and nothing else was. */
function checkClaims(cells: ReadonlyMap<number, Float64Array>, booked: number, last: number): void {
  let claimed = 0
  for (const values of cells.values()) for (let i = 0; i < QUINTILES * PLACES.length; i++) claimed += values[SUMS.stayPaid + i] + values[SUMS.visitPaid + i]
  if (claimed !== booked) throw new InvariantBroken('claims and books', yearStart(last + 1) - 1, `claims reimbursed ${claimed} fen, the books paid ${booked} fen, by ${formatDay(yearStart(last + 1) - 1)}`)
}

function openingReserve(year: YearTerms, enrolled: number): number {
  const { subsidy, premium, openingReserveShare } = year.fund
  const split = splitByLevel(subsidy.standard, subsidy)
  return Math.round(enrolled * (fenOf(premium) + split.central + split.province + split.county) * openingReserveShare)
}

function kept(byYear: Map<number, Float64Array>, year: number, size: number): Float64Array {
  const found = byYear.get(year) ?? new Float64Array(size)
  byYear.set(year, found)
  return found
}

/** Room for newborns over the run, as a share of a township's people: half as much again as the rates expect. */
function newbornRoom(settings: ModelSettings, terms: Terms, first: number, last: number): number {
  if (!settings.mechanisms.demography) return 0
  let births = 0
  for (let year = first; year <= last; year++) births += crudeBirthBound(terms.of(year).vital, terms.marginals.ageShare, terms.marginals.maleShare)
  return births * 1.5
}

/** Room for stays, births and deaths that lie ahead at once: twice what the rates expect. */
function slotRoom(settings: ModelSettings, terms: Terms, first: number, last: number, persons: number): number {
  let most = 0
  for (let year = first; year <= last; year++) {
    const { needs, vital, periods } = terms.of(year)
    const rate = settings.mechanisms.need === true ? needs.inpatient.reduce((sum, value) => sum + value, 0) / needs.inpatient.length : settings.mechanisms.need.inpatient
    const days = periods.reduce((longest, { care }) => Math.max(longest, ...care.stayDays), 0) + 1
    const deaths = [...vital.deathRateMale, ...vital.deathRateFemale].reduce((sum, value) => sum + value, 0) / 22
    most = Math.max(most, (rate * days) / 365 + (settings.mechanisms.demography ? deaths + newbornRoom(settings, terms, year, year) : 0))
  }
  return Math.ceil(persons * most * 2) + 1000
}

function followed(options: RunOptions, county: number, settlement: Parameters<typeof nameOf>[3], households: Parameters<typeof nameOf>[4]): Watch {
  const person = options.follow ? rowOf(options.follow.person, county, settlement, households) : -1
  const mother = options.follow ? rowOf(options.follow.person.replace(/(-b\d+)+$/, ''), county, settlement, households) : -1
  return {
    person,
    household: mother < 0 ? -1 : settlement.sizes.length > 0 ? householdOf(mother, households) : -1,
    tell() {},
  }
}

function householdOf(p: number, households: Parameters<typeof nameOf>[4]): number {
  let h = 0
  while (h + 1 < households.firstPerson.length && households.firstPerson[h + 1] <= p) h++
  return h
}

function tellYear(watch: Watch, cover: Uint8Array, year: number): void {
  if (watch.person < 0) return
  watch.tell(0, 'cover.year', { rule: 'institutions/enrolment.ts', facts: { year, cover: COVER[cover[watch.person]] } })
}
