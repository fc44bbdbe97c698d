/** Words of the picture of a reform's effects, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import { number } from '../kit/text.ts'
import { countiesSaid } from '../kit/words.ts'
import type { ComparisonInput } from './input.ts'
import type { ComparisonText } from './text.ts'

const en = {
  title: (reform: string, base: string) => `What changes: ${reform}, beside ${base}`,
  finding: (reform: string, told: readonly ComparisonText[]) =>
    `${reform}: ${told.map(({ label, difference, unit }) => `${label} ${difference}${unit && ` ${unit}`}`).join('; ')}`,
  nothing: (reform: string, year: number) => `${reform}: no difference in ${year}`,
  hardly: (reform: string) => `${reform}: hardly anything moves`,
  unknown: (reform: string) => `${reform}: no difference can be told from chance`,
  fundPanel: (year: number) => `Money of the fund in ${year}: change in % of the fund income of the base`,
  carePanel: (year: number) => `Care and payments in ${year}: change in % of the base (forgone admissions: of its admissions)`,
  points: (year: number) => `Rates in ${year}: change in percentage points`,
  key: { base: 'base', reform: 'reform', interval: '95 % interval of the difference', others: 'reform in other years' },
  unchanged: (year: number, names: string) => `Exactly the same in ${year}: ${names}.`,
  none: (year: number) => `In ${year} no headline figure differs between the two.`,
  small: (year: number) => `In ${year} what differs is too small to matter.`,
  sentence: (year: number, parts: readonly string[]) => `In ${year}, base → reform: ${parts.join('; ')}.`,
  told: ({ label, unit, base, reform, difference, interval }: ComparisonText) =>
    `${label} ${base} → ${reform}${unit && ` ${unit}`} (${difference} ${interval})`,
  untold: (count: number) => `${count === 1 ? 'One headline figure' : `${count} headline figures`} cannot be told from zero.`,
  head: {
    year: 'year',
    measure: 'measure',
    base: 'base',
    reform: 'reform',
    difference: 'difference',
    interval: '95 % interval',
    effect: 'effect',
  },
  footer: (input: ComparisonInput) => [
    `Paired on common draws · ${input.replications} replications · seed "${input.seed}" · hezuo ${input.version}`,
    `${number(input.persons)} registered persons${countiesSaid(input, 'en')} at the start · intervals show chance only, not the uncertainty of the parameters`,
  ],
}

export type ComparisonWords = typeof en

const zh: ComparisonWords = {
  title: (reform, base) => `变化何在：${reform}，与${base}对照`,
  finding: (reform, told) =>
    `${reform}：${told.map(({ label, difference, unit }) => `${label} ${difference}${unit && ` ${unit}`}`).join('；')}`,
  nothing: (reform, year) => `${reform}：${year} 年无差异`,
  hardly: (reform) => `${reform}：各项指标几乎不变`,
  unknown: (reform) => `${reform}：各项差异均不能与偶然区分`,
  fundPanel: (year) => `${year} 年基金收支与结余：变化占基准基金收入的百分比`,
  carePanel: (year) => `${year} 年就医与自付：相对基准的变化（%；未住院人次以基准住院人次计）`,
  points: (year) => `${year} 年各项比率：相对基准的变化（百分点）`,
  key: { base: '基准', reform: '方案', interval: '差异的95%区间', others: '其他年份的方案' },
  unchanged: (year, names) => `${year} 年完全相同：${names}。`,
  none: (year) => `${year} 年两者的主要指标没有差异。`,
  small: (year) => `${year} 年的差异微不足道。`,
  sentence: (year, parts) => `${year} 年与基准相比：${parts.join('；')}。`,
  told: ({ label, unit, base, reform, difference, interval }) =>
    `${label}由 ${base} 变为 ${reform}${unit && ` ${unit}`}（${difference} ${interval}）`,
  untold: (count) => `另有 ${count} 项主要指标的差异与零无法区分。`,
  head: { year: '年份', measure: '指标', base: '基准', reform: '方案', difference: '差异', interval: '95%区间', effect: '是否有效果' },
  footer: (input) => [
    `同一随机数配对 · ${input.replications} 次模拟 · 随机种子“${input.seed}” · hezuo ${input.version}`,
    `期初在册 ${number(input.persons)} 人${countiesSaid(input, 'zh')} · 区间只反映偶然性，不含参数本身的不确定性`,
  ],
}

export const COMPARISON_WORDS: Readonly<Record<Language, ComparisonWords>> = { en, zh }
