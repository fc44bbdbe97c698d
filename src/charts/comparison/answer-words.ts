/** Words and sentences of the answer to a comparison, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import type { ComparisonText } from './text.ts'

const en = {
  head: (reform: string, base: string) => `${reform}, against “${base}”: `,
  nothing: 'no difference, in any headline figure of any year.',
  inYear: (year: number, parts: readonly string[]) => `in ${year} ${parts.join('; ')}.`,
  change: ({ label, unit, reform, difference }: ComparisonText) => `${label} at ${reform}${unit && ` ${unit}`} (${difference})`,
  byCounty: (parts: readonly string[]) => ` By county: ${parts.join('; ')}.`,
  ofCounty: (title: string, changes: string) => `${title}, ${changes}`,
  moreCounties: (count: number) => `${count} more`,
  nothingIn: (titles: string) => `no difference in ${titles}`,
  hardlyIn: (titles: string) => `nothing that matters in ${titles}`,
  unclearIn: (titles: string) => `no difference in ${titles} that can be told from chance`,
  byGroup: (parts: readonly string[], overlap: boolean) =>
    ` By group, what a household gains a year in yuan${overlap ? ' (one with members in several groups counts in each)' : ''}: ${parts.join('; ')}.`,
  ofGroup: (title: string, yuan: string, lessCare?: string) => `${title} ${yuan}${lessCare ? ` (${lessCare} of them with less care)` : ''}`,
  unclear: ', cannot be told from 0',
  notInEvery: '(no such household in some replications)',
  inNone: 'in no group',
  notYet: (year: number, most: number) => `in ${year} no difference, in any headline figure; the largest are those of ${most}.`,
  fundExact: 'no difference for the fund',
  fundSame: 'nothing of note for the fund',
  fundUnclear: (most: string) => `no difference for the fund that can be told from chance (the largest: ${most})`,
  people: (changes: string, lessCare: boolean) => `for its people ${lessCare ? 'less care: ' : ''}${changes}`,
  paysLessForLess: ' What members bear themselves falls since they go without care.',
  peopleSame:
    ' For patients nothing changed: use of care, reimbursement and what households bear are the same to the fen in every replication.',
  careSame: ' Use of care, what is reimbursed of it and what households bear are the same to the fen in every replication.',
  onlyPremiums: ' Use of care and what is reimbursed of it are the same to the fen in every replication; who pays the premium is not.',
  peopleHardly: (limit: string) =>
    ` For patients taken together nothing changed that matters (every difference lies within ±${limit}, its interval included).`,
  peopleUnclear: (replications: number, most: string) =>
    ` For patients no difference can be told from chance with ${replications} replications (the largest: ${most}).`,
  ofChance: ({ label, unit, difference, interval }: ComparisonText) => `${label} ${difference}${unit ? ` ${unit}` : ''} ${interval}`,
  turns: (label: string, parameter: string) => `${label} [${parameter}]`,
  unsure: (turned: string) =>
    ` The sign is not certain for ${turned}: the assumption in square brackets, moved within its range, reverses it.`,
  otherPeople: ' These are other people than those of the base: sums differ for that alone.',
  why: ' Benefits do not follow income here; mechanisms: { budget_rule: on } lets them.',
}

const zh: typeof en = {
  head: (reform, base) => `${reform}（对照“${base}”）：`,
  nothing: '各年各项主要指标均无差异。',
  inYear: (year, parts) => `${year} 年${parts.join('；')}。`,
  change: ({ label, unit, reform, difference }) => `${label}为 ${reform}${unit && ` ${unit}`}（${difference}）`,
  byCounty: (parts) => `分县来看：${parts.join('；')}。`,
  ofCounty: (title, changes) => `${title}${changes}`,
  moreCounties: (count) => `另有 ${count} 个县`,
  nothingIn: (titles) => `${titles}无差异`,
  hardlyIn: (titles) => `${titles}无实质差异`,
  unclearIn: (titles) => `${titles}的差异尚不能与偶然区分开`,
  byGroup: (parts, overlap) => `分组来看，户均年净收益（元${overlap ? '；家庭成员分属多组的，各组均计入' : ''}）：${parts.join('；')}。`,
  ofGroup: (title, yuan, lessCare) => `${title} ${yuan}${lessCare ? `（其中 ${lessCare} 少就医）` : ''}`,
  unclear: '（与 0 无法区分）',
  notInEvery: '（部分模拟中没有此类家庭）',
  inNone: '不属任何组',
  notYet: (year, most) => `${year} 年各项主要指标均无差异；差异最大的是 ${most} 年。`,
  fundExact: '基金方面无差异',
  fundSame: '基金方面无明显变化',
  fundUnclear: (most) => `基金方面的差异尚不能与偶然区分开（最大的是${most}）`,
  people: (changes, lessCare) => `参合人方面${lessCare ? '就医减少' : ''}：${changes}`,
  paysLessForLess: '自付减少，是因为少就医。',
  peopleSame: '对患者没有影响：每次模拟中就医、报销和家庭负担均分文不差。',
  careSame: '每次模拟中就医、报销和家庭负担均分文不差。',
  onlyPremiums: '每次模拟中就医和报销均分文不差；不同的是保费由谁负担。',
  peopleHardly: (limit) => `对全体患者合计没有实质影响（各项差异连同区间均在 ±${limit} 以内）。`,
  peopleUnclear: (replications, most) => `对患者而言，${replications} 次模拟尚不能把任何差异与偶然区分开（最大的是${most}）。`,
  ofChance: ({ label, unit, difference, interval }) => `${label} ${difference}${unit && ` ${unit}`} ${interval}`,
  turns: (label, parameter) => `${label}〔${parameter}〕`,
  unsure: (turned) => `方向尚不确定的有：${turned}；〔〕内的假定在其合理范围内变动，即可使差异反号。`,
  otherPeople: '两者人口不同，总量的差异部分出于此。',
  why: '此处待遇不随筹资调整；设 mechanisms: { budget_rule: on } 可使其随之调整。',
}

export const ANSWER_WORDS: Readonly<Record<Language, typeof en>> = { en, zh }
