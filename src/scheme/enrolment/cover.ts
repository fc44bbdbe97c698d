/**
 * 参合状态 Who is covered on which day: the sweep of 1 January, certificates sealed later, newborns, demobilised soldiers, and stays that
 * began before cover. The campaign writes the state of the coming year, this file that of the year at hand.
 */

import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { fenOf } from '../../kernel/money.ts'
import { draw } from '../../kernel/random.ts'
import type { Township } from '../../population/household.ts'
import { ALIVE, CERTIFIED, CHRONIC, CHRONIC_BIT, EMPLOYEE_INSURED, peopleToWrite } from '../../population/person.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { type Soldiers, serviceAge, soldiersOf } from '../../population/service.ts'
import type { County } from '../county.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { happens } from '../trace.ts'
import type { YearTerms } from '../year-terms.ts'
import { coveredDays, coveredShare, newbornCovered, WHOLE } from './cover-rules.ts'
import { Beginnings } from './cover-starts.ts'
import { BORN_IN_YEAR, CERTIFICATE_LATER, COVERED, IN_SERVICE, isEnrolled, NOT_JOINED, OTHER_INSURANCE } from './cover-states.ts'
import {
  certificateSealedDetail,
  type Found,
  joinedInYearDetail,
  newbornDetail,
  newbornJoinsDetail,
  stayBegunBeforeDetail,
  yearOfCoverDetail,
} from './explanation.ts'

/** Offsets from SUMS.joinedInYear. */
const NEWBORN = 0
const SOLDIER = 1

type CoverAnnouncements = Pick<Messages, 'joinsInYear' | 'newbornJoins' | 'beforeChange'>

/** What each household is asked to pay, yuan a head. */
export type PremiumAsked = (household: number, terms: YearTerms['fund']) => number

/** The scheme year at hand. */
interface Year {
  readonly terms: YearTerms
  readonly soldiers: Soldiers
}

export class Cover {
  readonly beginnings: Beginnings
  readonly #county: CoverCounty
  readonly #announce: CoverAnnouncements
  readonly #premiumOf: PremiumAsked
  #now!: Year

  constructor(county: CoverCounty, announce: CoverAnnouncements, premiumOf: PremiumAsked) {
    this.#county = county
    this.#announce = announce
    this.#premiumOf = premiumOf
    this.beginnings = new Beginnings(county.room.townships, county.room.persons)
  }

  begin(): void {
    const { now, next } = this.#county.cover
    now.fill(0)
    next.fill(0)
    this.beginnings.begin()
  }

  openYear(terms: YearTerms): void {
    this.#now = { terms, soldiers: soldiersOf(this.#county.people, terms.year, terms.campaign.schemeYear.service) }
    this.beginnings.openYear()
  }

  /** 1 January: takes the state of the campaign for a township, by its index, and writes the share of each village that takes part. */
  openTownship(township: number, t: Township, participation: Float64Array): void {
    const { beginnings } = this
    const { soldiers } = this.#now
    beginnings.openTownship(township, t.endPerson)
    openPersons(this.#county, this.#now, t, participation, {
      newbornJoins: this.#announce.newbornJoins,
      premiumOf: this.#premiumOf,
      serves(p) {
        const day = soldiers.homeOn(p)
        if (day >= 0) beginnings.add(township, p, day)
      },
    })
    beginnings.sort(township)
  }

  /** Cover that begins today: a certificate is sealed, or a soldier has come home and joins on his day. */
  beginToday(township: number, day: number): void {
    const { people, cover, watch } = this.#county
    const { traits, household } = peopleToWrite(people)
    const { beginnings } = this
    let p: number
    while ((p = beginnings.take(township, day)) >= 0) {
      const before = cover.now[p]
      if (!(traits[p] & ALIVE) || before === COVERED || traits[p] & EMPLOYEE_INSURED) continue
      this.#announce.beforeChange(p, day)
      cover.now[p] = COVERED
      traits[p] |= CERTIFIED
      beginnings.began.set(p, day)
      if (before !== CERTIFICATE_LATER) this.#joinInYear(p, day, SOLDIER)
      else if (happens(watch, p, household[p])) watch.tell(p, day, 'cover.begins', certificateSealedDetail())
    }
  }

  /** 年度中途参合 Somebody joins on a day of the year and pays the premium of the whole year. */
  #joinInYear(p: number, day: number, kind: number): void {
    const { people, sums, watch } = this.#county
    const premium = this.#premiumOf(people.household[p], this.#now.terms.fund)
    if (kind === SOLDIER) peopleToWrite(people).residence[p] = 0
    sums.values[SUMS.joinedInYear + kind]++
    this.#announce.joinsInYear(day, people.household[p], fenOf(premium))
    if (happens(watch, p, people.household[p])) watch.tell(p, day, 'cover.joined_in_year', joinedInYearDetail(kind, premium))
  }

  /** 新生儿 Cover of a newborn in its birth year; born after the campaign it joins with its household for the next. */
  newborn(mother: number, p: number, day: number): void {
    const { people, cover, watch, exponential, mechanisms } = this.#county
    const { terms } = this.#now
    const rules = terms.campaign.schemeYear
    const isRegistered = rules.newbornRule === 'registered'
    const word = draw(people.keyA[p], people.keyB[p], PURPOSE.newbornRegistration, 0)
    const after = Math.floor((quantile(exponential, word) / QUANTILE_SCALE) * rules.newbornRegistrationDays)
    const covered = newbornCovered(rules, cover.now[mother] === COVERED, after)
    const next = cover.next[mother]
    cover.now[p] = covered ? COVERED : BORN_IN_YEAR
    cover.next[p] = isEnrolled(next) || next === BORN_IN_YEAR ? BORN_IN_YEAR : NOT_JOINED
    // with its mother it has no certificate of its own: its claims go by hand; without the procedure everybody has one from the first day
    if (!mechanisms.enrolment_procedure || (covered && isRegistered)) peopleToWrite(people).traits[p] |= CERTIFIED
    else peopleToWrite(people).traits[p] &= ~CERTIFIED
    if (happens(watch, p, people.household[p])) watch.tell(p, day, 'cover.newborn', newbornDetail(rules, cover.now[p], after))
    if (covered && isRegistered) this.#joinInYear(p, Math.min(terms.days - 1, day + after), NEWBORN)
  }

  /**
   * Millionths of the days of a stay on which the patient, discharged today after `length` days, was covered.
   * `coveredThen`: on the day of admission. Who is not covered on the day of discharge is another matter: nothing is paid.
   */
  coveredShareOf(p: number, day: number, length: number, coveredThen: boolean, occasion: number): number {
    const { people, cover, sums, watch } = this.#county
    const from = this.beginnings.began.get(p) ?? 0
    if (cover.now[p] !== COVERED || (coveredThen && from === 0)) return WHOLE
    const days = coveredDays(day - length, day, coveredThen, from)
    if (days >= length) return WHOLE
    sums.values[SUMS.staysBegunBefore]++
    if (happens(watch, p, people.household[p])) watch.tell(p, day, 'cover.stay_begun_before', stayBegunBeforeDetail(occasion, length, days))
    return coveredShare(days, length)
  }
}

type CoverCounty = Pick<County, 'room' | 'people' | 'households' | 'cover' | 'exponential' | 'mechanisms' | 'sums' | 'watch'>

interface Opening extends Pick<Messages, 'newbornJoins'> {
  /** a soldier, who may come home this year */
  serves(person: number): void
  readonly premiumOf: PremiumAsked
}

/** 1 January in a township: everybody takes the state that the campaign left, and is counted. */
function openPersons(county: CoverCounty, { terms, soldiers }: Year, t: Township, participation: Float64Array, found: Opening): void {
  const { people, households, cover, watch, sums } = county
  const { traits, household, residence, birthDay } = peopleToWrite(people)
  const { village, quintile } = households
  const { from, before } = serviceAge(terms.year)
  const { now: coverNow, next } = cover
  const { values } = sums
  const eligible = new Float64Array(t.endVillage - t.firstVillage)
  const enrolled = new Float64Array(t.endVillage - t.firstVillage)
  let population = 0
  for (let p = t.firstPerson; p < t.endPerson; p++) {
    if (!(traits[p] & ALIVE)) continue
    population++
    values[SUMS.away + residence[p]]++
    const h = household[p]
    const isOfAge = birthDay[p] >= from && birthDay[p] < before
    const isSoldier = isOfAge && !(traits[p] & EMPLOYEE_INSURED) && soldiers.serves(p)
    let now = next[p]
    if (now === BORN_IN_YEAR) {
      now = COVERED
      const premium = found.premiumOf(h, terms.fund)
      found.newbornJoins(h, fenOf(premium))
      if (happens(watch, p, h)) watch.tell(p, 0, 'cover.newborn_joins', newbornJoinsDetail(terms.year, premium))
    }
    coverNow[p] = now
    if (now === COVERED) traits[p] |= CERTIFIED
    else traits[p] &= ~CERTIFIED
    const isEligible = !isSoldier && !(traits[p] & EMPLOYEE_INSURED)
    if (happens(watch, p, h)) watch.tell(p, 0, 'cover.year', yearOfCoverDetail(terms.year, foundOn(county, p, isEligible)))
    if (isSoldier) found.serves(p)
    if (!isEligible) continue
    const v = village[h] - t.firstVillage
    eligible[v]++
    if (isEnrolled(now)) enrolled[v]++
    count(values, traits[p], residence[p], quintile[h], now)
  }
  values[SUMS.population] += population
  for (let v = 0; v < eligible.length; v++) participation[t.firstVillage + v] = eligible[v] > 0 ? enrolled[v] / eligible[v] : 1
}

/** As 1 January finds them, for `explain`. */
function foundOn({ people, households, cover }: CoverCounty, p: number, isEligible: boolean): Found {
  const h = people.household[p]
  const isChronic = (people.traits[p] & CHRONIC) !== 0
  return {
    ...{ cover: cover.now[p], isEligible, residence: people.residence[p], isChronic },
    ...{ quintile: households.quintile[h], income: households.income[h] },
  }
}

/** Counts somebody eligible with this state of cover. */
function count(values: Float64Array, traits: number, residence: number, quintile: number, cover: number): void {
  const ill = (traits & CHRONIC) >> CHRONIC_BIT
  values[SUMS.eligible]++
  values[SUMS.eligibleByQuintile + quintile]++
  values[SUMS.chronicEligible] += ill
  if (!isEnrolled(cover)) {
    values[SUMS.notCovered + (cover === OTHER_INSURANCE || cover === IN_SERVICE ? NOT_JOINED : cover)]++
    return
  }
  values[SUMS.enrolled]++
  values[SUMS.enrolledByQuintile + quintile]++
  values[SUMS.chronicEnrolled] += ill
  if (cover === CERTIFICATE_LATER) values[SUMS.certificateLater]++
  else if (residence === 0) values[SUMS.effectivelyCovered]++
}
