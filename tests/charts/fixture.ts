/** A made-up run of plausible size: no result of the model, only rows of the right shape. */
import type { ReportInput } from '../../src/charts/kit/input.ts'
import type { AnnualRow, MonthlyRow, SummaryRow } from '../../src/measures/rows.ts'

const SUBSIDY = [240, 280, 320, 380]
const PREMIUM = [60, 70, 90, 120]

/** A repeatable number in [-1, 1], different for every seed. */
function wobble(seed: number): number {
  const mixed = Math.imul(Math.imul(seed + 101, 2654435761) ^ (seed * 40503), 2246822519) >>> 8
  return (mixed / 2 ** 24) * 2 - 1
}

/** Households from the lowest decile to the highest: what they have, get back and pay, and how many bear too much. */
function protection(put: (measure: string, value: number, group?: string) => void, luck: (of: number) => number, persons: number): void {
  const burdens: [string, number, number][] = [
    ['che10', 0.41, 0.33],
    ['che25', 0.13, 0.06],
    ['che40', 0.11, 0.06],
  ]
  burdens.forEach(([measure, before, after], index) => {
    put(`${measure}_before`, before * luck(60 + index))
    put(measure, after * luck(70 + index))
  })
  for (let quintile = 1; quintile <= 5; quintile++) {
    put('che10_before', (0.6 - 0.07 * quintile) * luck(80 + quintile), `quintile=${quintile}`)
    put('che10', (0.5 - 0.065 * quintile) * luck(90 + quintile), `quintile=${quintile}`)
  }
  put('poverty_before_payment', 0.021)
  put('poverty_after_payment', 0.083 * luck(100))
  put('poverty_after_reimbursement', 0.036 * luck(101))
  for (let decile = 1; decile <= 10; decile++) {
    const group = `decile=${decile}`
    put('household_members', persons / 10 + 40 * (5 - decile), group)
    put('income_per_head', 1200 * decile ** 1.3 * luck(110 + decile), group)
    put('reimbursed_per_head', (380 + 9 * decile) * luck(120 + decile), group)
    put('health_payments_per_head', (420 + 35 * decile) * luck(130 + decile), group)
  }
  put('gini.income', 0.378 * luck(140))
  put('concentration_index.reimbursed', 0.035 * luck(141))
  put('concentration_index.out_of_pocket', 0.106 * luck(142))
  put('kakwani.out_of_pocket', -0.152 * luck(143))
}

export interface FixtureOptions {
  readonly years?: readonly [number, number]
  readonly replications?: number
  readonly persons?: number
}

export function fixture({ years = [2012, 2015], replications = 20, persons = 300_000 }: FixtureOptions = {}): ReportInput {
  const annual: AnnualRow[] = []
  const monthly: MonthlyRow[] = []
  for (let replication = 0; replication < replications; replication++) {
    let reserve = persons * 48
    for (let year = years[0]; year <= years[1]; year++) {
      const index = year - years[0]
      const luck = (of: number, size: number) => 1 + size * wobble(replication * 7919 + index * 104729 + of * 15485863)
      const put = (measure: string, value: number, group = '') =>
        annual.push({ scenario: 'subsidy-years', replication, year, area: 'all', measure, group, value })
      const subsidy = SUBSIDY[index % 4] + 160 * Math.floor(index / 4)
      const premium = PREMIUM[index % 4] + 70 * Math.floor(index / 4)
      const eligible = persons - 4200 + 300 * index
      const participation = (0.976 + 0.004 * Math.min(index, 3)) * luck(1, 0.0015)
      const enrolled = Math.round(eligible * participation)
      put('population', persons + 310 * index)
      put('eligible', eligible)
      put('enrolled', enrolled)
      put('participation_rate', enrolled / eligible)
      put('subsidy_standard', subsidy)
      put('premium_standard', premium)
      const missing = eligible - enrolled
      const reasons: [string, number][] = [
        ['chose_not_to_join', 0.52],
        ['left_out_by_household', 0.23],
        ['registered_not_paid', 0.17],
        ['born_in_year', 0.08],
      ]
      for (const [reason, part] of reasons) put('not_covered', Math.round(missing * part), `reason=${reason}`)
      const income: [string, number][] = [
        ['individual', premium * enrolled * 0.965],
        ['collective', premium * enrolled * 0.012],
        ['central', subsidy * enrolled * 0.55],
        ['province', subsidy * enrolled * 0.24],
        ['county', subsidy * enrolled * 0.21],
        ['assistance', premium * enrolled * 0.023],
        ['interest', enrolled * 3.1],
        ['critical_illness_refund', index >= 3 ? enrolled * 7.9 : 0],
      ]
      for (const [name, value] of income) put(`fund_income.${name}`, value)
      const earned = income.reduce((sum, [, value]) => sum + value, 0)
      const bills = { inpatient: enrolled * (430 + 74 * index) * luck(2, 0.02), outpatient: enrolled * (260 + 30 * index) * luck(3, 0.01) }
      const paid = { inpatient: bills.inpatient * (0.512 + 0.012 * Math.min(index, 6)), outpatient: bills.outpatient * 0.335 }
      put('fund_income', earned)
      const insured = { premium: index >= 2 ? enrolled * 20 : 0, loss: index === 2 ? enrolled * 1.7 : 0 }
      put('fund_expenditure.inpatient', paid.inpatient)
      put('fund_expenditure.outpatient', paid.outpatient)
      put('fund_expenditure.critical_illness', insured.premium)
      put('fund_expenditure.critical_illness_loss', insured.loss)
      const spent = paid.inpatient + paid.outpatient + insured.premium + insured.loss
      put('fund_expenditure', spent)
      const balance = earned - spent
      reserve += balance
      put('current_balance', balance)
      put('cumulative_balance', reserve)
      put('use_rate', spent / earned)
      put('reserve_months', reserve / (spent / 12))
      put('deficit', balance < 0 ? 1 : 0)
      put('insolvent', reserve < 0 ? 1 : 0)
      put('cost.inpatient', bills.inpatient)
      put('cost.outpatient', bills.outpatient)
      put('reimbursed.inpatient', paid.inpatient)
      put('reimbursed.outpatient', paid.outpatient)
      const admissions = Math.round(enrolled * (0.081 + 0.006 * index) * luck(4, 0.01))
      put('admissions', admissions)
      const places: [string, number, number, number][] = [
        ['township_centre', 0.46 - 0.02 * index, 0.15 - 0.01 * index, 0.2 - 0.012 * index],
        ['county_hospital', 0.38, 0.36, 0.4],
        ['city_hospital', 0.12 + 0.015 * index, 0.33 + 0.006 * index, 0.28 + 0.008 * index],
        ['out_of_province', 0.04 + 0.005 * index, 0.16 + 0.004 * index, 0.12 + 0.004 * index],
      ]
      for (const [place, visits, cost, back] of places) {
        put('admissions', admissions * visits, `place=${place}`)
        put('cost.inpatient', bills.inpatient * cost, `place=${place}`)
        put('reimbursed.inpatient', paid.inpatient * back, `place=${place}`)
      }
      const clinics: [string, number, number, number][] = [
        ['village_clinic', 0.5, 0.26, 0.55],
        ['township_centre', 0.3, 0.24, 0.45],
        ['county_hospital', 0.15, 0.34, 0],
        ['city_hospital', 0.03, 0.1, 0],
        ['out_of_province', 0.02, 0.06, 0],
      ]
      for (const [place, visits, cost, back] of clinics) {
        put('outpatient_visits', Math.round(enrolled * 3.8 * visits), `place=${place}`)
        put('cost.outpatient', bills.outpatient * cost, `place=${place}`)
        put('reimbursed.outpatient', paid.outpatient * back, `place=${place}`)
      }
      put('reimbursed.critical_illness', bills.inpatient * 0.012)
      put('reimbursed.assistance', bills.inpatient * 0.006)
      protection(put, (of) => luck(of, 0.03), persons)
      put('forgone_admissions', 1900 * luck(5, 0.05))
      put('effective_reimbursement_rate', spent / (bills.inpatient + bills.outpatient))
      put('inpatient_reimbursement_rate', paid.inpatient / bills.inpatient)
      put('in_policy_inpatient_rate', (paid.inpatient / bills.inpatient) * 1.42)
      put('payout_per_member', spent / enrolled)
      put('out_of_pocket_per_member', (bills.inpatient + bills.outpatient - spent) / enrolled)
      put('claim_days_mean', 31.2 * luck(6, 0.03))
      put('claim_days_p50', 24)
      put('claim_days_p90', 66)
      for (const [factor, shift] of [
        ['0.5', 0.006],
        ['1', 0],
        ['2', -0.021],
      ] as const)
        put('participation_at_premium', enrolled / eligible + shift, `factor=${factor}`)
      for (let month = 1; month <= 12; month++) {
        const add = (measure: string, value: number) =>
          monthly.push({ scenario: 'subsidy-years', replication, year, month, area: 'all', measure, group: '', value })
        const arrived = month === 3 ? 0.5 : month === 6 ? 0.3 : month === 10 ? 0.2 : 0
        const received = [0, 0, 0.5, 0.5, 0.5, 0.8, 0.8, 0.8, 0.8, 1, 1, 1][month - 1]
        add('cash', reserve - balance + earned * (0.24 + 0.76 * received) - spent * (month / 12) * luck(20 + month, 0.01))
        add('payables', (spent / 12) * (1.1 + 0.25 * wobble(month)) * luck(40 + month, 0.04))
        add('claims_waiting', 3300 + 800 * wobble(month * 3) + 120 * index + 60 * wobble(replication * 50 + month))
        add('subsidies_received', subsidy * enrolled * arrived)
      }
    }
  }
  return {
    scenario: 'subsidy-years',
    title: { en: 'The subsidy years 2012–2015', zh: '财政补助逐年提高的四年：2012–2015' },
    years: [years[0], years[1]],
    persons,
    replications,
    seed: '2012',
    annual,
    summary: summarised(annual),
    monthly,
    parameters: PARAMETERS,
    changes: [],
    figures: [
      { measure: 'participation_rate', year: 2012, published: 0.983, status: 'verified', source: 'NHFPC2013', fitted: true },
      { measure: 'participation_rate', year: 2013, published: 0.987, status: 'verified', source: 'NHFPC2014', fitted: false },
      { measure: 'participation_rate', year: 2014, published: 0.989, status: 'unverified', source: 'UNVERIFIED' },
      { measure: 'payout_per_member', year: 2012, published: 299, status: 'unverified', source: 'UNVERIFIED' },
      { measure: 'payout_per_member', year: 2013, published: 363, status: 'verified', source: 'NHFPC2014' },
    ],
    version: '0.1.0',
  }
}

const PARAMETERS: ReportInput['parameters'] = [
  {
    name: 'subsidy.standard',
    en: 'government subsidy per member',
    zh: '财政补助标准',
    unit: 'yuan',
    values: [
      { from: '2012', value: '240' },
      { from: '2013', value: '280' },
      { from: '2014', value: '320' },
      { from: '2015', value: '380' },
    ],
    status: 'verified',
    source: 'MOF2012, MOF2015',
  },
  {
    name: 'premium.standard',
    en: 'premium per member',
    zh: '个人缴费标准',
    unit: 'yuan',
    values: [
      { from: '2012', value: '60' },
      { from: '2013', value: '70' },
      { from: '2014', value: '90' },
      { from: '2015', value: '120' },
    ],
    status: 'verified',
    source: 'MOH2012',
  },
  {
    name: 'benefit.ceiling',
    en: 'annual ceiling',
    zh: '年度封顶线',
    unit: 'yuan',
    values: [
      { from: '2012', value: '60,000' },
      { from: '2013', value: '80,000' },
    ],
    status: 'unverified',
    source: 'MOH2012',
  },
  {
    name: 'benefit.deductible.county_hospital',
    en: 'deductible, county hospital',
    zh: '起付线（县级医院）',
    unit: 'yuan',
    values: [{ from: '', value: '200' }],
    status: 'assumed',
    source: 'YAAN2014',
    range: '100 to 400',
    reason: { en: 'Ya\'an schedule of 2014 <applied> to "all" years & places', zh: '雅安2014年方案 <用于> "各年" & 各地' },
  },
  {
    name: 'enrolment.effort',
    en: 'effort of the campaign',
    zh: '宣传动员力度',
    unit: 'ratio',
    values: [{ from: '', value: '1.2' }],
    status: 'assumed',
    source: 'ASSUMED',
    range: '0.8 to 1.6',
    reason: { en: 'fitted to participation in 2012', zh: '按2012年参合率拟合' },
  },
  {
    name: 'fund.local_top_up',
    en: 'local top-up',
    zh: '地方增补',
    unit: 'yuan',
    values: [{ from: '', value: '0' }],
    status: 'scenario',
    source: 'the scenario file',
  },
]

function summarised(rows: readonly AnnualRow[]): SummaryRow[] {
  const groups = new Map<string, AnnualRow[]>()
  for (const row of rows) {
    const key = `${row.year}|${row.measure}|${row.group}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((those) => {
    const values = those.map((row) => row.value).sort((one, other) => one - other)
    const n = values.length
    const mean = values.reduce((sum, value) => sum + value, 0) / n
    const at = (share: number) => values[Math.min(n - 1, Math.floor(share * n))]
    const variance = n > 1 ? values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) : 0
    const { scenario, year, area, measure, group } = those[0]
    return { scenario, year, area, measure, group, n, mean, se: Math.sqrt(variance / n), p05: at(0.05), p50: at(0.5), p95: at(0.95) }
  })
}
