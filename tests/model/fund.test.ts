import { describe, expect, it } from 'vitest'
import type { CountyRecord, TraceEvent } from '../../src/scheme/record.ts'
import { large } from '../size.ts'
import { smallCounty, sum } from './small-county.ts'

const turnover = (record: CountyRecord, year: number, account: string) => {
  const row = record.ledger.find((one) => one.year === year && one.account === account)
  if (!row) throw new Error(`no account ${account}`)
  return row
}
const wait = (record: CountyRecord, year: number) => {
  const days = record.years.find((one) => one.year === year)?.claimDays ?? []
  return days.reduce((total, count, at) => total + count * at, 0) / days.reduce((total, count) => total + count, 0)
}

describe('the risk fund', () => {
  it('is a tenth of the income, a part of the cumulative balance and no expenditure', () => {
    const [tenth, none] = [0.1, 0].map((share) => smallCounty({ persons: large(20_000) }, { 'fund.risk_fund_share': share }).run())
    for (const year of [2012, 2013, 2014]) {
      expect(sum(tenth, year, 'risk_reserve')).toBeGreaterThan(0)
      expect(sum(tenth, year, 'cumulative_balance')).toBe(sum(none, year, 'cumulative_balance'))
      expect(sum(tenth, year, 'fund_expenditure')).toBe(sum(none, year, 'fund_expenditure'))
      expect(sum(none, year, 'risk_reserve')).toBe(0)
    }
    expect(sum(tenth, 2013, 'risk_reserve')).toBe(Math.round(sum(tenth, 2013, 'fund_income') / 10))
  })
})

describe('hospitals', () => {
  it('wait until the check of the year for the part withheld, and lose what it deducts; patients lose nothing', () => {
    const [none, tenth] = [0, 0.1].map((share) => smallCounty({ persons: large(20_000) }, { 'fund.check_deduction_share': share }).run())
    expect(turnover(none, 2013, 'receivable:recoveries').debitFen).toBe(0)
    const recovered = turnover(tenth, 2013, 'receivable:recoveries')
    const released = turnover(tenth, 2013, 'payable:hospitals_withheld').debitFen
    expect(released).toBeGreaterThan(0)
    expect(recovered.debitFen).toBe(Math.round(released / 10))
    expect(recovered.creditFen).toBe(recovered.debitFen)
    expect(sum(tenth, 2013, 'fund_expenditure.inpatient')).toBe(sum(none, 2013, 'fund_expenditure.inpatient') - recovered.debitFen)
    expect(sum(tenth, 2013, 'reimbursed.inpatient')).toBe(sum(none, 2013, 'reimbursed.inpatient'))
  })

  it('are owed the share withheld of the stays settled in the year', () => {
    const record = smallCounty({ persons: large(20_000) }, { 'fund.withheld_share': 0.08 }).run()
    // what is withheld in January belongs to December: the check releases a calendar year's stays
    const settled = turnover(record, 2013, 'payable:hospitals').creditFen - turnover(record, 2013, 'payable:hospitals_withheld').debitFen
    const visits = sum(record, 2013, 'reimbursed.outpatient')
    expect(turnover(record, 2014, 'payable:hospitals_withheld').debitFen / (settled - visits)).toBeCloseTo(0.08, 6)
  })
})

describe('household accounts', () => {
  it('are owed when allotted and an expenditure when spent', () => {
    const record = smallCounty({ persons: large(20_000) }, { 'benefit.outpatient.mode': 'household_account' }).run()
    for (const year of [2013, 2014]) {
      const { debitFen, creditFen } = turnover(record, year, 'payable:household_accounts')
      expect(creditFen).toBeGreaterThan(0)
      expect(debitFen).toBeGreaterThan(0)
      expect(sum(record, year, 'household_account_balance')).toBe(sum(record, year - 1, 'household_account_balance') + creditFen - debitFen)
      expect(sum(record, year, 'fund_expenditure.outpatient')).toBe(sum(record, year, 'reimbursed.outpatient'))
      expect(sum(record, year, 'fund_expenditure.outpatient')).toBeGreaterThanOrEqual(debitFen)
    }
  })
})

describe('a standard announced on 29 January', () => {
  it('changes the income of the year and no decision of the campaign before it', () => {
    const years = { years: [2014, 2015] as const, persons: large(20_000) }
    const [raised, kept] = [{}, { 'subsidy.standard': { '2011-01-01': 200, '2012-01-01': 240, '2013-01-01': 280, '2014-01-01': 320 } }].map(
      (policy) => smallCounty(years, policy).run(),
    )
    for (const name of ['enrolled', 'premiums_paid', 'not_covered|reason=chose_not_to_join', 'fund_income.individual'])
      expect(sum(raised, 2015, name), name).toBe(sum(kept, 2015, name))
    const levels = ['central', 'province', 'county'].map(
      (level) => sum(raised, 2015, `fund_income.${level}`) - sum(kept, 2015, `fund_income.${level}`),
    )
    expect(levels.reduce((total, fen) => total + fen, 0)).toBe(sum(raised, 2015, 'enrolled') * 6000)
  })
})

describe('cash that comes late', () => {
  it('makes families wait longer for the same payouts', () => {
    const late = {
      'fund.opening_reserve_share': 0,
      'subsidy.arrival.county': '11-30',
      'subsidy.arrival.province': '11-30',
      'subsidy.arrival.central_advance': '12-15',
    }
    const common = { persons: large(20_000), years: [2012, 2013] as const }
    const [limited, free] = [true, false].map((cash_limit) =>
      smallCounty({ ...common, mechanisms: { cash_limit, enrolment_choice: false } }, late).run(),
    )
    expect(sum(limited, 2012, 'cash_short_days')).toBeGreaterThan(30)
    expect(sum(free, 2012, 'cash_short_days')).toBe(0)
    expect(wait(limited, 2012)).toBeGreaterThan(wait(free, 2012) + 5)
    for (const name of ['reimbursed.inpatient', 'reimbursed.outpatient', 'entitled.inpatient', 'claims_approved'])
      expect(sum(limited, 2012, name), name).toBe(sum(free, 2012, name))
  })
})

describe('the budget rule', () => {
  const mechanisms = { enrolment_choice: false, demand_response: false, neighbour_effect: false }
  const useRates = (budget_rule: boolean, policy: Record<string, unknown>) => {
    const record = smallCounty({ persons: large(30_000), years: [2012, 2015], mechanisms: { ...mechanisms, budget_rule } }, policy).run()
    return {
      use: [2012, 2013, 2014, 2015].map((year) => sum(record, year, 'fund_expenditure') / sum(record, year, 'fund_income')),
      rate: [2012, 2013, 2014, 2015].map(
        (year) =>
          sum(record, year, 'entitled.inpatient') /
          (sum(record, year, 'eligible_cost.inpatient') - sum(record, year, 'deductible.inpatient')),
      ),
    }
  }

  it('brings a generous scheme back towards the use rate aimed at, from the year after', () => {
    const generous = { 'benefit.rate.county_hospital': 0.95, 'benefit.rate.city_hospital': 0.9, 'budget.most_steps': 5 }
    const [on, off] = [useRates(true, generous), useRates(false, generous)]
    expect(off.use[3]).toBeGreaterThan(1.1)
    expect(on.use[3]).toBeLessThan(off.use[3] - 0.1)
    expect(on.rate[3]).toBeLessThan(off.rate[3])
  })

  it('gives more to members where money is left over', () => {
    const rich = { 'subsidy.local_top_up': 200 }
    const [on, off] = [useRates(true, rich), useRates(false, rich)]
    expect(on.use[1]).toBeGreaterThan(off.use[1])
    expect(on.rate[2]).toBeGreaterThan(off.rate[2])
  })

  it('moves nothing while the forecast lies within the tolerance', () => {
    const [on, off] = [useRates(true, { 'budget.tolerance': 1 }), useRates(false, { 'budget.tolerance': 1 })]
    expect(on).toEqual(off)
  })
})

describe('second_compensation', () => {
  const generous = { 'subsidy.local_top_up': 60 }
  it('pays a surplus above the guidance to the inpatients of the year, once the mechanism is on', () => {
    const [on, off] = [true, false].map((second_compensation) =>
      smallCounty({ persons: large(20_000), mechanisms: { second_compensation, enrolment_choice: false } }, generous).run(),
    )
    expect(sum(off, 2012, 'second_compensation')).toBe(0)
    const paid = sum(on, 2012, 'second_compensation')
    expect(paid).toBeGreaterThan(0)
    expect(sum(on, 2012, 'reimbursed.inpatient')).toBe(sum(off, 2012, 'reimbursed.inpatient') + paid)
    const kept = sum(on, 2012, 'cumulative_balance') / sum(on, 2012, 'fund_income')
    const surplus = (sum(on, 2012, 'fund_income') - sum(on, 2012, 'fund_expenditure')) / sum(on, 2012, 'fund_income')
    expect(kept).toBeLessThanOrEqual(0.25 + 1e-6)
    expect(surplus).toBeLessThanOrEqual(0.15 + 1e-6)
    expect(turnover(on, 2013, 'payable:second_compensation').debitFen).toBe(paid)
    expect(sum(on, 2012, 'second_compensation_persons')).toBeGreaterThan(500)
  })

  it('is told to each inpatient, fen by fen, in proportion to the eligible cost left to bear, and never more than it', () => {
    const events: TraceEvent[] = []
    const tell = (event: TraceEvent) => event.kind === 'benefit.second_compensation' && events.push(event)
    const record = smallCounty({ mechanisms: { second_compensation: true } }, generous).run({ follow: { everyone: true, tell } })
    for (const year of [2012, 2013]) {
      const told = events.filter(({ facts }) => facts?.year === year)
      const amount = (event: TraceEvent, label: string) => event.amounts?.find((one) => one.id === label)?.fen ?? Number.NaN
      expect(told.length).toBe(sum(record, year, 'second_compensation_persons'))
      expect(told.reduce((fen, event) => fen + amount(event, 'second_compensation'), 0)).toBe(sum(record, year, 'second_compensation'))
      for (const event of told) {
        const exact =
          (amount(event, 'surplus_shared_out') * amount(event, 'borne_above_deductible')) / amount(event, 'borne_above_deductible_of_all')
        expect(Math.abs(amount(event, 'second_compensation') - exact)).toBeLessThanOrEqual(1)
        expect(amount(event, 'second_compensation')).toBeLessThanOrEqual(amount(event, 'borne_above_deductible'))
      }
    }
  })
})
