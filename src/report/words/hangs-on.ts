/** Words on what headlines hang on, in English and Chinese. */
import type { Language } from '../../charts/kit/input.ts'
import { minusSign } from '../../words/amount-of-setting.ts'

const en = {
  heading: 'What the headlines hang on',
  title: (year: number) => `What the headline figures of ${year} hang on`,
  titleOf: (reform: string, year: number) => `${reform}: what the differences of ${year} hang on`,
  head: (isDifference: boolean) => [
    'headline figure',
    'assumption that moves it',
    'assumed value',
    'range',
    `moves the ${isDifference ? 'difference' : 'figure'} by (at the low and the high end of the range)`,
  ],
  note: 'Beside each headline figure the assumed parameters that move it most. Each was moved alone from one end of its range to the other, in a county of at most 5,000 persons with the same draws, and what a scenario changes of it moved along; sums are scaled to the persons of this run. Moved together they may add up or cancel out; small movements are partly chance. All years are in hangs_on.csv.',
  unknown:
    'Not worked out for this scenario: --sensitivity quick moves every assumed parameter within its range, once, and keeps what it finds.',
  yuan: 'yuan',
  to: (low: string, high: string) => `${minusSign(low)} to ${minusSign(high)}`,
  /** where the model refuses the other end of the range */
  atOneEnd: (moves: string, isLow: boolean) => `${moves} at the ${isLow ? 'low' : 'high'} end, the other being refused`,
  neither: 'nothing, both ends being refused',
  one: (name: string, range: string, moves: string) => `${name}: ${range} moves it by ${moves}`,
  line: (measure: string, isDifference: boolean, told: readonly string[]) =>
    `${isDifference ? `the difference in ${measure}` : measure} hangs on ${told.join('; ')}`,
}

const zh: typeof en = {
  heading: '结论依赖哪些假定',
  title: (year) => `${year} 年主要指标依赖的假定`,
  titleOf: (reform, year) => `${reform}：${year} 年差异依赖的假定`,
  head: (isDifference) => [
    '主要指标',
    '影响最大的假定',
    '假定取值',
    '合理范围',
    `${isDifference ? '差异' : '指标'}随之变动（取范围下限时至取上限时）`,
  ],
  note: '各主要指标旁列出影响最大的假定参数。每个参数单独在其合理范围内由一端移至另一端，以不超过 5,000 人的县、同样的随机数模拟，情景对它的相对改动随之移动；总量按本次人口折算。几个参数同时变动时可能叠加或抵消，微小的变动部分出于偶然。各年结果见 hangs_on.csv。',
  unknown: '本情景尚未计算：加 --sensitivity quick，逐一移动每个假定参数，计算一次后保存。',
  yuan: '元',
  to: (low, high) => `${minusSign(low)} 至 ${minusSign(high)}`,
  atOneEnd: (moves, isLow) => `${moves}（取${isLow ? '下' : '上'}限时；另一端模型不接受）`,
  neither: '无（两端模型均不接受）',
  one: (name, range, moves) => `${name}取 ${range} 时变动 ${moves}`,
  line: (measure, isDifference, told) => `${measure}${isDifference ? '的差异' : ''}取决于：${told.join('；')}`,
}

export const HANGS_ON: Readonly<Record<Language, typeof en>> = { en, zh }
