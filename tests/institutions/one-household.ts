/** One household in a campaign of the project's own law, for cases of enrolment: it pays on a day, its papers are as the case says. */
import { createEnrolment } from '../../src/institutions/enrolment.ts'
import { COVER, SUMS, type Watch } from '../../src/institutions/events.ts'
import { paidInTime, splitPremium } from '../../src/institutions/premium.ts'
import { createRegistration, WAYS } from '../../src/institutions/registration.ts'
import { createWorkCalendar, type Day, formatDay, parseDay, yearOf, yearStart } from '../../src/kernel/calendar.ts'
import { campaignTerms } from '../../src/model/campaign-terms.ts'
import { createEnrolmentDesk } from '../../src/model/enrolment-desk.ts'
import { householdColumns } from '../../src/population/household.ts'
import { ALIVE, EMPLOYEE_INSURED, personColumns } from '../../src/population/person.ts'
import { CHANNELS, type Channel } from '../../src/population/places.ts'
import type { Procedure } from '../../src/procedures/schema.ts'
import { smallCounty } from '../model/small-county.ts'
import { projectLaw } from '../policy/project-law.ts'

export type Member = 'home' | 'away' | 'employee_insured' | 'soldier'

export interface HouseholdCase {
  /** day on which it registers and pays */
  pays: string
  members?: Member[]
  channel?: Channel
  poor?: boolean
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
const watch: Watch = { person: -1, household: -1, wholeHousehold: false, everyone: false, events: 0, tell() {}, tellHousehold() {} }

/** What becomes of the household in the campaign for the year after the one it pays in (a January payment is for that year). */
export function enrolHousehold(given: HouseholdCase): HouseholdOutcome {
  const members = given.members ?? ['home', 'home']
  const paid = parseDay(given.pays) as Day
  const heldIn = paid - yearStart(yearOf(paid)) < 180 ? yearOf(paid) - 1 : yearOf(paid)
  const law = projectLaw().with(given.rules ?? {})
  const terms = campaignTerms(settings, law, heldIn + 1)
  const channel = CHANNELS.indexOf(given.channel ?? 'village_cadres')
  const people = personColumns(members.length)
  const households = householdColumns(1)
  members.forEach((member, p) => {
    people.traits[p] = ALIVE | (member === 'employee_insured' ? EMPLOYEE_INSURED : 0)
    people.birthDay[p] = yearStart(heldIn - (member === 'soldier' ? 20 : 40))
    people.residence[p] = member === 'away' ? 1 : 0
  })
  households.income[0] = 1
  households.poor[0] = given.poor ? 1 : 0
  const payDay = Int16Array.of(paid - yearStart(heldIn))
  const registration = createRegistration(withLuck(given), createWorkCalendar(data.holidays))
  const desk = createEnrolmentDesk(registration, households, payDay, () => channel, watch)
  const values = new Float64Array(SUMS.size)
  desk.openCampaign(terms, values)
  const coverNext = new Uint8Array(members.length)
  const outcome: HouseholdOutcome = { states: [], individual: 0, collective: 0, assistance: 0 }
  let from = 0
  const enrolment = createEnrolment(people, households, 1, new Int32Array(1), coverNext, watch, {
    householdShare: () => 1,
    pays: () => paidInTime(payDay[0], terms.premium.deadline),
    registers: desk.registers,
    serves: (p) => members[p] === 'soldier',
    coverBegins: (_, day) => {
      from = day
    },
    enrolled: (_h, _v, count) => Object.assign(outcome, splitPremium(count * 7000, households.poor[0] === 1, channel, terms.premium)),
  })
  enrolment.begin([{ id: 0, keyA: 1, keyB: 2, firstHousehold: 0, endHousehold: 1 }], 0.97)
  const township = {
    firstVillage: 0,
    endVillage: 1,
    firstHousehold: 0,
    endHousehold: 1,
    firstPerson: 0,
    endPerson: members.length,
    capacityEnd: members.length,
  }
  const luck = {
    utility: 100,
    partialProbability: given.leaves_out ? 1 : 0,
    partialLeftOut: 1,
    partialCaught: given.caught ? 1 : 0,
    partialMadeGood: given.pays_for_the_rest ? 1 : 0,
  }
  enrolment.campaign(township, heldIn + 1, { ...terms.enrolment, ...luck }, values)
  outcome.states = [...coverNext].map((state) => COVER[state])
  if (outcome.states.some((state) => state === 'covered' || state === 'certificate_later'))
    Object.assign(outcome, { cover_from: formatDay(yearStart(heldIn + 1) + from), paid_on: formatDay(yearStart(heldIn) + payDay[0]) })
  return outcome
}

/** The procedures of the project, with the papers of the case missing and nothing else going wrong. */
function withLuck(given: HouseholdCase): ReadonlyMap<string, Procedure> {
  return new Map(
    [...new Set(WAYS.map(([id]) => id))].map((id) => {
      const procedure = structuredClone(data.procedures.procedures.get(id) as Procedure)
      for (const paper of procedure.papers) paper.missing.value = given.missing?.includes(paper.id) ? 1 : 0
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
