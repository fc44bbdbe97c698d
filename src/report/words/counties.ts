/** Words of the chapter of counties side by side, in English and Chinese. */
import type { Language } from '../../charts/kit/input.ts'

const en = {
  heading: 'County by county',
  table: (year: number) => `The counties in ${year}`,
  measure: 'measure',
  all: 'all',
  more: (shown: number, counties: number) => `The first ${shown} of ${counties} counties.`,
  note: 'Means over replications. Each county has a fund of its own; “all” adds them up. Income quintiles are those of each county. Every other measure stands in annual.csv and summary.csv, by the column area.',
  solvency: (county: string) => `Does the fund of ${county} last?`,
  effects: (reform: string, county: string, year: number) => `${reform}: ${county}, headline differences in ${year}`,
}

const zh: typeof en = {
  heading: '分县结果',
  table: (year) => `${year} 年各县结果`,
  measure: '指标',
  all: '合计',
  more: (shown, counties) => `仅列 ${counties} 个县中的前 ${shown} 个。`,
  note: '各次模拟的均值。各县基金独立，“合计”为各县之和；收入五等分按本县划分。其余指标见 annual.csv 与 summary.csv 的 area 列。',
  solvency: (county) => `${county}的基金能否持续`,
  effects: (reform, county, year) => `${reform}：${county} ${year} 年主要差异`,
}

export const COUNTIES: Readonly<Record<Language, typeof en>> = { en, zh }
