/** 制度次序 The order of the law as one list: the steps of a premium, a visit and a stay, each with the chapter that it belongs to and the function that does it. */

/** Chapters of the policy in the order in which one may rest on another: on those of earlier rows. */
export const CHAPTERS = [['benefit'], ['critical-illness', 'enrolment', 'care'], ['claims'], ['fund']] as const
/** Folders before all chapters: for whom parameters are set apart. */
export const BEFORE_CHAPTERS = ['groups'] as const
/** Folders beside the chapters, like the files beside this one: of a chapter they take rules, terms and types, never what keeps a state. */
export const BESIDE_CHAPTERS = ['counted'] as const

interface Step {
  readonly zh: string
  readonly en: string
  /** file and function */
  readonly rule: string
}

export const ORDER_OF_LAW: Readonly<Record<'premium' | 'visit' | 'stay', readonly Step[]>> = {
  premium: [
    { zh: '是否参合', en: 'the household decides', rule: 'scheme/enrolment/decision.ts decide' },
    { zh: '按时缴费', en: 'paid by the deadline', rule: 'scheme/enrolment/premium.ts paidInTime' },
    { zh: '部分参合审核', en: 'members left out', rule: 'scheme/enrolment/campaign.ts reviewPartial' },
    { zh: '登记', en: 'papers and seal', rule: 'scheme/enrolment/registration.ts wayOf' },
    { zh: '保费分担', en: 'who pays which part', rule: 'scheme/enrolment/premium.ts splitPremium' },
    { zh: '参合证生效', en: 'day from which there is cover', rule: 'scheme/enrolment/cover-rules.ts coverFrom' },
    { zh: '财政补助', en: 'subsidies by level of government', rule: 'scheme/fund/subsidy.ts splitByLevel' },
  ],
  visit: [
    { zh: '患病', en: 'a need arises', rule: 'scheme/care/illness.ts outpatientNeedsBefore' },
    { zh: '就医选择', en: 'whether and where', rule: 'scheme/care/choice.ts careChoice' },
    { zh: '门诊统筹', en: 'what the pool pays', rule: 'scheme/benefit/outpatient.ts reimburseVisit' },
    { zh: '门诊补偿', en: 'any regime, step by step', rule: 'scheme/benefit/outpatient.ts settleVisit' },
  ],
  stay: [
    { zh: '患病', en: 'a need for admission arises', rule: 'scheme/care/illness.ts inpatientNeed' },
    { zh: '就医选择', en: 'whether and where', rule: 'scheme/care/choice.ts careChoice' },
    { zh: '住院费用', en: 'the bill', rule: 'scheme/care/care.ts stayBill' },
    { zh: '跨年住院', en: 'days before cover', rule: 'scheme/enrolment/cover-rules.ts coveredShare' },
    { zh: '住院补偿', en: 'the benefit', rule: 'scheme/benefit/inpatient.ts reimburse' },
    { zh: '结算方式', en: 'with the card or by hand', rule: 'scheme/claims/stays.ts wayByHand' },
    { zh: '报销结果', en: 'approved in the end?', rule: 'scheme/claims/outcome.ts isApproved' },
    { zh: '大病保险', en: 'critical-illness cover of the year', rule: 'scheme/critical-illness/rules.ts coverHighCost' },
    { zh: '医疗救助', en: 'medical assistance', rule: 'scheme/critical-illness/rules.ts assist' },
    { zh: '二次补偿', en: 'a surplus shared out', rule: 'scheme/fund/reserve.ts shareOut' },
  ],
}
