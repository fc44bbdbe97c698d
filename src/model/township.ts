/**
 * 乡镇 The first stage: one event loop for each township. On 1 January a sweep opens everybody's year; then, day by day and phase by phase,
 * births, deaths, discharges and needs for admission. Visits to the doctor, by far the most frequent, depend on nothing but the person's own
 * state: they are worked through person by person, as people lie in memory, up to the day before that state or the rules change.
 * Townships share nothing within a year but what they send to the county.
 */

import { InvariantBroken } from '../kernel/errors.ts'
import { bear } from '../population/demography.ts'
import type { Township } from '../population/household.ts'
import { ALIVE, peopleToWrite } from '../population/person.ts'
import type { Care } from '../scheme/care/care.ts'
import { firstNeeds, type Illness, inpatientNeed, openIllnessYear, outpatientNeedsBefore } from '../scheme/care/illness.ts'
import type { FixedAmounts } from '../scheme/claims/fixed-amounts.ts'
import type { Stays } from '../scheme/claims/stays.ts'
import type { Visits } from '../scheme/claims/visits.ts'
import { type OrdinaryVisits, visitsBefore } from '../scheme/claims/visits-fast.ts'
import type { County } from '../scheme/county.ts'
import type { Cover } from '../scheme/enrolment/cover.ts'
import { type Discharge, PHASE } from '../scheme/episodes.ts'
import type { Messages } from '../scheme/messages.ts'
import { SUMS } from '../scheme/totals.ts'
import { followsNobody, happens } from '../scheme/trace.ts'
import type { YearTerms } from '../scheme/year-terms.ts'
import { type Ahead, DEATH } from './ahead.ts'
import { agesIn, type NewYear, newYearFor, openLives } from './new-year.ts'

/** The chapters whose events a township runs. */
interface TownshipChapters {
  readonly ahead: Ahead
  readonly cover: Cover
  readonly illness: Illness
  readonly care: Care
  readonly stays: Stays
  readonly visits: Visits
  readonly fixed: FixedAmounts
  readonly ordinary: OrdinaryVisits
}

/** No period of rules has been taken up yet. */
const NO_PERIOD = -1

/** All townships of a county; one is open at a time. */
export class Townships {
  readonly #county: County
  readonly #chapters: TownshipChapters
  readonly #announce: Pick<Messages, 'born' | 'yearBegins'>
  readonly #newYear: NewYear
  readonly #discharge: Discharge = { person: 0, day: 0, place: 0, bill: 0, occasion: 0, coveredShare: 0 }
  #townships: readonly Township[] = []
  #terms!: YearTerms
  #open = 0
  #period = NO_PERIOD

  constructor(county: County, chapters: TownshipChapters, announce: Pick<Messages, 'born' | 'yearBegins'>) {
    this.#county = county
    this.#chapters = chapters
    this.#announce = announce
    this.#newYear = newYearFor(county, chapters)
  }

  /** Takes the townships of another replication, whose people stand in the columns. */
  begin(townships: readonly Township[]): void {
    this.#townships = townships
    this.#chapters.ahead.begin()
    this.#chapters.cover.begin()
    this.#chapters.visits.begin()
    this.#county.experience.fill(0)
  }

  /** 1 January: everybody's accounts, cover, needs and year of life; writes the `participation` of each village. */
  openYear(terms: YearTerms, participation: Float64Array): void {
    const { ahead, cover, illness, stays, visits, fixed } = this.#chapters
    this.#terms = terms
    this.#county.classes?.openYear(agesIn(this.#county, terms.year))
    openIllnessYear(illness, terms.year, terms.needs)
    cover.openYear(terms)
    ahead.openYear(terms.days)
    stays.openYear(terms.year)
    visits.openYear()
    fixed.openYear(terms.year)
    this.#period = NO_PERIOD
    this.#usePeriod(0)
    this.#townships.forEach((t, at) => {
      ahead.openTownship(at)
      cover.openTownship(at, t, participation)
      stays.openAccounts(t.firstPerson, t.endPerson)
      visits.openAccounts(t.firstPerson, t.endPerson)
      fixed.openAccounts(t.firstPerson, t.endPerson)
      this.#announce.yearBegins(agesIn(this.#county, terms.year), t.firstPerson, t.endPerson)
      openLives(this.#newYear, t, terms)
      ahead.carryOver()
    })
  }

  /** Runs all townships over the days of the year from `from` up to but not including `to`. */
  run(from: number, to: number): void {
    const { ahead, visits } = this.#chapters
    for (let at = 0; at < this.#townships.length; at++) {
      this.#open = at
      this.#period = NO_PERIOD
      ahead.openTownship(at)
      for (let day = from; day < to; ) {
        this.#usePeriod(day)
        // members who draw on one account come in the order of days; all others one after the other, as they lie in memory
        const until = visits.membersShareAccount ? day + 1 : Math.min(to, this.#endOfPeriod())
        for (; day < until; day++) this.#runDay(day)
        this.#visitsBefore(until)
      }
    }
  }

  #runDay(day: number): void {
    const { ahead, cover, illness } = this.#chapters
    cover.beginToday(this.#open, day)
    for (let due = ahead.take(day, PHASE.status); due; due = ahead.take(day, PHASE.status)) {
      if (due.kind === DEATH) this.#die(due.person, day)
      else this.#giveBirth(due.person, day)
    }
    this.#dischargeAll(day)
    for (let p = ahead.agenda.take(day, PHASE.admission); p >= 0; p = ahead.agenda.take(day, PHASE.admission))
      inpatientNeed(illness, p, day)
  }

  #dischargeAll(day: number): void {
    const { ahead, cover, stays } = this.#chapters
    const discharge = this.#discharge
    for (let due = ahead.take(day, PHASE.discharge); due; due = ahead.take(day, PHASE.discharge)) {
      discharge.person = due.person
      discharge.day = day
      discharge.place = due.place
      discharge.bill = due.bill
      discharge.occasion = due.occasion
      discharge.coveredShare = cover.coveredShareOf(due.person, day, due.length, due.isCovered, due.occasion)
      stays.discharged(discharge)
    }
  }

  /** Visits to the doctor of everybody in the township that come before `day` and have not been had yet. */
  #visitsBefore(day: number): void {
    const { illness, visits, ordinary } = this.#chapters
    const { watch } = this.#county
    const { firstPerson, endPerson } = this.#townships[this.#open]
    if (visits.isPoolOnly && followsNobody(watch)) watch.events += this.#ordinaryVisits(ordinary, day, firstPerson, endPerson)
    else for (let p = firstPerson; p < endPerson; p++) outpatientNeedsBefore(illness, p, day)
  }

  /** Where benefits differ by group, neighbours of one class are gone through together. */
  #ordinaryVisits(ordinary: OrdinaryVisits, day: number, firstPerson: number, endPerson: number): number {
    const period = this.#terms.periods[this.#period]
    const { classes } = this.#county
    if (period.classes === undefined || classes === undefined) return visitsBefore(ordinary, period, day, firstPerson, endPerson)
    let events = 0
    for (let first = firstPerson, after = first; first < endPerson; first = after) {
      const own = classes.of(first)
      for (after = first + 1; after < endPerson && classes.of(after) === own; after++);
      events += visitsBefore(ordinary, period.classes[own], day, first, after)
    }
    return events
  }

  #usePeriod(day: number): void {
    const { periods } = this.#terms
    let at = periods.length - 1
    while (periods[at].from > day) at--
    if (at === this.#period) return
    this.#period = at
    const { benefit, care, claims, classes } = periods[at]
    const chapters = this.#chapters
    chapters.care.openPeriod(care, classes)
    chapters.stays.openPeriod(periods[at])
    chapters.visits.openPeriod(benefit, classes)
    chapters.fixed.openPeriod(claims)
  }

  /** Day after the last of the period in use. */
  #endOfPeriod(): number {
    const { periods, days } = this.#terms
    const next = this.#period + 1
    return next < periods.length ? periods[next].from : days
  }

  #die(p: number, day: number): void {
    const { people, sums, watch } = this.#county
    if (!(people.traits[p] & ALIVE)) return
    outpatientNeedsBefore(this.#chapters.illness, p, day)
    peopleToWrite(people).traits[p] &= ~ALIVE
    sums.values[SUMS.deaths]++
    if (happens(watch, p, people.household[p])) watch.tell(p, day, 'life.died', { rule: 'population/demography.ts drawYearOfLife' })
  }

  #giveBirth(mother: number, day: number): void {
    const { people, sums, watch } = this.#county
    if (!(people.traits[mother] & ALIVE)) return
    const { cover, illness, stays, visits, fixed } = this.#chapters
    const { start, vital } = this.#terms
    const t = this.#townships[this.#open]
    if (t.endPerson >= t.capacityEnd)
      throw new InvariantBroken('life.born', start + day, 'more births than the rates let expect: no room in the township')
    const p = t.endPerson++
    bear(people, mother, p, start + day, vital)
    stays.openAccounts(p, p + 1)
    visits.born(p)
    fixed.born(p)
    sums.values[SUMS.births]++
    this.#announce.born(p, mother)
    cover.newborn(mother, p, day)
    if (happens(watch, mother, people.household[mother]))
      watch.tell(mother, day, 'life.gave_birth', { rule: 'population/demography.ts bear' })
    firstNeeds(illness, p, 0, day, true)
  }
}
