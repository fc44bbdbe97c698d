/** 算式用语 Figures of the law as they stand in the arithmetic of an amount. */
import type { Words } from './lang.ts'

export const FIGURES = {
  catalogue_share: { en: 'share inside the catalogue', zh: '目录内费用占比' },
  rate: { en: 'rate', zh: '报销比例' },
  covered_share: { en: 'share of covered days', zh: '参合期内天数占比' },
  part_of: { en: 'the part of', zh: '其中' },
  above: { en: 'above', zh: '超过' },
  in_a_band: { en: 'that lies in a band', zh: '且落在某一费用段内的部分' },
  rate_of_that_band: { en: 'rate of that band', zh: '该段报销比例' },
  rate_of_its_band: { en: 'rate of its band', zh: '所在段报销比例' },
  guaranteed_share: { en: 'guaranteed share', zh: '保底比例' },
  limit_of_the_list: { en: 'limit of the list', zh: '重大疾病限额' },
  rate_of_the_list: { en: 'rate of the list', zh: '重大疾病补偿比例' },
  undesignated_share: { en: 'share at an undesignated hospital', zh: '非定点医院补偿系数' },
  ceiling: { en: 'ceiling', zh: '封顶线' },
  cap_per_visit: { en: 'cap per visit', zh: '单次封顶额' },
  rate_of_assistance: { en: 'rate of assistance', zh: '救助比例' },
} as const satisfies Readonly<Record<string, Words>>

export type FigureId = keyof typeof FIGURES
