import { describe, expect, test } from 'vitest'
import { parseDay, yearStart } from '../../../src/kernel/calendar.ts'
import { fenOf } from '../../../src/kernel/money.ts'
import { PLACES } from '../../../src/population/places.ts'
import { benefitTerms } from '../../../src/scheme/benefit/terms.ts'
import { adjustForGroup, adjustToBudget, MOVED, UNMOVED } from '../../../src/scheme/fund/budget.ts'
import { HospitalSettlement } from '../../../src/scheme/fund/hospitals.ts'
import { Fund } from '../../../src/scheme/fund/ledger.ts'
import { Payments } from '../../../src/scheme/fund/payments.ts'
import { budgetTerms, expectedStandard } from '../../../src/scheme/fund/terms.ts'
import { SUMS } from '../../../src/scheme/totals.ts'
import { projectLaw } from '../../policy/project-law.ts'
import { policyCases } from '../policy-cases.ts'
import { spent, treasury } from './books.ts'

const cases = <Given, Expected>(file: string) => policyCases<Given, Expected>(`fund/${file}`)

const PAYEES = ['second_compensation', 'insurer', 'hospitals'] as const
type Owed = Partial<Record<(typeof PAYEES)[number], number>>
interface PaymentsCase extends Owed {
  cash: number
  claims?: number[]
  comes_in?: number
  cash_limit?: boolean
}

describe('cases of fund/payments.yaml', () => {
  test.each(cases<PaymentsCase, Owed & { claims: number; waits: boolean }>('payments'))('$title', ({ given, expected }) => {
    const fund = new Fund()
    const payments = new Payments(fund)
    const comesIn = fund.entry('opening reserve', 'cash', 'reserve:accumulated')
    const paid: number[] = []
    const settle = () => payments.settle(given.cash_limit ?? true, (claim) => paid.push(claim))
    comesIn(fenOf(given.cash))
    // the insurer and hospitals have stood in the books for longer than the members
    for (const payee of [...PAYEES].reverse()) payments.pay(payee, fenOf(given[payee] ?? 0))
    for (const [claim, yuan] of (given.claims ?? []).entries()) payments.payClaim(claim, fenOf(yuan))
    let waits = settle()
    if (given.comes_in !== undefined) {
      comesIn(fenOf(given.comes_in))
      waits = settle()
    }
    const yuanPaid = (payee: 'claims' | (typeof PAYEES)[number]) => fund.balance(`payable:${payee}`) / 100
    const [second_compensation, insurer, hospitals] = PAYEES.map(yuanPaid)
    expect({ claims: yuanPaid('claims'), second_compensation, insurer, hospitals, waits }).toEqual(expected)
    // in the order of their approval, each once
    expect(paid).toEqual(paid.map((_, at) => at))
  })
})

interface HospitalsCase {
  stays?: number
  visits?: number
  month_is_over?: boolean
  checked?: boolean
}

describe('cases of fund/hospitals.yaml', () => {
  const terms = { withheldShare: 100_000, deductionShare: 200_000 }
  test.each(cases<HospitalsCase, { paid: number; withheld: number; spent?: number }>('hospitals'))('$title', ({ given, expected }) => {
    const fund = new Fund()
    const payments = new Payments(fund)
    const hospitals = new HospitalSettlement(fund, payments)
    hospitals.settled(fenOf(given.stays ?? 0), fenOf(given.visits ?? 0))
    if (given.month_is_over ?? true) hospitals.endMonth(2013)
    hospitals.payMonth(terms)
    if (given.checked) hospitals.check(2013, terms)
    const paid = payments.waiting('hospitals') / 100
    const withheld = (0 - fund.balance('payable:hospitals_withheld')) / 100
    const spent = (fund.balance('expenditure:inpatient') + fund.balance('expenditure:outpatient')) / 100
    expect({ paid, withheld, spent }).toMatchObject(expected)
  })
})

type Steps = Partial<Record<(typeof MOVED)[number], number>>
const law = projectLaw()
const day = yearStart(2013)
const budget = budgetTerms(law, day)

describe('cases of fund/budget.yaml', () => {
  const effects = { deductible: 200, rate: 300, outpatient_cap: 100, ceiling: 10 }
  test.each(cases<{ claims: number }, Steps>('budget'))('$title', ({ given, expected }) => {
    const steps = adjustToBudget(UNMOVED, 10_000, given.claims, effects, budget)
    expect(Object.fromEntries(MOVED.map((name, i) => [name, steps[i] + 0]))).toEqual(expected)
  })
})

describe('cases of fund/budget-limits.yaml', () => {
  const county = PLACES.indexOf('county_hospital')
  const limits = cases<Steps & { exempt?: boolean }, { deductible: number; rate: number }>('budget-limits')
  test.each(limits)('$title', ({ given, expected }) => {
    const rules = given.exempt ? { 'benefit.deductible.county_hospital': 0 } : {}
    const steps = MOVED.map((name) => given[name] ?? 0)
    const moved = adjustForGroup(benefitTerms(law.with(rules), day), steps, budget)
    expect({ deductible: moved.deductible[county] / 100, rate: moved.rate[county] / 1e6 }).toEqual(expected)
  })
})

interface ExpectedSubsidyCase {
  before: number
  last: number
  now: number
  announced: string
  rise?: number
}

describe('cases of fund/expected-subsidy.yaml', () => {
  test.each(cases<ExpectedSubsidyCase, { expects: number }>('expected-subsidy'))('$title', ({ given, expected }) => {
    const here = law.with({
      'subsidy.standard': { '2011-01-01': given.before, '2012-01-01': given.last, '2013-01-01': given.now },
      'subsidy.announced': { '2013-01-01': given.announced },
      'budget.expected_subsidy_rise': given.rise ?? 0,
    })
    expect(parseDay(given.announced)).toBeDefined()
    expect({ expects: expectedStandard(here, 2013) }).toEqual(expected)
  })
})

interface ClaimCase {
  discharged: string
  handed_in: string
  yuan: number
}
/** of the old year and of the new one */
type Pair = [number, number]

describe('cases of fund/claims-of-a-year.yaml', () => {
  const told = cases<ClaimCase, Record<'benefit' | 'spent' | 'incurred' | 'owed', Pair>>('claims-of-a-year')
  test.each(told)('$title', ({ given, expected }) => {
    const books = treasury()
    books.submit(given.discharged, given.handed_in, fenOf(given.yuan))
    const closes = [2012, 2013].map((year) => books.year(year))
    const county = SUMS.stayPaid + PLACES.indexOf('county_hospital')
    expect({
      benefit: [2012, 2013].map((year) => books.sumsOf(year)[county] / 100),
      spent: closes.map((close) => spent(close) / 100),
      incurred: closes.map((close) => close.incurredUnreported / 100),
      owed: closes.map((close) => close.unpaidApproved / 100),
    }).toEqual(expected)
  })
})

describe('cases of fund/insurer-premium.yaml', () => {
  const told = cases<{ year: number; members: number; in_force?: string }, { spent: number }>('insurer-premium')
  test.each(told)('$title', ({ given: { year, members, in_force = 'on' }, expected }) => {
    const close = treasury({ from: year, rules: { 'critical_illness.in_force': in_force } }).year(year, members)
    expect({ spent: spent(close, 'critical_illness') / 100 }).toEqual(expected)
  })
})

interface YearCloseCase {
  reserve: number
  income: number
  spent: number
}

describe('cases of fund/year-close.yaml', () => {
  const told = cases<YearCloseCase, { reserve: number; risk_fund: number }>('year-close')
  test.each(told)('$title', ({ given, expected }) => {
    const books = treasury({ from: 2013, reserve: given.reserve, premiums: given.income, rules: { 'fund.interest_rate': 0 } })
    books.submit('2013-05-02', '2013-06-25', fenOf(given.spent))
    const { reserve, riskReserve } = books.year(2013)
    expect({ reserve: reserve / 100, risk_fund: riskReserve / 100 }).toEqual(expected)
  })
})
