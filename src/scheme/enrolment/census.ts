/** What a campaign writes down of a township: the eligible members of each household before it decides, and the cover of each after. */
import { draw, share } from '../../kernel/random.ts'
import type { Township } from '../../population/household.ts'
import { ALIVE, CHRONIC, CHRONIC_BIT, EMPLOYEE_INSURED } from '../../population/person.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { type Soldiers, serviceAge } from '../../population/service.ts'
import type { County } from '../county.ts'
import type { Beginnings } from './cover-starts.ts'
import { CERTIFICATE_LATER, COVERED, IN_SERVICE, LEFT_OUT, NOT_JOINED, OTHER_INSURANCE } from './cover-states.ts'
import type { Held } from './terms.ts'

/** State of a whole household that joins, with all its members or without some of those away; else its state is that of its members. */
export const JOINS = COVERED
export const IN_PART = 255
/** Cover of an eligible person whose household has not decided yet. */
const UNDECIDED = NOT_JOINED

/** A row for each household of the township at hand. */
export interface Census {
  firstHousehold: number
  /** eligible members, of these chronically ill, away for work, not registered, paid for */
  readonly members: Uint8Array
  readonly chronic: Uint8Array
  readonly away: Uint8Array
  readonly leftOut: Uint8Array
  readonly paidFor: Uint8Array
  /** JOINS, IN_PART or a code of COVER */
  readonly state: Uint8Array
  /** day of the scheme year on which the certificate is sealed, 0 by 1 January */
  readonly sealed: Int16Array
}

export function censusFor(rows: number): Census {
  const bytes = () => new Uint8Array(rows)
  return {
    firstHousehold: 0,
    members: bytes(),
    chronic: bytes(),
    away: bytes(),
    leftOut: bytes(),
    paidFor: bytes(),
    state: bytes(),
    sealed: new Int16Array(rows),
  }
}

export function isJoining(state: number): boolean {
  return state === JOINS || state === IN_PART
}

/** Takes stock of a township's people and households for the scheme year `year`; `last` is written anew when it is large enough. */
export function takeCensus(last: Census, county: CensusCounty, t: Township, year: number, soldiers: Soldiers): Census {
  const rows = t.endHousehold - t.firstHousehold
  const census = last.members.length < rows ? censusFor(rows) : last
  const { members, chronic, away, leftOut, paidFor } = census
  const { traits, household, residence, birthDay } = county.people
  const coverNext = county.cover.next
  const first = t.firstHousehold
  census.firstHousehold = first
  for (const column of [members, chronic, away, leftOut, paidFor]) column.fill(0, 0, rows)
  const { from, before } = serviceAge(year)
  for (let p = t.firstPerson; p < t.endPerson; p++) {
    const trait = traits[p]
    if (!(trait & ALIVE)) continue
    if (trait & EMPLOYEE_INSURED) coverNext[p] = OTHER_INSURANCE
    else if (birthDay[p] >= from && birthDay[p] < before && soldiers.serves(p)) coverNext[p] = IN_SERVICE
    else {
      coverNext[p] = UNDECIDED
      const row = household[p] - first
      members[row]++
      // added rather than asked: the answer is a matter of luck, and a wrong guess costs more than the sum
      chronic[row] += (trait & CHRONIC) >> CHRONIC_BIT
      away[row] += (residence[p] + 1) >> 1
    }
  }
  return census
}

/** Counts the members away whom partly enrolled households do not register. */
export function countLeftOut(census: Census, county: CensusCounty, t: Township, held: Held): void {
  const { state, leftOut, firstHousehold } = census
  const { household, traits } = county.people
  const coverNext = county.cover.next
  for (let p = t.firstPerson; p < t.endPerson; p++) {
    const row = household[p] - firstHousehold
    if (state[row] !== IN_PART || !isEligible(coverNext[p], traits[p])) continue
    if (leavesOut(county, p, held)) leftOut[row]++
  }
}

/** What has become of the household holds for its eligible members. */
export function coverMembers(census: Census, county: CensusCounty, t: Township, held: Held, beginnings: Beginnings): void {
  const { state, sealed, paidFor, firstHousehold } = census
  const { household, traits } = county.people
  const coverNext = county.cover.next
  for (let p = t.firstPerson; p < t.endPerson; p++) {
    if (!isEligible(coverNext[p], traits[p])) continue
    const row = household[p] - firstHousehold
    const decided = state[row]
    if (!isJoining(decided)) coverNext[p] = decided
    else if (decided === IN_PART && leavesOut(county, p, held)) coverNext[p] = LEFT_OUT
    else {
      paidFor[row]++
      coverNext[p] = sealed[row] === 0 ? COVERED : CERTIFICATE_LATER
      if (sealed[row] > 0) beginnings.sealedLater(p, sealed[row])
    }
  }
}

type CensusCounty = Pick<County, 'people' | 'cover'>

/** Was this person, whose cover the census has written down, counted among the eligible members? */
function isEligible(coverNext: number, traits: number): boolean {
  return coverNext === UNDECIDED && (traits & ALIVE) !== 0
}

/** Members away whom a partly enrolled household does not register. */
function leavesOut({ people }: CensusCounty, p: number, { year, terms }: Held): boolean {
  if (people.residence[p] === 0) return false
  return share(draw(people.keyA[p], people.keyB[p], PURPOSE.enrolMember, year)) < terms.enrolment.partialLeftOut
}
