/** 事实 What the facts of an event are called: claim, place, office, reason … */
import type { Words } from './lang.ts'

export const FACTS = {
  claim: { en: 'claim', zh: '报销单号' },
  visit: { en: 'visit', zh: '就诊序号' },
  year: { en: 'year', zh: '年度' },
  place: { en: 'place', zh: '就医地点' },
  severity: { en: 'severity', zh: '病情（0轻2重）' },
  days: { en: 'days', zh: '住院天数' },
  reason: { en: 'reason', zh: '原因' },
  admission: { en: 'admission', zh: '本年住院次数' },
  covered_share: { en: 'covered share', zh: '参合期内天数占比' },
  listed: { en: 'listed', zh: '是否重大疾病' },
  designated: { en: 'designated', zh: '是否定点医院' },
  poor: { en: 'poor', zh: '是否救助对象' },
  counts_in_the_year: { en: 'counts in the year', zh: '是否计入当年' },
  regime: { en: 'regime', zh: '门诊补偿方式' },
  special_visits_before: { en: 'special visits before', zh: '此前特殊病门诊次数' },
  special_eligible_before_fen: { en: 'special eligible before fen', zh: '此前特殊病门诊范围内费用（分）' },
  covered_days: { en: 'covered days', zh: '参合期内天数' },
  registered_after_days: { en: 'registered after days', zh: '出生后登记天数' },
  age: { en: 'age', zh: '年龄' },
  from: { en: 'from', zh: '原居住地' },
  to: { en: 'to', zh: '现居住地' },
  members: { en: 'members', zh: '家庭成员' },
  away: { en: 'away', zh: '外出人数' },
  chronic: { en: 'chronic', zh: '慢性病人数' },
  premium_percent_of_income: { en: 'premium percent of income', zh: '参合费占收入百分比' },
  cover: { en: 'cover', zh: '参合状态' },
  left_out: { en: 'left out', zh: '未登记人数' },
  outcome: { en: 'outcome', zh: '结果' },
  channel: { en: 'channel', zh: '缴费渠道' },
  receipt: { en: 'receipt', zh: '收据' },
  procedure: { en: 'procedure', zh: '办理程序' },
  office: { en: 'office', zh: '经办机构' },
  step: { en: 'step', zh: '环节' },
  papers: { en: 'papers', zh: '核对材料' },
  /** what stands in place of a paper is named as that: the fact itself is not shown */
  wrong_kind: { en: 'of the wrong kind', zh: '材料不符' },
  missing: { en: 'missing', zh: '缺少' },
  way: { en: 'way', zh: '办理方式' },
  times: { en: 'times', zh: '退回次数' },
  days_since_discharge: { en: 'days since discharge', zh: '出院后天数' },
  days_since_year_end: { en: 'days since year end', zh: '年末后天数' },
} as const satisfies Readonly<Record<string, Words>>

/** A fact of an event, beside its amounts. */
export type FactId = keyof typeof FACTS
