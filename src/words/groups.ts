/** 分组 Kinds of groups in the column `group` of the tables and all their values, each named once in both languages. */
import type { Words } from './lang.ts'
import { CHANNELS, PLACES, RESIDENCES } from './places.ts'
import { COVER_STATES, REASONS } from './states.ts'

interface GroupKind extends Words {
  /** what a group of this kind is */
  readonly told: Words
  readonly values: Readonly<Record<string, Words>>
}

const ORDER = ['lowest', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'highest']

const series = (last: number, en: string, zh: string): Record<string, Words> =>
  Object.fromEntries(
    Array.from({ length: last }, (_, index) => {
      const end = index === 0 ? '（最低）' : index === last - 1 ? '（最高）' : ''
      return [`${index + 1}`, { en: `${index === last - 1 ? 'highest' : ORDER[index]} ${en}`, zh: `${zh}第${index + 1}组${end}` }]
    }),
  )

export const GROUP_KINDS = {
  quintile: {
    en: 'income quintile',
    zh: '收入五等分组',
    told: { en: 'quintile of the households of an area by income per head', zh: '一地各户按人均收入分为五组' },
    values: series(5, 'quintile by income', '收入五等分'),
  },
  decile: {
    en: 'income decile',
    zh: '收入十等分组',
    told: { en: 'decile of the households of an area by income per head', zh: '一地各户按人均收入分为十组' },
    values: series(10, 'decile by income', '收入十等分'),
  },
  place: { en: 'place of care', zh: '就医地点', told: { en: 'where care was had', zh: '在何处就医' }, values: PLACES },
  channel: { en: 'way to pay', zh: '缴费渠道', told: { en: 'how the premium is paid', zh: '个人缴费的渠道' }, values: CHANNELS },
  residence: { en: 'residence', zh: '居住地', told: { en: 'where persons live', zh: '居住在何处' }, values: RESIDENCES },
  cover: {
    en: 'cover',
    zh: '是否参合',
    told: { en: 'of those who may join', zh: '应参合者中' },
    values: { member: { en: 'member', zh: '参合者' }, non_member: { en: 'not a member', zh: '未参合者' } },
  },
  reason: {
    en: 'reason',
    zh: '原因',
    told: { en: 'why somebody is not covered, or care is forgone', zh: '未参合或放弃就医的原因' },
    values: { ...COVER_STATES, ...REASONS },
  },
  kind: {
    en: 'kind',
    zh: '类别',
    told: { en: 'kind of benefit, or of persons covered within the year', zh: '补偿的类别，或年中参合者的类别' },
    values: {
      outpatient: { en: 'outpatient', zh: '门诊' },
      inpatient: { en: 'inpatient', zh: '住院' },
      delivery: { en: 'delivery', zh: '分娩' },
      check_up: { en: 'check-up', zh: '体检' },
      newborn: { en: 'newborn', zh: '新生儿' },
      demobilised_soldier: { en: 'demobilised soldier', zh: '退伍军人' },
    },
  },
  factor: {
    en: 'multiple of the premium',
    zh: '个人缴费倍数',
    told: { en: 'asked whether they would join at this multiple of the premium', zh: '个人缴费为此倍数时是否愿意参合' },
    values: {
      '0.5': { en: 'half the premium', zh: '个人缴费减半' },
      '1': { en: 'the premium as it is', zh: '个人缴费照原样' },
      '2': { en: 'twice the premium', zh: '个人缴费加倍' },
    },
  },
  quantile: {
    en: 'quantile over replications',
    zh: '各次模拟的分位数',
    told: { en: 'of the replications this share lies at the figure or below', zh: '这一比例的模拟不超过该数值' },
    values: Object.fromEntries([5, 25, 50, 75, 95].map((at) => [`${at / 100}`, { en: `${at} % quantile`, zh: `${at} % 分位数` }])),
  },
  age: {
    en: 'age of the eldest',
    zh: '最年长者年龄',
    told: { en: 'households by the age of the eldest member', zh: '按最年长成员年龄分的家庭' },
    values: {
      under_45: { en: 'eldest under 45', zh: '最年长者不满45岁' },
      '45_59': { en: 'eldest 45 to 59', zh: '最年长者45—59岁' },
      '60_and_over': { en: 'eldest 60 or older', zh: '最年长者60岁及以上' },
    },
  },
  chronic: {
    en: 'chronic illness',
    zh: '慢性病',
    told: { en: 'households by whether a member is chronically ill', zh: '按有无慢性病成员分的家庭' },
    values: { no: { en: 'nobody chronically ill', zh: '无慢性病人' }, yes: { en: 'somebody chronically ill', zh: '有慢性病人' } },
  },
  living: {
    en: 'where members live',
    zh: '成员居住地',
    told: { en: 'households by where their members live', zh: '按成员居住地分的家庭' },
    values: {
      all_home: { en: 'all live at home', zh: '全部在家居住' },
      some_away: { en: 'some live away', zh: '部分在外居住' },
      all_away: { en: 'all live away', zh: '全部在外居住' },
    },
  },
  county: {
    en: 'county',
    zh: '县',
    told: {
      en: 'households of one of the counties that the scenario describes one by one, called as in the column area',
      zh: '情景逐一设定的某县的家庭，名称同 area 列',
    },
    values: {},
  },
  group: {
    en: 'group of the scenario',
    zh: '情景所设的组',
    told: { en: 'households with a member in a group that the scenario sets', zh: '有成员属情景所设某组的家庭' },
    values: { none: { en: 'in no group of the scenario', zh: '不属情景所设的任何组' } },
  },
} as const satisfies Readonly<Record<string, GroupKind>>

/** Kind and value of a group: `quintile=1` is quintile and 1; of the total both are empty. */
export function partsOfGroup(group: string): readonly [kind: string, value: string] {
  const at = group.indexOf('=')
  return at < 0 ? ['', ''] : [group.slice(0, at), group.slice(at + 1)]
}

const KINDS: Readonly<Record<string, GroupKind | undefined>> = GROUP_KINDS

/** What a group is called: `living=all_home` all live at home, `quintile=1` income quintile 1, counted from the poorest; undefined for none of these. */
export function groupWords(group: string): Words | undefined {
  const [kind, value] = partsOfGroup(group)
  const known = KINDS[kind]
  const isRanked = kind === 'quintile' || kind === 'decile'
  return known && isRanked ? { en: `${known.en} ${value}`, zh: `${known.zh} ${value}` } : known?.values[value]
}
