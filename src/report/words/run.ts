/** Words of the report of a run and of the page around it, in English and Chinese. */
import type { Language, ReportInput } from '../../charts/kit/input.ts'
import { number, percent } from '../../charts/kit/text.ts'
import { assumedShare } from '../../charts/kit/words.ts'

const span = (input: ReportInput) => (input.years[0] === input.years[1] ? `${input.years[0]}` : `${input.years[0]}–${input.years[1]}`)

const isOne = ({ counties = [] }: ReportInput) => counties.length < 2

/** 分县 Each county has a fund of its own. */
function fundsOf(input: ReportInput, lang: Language): string {
  if (isOne(input)) return lang === 'en' ? 'one pooling fund and its' : '一个统筹地区的基金及其'
  return lang === 'en'
    ? `the pooling funds of ${input.counties?.length} counties and their`
    : `${input.counties?.length} 个统筹地区的基金及其`
}

const en = {
  htmlLang: 'en',
  name: 'English',
  both: 'both',
  language: 'Language',
  unit: { yuan: 'yuan', days: 'days', persons: 'persons', per_person_year: 'per person and year' } as Record<string, string>,
  kicker: 'hezuo · rural cooperative medical insurance, simulated',
  asked: 'What was asked',
  question: (input: ReportInput) =>
    `Scenario “${input.scenario}”: what happens to ${fundsOf(input, 'en')} ${number(input.persons)} registered people in the scheme years ${span(input)} under the rules, subsidies and premiums listed below. Does the fund last, who is covered, and how much of the bill comes back? ` +
    (input.replications === 1
      ? `${isOne(input) ? 'The county was' : 'The counties were'} simulated once; a single run shows no interval, and small differences may be chance.`
      : `${isOne(input) ? 'The county was' : 'The counties were'} simulated ${input.replications} times with different luck. Figures are means; square brackets hold the 5th and 95th percentile of those runs.`),
  charts: 'Charts',
  chartQuestions: { fund: 'Does the fund last?', cover: 'Who is covered, and where does the money go?', protection: 'Who is protected?' },
  table: 'The numbers behind this chart',
  figures: 'The model beside published figures',
  figuresNote:
    'Deviation: model minus published, in percentage points for rates and in percent of the published figure otherwise. Figures marked unverified could not be traced to their publication and are shown for orientation only. “Fitted” means that a constant of the model was chosen to meet the figure; a figure not fitted is a test of the model.',
  figureHead: ['measure', 'year', 'model', 'published', 'deviation', 'status', 'fitted?', 'source'],
  noFigures: 'No published figure was given for this run.',
  points: (value: string) => `${value} points`,
  fitted: 'fitted',
  notFitted: 'not fitted',
  notStated: 'not stated',
  noRow: 'not in this run',
  status: { verified: 'verified', unverified: 'unverified', assumed: 'assumed', scenario: 'set by the scenario' } as Record<string, string>,
  parameters: 'Parameters and assumptions',
  parameterCount: (input: ReportInput, parts: string) =>
    `The results rest on ${input.parameters.length} parameters: ${parts}. ${percent(assumedShare(input), 0)} of them are assumptions; each is listed with the range in which it might lie and the reason for its value.`,
  parts: (count: number, status: string) => `${count} ${status}`,
  assumptions: 'Assumptions (status: assumed)',
  scenarioSet: 'Set by the scenario',
  sourced: 'Values from sources',
  parameterHead: { parameter: 'parameter', value: 'value', status: 'status', range: 'range', source: 'source', reason: 'reason' },
  outsideNote:
    '† The value is also used for this year, for which it is not given: a campaign or a settlement looks to the year before the first or after the last. The nearest value stands.',
  amendments: {
    heading: 'Rules amended',
    note: 'The scenario wraps rules of the law in rules of its own. Each is told with its text; whatever rests on the rule rests on it, the choice of care included.',
    of: (rule: string, name: string, file: string, sha256: string) => `Amends: ${rule} (${name}). File: ${file}. SHA-256: ${sha256}.`,
  },
  reproduce: 'How to reproduce',
  reproduceText: (input: ReportInput) =>
    `Version ${input.version} of hezuo with the same scenario file and seed gives the same bytes, whatever the number of workers. The scenario is named “${input.scenario}”; run its file, here taken to lie in scenarios/:`,
  facts: {
    scenario: 'scenario',
    years: 'scheme years',
    persons: 'registered persons',
    replications: 'replications',
    seed: 'seed',
    version: 'version',
  },
}

const zh: typeof en = {
  htmlLang: 'zh-Hans',
  name: '中文',
  both: '双语',
  language: '语言',
  unit: { yuan: '元', days: '天', persons: '人', per_person_year: '每人每年' },
  kicker: '合作 hezuo · 农村合作医疗保险模拟',
  asked: '研究问题',
  question: (input) =>
    `情景“${input.scenario}”：在下列规则、补助与缴费标准下，${fundsOf(input, 'zh')} ${number(input.persons)} 名在册居民在 ${span(input)} 参合年度会怎样？基金能否持续，谁被覆盖，医疗费用能报销多少？` +
    (input.replications === 1
      ? '本次仅模拟一次，没有区间，细小差别可能出于偶然。'
      : `${isOne(input) ? '同一县' : '各县'}以不同的随机结果模拟 ${input.replications} 次；数字为均值，方括号内为各次模拟的第 5 与第 95 百分位数。`),
  charts: '图表',
  chartQuestions: { fund: '基金能否持续', cover: '谁被覆盖，钱流向哪里', protection: '谁受到保障' },
  table: '图中数据',
  figures: '模型与公布数据对照',
  figuresNote:
    '偏差为模型值减公布值：比例以百分点计，其余以公布值的百分比计。标为“未核实”的数字未能追溯到原始出处，仅供参考。“参与拟合”指模型的某个常数是按该数字选定的；未参与拟合的数字是对模型的检验。',
  figureHead: ['指标', '年份', '模型', '公布值', '偏差', '状态', '是否拟合', '来源'],
  noFigures: '本次运行未提供公布数据。',
  points: (value) => `${value} 个百分点`,
  fitted: '参与拟合',
  notFitted: '未参与拟合',
  notStated: '未说明',
  noRow: '本次运行无此项',
  status: { verified: '已核实', unverified: '未核实', assumed: '假定', scenario: '由情景设定' },
  parameters: '参数与假定',
  parameterCount: (input, parts) =>
    `结果依据 ${input.parameters.length} 个参数：${parts}。其中 ${percent(assumedShare(input), 0)} 为假定，逐项列出可能的范围与取值理由。`,
  parts: (count, status) => `${status} ${count} 个`,
  assumptions: '假定（状态：假定）',
  scenarioSet: '由情景设定的参数',
  sourced: '有出处的参数',
  parameterHead: { parameter: '参数', value: '取值', status: '状态', range: '范围', source: '来源', reason: '理由' },
  outsideNote: '† 该取值还用于所标年份，而资料并未给出该年的值：筹资或结算涉及首年之前或末年之后的一年，以最近年份的值代替。',
  amendments: {
    heading: '改写的规则',
    note: '本情景在法定规则之外套用自己的规则。各项改写附原文；凡以该规则为依据者（包括就医选择）均随之改变。',
    of: (rule, name, file, sha256) => `改写：${rule}（${name}）。文件：${file}。SHA-256：${sha256}。`,
  },
  reproduce: '如何重现',
  reproduceText: (input) =>
    `用 hezuo ${input.version} 版、同一情景文件与同一随机种子，所得文件逐字节相同，与并行进程数无关。情景名为“${input.scenario}”；运行其文件（此处假定位于 scenarios/）：`,
  facts: { scenario: '情景', years: '参合年度', persons: '在册人口', replications: '模拟次数', seed: '随机种子', version: '版本' },
}

export const RUN: Readonly<Record<Language, typeof en>> = { en, zh }
