import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLACES } from '../../../src/population/places.ts'
import { type BenefitTerms, emptySettlement, reimburse } from '../../../src/scheme/benefit/inpatient.ts'
import { emptyVisitSettlement, reimburseVisit, settleVisit, type VisitAccount } from '../../../src/scheme/benefit/outpatient.ts'
import type { Member, Stay } from '../../../src/scheme/episodes.ts'
import { tried } from '../../size.ts'

const TIMES = tried(3000)

const share = fc.integer({ min: 0, max: 1_000_000 })
const fen = (most: number) => fc.integer({ min: 0, max: most })
const place = fc.integer({ min: 0, max: PLACES.length - 1 })
const bill = fc.oneof(fen(1_000), fen(1_000_000), fen(2_000_000_000))
const byPlace = (one: fc.Arbitrary<number>) =>
  fc.array(one, { minLength: PLACES.length, maxLength: PLACES.length }).map((list) => Float64Array.from(list))
/** Bands that begin at 0 and go up; their rates may go up and down. */
const bands = fc
  .array(fc.record({ width: fc.integer({ min: 1, max: 1_000_000 }), rate: share }), { maxLength: 4 })
  .map((list) => list.map(({ rate }, i) => ({ rate, from: list.slice(0, i).reduce((sum, { width }) => sum + width, 0) })))

const terms = (marginal: fc.Arbitrary<boolean> = fc.boolean()): fc.Arbitrary<BenefitTerms> =>
  fc
    .record({
      catalogueShare: byPlace(share),
      deductible: byPlace(fen(300_000)),
      deductibleRule: fc.constantFrom('each_admission' as const, 'reduced_repeat' as const, 'yearly' as const),
      deductibleSecondShare: share,
      deductibleThirdShare: share,
      rate: byPlace(share),
      bands,
      bandsMarginal: marginal,
      bandMultiplier: byPlace(share),
      floor: share,
      listedRate: share,
      listedLimit: fen(10_000_000),
      undesignatedFactor: share,
      ceiling: fen(10_000_000),
      ceilingBonusPoor: fen(1_000_000),
      ceilingPerAdmission: fc.boolean(),
      outpatientMode: fc.constantFrom('none' as const, 'household_account' as const, 'pooled' as const),
      visitRate: byPlace(share),
      visitCatalogueShare: share,
      visitCapEach: fc.oneof(fc.constant(0), fen(10_000)),
      visitCap: fen(50_000),
      accountAllotment: fen(2_000),
      specialShare: fc.constant(0.3),
      specialRate: share,
      specialDeductible: fen(50_000),
      specialCeiling: fen(500_000),
      specialVisits: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ bands: list, ...rest }) => ({
      ...rest,
      bandFrom: Float64Array.from(list, ({ from }) => from),
      bandRate: Float64Array.from(list, ({ rate }) => rate),
    }))

const settle = (where: number, amount: number, paidThisYear: number, by: BenefitTerms) =>
  reimburse({ place: where, bill: amount }, { paidThisYear }, by, emptySettlement())

describe('The benefit of a stay, whatever the rules', () => {
  test('is whole fen, never negative, never above the eligible cost, and never above what is left of the ceiling', () => {
    fc.assert(
      fc.property(place, bill, fen(20_000_000), terms(), (where, amount, before, by) => {
        const s = settle(where, amount, before, by)
        expect(Object.values(s).every((step) => Number.isSafeInteger(step) && step >= 0)).toBe(true)
        expect(s.paid).toBeLessThanOrEqual(s.eligible - s.deductible)
        expect(s.paid).toBeLessThanOrEqual(s.ceilingLeft)
      }),
      { numRuns: TIMES },
    )
  })

  test('and what the family bears add up to the bill, and so do what is eligible and what is not', () => {
    fc.assert(
      fc.property(place, bill, fen(20_000_000), terms(), (where, amount, before, by) => {
        const s = settle(where, amount, before, by)
        expect(s.paid + s.outOfPocket).toBe(amount)
        expect(s.eligible + s.outsideCatalogue).toBe(amount)
      }),
    )
  })

  test('never falls when the bill rises, with one rate or with marginal bands', () => {
    fc.assert(
      fc.property(place, bill, fen(100_000), fen(20_000_000), terms(fc.constant(true)), (where, amount, more, before, by) => {
        expect(settle(where, amount + more, before, by).paid).toBeGreaterThanOrEqual(settle(where, amount, before, by).paid)
      }),
      { numRuns: TIMES },
    )
  })

  test('of all stays of a year together never exceeds a ceiling on the year', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, bill), { minLength: 1, maxLength: 12 }), terms(), (stays, by) => {
        let paid = 0
        for (const [where, amount] of stays) paid += settle(where, amount, paid, { ...by, ceilingPerAdmission: false }).paid
        expect(paid).toBeLessThanOrEqual(by.ceiling)
      }),
    )
  })

  test('does not depend on what was written to the settlement before', () => {
    fc.assert(
      fc.property(place, bill, bill, terms(), (where, first, amount, by) => {
        const used = settle(where, first, 0, by)
        expect(reimburse({ place: where, bill: amount }, { paidThisYear: 0 }, by, used)).toEqual(settle(where, amount, 0, by))
      }),
    )
  })

  test('on the whole can fall when the bill passes an edge to a lower rate: that is the rule, not a mistake', () => {
    const list = (value: number) => new Float64Array(PLACES.length).fill(value)
    const [sample] = fc.sample(terms(), 1)
    const by: BenefitTerms = {
      ...sample,
      catalogueShare: list(1_000_000),
      deductible: list(0),
      bandFrom: Float64Array.of(0, 100_000),
      bandRate: Float64Array.of(800_000, 500_000),
      bandsMarginal: false,
      bandMultiplier: list(1_000_000),
      floor: 0,
      ceiling: 10_000_000,
      ceilingPerAdmission: true,
    }
    expect(settle(2, 99_999, 0, by).paid).toBe(79_999)
    expect(settle(2, 100_000, 0, by).paid).toBe(50_000)
  })
})

describe('The benefit of a visit, whatever the rules', () => {
  test('is whole fen, never negative, never above the bill, and all visits of a year together never above the cap', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fen(100_000)), { minLength: 1, maxLength: 12 }), terms(), (visits, by) => {
        let sum = 0
        for (const [where, amount] of visits) {
          const paid = reimburseVisit(where, amount, sum, by)
          expect(Number.isSafeInteger(paid) && paid >= 0 && paid <= amount).toBe(true)
          sum += paid
        }
        expect(sum).toBeLessThanOrEqual(by.visitCap)
      }),
    )
  })

  const account: fc.Arbitrary<VisitAccount> = fc.record({
    paidThisYear: fen(60_000),
    certified: fc.boolean(),
    specialEligible: fen(100_000),
    specialPaid: fen(500_000),
    specialVisits: fc.integer({ min: 0, max: 6 }),
    balance: fen(20_000),
  })

  test('settled step by step is what the short form pays, when nobody is certified and no account has money', () => {
    fc.assert(
      fc.property(place, bill, fen(60_000), terms(), (where, amount, before, by) => {
        const nothing = { paidThisYear: before, certified: false, specialEligible: 0, specialPaid: 0, specialVisits: 0, balance: 0 }
        const s = settleVisit({ place: where, bill: amount }, nothing, by, emptyVisitSettlement())
        expect(s.paid).toBe(reimburseVisit(where, amount, before, by))
      }),
      { numRuns: TIMES },
    )
  })

  test('has parts that add up, spends no more than the account holds, and pays no more than the bill', () => {
    fc.assert(
      fc.property(place, bill, account, terms(), (where, amount, whose, by) => {
        const s = settleVisit({ place: where, bill: amount }, whose, by, emptyVisitSettlement())
        expect(Object.values(s).every((step) => Number.isSafeInteger(step) && step >= 0)).toBe(true)
        expect(s.pool + s.special + s.account).toBe(s.paid)
        expect(s.paid + s.outOfPocket).toBe(amount)
        expect(s.account).toBeLessThanOrEqual(whose.balance)
        expect(s.special + whose.specialPaid).toBeLessThanOrEqual(Math.max(by.specialCeiling, whose.specialPaid))
      }),
      { numRuns: TIMES },
    )
  })
})

describe('The variants of a stay, whatever the rules', () => {
  const stay: fc.Arbitrary<Stay> = fc.record({ place, bill, coveredShare: share, listed: fc.boolean(), undesignated: fc.boolean() })
  const member: fc.Arbitrary<Member> = fc.record({
    paidThisYear: fen(20_000_000),
    admission: fc.integer({ min: 1, max: 9 }),
    deductibleThisYear: fen(300_000),
    poor: fc.boolean(),
  })
  const settled = (one: Stay, who: Member, by: BenefitTerms) => reimburse(one, who, by, emptySettlement())

  test('pay whole fen, no more than what is left of the ceiling, and no more than what is eligible or, for a listed disease, the covered bill', () => {
    fc.assert(
      fc.property(stay, member, terms(), (one, who, by) => {
        const s = settled(one, who, by)
        expect(Object.values(s).every((step) => Number.isSafeInteger(step) && step >= 0)).toBe(true)
        expect(s.paid).toBeLessThanOrEqual(s.ceilingLeft)
        expect(s.paid).toBeLessThanOrEqual(one.listed ? s.bill - s.beforeCover : s.eligible - s.deductible)
        expect(s.beforeCover + s.outsideCatalogue + s.eligible).toBe(s.bill)
        expect(s.paid + s.outOfPocket).toBe(s.bill)
      }),
      { numRuns: TIMES },
    )
  })

  test('pay at least the guaranteed minimum and the listed rate as far as the ceiling goes, and at an undesignated hospital never more than elsewhere', () => {
    fc.assert(
      fc.property(stay, member, terms(), (one, who, by) => {
        const here = settled({ ...one, undesignated: false }, who, by)
        expect(here.paid).toBeGreaterThanOrEqual(Math.min(here.ceilingLeft, Math.max(here.floor, here.listed)))
        expect(settled({ ...one, undesignated: true }, who, by).paid).toBeLessThanOrEqual(here.paid)
      }),
    )
  })

  test('bear, where one deductible is borne a year, no more than one over all stays of the year', () => {
    fc.assert(
      fc.property(place, fc.array(bill, { minLength: 1, maxLength: 6 }), terms(), (where, bills, by) => {
        let borne = 0
        const yearlyTerms: BenefitTerms = { ...by, deductibleRule: 'yearly' }
        for (const amount of bills)
          borne += settled({ place: where, bill: amount }, { paidThisYear: 0, deductibleThisYear: borne }, yearlyTerms).deductible
        expect(borne).toBeLessThanOrEqual(by.deductible[where])
      }),
    )
  })

  test('leave the poor at least as much of the ceiling as others', () => {
    fc.assert(
      fc.property(stay, member, terms(), (one, who, by) => {
        expect(settled(one, { ...who, poor: true }, by).paid).toBeGreaterThanOrEqual(settled(one, { ...who, poor: false }, by).paid)
      }),
    )
  })
})
