/** Words and sentences of the picture of burdens before and after reimbursement, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import { percent } from '../kit/text.ts'

export interface BurdenSeen {
  readonly year: number
  readonly che10?: { readonly before: number; readonly after: number }
  readonly poor?: { readonly before: number; readonly after: number; readonly without: number }
  /** che10 after reimbursement of the lowest and the highest quintile */
  readonly fifths?: { readonly lowest: number; readonly highest: number }
}

const en = {
  title: 'How heavy are the bills? Burdens before and after reimbursement',
  heading: (year: number) => `Overburdened in ${year}: share of households (poverty: of persons), %`,
  fifthsHeading: (year: number) => `Payments above 10 % of consumption in ${year}, by quintile of income, % of households`,
  key: '○ before reimbursement   ● after reimbursement',
  intervalKey: '   ▬ 5–95% of replications',
  poorKey: '   │ without any payment for care',
  measure: {
    che10: 'above 10 % of consumption',
    che25: 'above 25 % of consumption',
    che40: 'from 40 % of capacity to pay',
    poverty: 'below the poverty line',
  } as Record<string, string>,
  fifth: (index: number) => ({ 1: 'lowest quintile', 5: 'highest quintile' })[index] ?? `quintile ${index}`,
  change: (points: string) => `${points} points`,
  before: 'before',
  after: 'after',
  withoutPayment: 'without payment',
  tableHead: 'share, % [5–95%]',
  sentence({ year, che10, poor, fifths }: BurdenSeen) {
    const first = che10
      ? `In ${year} bills took more than 10 % of consumption in ${percent(che10.before)} of households; after reimbursement payments still did in ${percent(che10.after)}${fifths ? ` (${percent(fifths.lowest)} in the lowest quintile, ${percent(fifths.highest)} in the highest)` : ''}.`
      : ''
    const second = poor
      ? `Bills would have brought the persons below the poverty line from ${percent(poor.without)} to ${percent(poor.before)}; reimbursement brought that to ${percent(poor.after)}.${poor.without === 0 ? ' Without payment nobody is poor by definition: no household has less than minimum income, which reaches the line.' : ''}`
      : ''
    return [first, second].filter((part) => part).join(' ')
  },
  reading:
    'Bills of all members of a household in a year, spending outside the scheme included. Before: the whole bill; after: less what fund, insurer and medical assistance paid. Capacity to pay is consumption less subsistence.',
}

export type BurdenWords = typeof en

const zh: BurdenWords = {
  title: '医疗费用有多重：补偿前后的负担',
  heading: (year) => `${year} 年负担过重的比例（占家庭；贫困为占人口，%）`,
  fifthsHeading: (year) => `${year} 年医疗支出超过消费 10% 的家庭，按收入五等分组（%）`,
  key: '○ 补偿前   ● 补偿后',
  intervalKey: '   ▬ 各次模拟的 5%–95%',
  poorKey: '   │ 未发生医疗支出时',
  measure: {
    che10: '超过消费的 10%',
    che25: '超过消费的 25%',
    che40: '达到支付能力的 40%',
    poverty: '低于贫困线',
  },
  fifth: (index) => `第 ${index} 组${{ 1: '（最低）', 5: '（最高）' }[index] ?? ''}`,
  change: (points) => `${points} 个百分点`,
  before: '补偿前',
  after: '补偿后',
  withoutPayment: '未发生支出',
  tableHead: '比例 [5%–95%]',
  sentence({ year, che10, poor, fifths }) {
    const first = che10
      ? `${year} 年，${percent(che10.before)} 的家庭医疗费用超过消费的 10%，补偿后仍有 ${percent(che10.after)}${fifths ? `（最低收入组 ${percent(fifths.lowest)}，最高收入组 ${percent(fifths.highest)}）` : ''}。`
      : ''
    const second = poor
      ? `医疗费用本会使贫困人口比例由 ${percent(poor.without)} 升至 ${percent(poor.before)}，补偿后为 ${percent(poor.after)}。${poor.without === 0 ? '未发生支出时按定义无人贫困：各户资源不低于最低收入，而最低收入已达贫困线。' : ''}`
      : ''
    return first + second
  },
  reading:
    '按家庭全年医疗费用（含制度外支出）计算。补偿前为全部费用，补偿后扣除基金、大病保险与医疗救助的支付。支付能力为消费减去基本生存支出。',
}

export const BURDEN_WORDS: Readonly<Record<Language, BurdenWords>> = { en, zh }
