/** Words on what headlines hang on, in English and Chinese. */
import type { Language } from '../../charts/kit/input.ts'

/** A number below zero has the sign that other figures of the page have. */
const minus = (number: string) => number.replace(/^-/, '−')

const en = {
  heading: 'What the headlines hang on',
  title: (year: number) => `What the headline figures of ${year} hang on`,
  titleOf: (reform: string, year: number) => `${reform}: what the differences of ${year} hang on`,
  head: ['headline figure', 'assumption that moves it', 'assumed', 'range', 'moves the figure by (low to high end)'],
  note: 'Beside each headline figure the assumed parameters that move it most. Each was moved alone from one end of its range to the other, in a county of at most 5,000 persons with the same draws, and what a scenario changes of it moved along; sums are scaled to the persons of this run. Moved together they may add up or cancel out; small movements are partly chance. All years are in hangs_on.csv.',
  unknown:
    'Not worked out for this scenario: --sensitivity quick moves every assumed parameter within its range, once, and keeps what it finds.',
  refused: 'refused',
  yuan: 'yuan',
  to: (low: string, high: string) => `${minus(low)} to ${minus(high)}`,
  one: (name: string, range: string, moves: string) => `${name} ${range} (moves it by ${moves})`,
  listed: { after: ' hangs on ', between: '; ' },
}

const zh: typeof en = {
  heading: '结论依赖哪些假定',
  title: (year) => `${year} 年主要指标依赖的假定`,
  titleOf: (reform, year) => `${reform}：${year} 年差异依赖的假定`,
  head: ['主要指标', '影响最大的假定', '取值', '合理范围', '指标变动（取下限至取上限）'],
  note: '各主要指标旁列出影响最大的假定参数。每个参数单独在其合理范围内由一端移至另一端，以不超过 5,000 人的县、同样的随机数模拟，情景对它的相对改动随之移动；总量按本次人口折算。几个参数同时变动时可能叠加或抵消，微小的变动部分出于偶然。各年结果见 hangs_on.csv。',
  unknown: '本情景尚未计算：加 --sensitivity quick，逐一移动每个假定参数，计算一次后保存。',
  refused: '不接受',
  yuan: '元',
  to: (low, high) => `${minus(low)} 至 ${minus(high)}`,
  one: (name, range, moves) => `${name} ${range}（变动 ${moves}）`,
  listed: { after: '取决于', between: '；' },
}

export const HANGS_ON: Readonly<Record<Language, typeof en>> = { en, zh }
