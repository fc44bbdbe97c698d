/**
 * 参合 The campaign (seed document 001): each household decides once, then all its members belong, those working away included. It pays, its
 * papers go through the registration, and the certificate is sealed. A household that leaves members out may be caught by the review.
 */
import { draw, secondWord, share } from '../kernel/random.ts'
import type { Households, Township, Village } from '../population/household.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, type People } from '../population/person.ts'
import { PURPOSE } from '../population/purposes.ts'
import { type ChoiceTerms, type Circumstances, leastUtility, neighbourPull, priceFor, tasteFor } from '../population/willingness.ts'
import {
  CERTIFICATE_LATER,
  COVERED,
  followsHousehold,
  IN_SERVICE,
  LEFT_OUT,
  NOT_JOINED,
  NOT_PAID,
  OTHER_INSURANCE,
  PAPERS_LATE,
  PREMIUM_FACTORS,
  REFUSED,
  SUMS,
  type Watch,
} from './events.ts'

/** What the campaign for one year rests on. */
export interface EnrolmentTerms extends ChoiceTerms {
  readonly partialProbability: number
  readonly partialLeftOut: number
  /** chance that the review catches a partly enrolled household, and share of those that then pay for everybody */
  readonly partialCaught: number
  readonly partialMadeGood: number
  /** day of the year on which the campaign opens */
  readonly opens: number
  readonly everybodyJoins: boolean
  /** the premium of the poor is paid by medical assistance: it is no price to them */
  readonly assistanceShare: number
}

/** The other institutions of the campaign, as the model joins them. */
export interface CampaignPartners {
  /** share of the premium that households of a village pay themselves */
  householdShare(village: number): number
  /** does the household pay by the deadline? */
  pays(h: number, village: number, year: number): boolean
  /** the papers of a household that has paid: day of the scheme year on which its certificate is sealed (0: by 1 January), -1 when too late */
  registers(h: number, village: number, year: number): number
  /** is this person, alive and not in employee insurance, a soldier on 1 January of the year? */
  serves(person: number, year: number): boolean
  /** the certificate of an enrolled person is sealed after 1 January */
  coverBegins(person: number, day: number): void
  /** so many members to be paid for */
  enrolled(h: number, village: number, members: number, year: number): void
}

/** 部分参合 What the review does with a household that leaves members out. Both are draws in [0, 1). */
export function reviewPartial(caught: number, pays: number, terms: EnrolmentTerms): 'overlooked' | 'made_good' | 'refused' {
  if (caught >= terms.partialCaught) return 'overlooked'
  return pays < terms.partialMadeGood ? 'made_good' : 'refused'
}

/** Cover of a whole household that is not enrolled, in place of its state. */
const JOINS = COVERED
const IN_PART = 255

export function createEnrolment(
  people: People,
  households: Households,
  mostVillages: number,
  experience: Int32Array,
  coverNext: Uint8Array,
  watch: Watch,
  partners: CampaignPartners,
) {
  const { traits, household, residence } = people
  /** participation of each village in the scheme year now running */
  const participation = new Float64Array(mostVillages)
  let villages: readonly Village[] = []
  /** scratch of the township at hand, a row for each of its households */
  let census = scratch(0)
  let firstHousehold = 0

  /** Takes the villages of another run. */
  function begin(next: readonly Village[], published: number): void {
    villages = next
    participation.fill(published)
  }

  /** Runs the campaign for `year` in a township; `values`: sums of that year. */
  function campaign(t: Township, year: number, terms: EnrolmentTerms, values: Float64Array): void {
    takeCensus(t, year)
    let village = -1
    let pull = 0
    forHouseholds(t, (h, v) => {
      if (v !== village) pull = neighbourPull(participation[v], terms)
      village = v
      census.state[h - firstHousehold] = decide(h, v, year, pull, terms, values)
      experience[h] = 0
    })
    if (terms.partialProbability > 0) countLeftOut(t, year, terms)
    forHouseholds(t, (h, v) => {
      if (isJoining(census.state[h - firstHousehold])) payAndRegister(h, v, year, terms, values)
    })
    for (let p = t.firstPerson; p < t.endPerson; p++) if (traits[p] & ALIVE) coverNext[p] = coverOf(p, year, terms)
    forHouseholds(t, (h, v) => {
      const members = census.paidFor[h - firstHousehold]
      if (members > 0) partners.enrolled(h, v, members, year)
    })
  }

  function forHouseholds(t: Township, each: (h: number, village: number) => void): void {
    for (let v = t.firstVillage; v < t.endVillage; v++)
      for (let h = villages[v].firstHousehold; h < villages[v].endHousehold; h++) each(h, v)
  }

  /** Takes stock of a township's households: eligible members, chronically ill, away. */
  function takeCensus(t: Township, year: number): void {
    firstHousehold = t.firstHousehold
    const rows = t.endHousehold - t.firstHousehold
    if (census.members.length < rows) census = scratch(rows)
    for (const column of [census.members, census.chronic, census.away, census.paidFor, census.leftOut]) column.fill(0, 0, rows)
    const { members, chronic, away } = census
    for (let p = t.firstPerson; p < t.endPerson; p++) {
      if ((traits[p] & (ALIVE | EMPLOYEE_INSURED)) !== ALIVE || partners.serves(p, year)) continue
      const h = household[p] - firstHousehold
      members[h]++
      if (traits[p] & CHRONIC) chronic[h]++
      if (residence[p] !== 0) away[h]++
    }
  }

  function decide(h: number, v: number, year: number, pull: number, terms: EnrolmentTerms, values: Float64Array): number {
    const row = h - firstHousehold
    const members = census.members[row]
    if (members === 0) return NOT_JOINED
    if (terms.everybodyJoins) {
      tellDecision(h, year, true, 0, terms)
      return JOINS
    }
    const own: Circumstances = {
      income: households.income[h] * terms.meanIncome,
      chronic: census.chronic[row] > 0,
      reimbursed: experience[h] > 0,
      shareAway: census.away[row] / members,
      ownShare: partners.householdShare(v) * (households.poor[h] ? 1 - terms.assistanceShare : 1),
    }
    const taste = tasteFor(own, pull, terms)
    const price = priceFor(own, terms)
    const least = leastUtility(share(draw(households.keyA[h], households.keyB[h], PURPOSE.enrol, year)))
    const partial = share(secondWord())
    values[SUMS.asked] += members
    for (let i = 0; i < PREMIUM_FACTORS.length; i++)
      if (taste + terms.priceResponse * price * PREMIUM_FACTORS[i] > least) values[SUMS.wouldJoin + i] += members
    const yes = taste + terms.priceResponse * price > least
    tellDecision(h, year, yes, price, terms)
    if (!yes) return NOT_JOINED
    return partial < terms.partialProbability ? IN_PART : JOINS
  }

  /** Members away whom a partly enrolled household does not register. */
  function leavesOut(p: number, year: number, terms: EnrolmentTerms): boolean {
    return residence[p] !== 0 && share(draw(people.keyA[p], people.keyB[p], PURPOSE.enrolMember, year)) < terms.partialLeftOut
  }

  function countLeftOut(t: Township, year: number, terms: EnrolmentTerms): void {
    for (let p = t.firstPerson; p < t.endPerson; p++) {
      const row = household[p] - firstHousehold
      if (census.state[row] !== IN_PART || (traits[p] & (ALIVE | EMPLOYEE_INSURED)) !== ALIVE || partners.serves(p, year)) continue
      if (leavesOut(p, year, terms)) census.leftOut[row]++
    }
  }

  /** Payment, the review of partial enrolment, the papers: what becomes of a household that wants to join. */
  function payAndRegister(h: number, v: number, year: number, terms: EnrolmentTerms, values: Float64Array): void {
    const row = h - firstHousehold
    if (!partners.pays(h, v, year)) {
      census.state[row] = NOT_PAID
      return
    }
    if (census.leftOut[row] > 0) {
      const caught = share(draw(households.keyA[h], households.keyB[h], PURPOSE.partialReview, year))
      const outcome = reviewPartial(caught, share(secondWord()), terms)
      if (outcome !== 'overlooked') {
        values[SUMS.partialCaught]++
        if (outcome === 'refused') values[SUMS.partialRefused]++
        census.state[row] = outcome === 'refused' ? REFUSED : JOINS
        tellCaught(h, year, outcome, terms)
        if (outcome === 'refused') return
      }
    }
    const sealed = partners.registers(h, v, year)
    census.sealed[row] = Math.max(0, sealed)
    if (sealed < 0) census.state[row] = PAPERS_LATE
  }

  /** What has become of the household, for one member. */
  function coverOf(p: number, year: number, terms: EnrolmentTerms): number {
    if (traits[p] & EMPLOYEE_INSURED) return OTHER_INSURANCE
    if (partners.serves(p, year)) return IN_SERVICE
    const row = household[p] - firstHousehold
    const state = census.state[row]
    if (!isJoining(state)) return state
    if (state === IN_PART && leavesOut(p, year, terms)) return LEFT_OUT
    census.paidFor[row]++
    if (census.sealed[row] === 0) return COVERED
    partners.coverBegins(p, census.sealed[row])
    return CERTIFICATE_LATER
  }

  function tellDecision(h: number, year: number, yes: boolean, price: number, terms: EnrolmentTerms): void {
    if (!followsHousehold(watch, h)) return
    const row = h - firstHousehold
    watch.tellHousehold(h, terms.opens, yes ? 'enrolment.registered' : 'enrolment.declined', {
      rule: 'population/willingness.ts joins',
      parameters: [
        { name: 'premium.individual', value: String(terms.premium) },
        { name: 'enrolment.price_response', value: String(terms.priceResponse) },
      ],
      facts: {
        year,
        members: census.members[row],
        away: census.away[row],
        chronic: census.chronic[row],
        premium_percent_of_income: Math.round(price * 1000) / 1000,
      },
    })
  }

  function tellCaught(h: number, year: number, outcome: string, terms: EnrolmentTerms): void {
    if (!followsHousehold(watch, h)) return
    watch.tellHousehold(h, terms.opens, 'enrolment.partial_caught', {
      rule: 'institutions/enrolment.ts reviewPartial',
      parameters: [
        { name: 'enrolment.partial_caught', value: String(terms.partialCaught) },
        { name: 'enrolment.partial_made_good', value: String(terms.partialMadeGood) },
      ],
      facts: { year, left_out: census.leftOut[h - firstHousehold], outcome },
    })
  }

  return { participation, begin, campaign, bytes: () => Object.values(census).reduce((sum, { byteLength }) => sum + byteLength, 0) }
}

function isJoining(state: number): boolean {
  return state === JOINS || state === IN_PART
}

function scratch(rows: number) {
  const column = () => new Uint8Array(rows)
  return {
    members: column(),
    chronic: column(),
    away: column(),
    leftOut: column(),
    state: column(),
    paidFor: column(),
    sealed: new Int16Array(rows),
  }
}
