/** Words and sentences of the picture of burdens before and after reimbursement, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import { percent } from '../kit/text.ts'

export interface BurdenSeen {
  readonly year: number
  readonly che10?: { readonly before: number; readonly after: number }
  readonly poor?: { readonly before: number; readonly after: number; readonly without: number }
  /** che10 after reimbursement of the lowest and the highest quintile */
  readonly quintiles?: { readonly lowest: number; readonly highest: number }
}

const span = (first: number, last: number) => (first === last ? `in ${last}` : `from ${first} to ${last}`)
const years = (first: number, last: number) => (first === last ? `${last} 年` : `${first}–${last} 年`)

function poorTold({ without, before, after }: NonNullable<BurdenSeen['poor']>): string {
  const would = `With bills paid in full ${percent(before)} of persons would be below the poverty line, after reimbursement ${percent(after)} are`
  return without === 0
    ? `${would}. Without bills nobody is poor by definition: no household has less than minimum income, which reaches the line.`
    : `${would}, without any bill ${percent(without)}.`
}

const en = {
  title: 'How heavy are the bills? Burdens before and after reimbursement',
  finding: ({ year, che10 }: BurdenSeen) =>
    che10 &&
    `Reimbursement cut the share of households with heavy bills from ${percent(che10.before, 0)} to ${percent(che10.after, 0)} in ${year}`,
  heading: (first: number, year: number) => `Overburdened ${span(first, year)}: share of households (poverty: of persons)`,
  quintilesHeading: (first: number, year: number) =>
    `Payments above 10 % of consumption ${span(first, year)}, by quintile of income, share of households`,
  intervalKey: '5–95% of replications',
  poorKey: 'without any payment for care',
  measure: {
    che10: 'above 10 % of consumption',
    che25: 'above 25 % of consumption',
    che40: 'from 40 % of capacity to pay',
    poverty: 'below the poverty line',
  } as Record<string, string>,
  quintile: (index: number) => ({ 1: 'lowest quintile', 5: 'highest quintile' })[index] ?? `quintile ${index}`,
  change: (points: string) => `${points} points`,
  before: 'before reimbursement',
  after: 'after reimbursement',
  withoutPayment: 'without payment',
  tableHead: 'share, % [5–95%]',
  sentence({ year, che10, poor, quintiles }: BurdenSeen) {
    const first = che10
      ? `In ${year} bills took more than 10 % of consumption in ${percent(che10.before)} of households; after reimbursement payments still did in ${percent(che10.after)}${quintiles ? ` (${percent(quintiles.lowest)} in the lowest quintile, ${percent(quintiles.highest)} in the highest)` : ''}.`
      : ''
    const second = poor ? poorTold(poor) : ''
    return [first, second].filter((part) => part).join(' ')
  },
  reading:
    'Bills of all members of a household in a year, spending outside the scheme included. Before: the whole bill; after: less what fund, insurer and medical assistance paid. Capacity to pay is consumption less subsistence.',
}

export type BurdenWords = typeof en

const zh: BurdenWords = {
  title: '医疗费用有多重：报销前后的负担',
  finding: ({ year, che10 }) =>
    che10 && `${year} 年医疗负担沉重的家庭，报销后由 ${percent(che10.before, 0)} 降至 ${percent(che10.after, 0)}`,
  heading: (first, year) => `${years(first, year)}负担过重的比例（占家庭；贫困为占人口）`,
  quintilesHeading: (first, year) => `${years(first, year)}医疗支出超过消费 10% 的家庭比例，按收入五等分组`,
  intervalKey: '各次模拟的 5%–95%',
  poorKey: '未发生医疗支出时',
  measure: {
    che10: '超过消费的 10%',
    che25: '超过消费的 25%',
    che40: '达到支付能力的 40%',
    poverty: '低于贫困线',
  },
  quintile: (index) => `第 ${index} 组${{ 1: '（最低）', 5: '（最高）' }[index] ?? ''}`,
  change: (points) => `${points} 个百分点`,
  before: '报销前',
  after: '报销后',
  withoutPayment: '未发生支出',
  tableHead: '比例 [5%–95%]',
  sentence({ year, che10, poor, quintiles }) {
    const first = che10
      ? `${year} 年，${percent(che10.before)} 的家庭医疗费用超过消费的 10%，报销后仍有 ${percent(che10.after)}${quintiles ? `（最低收入组 ${percent(quintiles.lowest)}，最高收入组 ${percent(quintiles.highest)}）` : ''}。`
      : ''
    const second = poor
      ? `医疗费用本会使贫困人口比例由 ${percent(poor.without)} 升至 ${percent(poor.before)}，报销后为 ${percent(poor.after)}。${poor.without === 0 ? '未发生医疗支出时按定义无人贫困：各户资源不低于最低收入，而最低收入已达贫困线。' : ''}`
      : ''
    return first + second
  },
  reading:
    '按家庭全年医疗费用（含制度外支出）计算。报销前为全部费用，报销后扣除基金、大病保险与医疗救助的支付。支付能力为消费减去基本生存支出。',
}

export const BURDEN_WORDS: Readonly<Record<Language, BurdenWords>> = { en, zh }
