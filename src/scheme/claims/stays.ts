/**
 * 报销 Claims, township side: at discharge the benefit is worked out and the way of payment taken — with the card at the hospital
 * (即时结报), by hand at the office (手工报销), or never filed. Entitlement is fixed here, by day of discharge.
 */

import type { Day } from '../../kernel/calendar.ts'
import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import { columns, type ReadonlyColumn } from '../../kernel/table.ts'
import type { Households } from '../../population/household.ts'
import type { People } from '../../population/person.ts'
import * as placesOfCare from '../../population/places.ts'
import * as purposes from '../../population/purposes.ts'
import type { BenefitTerms, Settlement } from '../benefit/inpatient.ts'
import { COVERED } from '../enrolment/cover-states.ts'
import { claimNumber, type Member, type Stay, type Unsettled } from '../episodes.ts'
import type { Announcements } from '../messages.ts'
import type { YearlySums } from '../totals.ts'
import { SUMS } from '../totals.ts'
import type { TraceDetail } from '../trace.ts'
import { happens, type Watch } from '../trace.ts'
import type { VisitInput, Visits, VisitTerms } from './visits.ts'

// bound in this module, V8 takes them for constants; imported names it looks up at each use
const { PURPOSE } = purposes
const { PLACES } = placesOfCare

/** Lists by place. */
export interface ClaimTerms extends VisitTerms {
  /** share of bills settled with the card */
  readonly cardShare: Float64Array
  /** mean days from discharge to the first submission */
  readonly filingDays: Float64Array
  readonly neverFiled: Float64Array
  /** share of stays at hospitals that are not designated */
  readonly undesignatedShare: Float64Array
  /** needs whose 16-bit draw lies here or above are severe, and this share of them is for a listed disease */
  readonly severeFrom: number
  readonly listedShare: number
  /** what the model joins to the claims: the settlement of visits, and the words for `explain` */
  createVisits(input: VisitInput): Visits
  stayDetail(s: Settlement, stay: Stay, member: Member, terms: BenefitTerms, occasion: number, unsettled?: Unsettled): TraceDetail
}

export interface ClaimRules {
  reimburse(stay: Stay, member: Member, terms: BenefitTerms, out: Settlement): Settlement
  reimburseVisit(place: number, bill: number, paidThisYear: number, terms: BenefitTerms): number
  emptySettlement(): Settlement
}

/** The year's account of each person with the fund, in fen, and what a household received by the day that counts for its decision. */
export function accountColumns(persons: number, households: number) {
  return {
    ...columns(persons, { paidStays: Int32Array, paidVisits: Int32Array, admissions: Uint8Array }),
    ...columns(households, { experience: Int32Array }),
  }
}

type Accounts = ReturnType<typeof accountColumns>

const LATEST_FILING = 720
/** Ways of payment besides the days until a claim by hand is filed, 1 or more. */
const WITH_CARD = 0
const NEVER_FILED = -1

export function createClaims(
  people: People,
  households: Households,
  cover: ReadonlyColumn,
  accounts: Accounts,
  exponential: Int32Array,
  rules: ClaimRules,
  sums: YearlySums,
  watch: Watch,
  announce: Pick<Announcements, 'settledAtHospital' | 'settledAtClinic' | 'submitted' | 'costBorne' | 'billed' | 'receivedBack'>,
  /** 参合证 whoever holds no certificate yet cannot settle with the card; `tells`: there is a benefit to be settled */
  showsCard: (person: number, day: number, occasion: number, tells: boolean) => boolean = () => true,
  /** will a claim by hand, first submitted on `submitDay`, be approved in the end? Absolute days */
  isApproved: (person: number, dischargeDay: Day, submitDay: Day, place: number, occasion: number) => boolean = () => true,
) {
  const { keyA, keyB, household } = people
  const { quintile, poor } = households
  const { paidStays, admissions, experience } = accounts
  const { reimburse } = rules
  // cursors over what the rules see, filled anew for each stay
  const stay: Required<Stay> = { place: 0, bill: 0, coveredShare: 0, listed: false, undesignated: false }
  const member: Required<Member> = { paidThisYear: 0, admission: 1, deductibleThisYear: 0, poor: false }
  const steps = rules.emptySettlement()
  /** 年度起付 fen of deductibles borne this year by those who were in hospital, where one is borne a year */
  const deductibles = new Map<number, number>()
  let visits: Visits
  let benefit: BenefitTerms
  let terms: ClaimTerms
  let yearStart: Day = 0

  function openPeriod(start: Day, nextBenefit: BenefitTerms, nextTerms: ClaimTerms): void {
    visits ??= nextTerms.createVisits({ people, households, cover, accounts, sums, watch, announce })
    visits.openPeriod(start, nextBenefit, nextTerms)
    if (start !== yearStart) deductibles.clear()
    yearStart = start
    benefit = nextBenefit
    terms = nextTerms
  }

  /** 1 January, or a birthday: the year's accounts of `p` begin at nothing. */
  function openYear(first: number, after: number): void {
    paidStays.fill(0, first, after)
    admissions.fill(0, first, after)
    visits.openYear(first, after)
  }

  /** The birthday of `p`. */
  function openAccounts(p: number): void {
    paidStays[p] = 0
    admissions[p] = 0
    visits.openAccounts(p)
  }

  function visited(p: number, day: number, place: number, bill: number): void {
    visits.visited(p, day, place, bill)
  }

  /** `coveredShare`: millionths of the days in hospital on which the member was covered. */
  function discharged(p: number, day: number, place: number, bill: number, occasion: number, coveredShare = 1_000_000): void {
    const values = sums.values
    announce.billed(household[p], bill)
    if (cover[p] !== COVERED) {
      values[SUMS.uninsuredStays]++
      values[SUMS.uninsuredStayCost] += bill
      if (happens(watch, p, household[p]))
        watch.tell(p, day, 'care.discharged_uninsured', {
          rule: 'scheme/claims/stays.ts discharged',
          amounts: [{ id: 'bill', fen: bill }],
          facts: { claim: claimNumber(occasion), place: PLACES[place] },
        })
      return
    }
    see(p, place, bill, occasion, coveredShare)
    const s = reimburse(stay, member, benefit, steps)
    const cell = quintile[household[p]] * PLACES.length + place
    values[SUMS.stays + cell]++
    values[SUMS.stayCost + cell] += bill
    const way = wayOfPayment(p, day, place, occasion, s.paid > 0)
    const counts = way !== NEVER_FILED && (way === WITH_CARD || isApproved(p, yearStart + day, yearStart + day + way, place, occasion))
    const unsettled = counts ? undefined : way === NEVER_FILED ? 'never_filed' : 'claim_fails'
    if (happens(watch, p, household[p]))
      watch.tell(p, day, 'benefit.settled', terms.stayDetail(s, stay, member, benefit, occasion, unsettled))
    if (stay.undesignated) values[SUMS.undesignatedStays]++
    else keepAccounts(p, cell, s, counts)
    if (s.paid === 0) return
    if (counts) paidStays[p] += s.paid
    route(p, day, place, s.paid, occasion, cell, way)
  }

  /** What the rules see of this stay and member. */
  function see(p: number, place: number, bill: number, occasion: number, coveredShare: number): void {
    stay.place = place
    stay.bill = bill
    stay.coveredShare = coveredShare
    stay.listed = benefit.listedRate > 0 && isListed(p, occasion)
    stay.undesignated = isUndesignated(p, place, occasion)
    member.paidThisYear = paidStays[p]
    member.admission = admissions[p] + 1
    member.deductibleThisYear = deductibles.get(p) ?? 0
    member.poor = poor[household[p]] !== 0
  }

  /** 重大疾病 A severe need (the draw that sent it to its place says so) may be for a listed disease. */
  function isListed(p: number, occasion: number): boolean {
    if (draw(keyA[p], keyB[p], PURPOSE.admissionPlace, occasion) >>> 16 < terms.severeFrom) return false
    return share(draw(keyA[p], keyB[p], PURPOSE.listedDisease, occasion)) < terms.listedShare
  }

  /** 非定点医疗机构 Some stays are at hospitals that are not designated. */
  function isUndesignated(p: number, place: number, occasion: number): boolean {
    const chance = terms.undesignatedShare[place]
    return chance > 0 && share(draw(keyA[p], keyB[p], PURPOSE.undesignated, occasion)) < chance
  }

  /**
   * What a stay within the scheme adds to the sums and to the member's year. A bill for which nothing is ever settled (`counts` false) uses up
   * neither ceiling nor yearly deductible, and is none that critical-illness cover and assistance look at: the scheme does not know of it.
   * It is an admission all the same: hospitals count those for the reduced deductible.
   */
  function keepAccounts(p: number, cell: number, s: Settlement, counts: boolean): void {
    const values = sums.values
    values[SUMS.stayEligible + cell] += s.eligible
    values[SUMS.stayDeductible + cell] += s.deductible
    values[SUMS.stayEntitled + cell] += s.paid
    if (Math.max(s.atRate, s.floor, s.listed) > s.ceilingLeft) values[SUMS.atCeiling]++
    if (stay.listed) values[SUMS.listedStays]++
    admissions[p] = Math.min(255, member.admission)
    if (benefit.deductibleRule === 'yearly' && counts) deductibles.set(p, member.deductibleThisYear + s.deductible)
    if (!counts) return
    const above = Math.max(0, s.eligible - s.deductible - s.paid)
    values[SUMS.stayBorne + cell] += above
    announce.costBorne(p, Math.max(0, s.eligible - s.paid), above)
  }

  /** 结算方式 WITH_CARD if it has one and the hospital takes it; else days until it is claimed by hand, unless the family never files: NEVER_FILED. */
  function wayOfPayment(p: number, day: number, place: number, occasion: number, tells: boolean): number {
    const word = draw(keyA[p], keyB[p], PURPOSE.claim, occasion)
    const filing = secondWord()
    const way = share(word)
    const card = stay.undesignated ? 0 : terms.cardShare[place]
    if (way < card && showsCard(p, day, occasion, tells)) return WITH_CARD
    // the draw is used again for what is left of it: without the card a stay is a claim by hand like any other
    const rest = way < card ? way / card : (way - card) / (1 - card)
    if (rest < terms.neverFiled[place]) return NEVER_FILED
    return Math.min(LATEST_FILING, 1 + Math.floor((quantile(exponential, filing) / QUANTILE_SCALE) * terms.filingDays[place]))
  }

  function route(p: number, day: number, place: number, paid: number, occasion: number, cell: number, way: number): void {
    const values = sums.values
    if (way === WITH_CARD) {
      values[SUMS.stayPaid + cell] += paid
      values[SUMS.staysPaid + cell]++
      experience[household[p]] += paid
      announce.receivedBack(household[p], paid)
      announce.settledAtHospital(day, place, paid)
      if (happens(watch, p, household[p]))
        watch.tell(p, day, 'claim.settled_with_card', {
          rule: 'scheme/claims/stays.ts wayOfPayment',
          parameters: [{ name: `claims.card_share.${PLACES[place]}`, value: String(terms.cardShare[place]) }],
          amounts: [{ id: 'advanced_by_hospital', fen: paid }],
          facts: { claim: claimNumber(occasion), place: PLACES[place] },
        })
    } else if (way === NEVER_FILED) {
      values[SUMS.claimsUnfiled]++
      values[SUMS.claimsUnfiledFen] += paid
      if (happens(watch, p, household[p]))
        watch.tell(p, day, 'claim.never_filed', {
          rule: 'scheme/claims/stays.ts wayOfPayment',
          parameters: [{ name: `claims.never_filed.${PLACES[place]}`, value: String(terms.neverFiled[place]) }],
          amounts: [{ id: 'not_claimed', fen: paid }],
          facts: { claim: claimNumber(occasion) },
        })
    } else {
      values[SUMS.claimsByHand]++
      announce.submitted(p, yearStart + day, yearStart + day + way, place, paid, occasion)
    }
  }

  /** A claim by hand was paid to the household in time to count for its decision. */
  function received(h: number, fen: number): void {
    experience[h] += fen
  }

  return {
    openPeriod,
    openYear,
    openAccounts,
    visited,
    discharged,
    received,
    delivered: (mother: number, day: number) => visits.delivered(mother, day),
    accountBalance: () => visits.accountBalance(),
    membersShareAccount: () => visits.membersShareAccount(),
    poolOnly: () => visits.poolOnly(),
  }
}
