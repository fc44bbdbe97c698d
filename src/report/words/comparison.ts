/** Words of the report of a comparison, in English and Chinese. */
import type { ComparisonInput } from '../../charts/comparison/input.ts'
import type { Language } from '../../charts/kit/input.ts'

const en = {
  kicker: 'hezuo · rural cooperative medical insurance, scenarios compared',
  asked: 'What was compared',
  question: (input: ComparisonInput) =>
    `Every replication gives the same people the same luck in every scenario, so a difference is the rules’ doing. ${input.reason.en}`,
  scenario: 'base',
  headlines: 'Headline differences',
  effects: (reform: string, year: number) => `${reform}: headline differences in ${year}`,
  effectNote:
    'Difference: reform minus base. “yes”: the 95 % interval leaves out zero, and the difference is at least 0.1 % of what it is held against (0.1 points of a share); “too small to matter”: it leaves out zero, but the difference is smaller; “cannot be told from 0”: chance alone may have made it; “no”: exactly 0 in every replication. Every other measure stands in comparison.csv.',
  charts: 'Charts',
  households: 'Households that win and lose',
  winnersHead: [
    'group',
    'households',
    'pay less',
    'pay less for less care',
    'pay more',
    'pay more for more care',
    'unchanged',
    'gain of a household, yuan a year',
    'gain of those who pay less, yuan',
    'gain of those who pay more, yuan',
  ],
  winnersNote:
    'Gain: what the household pays itself (bills, spending outside the scheme, premium), base minus reform; from 1 yuan a year. Less care: its members had fewer stays in hospital, or as many and fewer visits; more care likewise; who pays less for less care has not gained, who pays for care that it went without has not lost. Shares are of all households. Quintiles and deciles are counted from the poorest.',
  winnersOf: (reform: string, year: number) => `${reform}, ${year}`,
  everybody: 'all households',
  solvency: 'Does the fund last?',
  solvencyHead: [
    'scenario',
    'year',
    'chance of a deficit in the year',
    'chance of a deficit by then',
    'chance of insolvency by then',
    'cumulative balance: 5th percentile',
    'median',
    '95th percentile',
    'months of reserve',
  ],
  solvencyNote: 'Chances over replications with 95 % intervals; balance at the end of the year in million yuan; more in solvency.csv.',
  reports: 'Reports of the single scenarios',
}

const zh: typeof en = {
  kicker: '合作 hezuo · 农村合作医疗保险模拟，方案对照',
  asked: '对照内容',
  question: (input) => `每次模拟中，同一人在各情景下遇到同样的随机结果，差异因此出自规则本身。${input.reason.zh}`,
  scenario: '基准',
  headlines: '主要差异',
  effects: (reform, year) => `${reform}：${year} 年主要差异`,
  effectNote:
    '差异为方案减基准。“是”：95%区间不含零，且差异不小于所对照数额的 0.1%（比率为 0.1 个百分点）；“有但微小”：区间不含零，但差异更小；“与零无法区分”：可能出于偶然；“否”：每次模拟均恰为 0。其余指标见 comparison.csv。',
  charts: '图表',
  households: '受益户与受损户',
  winnersHead: [
    '分组',
    '户数',
    '负担减少',
    '负担减少且就医减少',
    '负担增加',
    '负担增加且就医增加',
    '无变化',
    '户均净收益（元/年）',
    '负担减少户的户均净收益（元）',
    '负担增加户的户均净收益（元）',
  ],
  winnersNote:
    '净收益为家庭自己负担的部分（医药费用、制度外支出与缴费），基准减方案；全年变化达 1 元即计入。就医减少指家庭成员住院次数较少，或住院次数相同而门诊次数较少，就医增加与此相反：少就医而少负担不是得益，为原先未能获得的医疗付费也不是损失。占比均以全部家庭为分母。收入组从最低收入起编号。',
  winnersOf: (reform, year) => `${reform}，${year} 年`,
  everybody: '全部家庭',
  solvency: '基金能否持续',
  solvencyHead: [
    '情景',
    '年份',
    '当年赤字的概率',
    '至当年曾有赤字的概率',
    '至当年曾穿底的概率',
    '累计结余5%分位',
    '中位数',
    '95%分位',
    '可支付月数',
  ],
  solvencyNote: '概率为各次模拟中的比例，附95%区间；年末累计结余单位为万元；更多见 solvency.csv。',
  reports: '各情景的报告',
}

export const COMPARISON: Readonly<Record<Language, typeof en>> = { en, zh }
