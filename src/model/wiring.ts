/** 乡镇阶段 The institutions joined: columns, handlers and the watch, laid out once for a worker and filled anew for each replication. */

import { createWorkCalendar, type Day, daysInYear, yearStart } from '../kernel/calendar.ts'
import { fenOf } from '../kernel/money.ts'
import { bytesOf } from '../kernel/table.ts'
import { householdColumns } from '../population/household.ts'
import { personColumns } from '../population/person.ts'
import { PLACES } from '../population/places.ts'
import { type Soldiers, soldiersOf } from '../population/service.ts'
import type { Settlement } from '../population/synthesize.ts'
import type { Room } from '../scheme/county.ts'
import { createProtection } from '../scheme/critical-illness/year-end.ts'
import type { ModelData } from '../scheme/data.ts'
import { createEnrolment } from '../scheme/enrolment/campaign.ts'
import { createPremium } from '../scheme/enrolment/premium.ts'
import { createRegistration } from '../scheme/enrolment/registration.ts'
import { createEnrolmentDesk } from '../scheme/enrolment/registration-desk.ts'
import type { CampaignTerms } from '../scheme/enrolment/terms.ts'
import { createSurplusShared } from '../scheme/fund/second-compensation.ts'
import { createTreasury } from '../scheme/fund/treasury.ts'
import { createHouseholdYears, type HouseholdYearColumns } from '../scheme/household-accounts.ts'
import { PAYERS } from '../scheme/messages.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { SUMS, type YearlySums } from '../scheme/totals.ts'
import type { TraceDetail } from '../scheme/trace.ts'
import { followsHousehold, followsNobody } from '../scheme/trace.ts'
import type { YearTerms } from '../scheme/year-terms.ts'
import { createTownships } from './township.ts'
import { createFollowing, type Follow } from './trace.ts'

export type Stage = ReturnType<typeof createStage>

/** The sums of a year, and its counts of days to payment; emptied by the caller for each replication. */
export interface SumsByYear {
  readonly sumsOf: (year: number) => Float64Array
  readonly claimDaysOf: (year: number) => Float64Array
}

/** The households of a county, a row each. */
export interface CountyHouseholdsOfRun {
  /** relative to the mean income per head */
  readonly income: Float32Array
  /** 0-4 by income per head */
  readonly quintile: Uint8Array
  of(year: number): HouseholdYearColumns
}

export function createStage(settings: ModelSettings, data: ModelData, room: Room, { sumsOf, claimDaysOf }: SumsByYear) {
  const people = personColumns(room.persons)
  const households = householdColumns(room.households)
  const householdYears = createHouseholdYears(room.households, ...settings.years)
  const sums: YearlySums = { values: new Float64Array(SUMS.size) }
  const following = createFollowing(people, households)
  const { watch } = following
  const surplus = createSurplusShared(people, households, watch, householdYears.receive)
  const protection = createProtection(people, households, data.quantiles.exponential, watch, surplus, householdYears.receive)
  const premiumsBefore = PAYERS.map(() => 0)
  let settlement: Settlement
  let campaignSums = sums.values
  let booksOpen = false
  let newbornsJoined = 0
  let yearNow = 0
  let soldiers: Soldiers
  /** mean income per head at the campaign, fen */
  let incomePerHead = 0

  const calendar = createWorkCalendar(data.holidays)

  const townships = createTownships(settings, data, calendar, room, people, households, sums, watch, {
    settledAtHospital(day, _place, fen) {
      treasury.hospitalDue[day] += fen
    },
    settledAtClinic(day, _place, fen) {
      treasury.clinicDue[day] += fen
    },
    costBorne: protection.costBorne,
    billed: householdYears.bill,
    receivedBack: householdYears.receive,
    yearBegins: (cover, agesIn, first, after) => householdYears.countMembers(people, cover, agesIn, first, after),
    submitted(p, dischargeDay, submitDay, place, fen, occasion) {
      const h = people.household[p]
      treasury.submit({
        keyA: people.keyA[p],
        keyB: people.keyB[p],
        person: p,
        household: h,
        cell: households.quintile[h] * PLACES.length + place,
        place,
        dischargeDay,
        submitDay,
        fen,
        occasion,
      })
    },
    newbornJoins(h, fen) {
      newbornsJoined++
      householdYears.payPremium(yearNow, h, fen)
    },
    born: following.born,
    joinsInYear(day, h, fen) {
      treasury.premiumOfYear(day, fen)
      householdYears.payPremium(yearNow, h, fen)
    },
  })
  const treasury = createTreasury({
    settings,
    data,
    calendar,
    sumsOf,
    claimDaysOf,
    received(h, fen, dischargeYear) {
      townships.received(h, fen)
      householdYears.receiveFor(dischargeYear, h, fen)
    },
    happens: following.happensToClaim,
    tell: following.tellClaim,
    shareSurplus: surplus.share,
  })
  const premium = createPremium(households, room.villages, data.quantiles.exponential, watch, {
    premiumPaid(day, payer, fen) {
      if (booksOpen) treasury.premiumPaid(day, payer, fen)
      else premiumsBefore[payer] += fen
    },
  })
  const registration = createRegistration(data.procedures.procedures, calendar)
  const enrolmentDesk = createEnrolmentDesk(registration, households, premium.payDay, premium.channelOf, watch)
  const enrolment = createEnrolment(people, households, room.villages, townships.accounts.experience, townships.coverNext, watch, {
    householdShare: premium.householdShare,
    pays: premium.pays,
    registers: enrolmentDesk.registers,
    serves: (p) => soldiers.serves(p),
    coverBegins: townships.sealedLater,
    enrolled(h, v, members, year) {
      const income = Math.round(households.income[h] * incomePerHead) * members
      campaignSums[SUMS.incomeOfHouseholds + households.quintile[h]] += income
      householdYears.register(year, h, premium.enrolled(h, v, members, year, campaignSums), income)
    },
  })

  /** Takes the people of a replication, already drawn into the columns. */
  function begin(county: number, next: Settlement, follow?: Follow, drillDay?: Day): void {
    settlement = next
    treasury.begin(next.persons, drillDay)
    booksOpen = false
    premiumsBefore.fill(0)
    protection.begin()
    townships.begin(next)
    householdYears.begin()
    following.begin(county, next, follow)
  }

  /** The campaign before the first year rests on the participation published for it, and on no experience. Returns premiums by payer. */
  function firstCampaign(year: number, terms: CampaignTerms): readonly number[] {
    following.openYear(yearStart(year - 1))
    enrolment.begin(settlement.villages, terms.enrolment.referenceParticipation)
    campaign(year, terms)
    booksOpen = true
    return premiumsBefore
  }

  function campaign(year: number, terms: CampaignTerms): void {
    campaignSums = sumsOf(year)
    incomePerHead = fenOf(terms.enrolment.meanIncome)
    premium.openCampaign(settlement.villages, terms.premium)
    enrolmentDesk.openCampaign(terms, campaignSums)
    soldiers = soldiersOf(people, year, terms.schemeYear.service)
    for (const township of settlement.townships) enrolment.campaign(township, year, terms.enrolment, campaignSums)
    premium.closeCampaign()
    // the campaign before the first year is over when the county opens
    enrolmentDesk.closeCampaign(settlement.persons / settlement.sizes.length, (...work) => {
      if (booksOpen) treasury.load(...work)
    })
  }

  /** 1 January in all townships. */
  function openYear(now: YearTerms): { population: number; enrolled: number; newbornsJoined: number } {
    following.openYear(now.start)
    sums.values = sumsOf(now.year)
    newbornsJoined = 0
    yearNow = now.year
    householdYears.openYear(yearNow)
    townships.openYear(now, enrolment.participation)
    return { population: sums.values[SUMS.population], enrolled: sums.values[SUMS.enrolled], newbornsJoined }
  }

  /** 31 December, when the townships have run: critical-illness cover and medical assistance of the year; claims go to the county. */
  function closeYear(now: YearTerms): void {
    protection.closeYear(now.year, now.days - 1, now.fund, sums.values, (claim) => {
      const h = people.household[claim.person]
      treasury.submitSecond({
        ...claim,
        keyA: people.keyA[claim.person],
        keyB: people.keyB[claim.person],
        household: h,
        quintile: households.quintile[h],
      })
    })
  }

  /** 家庭年度负担 Tells what a year cost each household that is followed; `detail` is asked for those only. */
  function tellBurden(year: number, detail: (household: number) => TraceDetail): void {
    if (followsNobody(watch)) return
    const { size } = householdsOfRun().of(year)
    following.openYear(yearStart(year))
    for (let h = 0; h < size.length; h++)
      if (size[h] > 0 && followsHousehold(watch, h)) watch.tellHousehold(h, daysInYear(year) - 1, 'burden.year', detail(h))
  }

  function householdsOfRun(): CountyHouseholdsOfRun {
    const rows = settlement.sizes.length
    return {
      income: households.income.subarray(0, rows),
      quintile: households.quintile.subarray(0, rows),
      of: (year) => householdYears.of(year, rows),
    }
  }

  const tables = [people, households, householdYears.table, ...townships.tables]
  const bytes = tables.reduce((sum, table) => sum + bytesOf(table), townships.agendaBytes + premium.payDay.byteLength + enrolment.bytes())
  return {
    room,
    people,
    households,
    townships,
    treasury,
    begin,
    firstCampaign,
    campaign,
    openYear,
    closeYear,
    sumsOfYear: () => sums.values,
    householdsOfRun,
    tellBurden,
    events: () => watch.events,
    bytes,
  }
}
