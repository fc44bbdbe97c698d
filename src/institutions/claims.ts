/**
 * 报销 Claims, township side: at discharge the benefit is worked out and the way of payment taken — with the card at the hospital
 * (即时结报), by hand at the office (手工报销), or never filed. Entitlement is fixed here, by day of discharge.
 */
import type { Day } from '../kernel/calendar.ts'
import { QUANTILE_SCALE, quantile } from '../kernel/distributions.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { columns } from '../kernel/table.ts'
import type { Households } from '../population/household.ts'
import type { People } from '../population/person.ts'
import { PLACES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import type { BenefitTerms, Settlement } from './benefit.ts'
import { type Announcements, COVERED, claimNumber, follows, type Member, type Stay, SUMS, type Watch, type YearlySums } from './events.ts'

/** By place. */
export interface ClaimTerms {
  /** share of bills settled with the card */
  readonly cardShare: Float64Array
  /** mean days from discharge to the first submission */
  readonly filingDays: Float64Array
  readonly neverFiled: Float64Array
}

export interface ClaimRules {
  reimburse(stay: Stay, member: Member, terms: BenefitTerms, out: Settlement): Settlement
  reimburseVisit(place: number, bill: number, paidThisYear: number, terms: BenefitTerms): number
}

/** The year's account of each person with the fund, in fen, and what a household received by the day that counts for its decision. */
export function accountColumns(persons: number, households: number) {
  return { ...columns(persons, { paidStays: Int32Array, paidVisits: Int32Array }), ...columns(households, { experience: Int32Array }) }
}

type Accounts = ReturnType<typeof accountColumns>

const LATEST_FILING = 720

export function createClaims(
  people: People,
  households: Households,
  cover: Uint8Array,
  accounts: Accounts,
  exponential: Int32Array,
  rules: ClaimRules,
  sums: YearlySums,
  watch: Watch,
  announce: Pick<Announcements, 'settledAtHospital' | 'settledAtClinic' | 'submitted'>,
) {
  const { keyA, keyB, household } = people
  const { quintile } = households
  const { paidStays, paidVisits, experience } = accounts
  const { reimburse, reimburseVisit } = rules
  const stay: Stay = { place: 0, bill: 0 }
  const member: Member = { paidThisYear: 0 }
  const steps: Settlement = { bill: 0, outsideCatalogue: 0, eligible: 0, deductible: 0, atRate: 0, ceilingLeft: 0, paid: 0, outOfPocket: 0 }
  let benefit: BenefitTerms
  let terms: ClaimTerms
  let yearStart: Day = 0

  function openPeriod(start: Day, nextBenefit: BenefitTerms, nextTerms: ClaimTerms): void {
    yearStart = start
    benefit = nextBenefit
    terms = nextTerms
  }

  /** 1 January: the year's accounts begin at nothing. */
  function openAccounts(p: number): void {
    paidStays[p] = 0
    paidVisits[p] = 0
  }

  function visited(p: number, day: number, place: number, bill: number): void {
    const values = sums.values
    if (cover[p] !== COVERED) {
      values[SUMS.uninsuredVisits]++
      values[SUMS.uninsuredVisitCost] += bill
      return
    }
    const h = household[p]
    const cell = quintile[h] * PLACES.length + place
    values[SUMS.visits + cell]++
    values[SUMS.visitCost + cell] += bill
    const paid = reimburseVisit(place, bill, paidVisits[p], benefit)
    if (follows(watch, p, h)) tellVisit(p, day, place, bill, paid)
    if (paid === 0) return
    paidVisits[p] += paid
    experience[h] += paid
    values[SUMS.visitPaid + cell] += paid
    values[SUMS.visitsPaid + cell]++
    announce.settledAtClinic(day, place, paid)
  }

  function discharged(p: number, day: number, place: number, bill: number, occasion: number): void {
    const values = sums.values
    if (cover[p] !== COVERED) {
      values[SUMS.uninsuredStays]++
      values[SUMS.uninsuredStayCost] += bill
      if (follows(watch, p, household[p]))
        watch.tell(p, day, 'care.discharged_uninsured', {
          rule: 'institutions/claims.ts discharged',
          amounts: [{ label: 'bill', fen: bill }],
          facts: { claim: claimNumber(occasion), place: PLACES[place] },
        })
      return
    }
    stay.place = place
    stay.bill = bill
    member.paidThisYear = paidStays[p]
    const s = reimburse(stay, member, benefit, steps)
    const cell = quintile[household[p]] * PLACES.length + place
    values[SUMS.stays + cell]++
    values[SUMS.stayCost + cell] += bill
    values[SUMS.stayEligible + cell] += s.eligible
    values[SUMS.stayDeductible + cell] += s.deductible
    values[SUMS.stayEntitled + cell] += s.paid
    if (s.atRate > s.ceilingLeft) values[SUMS.atCeiling]++
    if (follows(watch, p, household[p])) tellStay(p, day, s, occasion)
    if (s.paid === 0) return
    paidStays[p] += s.paid
    route(p, day, place, s.paid, occasion, cell)
  }

  /** 结算方式 With the card if the place takes it; else by hand, unless the family never files. */
  function route(p: number, day: number, place: number, paid: number, occasion: number, cell: number): void {
    const values = sums.values
    const word = draw(keyA[p], keyB[p], PURPOSE.claim, occasion)
    const filing = secondWord()
    const way = share(word)
    if (way < terms.cardShare[place]) {
      values[SUMS.stayPaid + cell] += paid
      values[SUMS.staysPaid + cell]++
      experience[household[p]] += paid
      announce.settledAtHospital(day, place, paid)
      return
    }
    const rest = (way - terms.cardShare[place]) / (1 - terms.cardShare[place])
    if (rest < terms.neverFiled[place]) {
      values[SUMS.claimsUnfiled]++
      values[SUMS.claimsUnfiledFen] += paid
      if (follows(watch, p, household[p]))
        watch.tell(p, day, 'claim.never_filed', {
          rule: 'institutions/claims.ts route',
          parameters: [{ name: `claims.never_filed.${PLACES[place]}`, value: String(terms.neverFiled[place]) }],
          amounts: [{ label: 'not claimed', fen: paid }],
          facts: { claim: claimNumber(occasion) },
        })
      return
    }
    const wait = Math.min(LATEST_FILING, 1 + Math.floor((quantile(exponential, filing) / QUANTILE_SCALE) * terms.filingDays[place]))
    values[SUMS.claimsByHand]++
    announce.submitted(p, yearStart + day, yearStart + day + wait, place, paid, occasion)
  }

  /** A claim by hand was paid to the household in time to count for its decision. */
  function received(h: number, fen: number): void {
    experience[h] += fen
  }

  function tellStay(p: number, day: number, s: Settlement, occasion: number): void {
    const name = PLACES[stay.place]
    const banded = benefit.bandFrom.length > 0
    const bands = [...benefit.bandFrom].map((from, i) => `${from / 100}+: ${benefit.bandRate[i] / 1e6}`).join(', ')
    watch.tell(p, day, 'benefit.settled', {
      rule: 'institutions/benefit.ts reimburse',
      parameters: [
        { name: `benefit.catalogue_share.${name}`, value: String(benefit.catalogueShare[stay.place] / 1e6) },
        { name: `benefit.deductible.${name}`, value: String(benefit.deductible[stay.place] / 100) },
        ...(banded
          ? [
              { name: 'benefit.bands', value: bands },
              { name: 'benefit.bands_mode', value: benefit.bandsMarginal ? 'marginal' : 'whole' },
            ]
          : [{ name: `benefit.rate.${name}`, value: String(benefit.rate[stay.place] / 1e6) }]),
        { name: 'benefit.ceiling', value: String(benefit.ceiling / 100) },
        { name: 'benefit.ceiling_per', value: benefit.ceilingPerAdmission ? 'admission' : 'year' },
      ],
      amounts: [
        { label: 'bill', fen: s.bill },
        { label: 'outside the catalogue', fen: s.outsideCatalogue },
        { label: 'eligible', fen: s.eligible },
        { label: 'deductible', fen: s.deductible },
        { label: 'at the rate', fen: s.atRate },
        { label: 'ceiling left', fen: s.ceilingLeft },
        { label: 'paid by the fund', fen: s.paid },
        { label: 'out of pocket', fen: s.outOfPocket },
      ],
      facts: { claim: claimNumber(occasion), place: name },
    })
  }

  function tellVisit(p: number, day: number, place: number, bill: number, paid: number): void {
    watch.tell(p, day, 'benefit.visit', {
      rule: 'institutions/benefit.ts reimburseVisit',
      parameters: [
        { name: 'benefit.outpatient.catalogue_share', value: String(benefit.visitCatalogueShare / 1e6) },
        { name: `benefit.outpatient.rate.${PLACES[place]}`, value: String(benefit.visitRate[place] / 1e6) },
        { name: 'benefit.outpatient.cap', value: String(benefit.visitCap / 100) },
      ],
      amounts: [
        { label: 'bill', fen: bill },
        { label: 'paid by the fund', fen: paid },
        { label: 'out of pocket', fen: bill - paid },
      ],
      facts: { place: PLACES[place] },
    })
  }

  return { openPeriod, openAccounts, visited, discharged, received }
}
