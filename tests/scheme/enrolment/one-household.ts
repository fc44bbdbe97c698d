/**
 * One household in a campaign of the project's own law, for cases of enrolment: it pays on a day, its papers are as the case says.
 * A neighbour whose papers are in order registers before it on the same day, so that it could be taken the neighbour's way.
 */
import { expect } from 'vitest'
import { type Day, formatDay, parseDay, yearOf, yearStart } from '../../../src/kernel/calendar.ts'
import { householdsToWrite } from '../../../src/population/household.ts'
import { ALIVE, EMPLOYEE_INSURED, peopleToWrite } from '../../../src/population/person.ts'
import { CHANNELS, VILLAGE_CHANNELS } from '../../../src/population/places.ts'
import type { Procedure } from '../../../src/procedures/data/schema.ts'
import { planOf, unfitPapers } from '../../../src/procedures/plan.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import { Campaign } from '../../../src/scheme/enrolment/campaign.ts'
import { Collection } from '../../../src/scheme/enrolment/collection.ts'
import { Beginnings } from '../../../src/scheme/enrolment/cover-starts.ts'
import { COVER } from '../../../src/scheme/enrolment/cover-states.ts'
import { paidInTime, splitPremium } from '../../../src/scheme/enrolment/premium.ts'
import { WAYS } from '../../../src/scheme/enrolment/registration.ts'
import { EnrolmentDesk } from '../../../src/scheme/enrolment/registration-desk.ts'
import { campaignTerms } from '../../../src/scheme/enrolment/terms.ts'
import { PAYERS } from '../../../src/scheme/messages.ts'
import { SUMS } from '../../../src/scheme/totals.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'

export type Member = 'home' | 'away' | 'employee_insured' | 'soldier'

export interface HouseholdCase {
  /** day on which it registers and pays */
  pays: string
  members?: Member[]
  channel?: (typeof CHANNELS)[number]
  poor?: boolean
  /** income per head as a share of the mean */
  income?: number
  /** papers that are missing at first; working days until the household is back; whether it gives up instead */
  missing?: string[]
  back_after?: number
  gives_up?: boolean
  /** it leaves out its members away; what the review does */
  leaves_out?: boolean
  caught?: boolean
  pays_for_the_rest?: boolean
  /** parameters of the law that the case sets */
  rules?: Record<string, unknown>
}

export interface HouseholdOutcome {
  states: string[]
  /** day on which the certificates give cover, of those who join */
  cover_from?: string
  /** day of payment of those who join: that of the case, unless payment is a step of the registration */
  paid_on?: string
  individual: number
  collective: number
  assistance: number
}

const { settings, data } = smallCounty()
const project = projectLaw()
/** fen a head */
const PREMIUM = 7000
/** chance of each paper of a case that somebody lacks */
const EVEN = 0.5
const OURS = 0
const NEIGHBOUR = 1
const watch: Watch = {
  person: -1,
  household: -1,
  wholeHousehold: false,
  everyone: false,
  events: 0,
  tell() {},
  tellOn() {},
  tellHousehold() {},
}

/** What becomes of the household in the campaign for the year after the one it pays in (a January payment is for that year). */
export function enrolHousehold(given: HouseholdCase): HouseholdOutcome {
  const members = given.members ?? ['home', 'home']
  const paid = parseDay(given.pays) as Day
  const heldIn = paid - yearStart(yearOf(paid)) < 180 ? yearOf(paid) - 1 : yearOf(paid)
  const law = project.with(given.rules ?? {})
  const terms = campaignTerms(settings, law, heldIn + 1)
  const procedures = withLuck(given)
  const county = layOutCounty(
    settings,
    { ...data, procedures: { ...data.procedures, procedures } },
    { persons: members.length, households: 2, villages: 1, townships: 1, slots: 0 },
    watch,
  )
  const [people, households] = [peopleToWrite(county.people), householdsToWrite(county.households)]
  members.forEach((member, p) => {
    people.traits[p] = ALIVE | (member === 'employee_insured' ? EMPLOYEE_INSURED : 0)
    people.birthDay[p] = yearStart(heldIn - (member === 'soldier' ? 19 : 40))
    people.residence[p] = member === 'away' ? 1 : 0
  })
  const lacking = new Set(given.missing ?? [])
  households.keyA[OURS] = keyOfWhoeverLacks(lacking, procedures, heldIn + 1)
  households.keyA[NEIGHBOUR] = keyOfWhoeverLacks(new Set(), procedures, heldIn + 1)
  households.income[OURS] = given.income ?? 1
  households.poor[OURS] = given.poor ? 1 : 0
  const outcome: HouseholdOutcome = { states: [], individual: 0, collective: 0, assistance: 0 }
  const collection = new PaidOnTheDay(county)
  collection.payDay.fill(paid - yearStart(heldIn))
  const beginnings = new StartOfCover(1, 100)
  const desk = new WithNeighbour(county, collection)
  const campaign = new Campaign(
    county,
    { collection, desk, beginnings },
    {
      premiumPaid: (_, payer, fen) => {
        outcome[PAYERS[payer]] += fen
      },
      registered() {},
      work() {},
    },
  )
  const township = { ...WHOLE, firstPerson: 0, endPerson: members.length, capacityEnd: members.length }
  const villages = [{ id: 0, keyA: 1, keyB: 2, firstHousehold: 0, endHousehold: 1 }]
  const [townships, sizes] = [[township], Uint8Array.of(members.length)]
  campaign.begin({ villages, townships, sizes, persons: members.length, capacity: members.length }, 0.97)
  const premiumTerms = { ...terms.premium, premium: PREMIUM / 100, ...collectedBy(given.channel ?? 'village_cadres') }
  const luck = {
    premium: PREMIUM / 100,
    utility: 100,
    partialProbability: given.leaves_out ? 1 : 0,
    partialLeftOut: 1,
    partialCaught: given.caught ? 1 : 0,
    partialMadeGood: given.pays_for_the_rest ? 1 : 0,
  }
  // whoever is of the age serves, and comes home in the year in which he turns 20
  const schemeYear = { ...terms.schemeYear, service: { ...terms.schemeYear.service, demobilisedRate: 1 } }
  campaign.hold(
    heldIn + 1,
    { ...terms, schemeYear, premium: premiumTerms, enrolment: { ...terms.enrolment, ...luck } },
    new Float64Array(SUMS.size),
  )
  outcome.states = [...county.cover.next].map((state) => COVER[state])
  const covered = outcome.states.filter((state) => state === 'covered' || state === 'certificate_later').length
  // what is booked is what `explain` tells of the household
  const { individual, collective, assistance } = outcome
  expect({ individual, collective, assistance }).toEqual(
    splitPremium(covered * PREMIUM, given.poor === true, CHANNELS.indexOf(given.channel ?? 'village_cadres'), premiumTerms),
  )
  if (covered > 0)
    Object.assign(outcome, {
      cover_from: formatDay(yearStart(heldIn + 1) + beginnings.from),
      paid_on: formatDay(yearStart(heldIn) + collection.payDay[OURS]),
    })
  return outcome
}

const WHOLE = { firstVillage: 0, endVillage: 1, firstHousehold: 0, endHousehold: 1 }

/** Pays on the day that the case says, not on one that is drawn. */
class PaidOnTheDay extends Collection {
  #deadline = 0

  override open(...[villages, held, premiumPaid]: Parameters<Collection['open']>): void {
    super.open(villages, held, premiumPaid)
    this.#deadline = held.terms.premium.deadline
  }

  override pays(h: number): boolean {
    return paidInTime(this.payDay[h], this.#deadline)
  }
}

class WithNeighbour extends EnrolmentDesk {
  override registers(h: number, village: number): number {
    super.registers(NEIGHBOUR, village)
    return super.registers(h, village)
  }
}

class StartOfCover extends Beginnings {
  from = 0

  override sealedLater(_: number, day: number): void {
    this.from = day
  }
}

/** The terms under which a village collects in this way. */
function collectedBy(channel: (typeof CHANNELS)[number]) {
  const street = channel === 'street_community'
  return { channelShare: VILLAGE_CHANNELS.map((one, i) => (one === channel || (street && i === 0) ? 1 : 0)), urbanShare: street ? 1 : 0 }
}

/** The procedures of the project, in which some lack the papers of the case and nothing else goes wrong. */
function withLuck(given: HouseholdCase): ReadonlyMap<string, Procedure> {
  return new Map(
    [...new Set(WAYS.map(([id]) => id))].map((id) => {
      const procedure = structuredClone(data.procedures.procedures.get(id) as Procedure)
      for (const paper of procedure.papers) {
        paper.missing.value = given.missing?.includes(paper.id) ? EVEN : 0
        if (paper.wrong_kind) paper.wrong_kind.share.value = 0
      }
      for (const step of procedure.steps) {
        if (step.faulty) step.faulty.value = 0
        if (step.on_fault && 'give_up' in step.on_fault) {
          step.on_fault.give_up.value = given.gives_up ? 1 : 0
          step.on_fault.after.value = [given.back_after ?? 1, given.back_after ?? 1]
        }
      }
      return [id, procedure]
    }),
  )
}

/** The key of a household that lacks these papers in every procedure that asks for them, and no others; where there is none, of any. */
function keyOfWhoeverLacks(papers: ReadonlySet<string>, procedures: ReadonlyMap<string, Procedure>, year: number): number {
  const keys = Array.from({ length: 1000 }, (_, key) => key)
  return keys.find((key) => [...procedures.values()].every((procedure) => lacks(papers, procedure, key, year))) ?? 0
}

function lacks(papers: ReadonlySet<string>, procedure: Procedure, key: number, year: number): boolean {
  const plan = planOf(procedure)
  const unfit = procedure.steps.reduce((bits, _, at) => bits | unfitPapers(plan, at, { keyA: key, keyB: 0, occasion: year }, 0, false), 0)
  const asked = plan.asked.reduce((bits, of) => bits | of, 0)
  return procedure.papers.every(({ id }, i) => !((asked >> i) & 1) || papers.has(id) === (((unfit >> i) & 1) === 1))
}
