/**
 * 待遇 The benefit of one stay. Rules are plain functions of a stay and a member: they draw nothing, write nothing.
 * The order of steps is the law's: bill → days before cover → outside the catalogue of the place of care → eligible → deductible → rate
 * → guaranteed minimum and listed disease → annual ceiling, all but the catalogue those of the insured place.
 */

import { shareOfBill } from '../../kernel/money.ts'
import { amendable } from '../../kernel/rule.ts'
import type { Member, Stay } from '../episodes.ts'
import type { DeductibleTerms } from './deductible-terms.ts'

/** 门诊制度 none: visits are not paid; household_account: from the family's account; pooled: at a rate from the pool. */
type OutpatientMode = (typeof OUTPATIENT_MODES)[number]

/** Amounts in fen, shares in millionths, lists by place (index of PLACES). */
export interface BenefitTerms extends DeductibleTerms {
  readonly catalogueShare: Float64Array
  readonly rate: Float64Array
  /** first eligible amount and rate of each band; empty: one rate by place */
  readonly bandFrom: Float64Array
  readonly bandRate: Float64Array
  readonly bandsMarginal: boolean
  /** what a band's rate is multiplied by at a place */
  readonly bandMultiplier: Float64Array
  /** guaranteed minimum, share of the bill above the deductible; 0: none */
  readonly floor: number
  /** serious diseases on the list: share of the bill up to a limit; rate 0: there is no list */
  readonly listedRate: number
  readonly listedLimit: number
  /** what is left of the benefit at a hospital that is not designated */
  readonly undesignatedFactor: number
  readonly ceiling: number
  readonly ceilingBonusPoor: number
  readonly ceilingPerAdmission: boolean
  readonly outpatientMode: OutpatientMode
  readonly visitRate: Float64Array
  readonly visitCatalogueShare: number
  /** most for one visit (0: no such limit), and for all of a year */
  readonly visitCapEach: number
  readonly visitCap: number
  /** allotted to the household's account for each member on 1 January */
  readonly accountAllotment: number
  /** special and chronic diseases at county hospitals; share of the chronically ill who are certified; visits 0: any number */
  readonly specialShare: number
  readonly specialRate: number
  readonly specialDeductible: number
  readonly specialCeiling: number
  readonly specialVisits: number
}

/** Every step of a settlement, in fen. */
export interface Settlement {
  bill: number
  /** the part of the bill for days before cover began */
  beforeCover: number
  /** 目录外 outside the catalogue */
  outsideCatalogue: number
  eligible: number
  /** 起付线 the deductible of this admission, and the part of it that was borne */
  deductibleDue: number
  deductible: number
  /** at the rate, before minimum and ceiling */
  atRate: number
  /** 保底补偿 the guaranteed minimum; 0 where there is none */
  floor: number
  /** 重大疾病 at the rate of the list; 0 for other diseases */
  listed: number
  /** 封顶线 what was left of the ceiling */
  ceilingLeft: number
  paid: number
  outOfPocket: number
}

export function emptySettlement(): Settlement {
  return {
    bill: 0,
    beforeCover: 0,
    outsideCatalogue: 0,
    eligible: 0,
    deductibleDue: 0,
    deductible: 0,
    atRate: 0,
    floor: 0,
    listed: 0,
    ceilingLeft: 0,
    paid: 0,
    outOfPocket: 0,
  }
}

/**
 * 住院补偿 Settles a stay and writes every step to `out`, which it returns.
 * Paid never exceeds the eligible cost above the deductible, save for a listed disease, where it never exceeds the limited bill.
 */
export function reimburse(stay: Stay, member: Member, terms: BenefitTerms, out: Settlement): Settlement {
  const { place, bill } = stay
  const covered = shareOfBill(bill, stay.coveredShare ?? 1_000_000)
  out.bill = bill
  out.beforeCover = bill - covered
  out.eligible = shareOfBill(covered, terms.catalogueShare[place])
  out.outsideCatalogue = covered - out.eligible
  out.deductibleDue = deductibleDue(place, member, terms)
  out.deductible = Math.min(out.eligible, out.deductibleDue)
  out.atRate = atRate(out.eligible, out.deductible, place, terms)
  out.floor = stay.undesignated ? 0 : guaranteed(covered, out.eligible, out.deductible, terms)
  out.listed = stay.listed && !stay.undesignated ? shareOfBill(Math.min(covered, terms.listedLimit), terms.listedRate) : 0
  out.ceilingLeft = ceilingLeft(member, terms)
  const due = stay.undesignated ? atUndesignated(out.atRate, terms) : Math.max(out.atRate, out.floor, out.listed)
  out.paid = Math.min(due, out.ceilingLeft)
  out.outOfPocket = bill - out.paid
  return out
}

/** 起付线 The deductible of an admission: whole, reduced for repeated admissions (多次住院减免), or what the year has left of it (年度起付). */
export const deductibleDue = amendable('deductible', (place: number, member: Member, terms: BenefitTerms): number => {
  const whole = terms.deductible[place]
  if (terms.deductibleRule === 'each_admission') return whole
  if (terms.deductibleRule === 'yearly') return Math.max(0, whole - (member.deductibleThisYear ?? 0))
  const admission = member.admission ?? 1
  if (admission <= 1) return whole
  return shareOfBill(whole, admission === 2 ? terms.deductibleSecondShare : terms.deductibleThirdShare)
})

/** 报销比例 The eligible cost above the deductible at the rate of the place, or by bands (分段报销): marginal, or the whole at the band's rate. */
export const atRate = amendable('at_rate', (eligible: number, deductible: number, place: number, terms: BenefitTerms): number => {
  const bands = terms.bandFrom.length
  if (bands === 0) return shareOfBill(eligible - deductible, terms.rate[place])
  if (!terms.bandsMarginal) {
    let band = -1
    while (band + 1 < bands && eligible >= terms.bandFrom[band + 1]) band++
    return band < 0 ? 0 : shareOfBill(eligible - deductible, bandRateAt(band, place, terms))
  }
  let sum = 0
  for (let i = 0; i < bands; i++) {
    const from = Math.max(terms.bandFrom[i], deductible)
    const to = i + 1 < bands ? Math.min(eligible, terms.bandFrom[i + 1]) : eligible
    if (to > from) sum += shareOfBill(to - from, bandRateAt(i, place, terms))
  }
  return sum
})

/** 分级系数 The rate of a band at a place, in millionths: bands stand for the township, other places pay a share of their rates. */
function bandRateAt(band: number, place: number, terms: BenefitTerms): number {
  return Math.min(1_000_000, shareOfBill(terms.bandRate[band], terms.bandMultiplier[place]))
}

/** 保底补偿 At least this share of the bill above the deductible, but no more than what is eligible above it. */
export const guaranteed = amendable(
  'guaranteed_minimum',
  (bill: number, eligible: number, deductible: number, terms: BenefitTerms): number => {
    return Math.min(eligible - deductible, shareOfBill(bill - deductible, terms.floor))
  },
)

/** 非定点医疗机构 What the fund pays at a hospital that is not designated: a share of the ordinary benefit, by the documents none. */
function atUndesignated(atRate: number, terms: BenefitTerms): number {
  return shareOfBill(atRate, terms.undesignatedFactor)
}

/** 封顶线 What is left of the ceiling on the fund's money: of the year, or whole for each admission; the poor may have more. */
export const ceilingLeft = amendable('ceiling_left', (member: Member, terms: BenefitTerms): number => {
  const ceiling = terms.ceiling + (member.poor ? terms.ceilingBonusPoor : 0)
  return Math.max(0, ceiling - (terms.ceilingPerAdmission ? 0 : member.paidThisYear))
})

/** What the law may say. */
export const OUTPATIENT_MODES = ['none', 'household_account', 'pooled'] as const
