/**
 * 参合 The campaign (seed document 001): each household decides once, then all its members belong, those working away included. It pays, its
 * papers go through the registration, and the certificate is sealed. A household that leaves members out may be caught by the review.
 */
import { draw, secondWord, share } from '../../kernel/random.ts'
import type { Households, Township, Village } from '../../population/household.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, type People } from '../../population/person.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { serviceAge } from '../../population/service.ts'
import { PREMIUM_FACTORS, SUMS } from '../totals.ts'
import { happensTo, type Watch } from '../trace.ts'
import { type ChoiceTerms, leastUtility, neighbourPull, priceFor, surelyJoins, tasteFor } from './choice.ts'
import {
  CERTIFICATE_LATER,
  COVERED,
  IN_SERVICE,
  LEFT_OUT,
  NOT_JOINED,
  NOT_PAID,
  OTHER_INSURANCE,
  PAPERS_LATE,
  REFUSED,
} from './cover-states.ts'

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
  /** is this person, alive, of the age of service and not in employee insurance, a soldier on 1 January of the year? */
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
/** Cover of an eligible person whose household has not decided yet. */
const UNDECIDED = NOT_JOINED
const LOWEST_FACTOR = Math.min(...PREMIUM_FACTORS)
const HIGHEST_FACTOR = Math.max(...PREMIUM_FACTORS)

export function createEnrolment(
  people: People,
  households: Households,
  mostVillages: number,
  experience: Int32Array,
  coverNext: Uint8Array,
  watch: Watch,
  partners: CampaignPartners,
) {
  const { traits, household, residence, birthDay } = people
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
    for (let v = t.firstVillage; v < t.endVillage; v++) {
      if (terms.everybodyJoins) allJoin(v, year, terms)
      else decide(v, year, terms, values)
    }
    experience.fill(0, t.firstHousehold, t.endHousehold)
    if (terms.partialProbability > 0) countLeftOut(t, year, terms)
    for (let v = t.firstVillage; v < t.endVillage; v++) payAndRegister(v, year, terms, values)
    coverMembers(t, year, terms)
    for (let v = t.firstVillage; v < t.endVillage; v++) passOn(v, year)
  }

  /** Takes stock of a township's people, and of its households: eligible members, chronically ill, away. */
  function takeCensus(t: Township, year: number): void {
    firstHousehold = t.firstHousehold
    const rows = t.endHousehold - t.firstHousehold
    if (census.members.length < rows) census = scratch(rows)
    for (const column of [census.members, census.chronic, census.away, census.paidFor, census.leftOut]) column.fill(0, 0, rows)
    const { members, chronic, away } = census
    const { from, before } = serviceAge(year)
    for (let p = t.firstPerson; p < t.endPerson; p++) {
      const trait = traits[p]
      if (!(trait & ALIVE)) continue
      if (trait & EMPLOYEE_INSURED) coverNext[p] = OTHER_INSURANCE
      else if (birthDay[p] >= from && birthDay[p] < before && partners.serves(p, year)) coverNext[p] = IN_SERVICE
      else {
        coverNext[p] = UNDECIDED
        const row = household[p] - firstHousehold
        members[row]++
        if (trait & CHRONIC) chronic[row]++
        if (residence[p] !== 0) away[row]++
      }
    }
  }

  /** Mechanism off: every household with an eligible member joins. */
  function allJoin(v: number, year: number, terms: EnrolmentTerms): void {
    const { members } = census
    for (let h = villages[v].firstHousehold; h < villages[v].endHousehold; h++) {
      census.state[h - firstHousehold] = members[h - firstHousehold] === 0 ? NOT_JOINED : JOINS
      if (members[h - firstHousehold] > 0) tellDecision(h, year, true, 0, terms)
    }
  }

  /** The households of a village decide. */
  function decide(v: number, year: number, terms: EnrolmentTerms, values: Float64Array): void {
    const { members, chronic, away, state } = census
    const { keyA, keyB, income, poor } = households
    const { meanIncome, priceResponse, partialProbability } = terms
    const pull = neighbourPull(participation[v], terms)
    const ownShare = partners.householdShare(v)
    const ownShareOfPoor = ownShare * (1 - terms.assistanceShare)
    let asked = 0
    let joinAnyway = 0
    for (let h = villages[v].firstHousehold; h < villages[v].endHousehold; h++) {
      const row = h - firstHousehold
      const asking = members[row]
      state[row] = NOT_JOINED
      if (asking === 0) continue
      const perHead = income[h] * meanIncome
      const taste = tasteFor(perHead, chronic[row] > 0, experience[h] > 0, away[row] / asking, pull, terms)
      const price = priceFor(perHead, poor[h] ? ownShareOfPoor : ownShare, terms)
      const word = draw(keyA[h], keyB[h], PURPOSE.enrol, year)
      const partial = share(secondWord())
      const burden = priceResponse * price
      asked += asking
      // a household that joins at the lowest and at the highest of the premiums joins at all of them
      let yes = surelyJoins(Math.min(taste + burden * LOWEST_FACTOR, taste + burden * HIGHEST_FACTOR), word)
      if (yes) joinAnyway += asking
      else yes = decideByRank(taste, burden, share(word), asking, values)
      if (yes) state[row] = partial < partialProbability ? IN_PART : JOINS
      tellDecision(h, year, yes, price, terms)
    }
    values[SUMS.asked] += asked
    for (let i = 0; i < PREMIUM_FACTORS.length; i++) values[SUMS.wouldJoin + i] += joinAnyway
  }

  /** The decision itself, and what it would be at other premiums. */
  function decideByRank(taste: number, burden: number, rank: number, members: number, values: Float64Array): boolean {
    const least = leastUtility(rank)
    for (let i = 0; i < PREMIUM_FACTORS.length; i++) if (taste + burden * PREMIUM_FACTORS[i] > least) values[SUMS.wouldJoin + i] += members
    return taste + burden > least
  }

  /** Members away whom a partly enrolled household does not register. */
  function leavesOut(p: number, year: number, terms: EnrolmentTerms): boolean {
    return residence[p] !== 0 && share(draw(people.keyA[p], people.keyB[p], PURPOSE.enrolMember, year)) < terms.partialLeftOut
  }

  function countLeftOut(t: Township, year: number, terms: EnrolmentTerms): void {
    for (let p = t.firstPerson; p < t.endPerson; p++) {
      const row = household[p] - firstHousehold
      if (census.state[row] === IN_PART && isEligible(p) && leavesOut(p, year, terms)) census.leftOut[row]++
    }
  }

  /** Payment, the review of partial enrolment, the papers: what becomes of the households of a village that want to join. */
  function payAndRegister(v: number, year: number, terms: EnrolmentTerms, values: Float64Array): void {
    const { state, sealed, leftOut } = census
    const { firstHousehold: first, endHousehold: end } = villages[v]
    for (let h = first; h < end; h++) {
      const row = h - firstHousehold
      if (!isJoining(state[row])) continue
      if (!partners.pays(h, v, year)) state[row] = NOT_PAID
      else if (leftOut[row] === 0 || passesReview(h, year, terms, values)) {
        const day = partners.registers(h, v, year)
        sealed[row] = day
        if (day < 0) state[row] = PAPERS_LATE
      }
    }
  }

  /** Is a household that leaves members out enrolled after all: in part when it is overlooked, in full when it pays for the rest? */
  function passesReview(h: number, year: number, terms: EnrolmentTerms, values: Float64Array): boolean {
    const caught = share(draw(households.keyA[h], households.keyB[h], PURPOSE.partialReview, year))
    const outcome = reviewPartial(caught, share(secondWord()), terms)
    if (outcome === 'overlooked') return true
    values[SUMS.partialCaught]++
    if (outcome === 'refused') values[SUMS.partialRefused]++
    census.state[h - firstHousehold] = outcome === 'refused' ? REFUSED : JOINS
    tellCaught(h, year, outcome, terms)
    return outcome === 'made_good'
  }

  /** Was this person, whose cover the census has written down, counted among the eligible members? */
  function isEligible(p: number): boolean {
    return coverNext[p] === UNDECIDED && (traits[p] & ALIVE) !== 0
  }

  /** What has become of the household holds for its eligible members. */
  function coverMembers(t: Township, year: number, terms: EnrolmentTerms): void {
    const { state, sealed, paidFor } = census
    for (let p = t.firstPerson; p < t.endPerson; p++) {
      if (!isEligible(p)) continue
      const row = household[p] - firstHousehold
      const decided = state[row]
      if (!isJoining(decided)) coverNext[p] = decided
      else if (decided === IN_PART && leavesOut(p, year, terms)) coverNext[p] = LEFT_OUT
      else {
        paidFor[row]++
        coverNext[p] = sealed[row] === 0 ? COVERED : CERTIFICATE_LATER
        if (sealed[row] > 0) partners.coverBegins(p, sealed[row])
      }
    }
  }

  /** The members of each household of a village that are to be paid for. */
  function passOn(v: number, year: number): void {
    for (let h = villages[v].firstHousehold; h < villages[v].endHousehold; h++) {
      const members = census.paidFor[h - firstHousehold]
      if (members > 0) partners.enrolled(h, v, members, year)
    }
  }

  function tellDecision(h: number, year: number, yes: boolean, price: number, terms: EnrolmentTerms): void {
    if (!happensTo(watch, h)) return
    const row = h - firstHousehold
    watch.tellHousehold(h, terms.opens, yes ? 'enrolment.registered' : 'enrolment.declined', {
      rule: 'scheme/enrolment/choice.ts leastUtility',
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
    if (!happensTo(watch, h)) return
    watch.tellHousehold(h, terms.opens, 'enrolment.partial_caught', {
      rule: 'scheme/enrolment/campaign.ts reviewPartial',
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
  const bytes = () => new Uint8Array(rows)
  return {
    members: bytes(),
    chronic: bytes(),
    away: bytes(),
    leftOut: bytes(),
    state: bytes(),
    paidFor: bytes(),
    sealed: new Int16Array(rows),
  }
}
