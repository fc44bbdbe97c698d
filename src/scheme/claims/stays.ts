/**
 * 报销 Claims for stays, township side: at discharge the benefit is worked out and the way of payment taken — with the card at the hospital
 * (即时结报), by hand at the office (手工报销), or never filed. Entitlement is fixed here, by day of discharge.
 */

import { type Day, yearStart } from '../../kernel/calendar.ts'
import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import { PLACES } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { stayDetail } from '../benefit/explanation.ts'
import { type BenefitTerms, emptySettlement, reimburse, type Settlement } from '../benefit/inpatient.ts'
import type { County } from '../county.ts'
import { COVERED } from '../enrolment/cover-states.ts'
import { type Discharge, type ManualClaim, type Member, STAY, type Stay } from '../episodes.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { happens } from '../trace.ts'
import type { Period } from '../year-terms.ts'
import { neverFiledDetail, uninsuredStayDetail, withCardDetail } from './explanation.ts'
import type { HospitalWindow } from './hospital-window.ts'
import type { ClaimOutlook } from './outcome.ts'
import type { ClaimTerms } from './terms.ts'

const LATEST_FILING = 720
/** Ways of payment besides the days until a manual claim is filed, 1 or more. */
const WITH_CARD = 0
const NEVER_FILED = -1

/** The share of bills settled with the card where this stay was: none at a hospital that is not designated. */
export function cardShare({ place, undesignated }: Stay, terms: ClaimTerms): number {
  return undesignated ? 0 : terms.cardShare[place]
}

/**
 * 结算方式 What becomes of a stay that is not settled with the card: days until it is claimed by hand, unless the family never files
 * (NEVER_FILED). `lot`, the draw that decided about the card, is used again for what is left of it: without the card at hand a stay is a
 * manual claim like any other. `wait`: 1 on average.
 */
export function wayByHand(stay: Stay, lot: number, wait: number, terms: ClaimTerms): number {
  if (lotByHand(stay, lot, terms) < terms.neverFiled[stay.place]) return NEVER_FILED
  return Math.min(LATEST_FILING, 1 + Math.floor(wait * terms.filingDays[stay.place]))
}

/** What is left of the draw that decided about the card. */
function lotByHand(stay: Stay, lot: number, terms: ClaimTerms): number {
  const card = cardShare(stay, terms)
  return lot < card ? lot / card : (lot - card) / (1 - card)
}

/** What a stay sends to others, and whom it asks. */
type StayMessages = Pick<Messages, 'billed' | 'receivedBack' | 'settledAtHospital' | 'costBorne' | 'submitted'>
interface Questions {
  /** 参合证 whoever holds no certificate yet cannot settle with the card */
  readonly window: HospitalWindow
  readonly outlook: ClaimOutlook
}

export class Stays {
  readonly #county: County
  readonly #announce: StayMessages
  readonly #questions: Questions
  // cursors over what the rules see, filled anew for each stay
  readonly #stay: Required<Stay> = { place: 0, bill: 0, coveredShare: 0, listed: false, undesignated: false }
  readonly #member: Required<Member> = { paidThisYear: 0, admission: 1, deductibleThisYear: 0, poor: false }
  readonly #steps = emptySettlement()
  readonly #claim: ManualClaim = { person: 0, place: 0, occasion: 0, dischargeDay: 0, submitDay: 0, fen: 0 }
  /** 年度起付 fen of deductibles borne this year by those who were in hospital, where one is borne a year */
  #deductibles = new Map<number, number>()
  #benefit!: BenefitTerms
  /** by class of person, where benefits differ by group */
  #ofClass: readonly { readonly benefit: BenefitTerms }[] | undefined
  #terms!: ClaimTerms
  /** the draw by which the stay now settled goes its way */
  #lot = 0
  #yearStart: Day = 0

  constructor(county: County, questions: Questions, announce: StayMessages) {
    this.#county = county
    this.#questions = questions
    this.#announce = announce
  }

  openYear(year: number): void {
    this.#yearStart = yearStart(year)
    this.#deductibles = new Map()
  }

  openPeriod({ benefit, claims, classes }: Pick<Period, 'benefit' | 'claims' | 'classes'>): void {
    this.#benefit = benefit
    this.#ofClass = classes
    this.#terms = claims
  }

  #benefitOf(p: number): BenefitTerms {
    const { classes } = this.#county
    return this.#ofClass !== undefined && classes !== undefined ? this.#ofClass[classes.of(p)].benefit : this.#benefit
  }

  /** 1 January, or a birthday: the year's accounts of the persons from `first` to before `after` begin at nothing. */
  openAccounts(first: number, after: number): void {
    const { paidStays, admissions } = this.#county.accounts
    paidStays.fill(0, first, after)
    admissions.fill(0, first, after)
  }

  discharged(discharge: Discharge): void {
    const { people, households, cover, accounts, sums, watch } = this.#county
    const { person: p, day, place, bill, occasion } = discharge
    const h = people.household[p]
    this.#announce.billed(h, bill, STAY)
    if (cover.now[p] !== COVERED) {
      this.#uninsured(discharge, h)
      return
    }
    const benefit = this.#benefitOf(p)
    this.#see(discharge, h, benefit)
    const stay = this.#stay
    const s = reimburse(stay, this.#member, benefit, this.#steps)
    const cell = households.quintile[h] * PLACES.length + place
    sums.values[SUMS.stays + cell]++
    sums.values[SUMS.stayCost + cell] += bill
    const way = this.#wayOfPayment(discharge, s.paid > 0)
    const counts = way === WITH_CARD || (way !== NEVER_FILED && this.#isApproved(discharge, way, s.paid))
    if (happens(watch, p, h)) {
      const unsettled = counts ? undefined : way === NEVER_FILED ? 'never_filed' : 'claim_fails'
      const seen = { stay, member: this.#member, terms: benefit }
      watch.tell(p, day, 'benefit.settled', stayDetail(s, seen, { occasion, unsettled }))
    }
    this.#countInPolicy(cell, s, counts)
    if (stay.undesignated) sums.values[SUMS.undesignatedStays]++
    else this.#keepAccounts(p, cell, s, benefit, counts)
    if (s.paid === 0) return
    if (counts) accounts.paidStays[p] += s.paid
    this.#route(discharge, cell, s.paid, way)
  }

  /** 政策范围内 Of every stay its eligible cost above the deductible, and what is paid of that: a listed disease may be paid more. */
  #countInPolicy(cell: number, s: Settlement, counts: boolean): void {
    const { values } = this.#county.sums
    const above = s.eligible - s.deductible
    values[SUMS.stayInPolicy + cell] += above
    if (counts) values[SUMS.stayInPolicyPaid + cell] += Math.min(s.paid, above)
  }

  #uninsured({ person: p, day, place, bill, occasion }: Discharge, h: number): void {
    const { sums, watch } = this.#county
    sums.values[SUMS.uninsuredStays]++
    sums.values[SUMS.uninsuredStayCost] += bill
    if (happens(watch, p, h)) watch.tell(p, day, 'care.discharged_uninsured', uninsuredStayDetail(place, bill, occasion))
  }

  /** What the rules see of this stay and member. */
  #see({ person: p, place, bill, occasion, coveredShare }: Discharge, h: number, benefit: BenefitTerms): void {
    const { accounts, households } = this.#county
    const stay = this.#stay
    const member = this.#member
    stay.place = place
    stay.bill = bill
    stay.coveredShare = coveredShare
    stay.listed = benefit.listedRate > 0 && this.#isListed(p, occasion)
    stay.undesignated = this.#isUndesignated(p, place, occasion)
    member.paidThisYear = accounts.paidStays[p]
    member.admission = accounts.admissions[p] + 1
    member.deductibleThisYear = this.#deductibles.get(p) ?? 0
    member.poor = households.poor[h] !== 0
  }

  /** 重大疾病 A severe need (the draw that sent it to its place says so) may be for a listed disease. */
  #isListed(p: number, occasion: number): boolean {
    const { keyA, keyB } = this.#county.people
    if (draw(keyA[p], keyB[p], PURPOSE.admissionPlace, occasion) >>> 16 < this.#terms.severeFrom) return false
    return share(draw(keyA[p], keyB[p], PURPOSE.listedDisease, occasion)) < this.#terms.listedShare
  }

  /** 非定点医疗机构 Some stays are at hospitals that are not designated. */
  #isUndesignated(p: number, place: number, occasion: number): boolean {
    const { keyA, keyB } = this.#county.people
    const chance = this.#terms.undesignatedShare[place]
    return chance > 0 && share(draw(keyA[p], keyB[p], PURPOSE.undesignated, occasion)) < chance
  }

  /** How the stay is paid: WITH_CARD, NEVER_FILED, or so many days until it is claimed by hand. `tells`: it has a benefit. */
  #wayOfPayment({ person: p, day, occasion }: Discharge, tells: boolean): number {
    const { people, exponential } = this.#county
    const stay = this.#stay
    const lot = share(draw(people.keyA[p], people.keyB[p], PURPOSE.claim, occasion))
    const filing = secondWord()
    this.#lot = lot
    if (lot < cardShare(stay, this.#terms) && this.#questions.window.showsCard(p, day, occasion, tells)) return WITH_CARD
    return wayByHand(stay, lot, quantile(exponential, filing) / QUANTILE_SCALE, this.#terms)
  }

  /** Will the manual claim, first submitted `wait` days after discharge, be approved in the end? Writes the claim. */
  #isApproved({ person, day, place, occasion }: Discharge, wait: number, paid: number): boolean {
    const claim = this.#claim
    claim.person = person
    claim.place = place
    claim.occasion = occasion
    claim.dischargeDay = this.#yearStart + day
    claim.submitDay = claim.dischargeDay + wait
    claim.fen = paid
    return this.#questions.outlook.isApproved(claim)
  }

  /**
   * What a stay within the scheme adds to the sums and to the member's year. A bill for which nothing is ever settled (`counts` false) uses up
   * neither ceiling nor yearly deductible, and is none that critical-illness cover and assistance look at: the scheme does not know of it.
   * It is an admission all the same: hospitals count those for the reduced deductible.
   */
  #keepAccounts(p: number, cell: number, s: Settlement, { deductibleRule }: BenefitTerms, counts: boolean): void {
    const { accounts, sums } = this.#county
    const { values } = sums
    values[SUMS.stayEligible + cell] += s.eligible
    values[SUMS.stayDeductible + cell] += s.deductible
    values[SUMS.stayEntitled + cell] += s.paid
    if (Math.max(s.atRate, s.floor, s.listed) > s.ceilingLeft) values[SUMS.atCeiling]++
    if (this.#stay.listed) values[SUMS.listedStays]++
    accounts.admissions[p] = Math.min(255, this.#member.admission)
    if (!counts) return
    if (deductibleRule === 'yearly') this.#deductibles.set(p, this.#member.deductibleThisYear + s.deductible)
    const above = Math.max(0, s.eligible - s.deductible - s.paid)
    values[SUMS.stayBorne + cell] += above
    this.#announce.costBorne(p, Math.max(0, s.eligible - s.paid), above)
  }

  /** What is owed goes its way; a manual claim has been written. */
  #route({ person: p, day, place, occasion }: Discharge, cell: number, paid: number, way: number): void {
    const { people, experience, sums, watch } = this.#county
    const { values } = sums
    const h = people.household[p]
    if (way > WITH_CARD) {
      values[SUMS.claimsByHand]++
      this.#announce.submitted(this.#claim)
    } else if (way === NEVER_FILED) {
      values[SUMS.claimsUnfiled]++
      values[SUMS.claimsUnfiledFen] += paid
      if (happens(watch, p, h)) {
        const lot = lotByHand(this.#stay, this.#lot, this.#terms)
        watch.tell(p, day, 'claim.never_filed', neverFiledDetail({ place, paid, occasion, lot }, this.#terms))
      }
    } else {
      values[SUMS.stayPaid + cell] += paid
      values[SUMS.staysPaid + cell]++
      experience[h] += paid
      this.#announce.receivedBack(h, paid)
      this.#announce.settledAtHospital(day, place, paid)
      if (happens(watch, p, h))
        watch.tell(p, day, 'claim.settled_with_card', withCardDetail({ place, paid, occasion, lot: this.#lot }, this.#terms))
    }
  }
}
