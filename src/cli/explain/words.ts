/** What happened, in the words of an official: the events, amounts and facts that `explain` shows, in English and Chinese. */

import type { Law } from '../../policy/law.ts'
import { AMOUNTS, type AmountId } from '../../words/amounts.ts'
import type { Lang } from '../../words/lang.ts'

interface Words {
  readonly person: string
  readonly household: string
  readonly claim: string
  readonly all: string
  readonly yuan: string
  readonly parameter: string
  readonly rule: string
  readonly amended: string
  readonly document: string
  readonly measure: string
  /** nothing happened in the year asked for */
  readonly nothing: string
  /** names and values of facts; what has no word here is shown as it is. Kinds of events: data/events.yaml */
  readonly terms: Readonly<Record<string, string>>
}

const ENGLISH: Words = {
  person: 'Person',
  household: 'Household',
  claim: 'Claim',
  all: 'Everybody',
  yuan: 'yuan',
  parameter: 'parameter',
  rule: 'rule',
  amended: 'amended by',
  document: 'document',
  measure: 'measure',
  nothing: 'nothing happened in this year',
  terms: {},
}

const CHINESE: Words = {
  person: '参合人',
  household: '参合户',
  claim: '住院报销卷',
  all: '全体参合人',
  yuan: '元',
  parameter: '参数',
  rule: '规则',
  amended: '改写',
  document: '依据',
  measure: '指标',
  nothing: '该年度无事项',
  terms: {
    'share inside the catalogue': '目录内费用占比',
    rate: '报销比例',
    'share of covered days': '参合期内天数占比',
    'the part of': '其中',
    above: '超过',
    'that lies in a band': '且落在某一费用段内的部分',
    'rate of that band': '该段报销比例',
    'rate of its band': '所在段报销比例',
    visit: '就诊序号',
    'guaranteed share': '保底比例',
    'limit of the list': '重大疾病限额',
    'rate of the list': '重大疾病补偿比例',
    'share at an undesignated hospital': '非定点医院补偿系数',
    ceiling: '封顶线',
    'cap per visit': '单次封顶额',
    admission: '本年住院次数',
    covered_share: '参合期内天数占比',
    listed: '是否重大疾病',
    designated: '是否定点医院',
    counts_in_the_year: '是否计入当年',
    poor: '是否救助对象',
    regime: '门诊补偿方式',
    pooled: '门诊统筹',
    household_account: '家庭账户',
    special_disease: '特殊病慢性病门诊',
    special_visits_before: '此前特殊病门诊次数',
    special_eligible_before_fen: '此前特殊病门诊范围内费用（分）',
    yes: '是',
    no: '否',
    none: '无',
    procedure: '办理程序',
    office: '经办机构',
    step: '环节',
    papers: '核对材料',
    way: '办理方式',
    times: '退回次数',
    left_out: '未登记人数',
    outcome: '结果',
    receipt: '收据',
    covered_days: '参合期内天数',
    registered_after_days: '出生后登记天数',
    threshold: '大病保险起付线',
    'rate of assistance': '救助比例',
    made_good: '补缴',
    given_up: '放弃',
    never_filed: '未申报',
    claim_fails: '申报未获批准',
    refused: '不予受理',
    never_paid: '未缴费',
    after_the_deadline: '逾期缴费',
    with_mother: '随母参合',
    registered: '登记参合',
    provincial_finance_receipt: '省级财政统一收据',
    bank_slip: '银行回单',
    electronic_receipt: '电子票据',
    street_community: '社区代收',
    certificate_later: '1月1日后盖章',
    certificate_sealed: '参合证已盖章',
    in_service: '服役',
    papers_late: '登记材料逾期',
    refused_by_review: '审核不予参合',
    demobilised_soldier: '退伍军人',
    newborn: '新生儿',
    service_centre: '服务中心',
    community: '社区代收',
    online: '网上缴费',
    credit_cooperative: '农村信用社',
    paper: '材料',
    missing: '缺少',
    days_since_discharge: '出院后天数',
    days_since_year_end: '年末后天数',
    verified: '已核实',
    unverified: '未核实',
    assumed: '假定',
    scenario: '情景设定',
    adjusted: '以收定支调整',
    age: '年龄',
    from: '原居住地',
    to: '现居住地',
    home: '本县',
    elsewhere_in_province: '省内外地',
    other_province: '外省',
    claim: '卷号',
    bill: '医疗费用',
    eligible: '政策范围内费用',
    deductible: '起付线',
    benefit: '补偿额',
    premium: '参合费',
    place: '就医地点',
    severity: '病情（0轻2重）',
    days: '住院天数',
    reason: '原因',
    year: '年度',
    members: '家庭成员',
    away: '外出人数',
    chronic: '慢性病人数',
    premium_percent_of_income: '参合费占收入百分比',
    cover: '参合状态',
    channel: '缴费渠道',
    village_clinic: '村卫生室',
    township_centre: '乡镇卫生院',
    county_hospital: '县级医院',
    city_hospital: '市级医院',
    out_of_province: '省外医院',
    covered: '已参合',
    chose_not_to_join: '自愿未参合',
    left_out_by_household: '家庭未为其登记',
    registered_not_paid: '登记未缴费',
    born_in_year: '当年出生',
    employee_insurance: '职工医保',
    village_cadres: '村干部代收',
    village_collective: '村集体代缴',
    township_office: '乡镇窗口',
    bank: '银行网点',
    cost: '费用',
    other: '其他',
    late: '逾期',
  },
}

export const WORDS: Readonly<Record<Lang, Words>> = { en: ENGLISH, zh: CHINESE }

/** The word for a fact or value; names of the program without one lose their underscores. */
export function wordFor(term: string | number, lang: Lang): string {
  return WORDS[lang].terms[term] ?? String(term).replaceAll('_', ' ')
}

/** The name of an amount. */
export function amountName(id: AmountId, lang: Lang): string {
  return AMOUNTS[id][lang]
}

/** Ways that a parameter may name, where its own word differs from that of a fact. */
const CHINESE_MODES: Readonly<Record<string, string>> = {
  each_admission: '每次住院',
  reduced_repeat: '多次住院递减',
  yearly: '年度累计',
  year: '按年度',
  admission: '按次',
  marginal: '分段累进',
  whole: '全额按所在段',
  cooperative: '参合登记程序',
  resident_notice: '缴费通知程序',
  resident_application: '参保申请程序',
  survey: '按调查收入',
  resources: '按可支配资源',
  on: '开',
  off: '关',
  '2010_standard': '2010年标准',
  official: '官方标准',
}

/** The value of a parameter: numbers as they are, ways in words. */
export function valueFor(value: string, lang: Lang): string {
  return lang === 'en' ? value : (CHINESE_MODES[value] ?? CHINESE.terms[value] ?? value)
}

/** The official term of a parameter in the language; '' for a name that is no parameter. */
export function termOf(law: Law, name: string, lang: Lang): string {
  return law.names().includes(name) ? law.entry(name)[lang] : ''
}
