import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BenefitTerms, emptySettlement, reimburse, reimburseVisit } from '../../src/institutions/benefit.ts'
import { PLACES } from '../../src/population/places.ts'

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
      rate: byPlace(share),
      bands,
      bandsMarginal: marginal,
      ceiling: fen(10_000_000),
      ceilingPerAdmission: fc.boolean(),
      visitRate: byPlace(share),
      visitCatalogueShare: share,
      visitCap: fen(50_000),
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
      { numRuns: 3000 },
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
      { numRuns: 3000 },
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
    const by: BenefitTerms = {
      catalogueShare: list(1_000_000),
      deductible: list(0),
      rate: list(0),
      bandFrom: Float64Array.of(0, 100_000),
      bandRate: Float64Array.of(800_000, 500_000),
      bandsMarginal: false,
      ceiling: 10_000_000,
      ceilingPerAdmission: true,
      visitRate: list(0),
      visitCatalogueShare: 0,
      visitCap: 0,
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
})
