/** 机制 Mechanisms that a scenario switches, as tables and reports name them. */
import type { Words } from './lang.ts'

export const MECHANISM_WORDS = {
  demography: { en: 'births, deaths and chronic illness', zh: '出生、死亡与慢性病变化' },
  livelihood: { en: 'leaving for work and coming back', zh: '外出务工与返乡' },
  need: { en: 'need for care by age, sex and illness', zh: '就医需要（按年龄、性别、患病）' },
  demand_response: { en: 'care sought answers to its price', zh: '就医需求随价格变动' },
  facility_choice: { en: 'choice of the place of care', zh: '就医地点选择' },
  enrolment_choice: { en: 'households decide whether to enrol', zh: '家庭自愿参合' },
  enrolment_procedure: { en: 'registration and review of enrolment', zh: '参合登记审核程序' },
  neighbour_effect: { en: 'participation of the village weighs', zh: '同村参合率的影响' },
  offices: { en: 'manual claims wait for staff', zh: '手工报销等候经办' },
  cash_limit: { en: 'payments wait for cash', zh: '基金现金不足时延付' },
  outside_spending: { en: 'spending outside the scheme', zh: '制度外支出' },
  budget_rule: { en: 'benefits follow income', zh: '以收定支' },
  second_compensation: { en: 'surplus paid out to inpatients', zh: '二次补偿' },
} as const satisfies Readonly<Record<string, Words>>
