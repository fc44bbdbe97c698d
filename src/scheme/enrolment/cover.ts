/**
 * 参合状态 Who is covered on which day: the sweep of 1 January, certificates sealed later, newborns, demobilised soldiers, and stays that
 * began before cover. The campaign writes the state of the coming year, this file that of the year at hand.
 */

import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { fenOf } from '../../kernel/money.ts'
import { draw } from '../../kernel/random.ts'
import * as person from '../../population/person.ts'
import * as purposes from '../../population/purposes.ts'
import { type Soldiers, soldiersOf } from '../../population/service.ts'
import type { County } from '../county.ts'
import { claimNumber } from '../episodes.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { happens } from '../trace.ts'
import type { YearTerms } from '../year-terms.ts'
import { coveredDays, coveredShare, newbornCovered, WHOLE } from './cover-rules.ts'
import { createBeginnings } from './cover-starts.ts'
import {
  BORN_IN_YEAR,
  CERTIFICATE_LATER,
  COVER,
  COVERED,
  IN_SERVICE,
  isEnrolled,
  JOINED_IN_YEAR,
  NOT_JOINED,
  OTHER_INSURANCE,
} from './cover-states.ts'

// bound in this module, V8 takes them for constants; imported names it looks up at each use
const { ALIVE, CERTIFIED, CHRONIC, EMPLOYEE_INSURED } = person
const { PURPOSE } = purposes

const NEWBORN = 0
const SOLDIER = 1

export function createCover(county: County, announce: Pick<Messages, 'joinsInYear' | 'newbornJoins' | 'beforeChange'>) {
  const { room, people, households, exponential, sums, watch, cover: state } = county
  /** off: everybody has a certificate from the first day */
  const certificates = county.mechanisms.enrolment_procedure
  const { traits, household, residence } = people
  const beginnings = createBeginnings(room.townships)
  let terms: YearTerms
  let soldiers: Soldiers

  function begin(): void {
    state.now.fill(0)
    state.next.fill(0)
    beginnings.begin()
  }

  function openYear(next: YearTerms): void {
    terms = next
    soldiers = soldiersOf(people, next.year, next.campaign.schemeYear.service)
    beginnings.openYear()
  }

  /** 1 January: takes the state of the campaign for one person and counts it. Is the person eligible? */
  function open(township: number, p: number): boolean {
    const values = sums.values
    const h = household[p]
    const soldier = !(traits[p] & EMPLOYEE_INSURED) && soldiers.serves(p)
    let now = state.next[p]
    if (now === BORN_IN_YEAR) {
      now = COVERED
      announce.newbornJoins(h, fenOf(terms.fund.premium))
      tellNewbornJoins(p)
    }
    state.now[p] = now
    if (now === COVERED) traits[p] |= CERTIFIED
    else traits[p] &= ~CERTIFIED
    if (happens(watch, p, h))
      watch.tell(p, 0, 'cover.year', { rule: 'scheme/enrolment/campaign.ts coverMembers', facts: { year: terms.year, cover: COVER[now] } })
    if (soldier) expectHome(township, p)
    if (soldier || traits[p] & EMPLOYEE_INSURED) return false
    values[SUMS.eligible]++
    values[SUMS.eligibleByQuintile + households.quintile[h]]++
    if (traits[p] & CHRONIC) values[SUMS.chronicEligible]++
    if (!isEnrolled(now)) {
      values[SUMS.notCovered + (now === OTHER_INSURANCE || now === IN_SERVICE ? NOT_JOINED : now)]++
      return true
    }
    values[SUMS.enrolled]++
    values[SUMS.enrolledByQuintile + households.quintile[h]]++
    if (traits[p] & CHRONIC) values[SUMS.chronicEnrolled]++
    if (now === CERTIFICATE_LATER) values[SUMS.certificateLater]++
    else if (residence[p] === 0) values[SUMS.effectivelyCovered]++
    return true
  }

  /** 1 January: the premium of a newborn of the last months, who came after its household had paid for the others. */
  function tellNewbornJoins(p: number): void {
    if (!happens(watch, p, household[p])) return
    watch.tell(p, 0, 'cover.newborn_joins', {
      rule: 'scheme/enrolment/cover.ts open',
      parameters: [{ name: 'premium.individual', value: String(terms.fund.premium) }],
      amounts: [{ id: 'premium', fen: fenOf(terms.fund.premium) }],
      facts: { year: terms.year },
    })
  }

  function expectHome(township: number, p: number): void {
    const day = soldiers.homeOn(p)
    if (day >= 0) beginnings.add(township, p, day)
  }

  /** Cover that begins today: a certificate is sealed, or a soldier has come home and joins on his day. */
  function beginToday(township: number, day: number): void {
    let p: number
    while ((p = beginnings.take(township, day)) >= 0) {
      const before = state.now[p]
      if (!(traits[p] & ALIVE) || before === COVERED || traits[p] & EMPLOYEE_INSURED) continue
      announce.beforeChange(p, day)
      state.now[p] = COVERED
      traits[p] |= CERTIFIED
      beginnings.began.set(p, day)
      if (before !== CERTIFICATE_LATER) joinInYear(p, day, SOLDIER)
      else if (happens(watch, p, household[p]))
        watch.tell(p, day, 'cover.begins', { rule: 'scheme/enrolment/cover-rules.ts coverFrom', facts: { reason: 'certificate_sealed' } })
    }
  }

  /** 年度中途参合 Somebody joins on a day of the year and pays the premium of the whole year. */
  function joinInYear(p: number, day: number, kind: number): void {
    const fen = fenOf(terms.fund.premium)
    if (kind === SOLDIER) residence[p] = 0
    sums.values[SUMS.joinedInYear + kind]++
    announce.joinsInYear(day, household[p], fen)
    if (happens(watch, p, household[p]))
      watch.tell(p, day, 'cover.joined_in_year', {
        rule: 'scheme/enrolment/cover-rules.ts',
        parameters: [{ name: 'premium.individual', value: String(terms.fund.premium) }],
        amounts: [{ id: 'premium', fen }],
        facts: { reason: JOINED_IN_YEAR[kind] },
      })
  }

  /** 新生儿 Cover of a newborn in its birth year; born after the campaign it joins with its household for the next. */
  function newborn(mother: number, p: number, day: number): void {
    const rules = terms.campaign.schemeYear
    const word = draw(people.keyA[p], people.keyB[p], PURPOSE.newbornRegistration, 0)
    const after = Math.floor((quantile(exponential, word) / QUANTILE_SCALE) * rules.newbornRegistrationDays)
    const covered = newbornCovered(rules, state.now[mother] === COVERED, after)
    const next = state.next[mother]
    state.now[p] = covered ? COVERED : BORN_IN_YEAR
    state.next[p] = isEnrolled(next) || next === BORN_IN_YEAR ? BORN_IN_YEAR : NOT_JOINED
    // with its mother it has no certificate of its own: its claims go by hand
    if (!certificates || (covered && rules.newbornRule === 'registered')) traits[p] |= CERTIFIED
    else traits[p] &= ~CERTIFIED
    if (happens(watch, p, household[p]))
      watch.tell(p, day, 'cover.newborn', {
        rule: 'scheme/enrolment/cover-rules.ts newbornCovered',
        parameters: [
          { name: 'enrolment.newborn_rule', value: rules.newbornRule },
          ...(rules.newbornRule === 'registered' ? [{ name: 'enrolment.newborn_days', value: String(rules.newbornDays) }] : []),
        ],
        facts: { cover: COVER[state.now[p]], ...(rules.newbornRule === 'registered' ? { registered_after_days: after } : {}) },
      })
    if (covered && rules.newbornRule === 'registered') joinInYear(p, Math.min(terms.days - 1, day + after), NEWBORN)
  }

  /**
   * Millionths of the days of a stay on which the patient, discharged today after `length` days, was covered.
   * `coveredThen`: on the day of admission. Who is not covered on the day of discharge is another matter: nothing is paid.
   */
  function coveredShareOf(p: number, day: number, length: number, coveredThen: boolean, occasion: number): number {
    const from = beginnings.began.get(p) ?? 0
    if (state.now[p] !== COVERED || (coveredThen && from === 0)) return WHOLE
    const days = coveredDays(day - length, day, coveredThen, from)
    if (days >= length) return WHOLE
    sums.values[SUMS.staysBegunBefore]++
    if (happens(watch, p, household[p]))
      watch.tell(p, day, 'cover.stay_begun_before', {
        rule: 'scheme/enrolment/cover-rules.ts coveredDays',
        facts: { claim: claimNumber(occasion), days: length, covered_days: days },
      })
    return coveredShare(days, length)
  }

  return { beginnings, begin, openYear, open, beginToday, newborn, coveredShareOf }
}

export type Cover = ReturnType<typeof createCover>
