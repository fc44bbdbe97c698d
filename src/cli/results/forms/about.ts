/** The first sheet of a workbook: what the file is, in both languages. */
import type { ReportInput } from '../../../charts/kit/input.ts'
import { MOST_ROWS } from '../../../measures/write/xlsx/most-rows.ts'
import type { Sheet, SheetCell } from '../../../measures/write/xlsx/sheet.ts'
import type { Words } from '../../../words/lang.ts'

export const ABOUT = 'about'
export const ABOUT_HEADER = ['what', 'value', 'en', 'zh'] as const

/** In this order in the workbook. */
const SHEETS: Readonly<Record<string, Words>> = {
  headline: { en: 'a row a year, the measures that answer most questions', zh: '每年一行：主要指标' },
  comparison: { en: 'what each reform changes: base, reform, difference', zh: '各方案的改变：基准、方案、差异' },
  winners: { en: 'households that win and lose by a reform', zh: '因方案受益与受损的家庭' },
  summary: { en: 'every measure by year: mean and spread over replications', zh: '各项指标按年：各次模拟的均值与离散程度' },
  annual: { en: 'every measure by year, replication by replication', zh: '各项指标按年，逐次模拟' },
  monthly: { en: 'cash, payables and claims at the end of each month', zh: '每月末的现金、应付款与报销单' },
  solvency: { en: 'does the fund last: spread of the balance, chances', zh: '基金能否持续：结余的离散程度与概率' },
  ledger: { en: 'turnover of every account, in fen', zh: '各会计科目的发生额，以分计' },
  parameters: { en: 'every parameter that was read, year by year', zh: '读取的全部参数，逐年' },
  hangs_on: { en: 'the assumptions that headline figures hang on', zh: '主要指标依赖的假定' },
  dictionary: { en: 'names, units and definitions of all measures, accounts and groups', zh: '全部指标、会计科目与分组的名称、单位与定义' },
}

/** The sheets as a reader wants them. */
export function inOrder(sheets: readonly Sheet[]): Sheet[] {
  const names = Object.keys(SHEETS)
  return [...sheets].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
}

const FILE: Words = { en: 'results of a simulation of rural medical insurance', zh: '农村居民医疗保险模拟结果' }
const YEARS: Words = { en: 'reported scheme years', zh: '报告的参合年度' }
const PERSONS: Words = { en: 'persons at the start, all counties together', zh: '期初人数，各县合计' }
const REPLICATIONS: Words = { en: 'replications', zh: '模拟次数' }
const SEED: Words = { en: 'seed of all draws', zh: '随机数种子' }
const UNITS: Words = { en: 'money in yuan (ledger: fen), shares as fractions', zh: '金额以元计（ledger 以分计），比率为小数' }
const GROUP: Words = {
  en: 'empty: the total; otherwise group_kind and group_value say of whom',
  zh: '空格为合计；否则由 group_kind 与 group_value 说明分组',
}
const NAMES: Words = { en: 'what each name means: sheet dictionary', zh: '各名称的含义见 dictionary 表' }
const TOO_LONG: Words = {
  en: `left out, more rows than a sheet holds (${MOST_ROWS}): read the CSV file`,
  zh: `未列入，行数超过工作表上限（${MOST_ROWS}），请读 CSV 文件`,
}

/** Its rows, as ABOUT_HEADER says. */
export function aboutRows(inputs: readonly ReportInput[], sheets: readonly Sheet[]): SheetCell[][] {
  const [first] = inputs
  const row = (what: string, value: SheetCell, { en, zh }: Words): SheetCell[] => [what, value, en, zh]
  return [
    row('file', `hezuo ${first.version}`, FILE),
    ...inputs.map(({ scenario, title }) => row('scenario', scenario, title)),
    row('years', first.years.join('-'), YEARS),
    row('persons', first.persons, PERSONS),
    row('replications', first.replications, REPLICATIONS),
    row('seed', first.seed, SEED),
    row('units', 'yuan', UNITS),
    row('group', undefined, GROUP),
    row('dictionary', 'dictionary', NAMES),
    ...sheets.map(({ name, rows, part }) => row(`sheet ${name}`, rows, part ? SHEETS[name] : TOO_LONG)),
  ]
}
