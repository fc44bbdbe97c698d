/** 局限 What a reader must keep in mind of a run or a comparison, in English and Chinese. */
import type { ComparisonInput } from '../../charts/comparison/input.ts'
import type { Language, ReportInput } from '../../charts/kit/input.ts'
import { number, percent } from '../../charts/kit/text.ts'
import type { GivenSource } from '../../scheme/settings.ts'

type Counts = NonNullable<GivenSource['content']>

const en = {
  heading: 'Limits',
  people: 'people',
  ownPeople: ({ personsFile, householdsFile }: GivenSource, held: string) =>
    `the user’s own microdata, ${personsFile} and ${householdsFile}${held}`,
  held: ({ persons, households, isWeighted }: Counts) =>
    `: ${number(persons)} persons in ${number(households)} households, ${isWeighted ? 'weighted' : 'not weighted'}`,
  synthetic:
    'The county is synthetic: its people and their incomes are drawn from published distributions, not from any county’s register.',
  othersSynthetic:
    'The counties without microdata of their own are synthetic: their people and incomes are drawn from published distributions, not from any county’s register.',
  inCounty: (county: string, text: string) => `${county}: ${text}`,
  own: (people: string, meanIncome: number) =>
    `The people are ${people}. How well these files stand for a county is not judged here, and no interval holds the error of a survey. Their incomes count relative to their mean (${number(meanIncome)} yuan a head); the level of each year is population.income_per_head. Frailty, which no file states, is drawn.`,
  /** of what protection is measured against (docs/protection.md) */
  surveyBreak:
    'Catastrophic spending and poverty before and after 2014 are two series: from 2014 a new survey measures income and consumption, and resources rise by a quarter in one year; minimum income reaches the poverty line, so that without payments for care hardly anybody is poor, by definition. A fall from 2013 to 2014 is no effect of the scheme; hold scenarios against each other within a year.',
  run: ({ replications }: ReportInput) => [
    replications === 1
      ? 'One run has no interval: nothing here tells chance from effect.'
      : 'Intervals show chance only (other luck, same rules and constants). The uncertainty of the assumed parameters comes on top and is not in them.',
    'Households neither marry nor split during the run; people are born, age, die, leave and return.',
    'Hospitals outside the county have no capacity limit and answer to no rule of this fund.',
    'A trend in admissions is not all need: part of it may be supplied demand, which the model does not tell apart.',
    'Amounts are nominal yuan of their year.',
    'Figures per member divide the mean of the runs by the mean number of members at 1 January of the year.',
  ],
  withoutCritical: 'Critical-illness insurance (大病保险) is not part of this run: no such expenditure appears in its books.',
  comparison: ({ assumed }: ComparisonInput) => [
    'Intervals show chance only: other luck, same rules and constants. The uncertainty of the assumed parameters comes on top and is not in them.',
    `Of the ${assumed.of} parameters that the base reads, ${percent(assumed.share, 0)} are assumptions. A difference may hang on them; the reports of the single scenarios list each with the range in which it might lie.`,
    'The reform changes what its scenario says and what people in the model answer to; hospitals outside the county have no capacity limit and answer to no rule of this fund.',
  ],
}

const zh: typeof en = {
  heading: '局限',
  people: '人口来源',
  ownPeople: ({ personsFile, householdsFile }, held) => `用户自有微观数据 ${personsFile}、${householdsFile}${held}`,
  held: ({ persons, households, isWeighted }) =>
    `：${number(persons)} 人、${number(households)} 户，${isWeighted ? '按抽样权重' : '不加权'}`,
  synthetic: '该县为合成县：人口与收入按公布的分布抽取，并非任何一县的登记数据。',
  othersSynthetic: '没有自有微观数据的县为合成县：人口与收入按公布的分布抽取，并非任何一县的登记数据。',
  inCounty: (county, text) => `${county}：${text}`,
  own: (people, meanIncome) =>
    `人口为${people}。数据能否代表一县不在此判断，区间不含抽样调查的误差。收入取相对于其均值（人均 ${number(meanIncome)} 元）的水平，各年的水平由 population.income_per_head 决定；数据中没有的健康脆弱度由模型抽取。`,
  surveyBreak:
    '灾难性支出与贫困的比例在 2014 年前后是两个序列：2014 年起收入与消费改用新的调查口径，可支配资源一年内上升约四分之一；最低收入达到贫困线，未发生医疗支出时按定义几乎无人贫困。2013 年至 2014 年的下降不是制度的效果；情景之间应在同一年份内比较。',
  run: ({ replications }) => [
    replications === 1
      ? '仅模拟一次，没有区间，无法区分偶然与效果。'
      : '区间只反映偶然性（规则与常数相同、随机结果不同），不包含假定参数本身的不确定性。',
    '模拟期间家庭不因婚姻而合并或分户；人口会出生、变老、死亡、外出与返回。',
    '县外医院没有容量限制，也不受本基金规则约束。',
    '住院率的上升并不都是需要：其中可能有供方诱导的部分，模型不加区分。',
    '金额均为当年名义价格（元）。',
    '人均数为各次模拟的均值除以当年 1 月 1 日参合人数的均值。',
  ],
  withoutCritical: '本次运行不含大病保险：账目中没有此项支出。',
  comparison: ({ assumed }) => [
    '区间只反映偶然性（规则与常数相同、随机结果不同），不包含假定参数本身的不确定性。',
    `基准所用的 ${assumed.of} 个参数中，${percent(assumed.share, 0)} 为假定。差异可能取决于这些假定；各情景的报告逐项列出其可能的范围。`,
    '方案只改变情景文件所列的规则及模型中人们对此的反应；县外医院没有容量限制，也不受本基金规则约束。',
  ],
}

export const LIMITS: Readonly<Record<Language, typeof en>> = { en, zh }
