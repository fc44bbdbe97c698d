/** What happened, in the words of an official: the kinds of events and amounts that `explain` shows, in English and Chinese. */
import type { Law } from '../policy/law.ts'

export type Lang = 'en' | 'zh'

interface Words {
  readonly person: string
  readonly yuan: string
  readonly parameter: string
  readonly rule: string
  /** by kind of event; a kind without a word is shown as it is */
  readonly kinds: Readonly<Record<string, string>>
  /** by label of an amount */
  readonly amounts: Readonly<Record<string, string>>
}

export const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    person: 'Person',
    yuan: 'yuan',
    parameter: 'parameter',
    rule: 'rule',
    kinds: {
      'enrolment.decided': 'the household decided about joining',
      'enrolment.registered': 'registered',
      'premium.paid': 'premium paid',
      'care.admitted': 'admitted to hospital',
      'care.forgone': 'care needed but forgone',
      'care.discharged_uninsured': 'discharged, not covered',
      'benefit.visit': 'outpatient visit settled',
      'benefit.settled': 'hospital bill settled',
      'claim.submitted': 'claim submitted',
      'claim.never_filed': 'claim never filed',
      'claim.returned': 'claim returned, papers missing',
      'claim.refused': 'claim refused',
      'claim.given_up': 'claim given up',
      'claim.approved': 'claim approved',
      'claim.paid': 'claim paid',
      'life.gave_birth': 'gave birth',
      'life.died': 'died',
    },
    amounts: {},
  },
  zh: {
    person: '参合人',
    yuan: '元',
    parameter: '参数',
    rule: '规则',
    kinds: {
      'enrolment.decided': '家庭作出参合决定',
      'enrolment.registered': '参合登记',
      'premium.paid': '缴纳个人参合费',
      'care.admitted': '住院',
      'care.forgone': '需就医而未就医',
      'care.discharged_uninsured': '出院（未参合）',
      'benefit.visit': '门诊补偿',
      'benefit.settled': '住院补偿结算',
      'claim.submitted': '提交报销申请',
      'claim.never_filed': '未申请报销',
      'claim.returned': '材料不全，退回',
      'claim.refused': '不予受理',
      'claim.given_up': '放弃报销',
      'claim.approved': '审核通过',
      'claim.paid': '补偿款到账',
      'life.gave_birth': '生育',
      'life.died': '死亡',
    },
    amounts: {
      bill: '医疗总费用',
      eligible: '政策范围内费用',
      deductible: '起付线',
      paid: '基金支付',
      'out of pocket': '个人自付',
      'not claimed': '未申请的补偿',
    },
  },
}

/** The official term of a parameter in the language; '' for a name that is no parameter. */
export function termOf(law: Law, name: string, lang: Lang): string {
  return law.names().includes(name) ? law.entry(name)[lang] : ''
}
