/**
 * 谁听谁 Who hears whom: the chapters of a county, made from what they share, each with whoever hears its messages (scheme/messages.ts).
 * Those that only hear are made first, so that nobody is spoken to before it is there.
 */

import { PLACES } from '../population/places.ts'
import { Care } from '../scheme/care/care.ts'
import { type Illness, layOutIllness, outpatientNeedsBefore } from '../scheme/care/illness.ts'
import { HospitalWindow } from '../scheme/claims/hospital-window.ts'
import { ClaimOutlook } from '../scheme/claims/outcome.ts'
import { Stays } from '../scheme/claims/stays.ts'
import { Visits } from '../scheme/claims/visits.ts'
import type { County } from '../scheme/county.ts'
import { createProtection } from '../scheme/critical-illness/year-end.ts'
import { Campaign } from '../scheme/enrolment/campaign.ts'
import { Collection } from '../scheme/enrolment/collection.ts'
import { Cover } from '../scheme/enrolment/cover.ts'
import { EnrolmentDesk } from '../scheme/enrolment/registration-desk.ts'
import { createSurplusShared } from '../scheme/fund/second-compensation.ts'
import { createTreasury, type Treasury } from '../scheme/fund/treasury.ts'
import { HouseholdYears } from '../scheme/household-accounts.ts'
import { Ahead } from './ahead.ts'
import type { Moment } from './moment.ts'
import { Townships } from './township.ts'
import type { Following } from './trace.ts'

/** The sums of a year, and its counts of days to payment; emptied by the caller for each replication. */
export interface SumsByYear {
  readonly sumsOf: (year: number) => Float64Array
  readonly claimDaysOf: (year: number) => Float64Array
}

export interface Chapters extends FundSide, TownshipSide, EnrolmentSide {}

/** All chapters of a county. `moment`: where the replication stands. */
export function joinChapters(county: County, moment: Moment, following: Following, sums: SumsByYear): Chapters {
  const fund = fundSide(county, following, sums)
  const towns = townshipSide(county, moment, following, fund)
  return { ...fund, ...towns, ...enrolmentSide(county, moment, fund, towns) }
}

type FundSide = ReturnType<typeof fundSide>
type TownshipSide = ReturnType<typeof townshipSide>
type EnrolmentSide = ReturnType<typeof enrolmentSide>

/** Who only hears: the households' own accounts, critical-illness cover, the fund with its claims office. */
function fundSide(county: County, following: Following, sums: SumsByYear) {
  const { settings, people, households, watch, data, calendar, experience, exponential } = county
  const householdYears = new HouseholdYears(county.room.households, ...settings.years)
  const receivedBack = (h: number, fen: number) => householdYears.receive(h, fen)
  const surplus = createSurplusShared(people, households, watch, receivedBack)
  const protection = createProtection(people, households, exponential, watch, surplus, receivedBack)
  const treasury = createTreasury({
    settings,
    data,
    calendar,
    ...sums,
    received(h, fen, dischargeYear) {
      experience[h] += fen
      householdYears.receiveFor(dischargeYear, h, fen)
    },
    happens: (p) => following.happensToClaim(p),
    tell: (...claim) => following.tellClaim(...claim),
    shareSurplus: surplus.share,
  })
  return { householdYears, protection, treasury }
}

/** Illness → care → beds and visits → claims → fund, critical-illness cover and households. */
function townshipSide(county: County, moment: Moment, following: Following, { householdYears, protection, treasury }: FundSide) {
  const toHousehold = {
    billed: (h: number, fen: number) => householdYears.bill(h, fen),
    receivedBack: (h: number, fen: number) => householdYears.receive(h, fen),
  }
  const toFund = moneyToFund(treasury)
  const ahead = new Ahead(county)
  const visits = new Visits(county, { ...toHousehold, ...toFund })
  const questions = { window: new HospitalWindow(county), outlook: new ClaimOutlook(county) }
  const stays = new Stays(county, questions, {
    ...toHousehold,
    ...toFund,
    costBorne: (p, fen, above) => protection.costBorne(p, fen, above),
    submitted: ({ person, place, ...claim }) => {
      const household = county.people.household[person]
      const cell = county.households.quintile[household] * PLACES.length + place
      treasury.submit({ ...keysOf(county, person), person, household, cell, place, ...claim })
    },
  })
  const care = new Care(county, {
    billed: toHousehold.billed,
    visited: (p, day, place, bill) => visits.visited(p, day, place, bill),
    admitted: (admission) => ahead.admit(admission),
    daysToLive: (p, day) => ahead.daysToLive(p, day),
  })
  const illness = layOutIllness(county, ahead.agenda, {
    outpatientNeed: (p, day, occasion, word, second) => care.outpatientNeed(p, day, occasion, word, second),
    inpatientNeed: (p, day, occasion, chance) => care.inpatientNeed(p, day, occasion, chance),
  })
  const cover = coverOf(county, moment, illness, householdYears, treasury)
  const ordinary = { county, illness, announce: { ...toHousehold, settledAtClinic: toFund.settledAtClinic } }
  const townships = new Townships(
    county,
    { ahead, cover, illness, care, stays, visits, ordinary },
    {
      born: (newborn, mother) => following.born(newborn, mother),
      yearBegins: (agesIn, first, after) => householdYears.countMembers(county, agesIn, first, after),
    },
  )
  return { ahead, illness, cover, townships }
}

/** Cover tells illness before it changes, and fund and household of premiums outside the campaign. */
function coverOf(county: County, moment: Moment, illness: Illness, householdYears: HouseholdYears, treasury: Treasury): Cover {
  return new Cover(county, {
    beforeChange: (p, day) => outpatientNeedsBefore(illness, p, day),
    newbornJoins(h, fen) {
      moment.newbornsJoined++
      householdYears.payPremium(moment.year, h, fen)
    },
    joinsInYear(day, h, fen) {
      treasury.premiumOfYear(day, fen)
      householdYears.payPremium(moment.year, h, fen)
    },
  })
}

/** What places settled with the card, by day. */
function moneyToFund({ hospitalDue, clinicDue }: Treasury) {
  return {
    settledAtHospital(day: number, _place: number, fen: number) {
      hospitalDue[day] += fen
    },
    settledAtClinic(day: number, _place: number, fen: number) {
      clinicDue[day] += fen
    },
  }
}

/** The campaign: decision → payment → registration → cover; premiums → fund and households. */
function enrolmentSide(county: County, moment: Moment, { householdYears, treasury }: FundSide, { cover }: TownshipSide) {
  const collection = new Collection(county)
  const places = { collection, desk: new EnrolmentDesk(county, collection), beginnings: cover.beginnings }
  const campaign = new Campaign(county, places, {
    premiumPaid(day, payer, fen) {
      if (moment.booksOpen) treasury.premiumPaid(day, payer, fen)
      else moment.premiumsBefore[payer] += fen
    },
    registered: (year, h, fen, income) => householdYears.register(year, h, fen, income),
    // the campaign before the first year is over when the county opens
    work(...work) {
      if (moment.booksOpen) treasury.load(...work)
    },
  })
  return { collection, campaign }
}

function keysOf({ people }: County, p: number) {
  return { keyA: people.keyA[p], keyB: people.keyB[p] }
}
