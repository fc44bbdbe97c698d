/** Words and sentences of the picture of winners and losers, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import { listed, numberSeen, percent } from '../kit/text.ts'

/** Shares of households in one year; who pays less for less care has not gained, who pays more for more care has not lost. */
export interface Sides {
  /** who pay less, and more, without less or more care */
  readonly win: number
  readonly lose: number
  readonly lessCare: number
  readonly moreCare: number
}

/** Share of those who pay less or more, whatever their care. */
export const movedShare = ({ win, lose, lessCare, moreCare }: Sides): number => win + lose + lessCare + moreCare

interface CountySides {
  readonly title: string
  readonly sides: Sides
}

interface WinnersSeen extends Sides {
  readonly year: number
  /** 分县 where there are several */
  readonly counties: readonly CountySides[]
  readonly unchanged: number
  /** yuan a year on average of all who pay less, and more */
  readonly ofWinners?: number
  readonly ofLosers?: number
  /** shares of those who pay less, and gains of a household, in the lowest and the highest decile */
  readonly lowest?: { readonly payLess: number; readonly gain: number }
  readonly highest?: { readonly payLess: number; readonly gain: number }
}

/** Would not read as 0.0%. */
const isTold = (share: number) => share >= 0.0005

const isNothing = (sides: Sides) => movedShare(sides) === 0

const gains = (yuan: number) => (yuan < 0 ? `loses ${numberSeen(-yuan)} yuan` : `gains ${numberSeen(yuan)} yuan`)
const gainsZh = (yuan: number) => (yuan < 0 ? `净损失 ${numberSeen(-yuan)} 元` : `净收益 ${numberSeen(yuan)} 元`)

function sidesText({ win, lose, lessCare, moreCare }: Sides, whose = ' of households'): string {
  const less = isTold(lessCare) ? `, ${percent(lessCare)} pay less for less care` : ''
  return `${percent(win)}${whose} win, ${percent(lose)} lose${less}${isTold(moreCare) ? `, ${percent(moreCare)} pay more for more care` : ''}`
}

function sidesTextZh({ win, lose, lessCare, moreCare }: Sides): string {
  const less = isTold(lessCare) ? `，${percent(lessCare)} 因就医减少而少负担` : ''
  return `${percent(win)} 的家庭受益，${percent(lose)} 受损${less}${isTold(moreCare) ? `，${percent(moreCare)} 因就医增加而多负担` : ''}`
}

const en = {
  title: (reform: string) => `Who wins and who loses? ${reform}`,
  heading: (year: number, counties: boolean) =>
    `Households by ${counties ? 'county, and by decile of income in it,' : 'decile of income'} in ${year}: share, and yuan a year for each of them`,
  everybody: 'all households',
  decile: (index: number) => ({ 1: 'lowest decile', 10: 'highest decile' })[index] ?? `decile ${index}`,
  more: '← pay more',
  less: 'pay less →',
  unchanged: 'unchanged',
  finding: (reform: string, year: number, sides: Sides) =>
    isNothing(sides) ? `${reform}: no household wins or loses in ${year}` : `${reform}: in ${year} ${sidesText(sides)}`,
  ofCounty: (sides: Sides) => sidesText(sides, ' of its households'),
  wins: 'wins: pays less for its care',
  lessCare: 'pays less, for less care',
  loses: 'loses: pays more for its care',
  moreCare: 'pays more, for more care',
  gain: ['gain per', 'household'],
  columns: [
    'pay less',
    'pay less for less care',
    'pay more',
    'pay more for more care',
    'unchanged',
    'gain of a household, yuan',
    'gain of those who pay less, yuan',
    'gain of those who pay more, yuan',
  ],
  group: 'group',
  sentence(seen: WinnersSeen) {
    const { lowest, highest, ofWinners, ofLosers } = seen
    const gain = ofWinners === undefined ? [] : [`those who pay less gain ${numberSeen(ofWinners)} yuan a year on average`]
    const loss = ofLosers === undefined ? [] : [`those who pay more lose ${numberSeen(-ofLosers)} yuan`]
    const ends =
      lowest && highest
        ? ` In the lowest decile ${percent(lowest.payLess)} pay less and a household ${gains(lowest.gain)} on average; in the highest ${percent(highest.payLess)}, and it ${gains(highest.gain)}.`
        : ''
    const still = seen.counties.filter(({ sides }) => isNothing(sides)).map(({ title }) => title)
    const counties = [
      ...seen.counties.filter(({ sides }) => !isNothing(sides)).map(({ title, sides }) => `in ${title} ${sidesText(sides, '')}`),
      ...(still.length > 0 ? [`in ${listed(still, 'en')} no household wins or loses`] : []),
    ]
    const byCounty = counties.length > 0 ? ` By county: ${counties.join('; ')}.` : ''
    return `In ${seen.year}, ${sidesText(seen)}; ${[`${percent(seen.unchanged)} are unchanged`, ...gain, ...loss].join('; ')}.${byCounty}${ends}`
  },
  reading:
    'The same household with the same luck, base beside reform. Gain: what it pays itself (bills, spending outside the scheme, premium) under the base less under the reform; from 1 yuan a year. Who pays less and had no less care wins, who pays more and had no more care loses; less care is fewer stays in hospital, or as many and fewer visits. Thin lines: 95 % intervals. Deciles by income per head under the base.',
}

export type WinnersWords = typeof en

const zh: WinnersWords = {
  title: (reform) => `谁受益，谁受损：${reform}`,
  heading: (year, counties) => `${year} 年${counties ? '分县及按本县' : '按'}收入十等分组的家庭：比例，及其户均变化（元/年）`,
  everybody: '全部家庭',
  decile: (index) => `第 ${index} 组${{ 1: '（最低）', 10: '（最高）' }[index] ?? ''}`,
  more: '← 负担增加',
  less: '负担减少 →',
  unchanged: '无变化',
  finding: (reform, year, sides) =>
    isNothing(sides) ? `${reform}：${year} 年没有家庭受益或受损` : `${reform}：${year} 年 ${sidesTextZh(sides)}`,
  ofCounty: (sides) => sidesTextZh(sides),
  wins: '受益：同样就医，负担减少',
  lessCare: '负担减少，但就医减少',
  loses: '受损：同样就医，负担增加',
  moreCare: '负担增加，但就医增加',
  gain: ['户均', '净收益'],
  columns: [
    '负担减少',
    '负担减少且就医减少',
    '负担增加',
    '负担增加且就医增加',
    '无变化',
    '户均净收益（元）',
    '负担减少户的户均净收益（元）',
    '负担增加户的户均净收益（元）',
  ],
  group: '分组',
  sentence(seen) {
    const { lowest, highest, ofWinners, ofLosers } = seen
    const gain = ofWinners === undefined ? [] : [`负担减少者户均每年少付 ${numberSeen(ofWinners)} 元`]
    const loss = ofLosers === undefined ? [] : [`负担增加者户均每年多付 ${numberSeen(-ofLosers)} 元`]
    const ends =
      lowest && highest
        ? `收入最低组有 ${percent(lowest.payLess)} 负担减少，户均${gainsZh(lowest.gain)}；最高组为 ${percent(highest.payLess)}，户均${gainsZh(highest.gain)}。`
        : ''
    const still = seen.counties.filter(({ sides }) => isNothing(sides)).map(({ title }) => title)
    const counties = [
      ...seen.counties.filter(({ sides }) => !isNothing(sides)).map(({ title, sides }) => `${title} ${sidesTextZh(sides)}`),
      ...(still.length > 0 ? [`${listed(still, 'zh')}没有家庭受益或受损`] : []),
    ]
    const byCounty = counties.length > 0 ? `分县来看：${counties.join('；')}。` : ''
    return `${seen.year} 年，${sidesTextZh(seen)}，${[`${percent(seen.unchanged)} 无变化`, ...gain, ...loss].join('；')}。${byCounty}${ends}`
  },
  reading:
    '同一家庭、同样的随机结果，基准与方案对照。净收益为家庭自己负担的部分（医药费用、制度外支出与缴费）在基准下减方案下；全年变化达 1 元即计入；负担减少而就医未减少为受益，负担增加而就医未增加为受损；就医减少指住院次数较少，或住院次数相同而门诊次数较少。细线为95%区间。分组按基准下的家庭人均收入。',
}

export const WINNERS_WORDS: Readonly<Record<Language, WinnersWords>> = { en, zh }
