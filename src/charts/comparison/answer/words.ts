/** Words and sentences of the answer to a comparison, in English and Chinese. */
import type { Language } from '../../kit/input.ts'
import type { ComparisonText } from '../text.ts'

/** What the sentence on what hardly changed stands beside, and what it leaves out. */
interface Besides {
  readonly isBeside: boolean
  /** several counties, told one by one besides */
  readonly counties: boolean
  readonly butFor?: string
}

const en = {
  head: (reform: string, base: string) => `${reform}, against “${base}”: `,
  nothing: 'no difference, in any headline figure of any year.',
  inYear: (year: number, parts: readonly string[], counties: number) =>
    `in ${year}${counties > 0 ? `, all ${counties} counties together:` : ''} ${parts.join('; ')}.`,
  change: ({ label, unit, reform, difference }: ComparisonText) => `${label} at ${reform}${unit && ` ${unit}`} (${difference})`,
  byCounty: (parts: readonly string[]) => ` By county: ${parts.join('; ')}.`,
  ofCounty: (title: string, parts: readonly string[]) => [title, ...parts].join(', '),
  moreCounties: (count: number) => `${count} more`,
  nothingIn: (titles: string) => `no difference in ${titles}`,
  hardlyIn: (titles: string) => `nothing that matters in ${titles}`,
  unclearIn: (titles: string) => `no difference in ${titles} that can be told from chance`,
  byGroup: (parts: readonly string[], overlap: boolean) =>
    ` By group, what a household gains a year in yuan${overlap ? ' (one with members in several groups counts in each)' : ''}: ${parts.join('; ')}.`,
  ofGroup: (title: string, yuan: string, lessCare?: string) => `${title} ${yuan}${lessCare ? ` (${lessCare} of them with less care)` : ''}`,
  unclear: ', cannot be told from 0',
  notInEvery: '(no such household in some replications)',
  nobodyIn: (groups: string) => ` Nobody is in the group ${groups}, in any replication or year.`,
  inNone: 'in no group',
  notYet: (year: number, most: number) => `in ${year} no difference, in any headline figure; the largest are those of ${most}.`,
  fundExact: 'no difference for the fund',
  fundSame: 'nothing of note for the fund',
  fundUnclear: (most: string) => `no difference for the fund that matters can be told from chance (the largest: ${most})`,
  people: (changes: string, lessCare: boolean) => `for its people ${lessCare ? 'less care: ' : ''}${changes}`,
  paysLessForLess: ' What members bear themselves falls since they have less care.',
  paysLessAlso: ' What members bear themselves falls in part since they have less care.',
  peopleSame:
    ' For patients nothing changed: use of care, reimbursement and what households bear are the same to the fen in every replication.',
  careSame: ' Use of care, what is reimbursed of it and what households bear are the same to the fen in every replication.',
  otherPremiums:
    ' Use of care and what is reimbursed of it are the same to the fen in every replication; what households pay as premiums is not.',
  otherBurden:
    ' Use of care and what is reimbursed of it are the same to the fen in every replication; what households bear besides is not.',
  peopleHardly: (limit: string, points: string, { isBeside, counties, butFor }: Besides) =>
    ` ${isBeside ? 'Otherwise, for' : 'For'} patients${counties ? ' of all counties' : ''} taken together nothing changed that matters (every difference lies within ±${limit}, of rates within ±${points} points, its interval included${butFor ? `; not known: ${butFor}` : ''}).`,
  peopleUnclear: (replications: number, most: string, { isBeside, counties }: Besides) =>
    ` For patients${counties ? ' of all counties taken together' : ''} no ${isBeside ? 'other ' : ''}difference that matters can be told from chance with ${replications} replications (the largest: ${most}).`,
  ofChance: ({ label, unit, difference, interval }: ComparisonText) => `${label} ${difference}${unit ? ` ${unit}` : ''} ${interval}`,
  turns: (label: string, parameter: string) => `${label} [${parameter}]`,
  unsure: (turned: string) =>
    ` The sign is not certain for ${turned}: the assumption in square brackets, moved within its range, may reverse it.`,
  otherPeople: ' These are other people than those of the base: sums differ for that reason too.',
  why: ' Benefits do not follow income here; mechanisms: { budget_rule: on } lets them.',
}

const zh: typeof en = {
  head: (reform, base) => `${reform}（对照“${base}”）：`,
  nothing: '各年各项主要指标均无差异。',
  inYear: (year, parts, counties) => `${year} 年${counties > 0 ? ` ${counties} 个县合计：` : ''}${parts.join('；')}。`,
  change: ({ label, unit, reform, difference }) => `${label}为 ${reform}${unit && ` ${unit}`}（${difference}）`,
  byCounty: (parts) => `分县来看：${parts.join('；')}。`,
  ofCounty: (title, parts) => `${title}${parts.join('，')}`,
  moreCounties: (count) => `另有 ${count} 个县`,
  nothingIn: (titles) => `${titles}无差异`,
  hardlyIn: (titles) => `${titles}无实质差异`,
  unclearIn: (titles) => `${titles}的差异尚不能与偶然区分开`,
  byGroup: (parts, overlap) => `分组来看，户均年净收益（元${overlap ? '；家庭成员分属多组的，各组均计入' : ''}）：${parts.join('；')}。`,
  ofGroup: (title, yuan, lessCare) => `${title} ${yuan}${lessCare ? `（其中 ${lessCare} 少就医）` : ''}`,
  unclear: '（与 0 无法区分）',
  notInEvery: '（部分模拟中没有此类家庭）',
  nobodyIn: (groups) => `任何一次模拟的任何一年中，${groups}组内都没有人。`,
  inNone: '不属任何组',
  notYet: (year, most) => `${year} 年各项主要指标均无差异；差异最大的是 ${most} 年。`,
  fundExact: '基金方面无差异',
  fundSame: '基金方面无明显变化',
  fundUnclear: (most) => `基金方面尚无有实质意义的差异可与偶然区分（最大的是${most}）`,
  people: (changes, lessCare) => `参合人方面${lessCare ? '就医减少' : ''}：${changes}`,
  paysLessForLess: '自付减少，是因为就医减少。',
  paysLessAlso: '自付减少，部分是因为就医减少。',
  peopleSame: '对患者没有影响：每次模拟中就医、报销和家庭负担均分文不差。',
  careSame: '每次模拟中就医、报销和家庭负担均分文不差。',
  otherPremiums: '每次模拟中就医和报销均分文不差；不同的是家庭缴纳的保费。',
  otherBurden: '每次模拟中就医和报销均分文不差；不同的是家庭的其他负担。',
  peopleHardly: (limit, points, { isBeside, counties, butFor }) =>
    `${isBeside ? '此外，' : ''}对${counties ? '各县' : '全体'}患者合计没有实质影响（各项差异连同区间均在 ±${limit} 以内，比率在 ±${points} 个百分点以内${butFor ? `；尚不能判断的是${butFor}` : ''}）。`,
  peopleUnclear: (replications, most, { isBeside, counties }) =>
    `对${counties ? '各县患者合计' : '患者'}而言，${replications} 次模拟尚不能把${isBeside ? '其他' : ''}任何有实质意义的差异与偶然区分开（最大的是${most}）。`,
  ofChance: ({ label, unit, difference, interval }) => `${label} ${difference}${unit && ` ${unit}`} ${interval}`,
  turns: (label, parameter) => `${label}〔${parameter}〕`,
  unsure: (turned) => `方向尚不确定的有：${turned}；〔〕内的假定在其取值范围内变动，就可能使差异反号。`,
  otherPeople: '两者人口不同，总量的差异部分出于此。',
  why: '此处待遇不随筹资调整；设 mechanisms: { budget_rule: on } 可使其随之调整。',
}

export const ANSWER_WORDS: Readonly<Record<Language, typeof en>> = { en, zh }
