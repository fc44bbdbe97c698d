/**
 * 参合 The campaign (seed document 001): each household decides once, then all its members belong, those working away included.
 * The decision is a logit of premium against income, chronic members, money received from the fund, members away and what the
 * village did last year. Who is healthy and far away stays out more often: adverse selection comes out of this, it is not put in.
 */
import { exp, log } from '../kernel/distributions.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { columns } from '../kernel/table.ts'
import type { Households, Township, Village } from '../population/household.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, type People } from '../population/person.ts'
import { PURPOSE } from '../population/purposes.ts'
import { COVERED, followsHousehold, LEFT_OUT, NOT_JOINED, NOT_PAID, OTHER_INSURANCE, PREMIUM_FACTORS, SUMS, type Watch } from './events.ts'

/** What the campaign for one year rests on. Money in yuan. */
export interface EnrolmentTerms {
  readonly premium: number
  readonly meanIncome: number
  readonly utility: number
  /** per percent of income */
  readonly priceResponse: number
  /** per 10,000 yuan of income per head */
  readonly incomeResponse: number
  readonly chronicResponse: number
  readonly experienceResponse: number
  readonly awayResponse: number
  readonly neighbourResponse: number
  readonly campaignEffort: number
  readonly partialProbability: number
  readonly partialLeftOut: number
  /** participation that the utility was fitted at: the neighbours' pull is measured from here */
  readonly referenceParticipation: number
  /** day of the year on which the campaign opens */
  readonly opens: number
  readonly everybodyJoins: boolean
  readonly neighboursMatter: boolean
  /** the premium of the poor is paid by medical assistance: it is no price to them */
  readonly assistanceShare: number
}

const DECIDED_NO = 0
const DECIDED_YES = 1
const DECIDED_PARTIAL = 2
const LOST = 3

export function createEnrolment(
  people: People,
  households: Households,
  mostVillages: number,
  experience: Int32Array,
  coverNext: Uint8Array,
  watch: Watch,
  announce: {
    /** registered: does the household pay by the deadline? */
    pays(h: number, village: number, year: number): boolean
    /** so many members to be paid for */
    enrolled(h: number, village: number, members: number, year: number): void
  },
) {
  const size = households.keyA.length
  const census = columns(size, { members: Uint8Array, chronic: Uint8Array, away: Uint8Array, decision: Uint8Array, paidFor: Uint8Array })
  /** participation of each village in the scheme year now running */
  const participation = new Float64Array(mostVillages)
  let villages: readonly Village[] = []

  /** Takes the villages of another run. */
  function begin(next: readonly Village[], published: number): void {
    villages = next
    participation.fill(published)
  }

  /** Takes stock of a township's households: eligible members, chronically ill, away. */
  function takeCensus(t: Township): void {
    const { members, chronic, away, paidFor } = census
    for (const column of [members, chronic, away, paidFor]) column.fill(0, t.firstHousehold, t.endHousehold)
    const { traits, household, residence } = people
    for (let p = t.firstPerson; p < t.endPerson; p++) {
      if ((traits[p] & (ALIVE | EMPLOYEE_INSURED)) !== ALIVE) continue
      const h = household[p]
      members[h]++
      if (traits[p] & CHRONIC) chronic[h]++
      if (residence[p] !== 0) away[h]++
    }
  }

  /** Runs the campaign for `year` in a township; `values`: sums of that year. */
  function campaign(t: Township, year: number, terms: EnrolmentTerms, values: Float64Array): void {
    takeCensus(t)
    for (let v = t.firstVillage; v < t.endVillage; v++) {
      const pull = neighbourPull(participation[v], terms)
      for (let h = villages[v].firstHousehold; h < villages[v].endHousehold; h++) {
        census.decision[h] = census.members[h] === 0 ? DECIDED_NO : decide(h, v, year, pull, terms, values)
        experience[h] = 0
      }
    }
    for (let p = t.firstPerson; p < t.endPerson; p++) if (people.traits[p] & ALIVE) coverNext[p] = register(p, year, terms)
    for (let v = t.firstVillage; v < t.endVillage; v++) {
      for (let h = villages[v].firstHousehold; h < villages[v].endHousehold; h++)
        if (census.paidFor[h] > 0) announce.enrolled(h, v, census.paidFor[h], year)
    }
  }

  function decide(h: number, v: number, year: number, pull: number, terms: EnrolmentTerms, values: Float64Array): number {
    const income = households.income[h] * terms.meanIncome
    const members = census.members[h]
    const taste =
      terms.utility +
      terms.campaignEffort +
      pull +
      (terms.incomeResponse * income) / 10_000 +
      (census.chronic[h] > 0 ? terms.chronicResponse : 0) +
      (experience[h] > 0 ? terms.experienceResponse : 0) +
      (terms.awayResponse * census.away[h]) / members
    // the premium is so much a head and so is income: the household's size cancels out
    const price = ((households.poor[h] ? 1 - terms.assistanceShare : 1) * terms.premium * 100) / Math.max(1, income)
    const rank = share(draw(households.keyA[h], households.keyB[h], PURPOSE.enrol, year))
    const partial = share(secondWord())
    if (!terms.everybodyJoins) values[SUMS.asked] += members
    for (let i = 0; i < PREMIUM_FACTORS.length; i++)
      if (!terms.everybodyJoins && joins(rank, taste + terms.priceResponse * price * PREMIUM_FACTORS[i]))
        values[SUMS.wouldJoin + i] += members
    const yes = terms.everybodyJoins || joins(rank, taste + terms.priceResponse * price)
    tellDecision(h, year, yes, price, terms)
    if (!yes) return DECIDED_NO
    if (!announce.pays(h, v, year)) return LOST
    return !terms.everybodyJoins && partial < terms.partialProbability ? DECIDED_PARTIAL : DECIDED_YES
  }

  /** What the decision of the household means for one member. Those left out of a partly enrolled household are members away. */
  function register(p: number, year: number, terms: EnrolmentTerms): number {
    const h = people.household[p]
    const decision = census.decision[h]
    if (people.traits[p] & EMPLOYEE_INSURED) return OTHER_INSURANCE
    if (decision === DECIDED_NO) return NOT_JOINED
    if (decision === LOST) return NOT_PAID
    if (
      decision === DECIDED_PARTIAL &&
      people.residence[p] !== 0 &&
      share(draw(people.keyA[p], people.keyB[p], PURPOSE.enrolMember, year)) < terms.partialLeftOut
    )
      return LEFT_OUT
    census.paidFor[h]++
    return COVERED
  }

  function tellDecision(h: number, year: number, yes: boolean, price: number, terms: EnrolmentTerms): void {
    if (!followsHousehold(watch, h)) return
    watch.tellHousehold(h, terms.opens, yes ? 'enrolment.registered' : 'enrolment.declined', {
      rule: 'institutions/enrolment.ts decide',
      parameters: [
        { name: 'premium.individual', value: String(terms.premium) },
        { name: 'enrolment.price_response', value: String(terms.priceResponse) },
      ],
      facts: {
        year,
        members: census.members[h],
        away: census.away[h],
        chronic: census.chronic[h],
        premium_percent_of_income: Math.round(price * 1000) / 1000,
      },
    })
  }

  return { census, participation, begin, campaign }
}

/** A household joins when its fixed rank lies below the logistic of its utility: a lower price can only add households. */
function joins(rank: number, utility: number): boolean {
  return rank * (1 + exp(-utility)) < 1
}

/** 邻里效应 Pull of the village: log odds of last year's participation against the reference. */
function neighbourPull(participation: number, terms: EnrolmentTerms): number {
  if (!terms.neighboursMatter || terms.everybodyJoins) return 0
  return terms.neighbourResponse * (logOdds(participation) - logOdds(terms.referenceParticipation))
}

function logOdds(participation: number): number {
  const p = Math.min(0.995, Math.max(0.5, participation))
  return log(p / (1 - p))
}
