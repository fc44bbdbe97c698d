/** Words of the summaries after a run and after a comparison, on the terminal. */
import type { Lang } from '../../words/lang.ts'

const en = {
  persons: (count: string, file: string | undefined, counties: string) =>
    `${count} ${count === '1' ? 'person' : 'persons'}${file ? ` of ${file}` : ''}${counties}`,
  head: (title: { en: string; zh: string }, people: string, replications: number, seed: string) =>
    `${title.en} (${title.zh}): ${people}, ${replications === 1 ? 'one replication' : `mean of ${replications} replications`}, seed ${seed}`,
  years: ['year', 'participation', 'published', 'payout/member', 'published', 'effective rate', 'balance', 'reserve'],
  unverified: ' (unverified)',
  units: 'money in yuan, balance and reserve in million yuan',
  million: 1e6,
  counties: (year: number) => [`counties, ${year}`, 'participation', 'payout/member', 'effective rate', 'balance', 'reserve'],
  moreCounties: (count: number) => `and ${count} more counties: summary.csv`,
  places: (year: number) => `places used, ${year}`,
  admissions: 'admissions',
  visits: 'outpatient visits',
  premium: ['participation at', 'half the premium', 'the premium', 'double the premium'],
}

const zh: typeof en = {
  persons: (count, file, counties) => `${file ? `${file} 的 ` : ''}${count} 人${counties}`,
  head: (title, people, replications, seed) =>
    `${title.zh}：${people}，${replications === 1 ? '模拟 1 次' : `${replications} 次模拟的均值`}，种子 ${seed}`,
  years: ['年份', '参合率', '公布值', '人均支出', '公布值', '实际补偿比', '当期结余', '累计结余'],
  unverified: '（未核实）',
  units: '人均支出以元计，结余以万元计',
  million: 1e4,
  counties: (year) => [`${year} 年各县`, '参合率', '人均支出', '实际补偿比', '当期结余', '累计结余'],
  moreCounties: (count) => `另有 ${count} 个县，见 summary.csv`,
  places: (year) => `${year} 年就医地点`,
  admissions: '住院人次',
  visits: '门诊人次',
  premium: ['不同缴费水平下的参合意愿', '缴费减半', '现行缴费', '缴费翻倍'],
}

export const DIGEST_WORDS: Readonly<Record<Lang, typeof en>> = { en, zh }

/** Shares of the households; what those who pay less and more save and bear on average. */
interface HouseholdShares {
  readonly win: string
  readonly lose: string
  readonly same: string
}

const enCompared = {
  head: (names: { title: string; name: string }, people: string, [first, last]: readonly [number, number], seed: string) =>
    `${names.title} (${names.name}): ${people}, ${first === last ? first : `${first} to ${last}`}, seed ${seed}`,
  base: 'base',
  columns: ['base', 'reform', 'difference', '95 % interval', 'effect'],
  marks: { unclear: '~ chance alone may have made it', small: '· not chance, but too small to matter' },
  brackets: (marks: readonly string[]) => `in brackets: difference from the base (of percentages: in points); ${marks.join('; ')}`,
  named: (title: string, name: string) => `${title} (${name})`,
  separator: '; ',
  widest: (name: string, year: number, width: string) => `; widest 95 % interval of a difference: ${name} ${year}, ${width}`,
  partOf: {
    itself: (part: string) => `${part}% of the base`,
    fund_income: (part: string) => `${part}% of the year’s fund income`,
    admissions: (part: string) => `${part}% of the admissions`,
    nothing: (part: string) => `${part} points`,
  },
  households: (what: string, year?: number) => `households${year === undefined ? '' : ` in ${year}`}: ${what}`,
  householdsIn: (county: string, what: string) => `   in ${county}: ${what}`,
  moreCounties: (count: number) => `   and ${count} more counties: winners.csv`,
  unpaired: 'none was paired',
  gain: (yuan: string) => `who pays less saves ${yuan} yuan a year on average`,
  loss: (yuan: string) => `who pays more pays ${yuan} yuan more`,
  shares: ({ win, lose, same }: HouseholdShares) => `${win} win, ${lose} lose, ${same} are unchanged`,
  lessCare: (share: string) => `${share} pay less for less care`,
  moreCare: (share: string) => `${share} pay more for more care`,
  others: (parts: readonly string[]) => parts.map((one) => `; ${one}`).join(''),
  further: (count: number, name: string, year: number) =>
    `going on to ${count} replications: the difference in ${name} ${year} is not known well enough`,
  tenThousandth: (count: string) => `${count} in 10,000`,
}

const zhCompared: typeof enCompared = {
  head: ({ title, name }, people, [first, last], seed) =>
    `${title}（${name}）：${people}，${first === last ? first : `${first} 至 ${last}`} 年，种子 ${seed}`,
  base: '基准',
  columns: ['基准', '方案', '差异', '95%区间', '是否有效果'],
  marks: { unclear: '~ 可能只是偶然', small: '· 并非偶然但微小' },
  brackets: (marks) => `括号内为与基准之差（百分比的差以百分点计）；${marks.join('；')}`,
  named: (title, name) => `${title}（${name}）`,
  separator: '；',
  widest: (name, year, width) => `；差异的95%区间以 ${year} 年${name}为最宽，${width}`,
  partOf: {
    itself: (part) => `${part}%（占基准值）`,
    fund_income: (part) => `${part}%（占当年基金收入）`,
    admissions: (part) => `${part}%（占住院人次）`,
    nothing: (part) => `${part} 个百分点`,
  },
  households: (what, year) => `${year === undefined ? '' : `${year} 年`}家庭：${what}`,
  householdsIn: (county, what) => `   ${county}：${what}`,
  moreCounties: (count) => `   另有 ${count} 个县，见 winners.csv`,
  unpaired: '未能逐户对照',
  gain: (yuan) => `负担减少的户年均少负担 ${yuan} 元`,
  loss: (yuan) => `负担增加的户年均多负担 ${yuan} 元`,
  shares: ({ win, lose, same }) => `${win} 受益，${lose} 受损，${same} 不变`,
  lessCare: (share) => `${share} 因就医减少而少负担`,
  moreCare: (share) => `${share} 因就医增加而多负担`,
  others: (parts) => parts.map((one) => `；${one}`).join(''),
  further: (count, name, year) => `增加到 ${count} 次模拟：${year} 年${name}差异的误差仍偏大`,
  tenThousandth: (count) => `万分之 ${count}`,
}

export const COMPARED_WORDS: Readonly<Record<Lang, typeof enCompared>> = { en: enCompared, zh: zhCompared }
