/**
 * 待遇 The benefit of one stay and of one visit. Rules are plain functions of a stay and a member: they draw nothing, write nothing.
 * The order of steps is the law's: bill → outside the catalogue of the place of care → eligible → deductible → rate → annual ceiling,
 * all but the catalogue those of the insured place.
 */
import { shareOf } from '../kernel/money.ts'
import type { Member, Stay } from './events.ts'

/** Amounts in fen, shares in millionths, lists by place (index of PLACES). */
export interface BenefitTerms {
  readonly catalogueShare: Float64Array
  readonly deductible: Float64Array
  readonly rate: Float64Array
  /** first eligible amount and rate of each band; empty: one rate by place */
  readonly bandFrom: Float64Array
  readonly bandRate: Float64Array
  readonly bandsMarginal: boolean
  readonly ceiling: number
  readonly ceilingPerAdmission: boolean
  readonly visitRate: Float64Array
  readonly visitCatalogueShare: number
  readonly visitCap: number
}

/** Every step of a settlement, in fen. */
export interface Settlement {
  bill: number
  /** 目录外 outside the catalogue */
  outsideCatalogue: number
  eligible: number
  /** 起付线 the part of the deductible that was borne */
  deductible: number
  /** at the rate, before the ceiling */
  atRate: number
  /** 封顶线 what was left of the ceiling */
  ceilingLeft: number
  paid: number
  outOfPocket: number
}

export function emptySettlement(): Settlement {
  return { bill: 0, outsideCatalogue: 0, eligible: 0, deductible: 0, atRate: 0, ceilingLeft: 0, paid: 0, outOfPocket: 0 }
}

/** 住院补偿 Settles a stay and writes every step to `out`, which it returns. Paid never exceeds the eligible cost. */
export function reimburse(stay: Stay, member: Member, terms: BenefitTerms, out: Settlement): Settlement {
  const { place, bill } = stay
  out.bill = bill
  out.eligible = shareOf(bill, terms.catalogueShare[place])
  out.outsideCatalogue = bill - out.eligible
  out.deductible = Math.min(out.eligible, terms.deductible[place])
  out.atRate = atRate(out.eligible, out.deductible, place, terms)
  out.ceilingLeft = Math.max(0, terms.ceiling - (terms.ceilingPerAdmission ? 0 : member.paidThisYear))
  out.paid = Math.min(out.atRate, out.ceilingLeft)
  out.outOfPocket = bill - out.paid
  return out
}

/** 报销比例 The eligible cost above the deductible at the rate of the place, or by bands (分段报销): marginal, or the whole at the band's rate. */
function atRate(eligible: number, deductible: number, place: number, terms: BenefitTerms): number {
  const bands = terms.bandFrom.length
  if (bands === 0) return shareOf(eligible - deductible, terms.rate[place])
  if (!terms.bandsMarginal) {
    let rate = 0
    for (let i = 0; i < bands && eligible >= terms.bandFrom[i]; i++) rate = terms.bandRate[i]
    return shareOf(eligible - deductible, rate)
  }
  let sum = 0
  for (let i = 0; i < bands; i++) {
    const from = Math.max(terms.bandFrom[i], deductible)
    const to = i + 1 < bands ? Math.min(eligible, terms.bandFrom[i + 1]) : eligible
    if (to > from) sum += shareOf(to - from, terms.bandRate[i])
  }
  return sum
}

/** 门诊统筹 What the pool pays for a visit: a rate up to what is left of the yearly cap. */
export function reimburseVisit(place: number, bill: number, paidThisYear: number, terms: BenefitTerms): number {
  const rate = terms.visitRate[place]
  if (rate === 0) return 0
  const paid = shareOf(shareOf(bill, terms.visitCatalogueShare), rate)
  const left = terms.visitCap - paidThisYear
  return paid < left ? paid : Math.max(left, 0)
}
