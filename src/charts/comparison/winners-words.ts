/** Words and sentences of the picture of winners and losers, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import { number, percent, signed } from '../kit/text.ts'

export interface WinnersSeen {
  readonly year: number
  readonly winners: number
  readonly losers: number
  readonly unchanged: number
  readonly ofWinners?: number
  readonly ofLosers?: number
  /** shares of all households: winners who had less care, losers who had more */
  readonly lessCare: number
  readonly moreCare: number
  /** shares of winners and gains of a household in the lowest and the highest decile */
  readonly lowest?: { readonly winners: number; readonly gain: number }
  readonly highest?: { readonly winners: number; readonly gain: number }
}

/** Shares of households on either side. */
interface Sides {
  readonly year: number
  /** who pay less for no less care */
  readonly same: number
  readonly losers: number
  readonly lessCare: number
}

/** Would not read as 0.0%. */
const isTold = (share: number) => share >= 0.0005

/** Who pays less for less care has not gained, who pays more for more care has not lost. */
function careSentence({ lessCare, moreCare }: WinnersSeen): string {
  const less = isTold(lessCare) ? ` Of all households ${percent(lessCare)} pay less because they had less care.` : ''
  return `${less}${isTold(moreCare) ? ` ${percent(moreCare)} pay more because they had more care than under the base.` : ''}`
}

function careSentenceZh({ lessCare, moreCare }: WinnersSeen): string {
  const less = isTold(lessCare) ? `其中占全部家庭 ${percent(lessCare)} 的户因就医减少而少负担。` : ''
  return `${less}${isTold(moreCare) ? `占全部家庭 ${percent(moreCare)} 的户因就医增加而多负担，计为受损。` : ''}`
}

const en = {
  title: (reform: string) => `Who wins and who loses? ${reform}`,
  heading: (year: number) => `Households by decile of income in ${year}: share, and yuan a year for each of them`,
  everybody: 'all households',
  tenth: (index: number) => ({ 1: 'lowest decile', 10: 'highest decile' })[index] ?? `decile ${index}`,
  lose: '← lose',
  win: 'win →',
  unchanged: 'unchanged',
  finding: (reform: string, { year, same, losers, lessCare }: Sides) =>
    same + losers + lessCare === 0
      ? `${reform}: no household wins or loses in ${year}`
      : `${reform}: in ${year} ${percent(same)} of households win, ${percent(losers)} lose${isTold(lessCare) ? `, ${percent(lessCare)} pay less for less care` : ''}`,
  wins: 'wins: pays less for its care',
  lessCare: 'pays less, for less care',
  loses: 'loses: pays more for its care',
  moreCare: 'pays more, for more care',
  gain: ['gain per', 'household'],
  columns: ['win', 'lose', 'unchanged', 'gain per household, yuan', 'per winner, yuan', 'per loser, yuan'],
  group: 'group',
  sentence(seen: WinnersSeen) {
    const amount = (value: number | undefined) => (value === undefined ? '' : ` (${signed(value)} yuan a year on average)`)
    const { lowest, highest } = seen
    const ends =
      lowest && highest
        ? ` In the lowest decile ${percent(lowest.winners)} win and a household gains ${number(lowest.gain)} yuan on average; in the highest ${percent(highest.winners)} and ${number(highest.gain)} yuan.`
        : ''
    return `In ${seen.year}, ${percent(seen.winners)} of households win${amount(seen.ofWinners)}, ${percent(seen.losers)} lose${amount(seen.ofLosers)} and ${percent(seen.unchanged)} are unchanged.${ends}${careSentence(seen)}`
  },
  reading:
    'The same household with the same luck, base beside reform. Gain: what it pays itself (bills, spending outside the scheme, premium) under the base less under the reform; winners and losers from 1 yuan a year. Thin lines: 95 % intervals. Tenths by income per head under the base.',
}

export type WinnersWords = typeof en

const zh: WinnersWords = {
  title: (reform) => `谁受益，谁受损：${reform}`,
  heading: (year) => `${year} 年按收入十等分组的家庭：比例，及其户均变化（元/年）`,
  everybody: '全部家庭',
  tenth: (index) => `第 ${index} 组${{ 1: '（最低）', 10: '（最高）' }[index] ?? ''}`,
  lose: '← 受损',
  win: '受益 →',
  unchanged: '无变化',
  finding: (reform, { year, same, losers, lessCare }) =>
    same + losers + lessCare === 0
      ? `${reform}：${year} 年没有家庭受益或受损`
      : `${reform}：${year} 年 ${percent(same)} 的家庭受益，${percent(losers)} 受损${isTold(lessCare) ? `，${percent(lessCare)} 因就医减少而少负担` : ''}`,
  wins: '受益：同样就医，负担减少',
  lessCare: '负担减少，但就医减少',
  loses: '受损：同样就医，负担增加',
  moreCare: '负担增加，但就医增加',
  gain: ['户均', '净收益'],
  columns: ['受益', '受损', '无变化', '户均净收益（元）', '受益户户均（元）', '受损户户均（元）'],
  group: '分组',
  sentence(seen) {
    const amount = (value: number | undefined) => (value === undefined ? '' : `（平均 ${signed(value)} 元/年）`)
    const { lowest, highest } = seen
    const ends =
      lowest && highest
        ? `收入最低组有 ${percent(lowest.winners)} 受益，户均净收益 ${number(lowest.gain)} 元；最高组为 ${percent(highest.winners)} 和 ${number(highest.gain)} 元。`
        : ''
    return `${seen.year} 年，${percent(seen.winners)} 的家庭受益${amount(seen.ofWinners)}，${percent(seen.losers)} 受损${amount(seen.ofLosers)}，${percent(seen.unchanged)} 无变化。${ends}${careSentenceZh(seen)}`
  },
  reading:
    '同一家庭、同样的随机结果，基准与方案对照。净收益为家庭自己负担的部分（医药费用、制度外支出与缴费）在基准下减方案下；全年变化达 1 元即计为受益或受损。细线为95%区间。分组按基准下的家庭人均收入。',
}

export const WINNERS_WORDS: Readonly<Record<Language, WinnersWords>> = { en, zh }
