/**
 * 谁听谁 Who hears whom: the chapters of a county, made from what they share, each with whoever hears its messages (scheme/messages.ts).
 * Those that only hear are made first, so that nobody is spoken to before it is there.
 */

import { agesAt } from '../population/ages.ts'
import { Care } from '../scheme/care/care.ts'
import { type Illness, layOutIllness, outpatientNeedsBefore } from '../scheme/care/illness.ts'
import { FixedAmounts } from '../scheme/claims/fixed-amounts.ts'
import { HospitalWindow } from '../scheme/claims/hospital-window.ts'
import { ClaimOutlook } from '../scheme/claims/outcome.ts'
import { Stays } from '../scheme/claims/stays.ts'
import { Visits } from '../scheme/claims/visits.ts'
import type { County, SumsByYear } from '../scheme/county.ts'
import { Protection } from '../scheme/critical-illness/year-end.ts'
import { Campaign } from '../scheme/enrolment/campaign.ts'
import { Collection } from '../scheme/enrolment/collection.ts'
import { Cover, type PremiumAsked } from '../scheme/enrolment/cover.ts'
import { EnrolmentDesk } from '../scheme/enrolment/registration-desk.ts'
import { SurplusShared } from '../scheme/fund/second-compensation.ts'
import { Treasury } from '../scheme/fund/treasury.ts'
import { groupsOf } from '../scheme/groups/group.ts'
import { HouseholdYears } from '../scheme/household-accounts.ts'
import { Ahead } from './ahead.ts'
import type { Moment } from './moment.ts'
import { Townships } from './township.ts'
import type { Following } from './trace.ts'

export interface Chapters extends TownshipSide, EnrolmentSide {
  readonly fund: FundSide
}

/** All chapters of a county. `moment`: where the replication stands. */
export function joinChapters(county: County, moment: Moment, following: Following, sums: SumsByYear): Chapters {
  const fund = new FundSide(county, sums)
  const towns = townshipSide(county, moment, following, fund)
  return { fund, ...towns, ...enrolmentSide(county, moment, fund, towns) }
}

type TownshipSide = ReturnType<typeof townshipSide>
type EnrolmentSide = ReturnType<typeof enrolmentSide>

/** Who only hears: the households' own accounts, critical-illness cover, and the fund with its claims office, made anew by each `begin`. */
class FundSide {
  readonly householdYears: HouseholdYears
  readonly protection: Protection
  treasury!: Treasury
  readonly #county: County
  readonly #sums: SumsByYear
  readonly #surplus: SurplusShared

  constructor(county: County, sums: SumsByYear) {
    const householdYears = new HouseholdYears(county.room.households, ...county.settings.years)
    const receivedBack = (h: number, fen: number) => householdYears.receive(h, fen)
    this.householdYears = householdYears
    this.#county = county
    this.#sums = sums
    this.#surplus = new SurplusShared(county, receivedBack)
    const surplus = this.#surplus
    this.protection = new Protection(county, { surplus, receivedBack, claimed: (claim) => this.treasury.submitSecond(claim) })
  }

  /** A replication with so many insured persons. */
  begin(insured: number, drillDay?: number): void {
    this.householdYears.begin()
    this.#surplus.begin()
    this.protection.begin()
    const { sumsOf, claimDaysOf } = this.#sums
    const shareSurplus = this.#surplus.share
    this.treasury = new Treasury(this.#county, { sumsOf, claimDaysOf, insured, drillDay, received: this.#received, shareSurplus })
  }

  readonly #received = (h: number, fen: number, year: number): void => {
    this.#county.experience[h] += fen
    this.householdYears.receiveFor(year, h, fen)
  }
}

/** Illness → care → beds and visits → claims → fund, critical-illness cover and households. */
function townshipSide(county: County, moment: Moment, following: Following, fund: FundSide) {
  const { householdYears } = fund
  const toHousehold = {
    billed: (h: number, fen: number, care: number) => householdYears.bill(h, fen, care),
    receivedBack: (h: number, fen: number) => householdYears.receive(h, fen),
  }
  const toFund = moneyToFund(fund)
  const ahead = new Ahead(county)
  const visits = new Visits(county, { ...toHousehold, ...toFund })
  const fixed = new FixedAmounts(county, { ...toHousehold, ...toFund })
  const questions = { window: new HospitalWindow(county), outlook: new ClaimOutlook(county) }
  const stays = new Stays(county, questions, {
    ...toHousehold,
    ...toFund,
    costBorne: (p, fen, above) => fund.protection.costBorne(p, fen, above),
    submitted: (claim) => fund.treasury.submit(claim),
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
  const collection = new Collection(county)
  const cover = coverOf(county, moment, illness, fund, (h, terms) => collection.premiumOf(h, county.households.village[h], terms))
  const { billed, receivedBack } = toHousehold
  const groups = membershipOf(county, collection)
  const ordinary = { county, illness, announce: { billed, receivedBack, settledAtClinic: toFund.settledAtClinic } }
  const townships = new Townships(
    county,
    { ahead, cover, illness, care, stays, visits, fixed, ordinary },
    {
      born: (newborn, mother) => following.born(newborn, mother),
      yearBegins(agesIn, first, after) {
        householdYears.countMembers(county, agesIn, first, after)
        if (groups) householdYears.countGroups(county.people, groups(agesIn), first, after)
      },
    },
  )
  return { ahead, illness, collection, cover, townships }
}

/** Cover tells illness before it changes, and fund and household of premiums outside the campaign. */
function coverOf(county: County, moment: Moment, illness: Illness, fund: FundSide, premiumOf: PremiumAsked): Cover {
  const { householdYears } = fund
  return new Cover(
    county,
    {
      beforeChange: (p, day) => outpatientNeedsBefore(illness, p, day),
      newbornJoins(h, fen) {
        moment.newbornPremiums += fen
        householdYears.payPremium(moment.year, h, fen)
      },
      joinsInYear(day, h, fen) {
        fund.treasury.premiumOfYear(day, fen)
        householdYears.payPremium(moment.year, h, fen)
      },
    },
    premiumOf,
  )
}

/** 分组 Which groups of the scenario a person belongs to, as old as in a year; undefined where it has none. */
function membershipOf(
  { data, people, households }: County,
  collection: Collection,
): ((agesIn: number) => (p: number) => number) | undefined {
  const list = data.groups?.list
  if (!list) return undefined
  return (agesIn) => {
    const ageOf: (birth: number) => number = agesAt(agesIn)
    return (p) => {
      const h = people.household[p]
      const channel = collection.channelOf(households.village[h])
      return groupsOf(list, { poor: households.poor[h], quintile: households.quintile[h], age: ageOf(people.birthDay[p]), channel })
    }
  }
}

/** What places settled with the card, by day. */
function moneyToFund(fund: FundSide) {
  return {
    settledAtHospital(day: number, _place: number, fen: number) {
      fund.treasury.settledAtHospital(day, fen)
    },
    settledAtClinic(day: number, _place: number, fen: number) {
      fund.treasury.settledAtClinic(day, fen)
    },
  }
}

/** The campaign: decision → payment → registration → cover; premiums → fund and households. */
function enrolmentSide(county: County, moment: Moment, fund: FundSide, { cover, collection }: TownshipSide) {
  const places = { collection, desk: new EnrolmentDesk(county, collection), beginnings: cover.beginnings }
  const campaign = new Campaign(county, places, {
    premiumPaid(day, payer, fen) {
      if (moment.booksOpen) fund.treasury.premiumPaid(day, payer, fen)
      else moment.premiumsBefore[payer] += fen
    },
    registered: (year, h, fen, income) => fund.householdYears.register(year, h, fen, income),
    // the campaign before the first year is over when the county opens
    work(...work) {
      if (moment.booksOpen) fund.treasury.load(...work)
    },
  })
  return { campaign }
}
