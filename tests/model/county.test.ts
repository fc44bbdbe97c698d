import { describe, expect, it } from 'vitest'
import { parseDay } from '../../src/kernel/calendar.ts'
import { InvariantBroken } from '../../src/kernel/errors.ts'
import { PLACES } from '../../src/population/places.ts'
import { large } from '../size.ts'
import { smallCounty, sum } from './small-county.ts'

describe('a run', () => {
  it('gives the same record twice, and also after another replication has used the same columns', () => {
    const county = smallCounty()
    const first = county.run()
    county.run({}, 2)
    expect(county.run()).toEqual(first)
    expect(smallCounty().run()).toEqual(first)
  })

  it('differs by seed, even between 1 and 11, by replication and by county', () => {
    const one = smallCounty({ seed: '1' })
    const bills = (record: ReturnType<typeof one.run>) => sum(record, 2012, 'cost.inpatient')
    const all = [one.run(), smallCounty({ seed: '11' }).run(), one.run({}, 2), one.run({}, 1, 1)].map(bills)
    expect(new Set(all).size).toBe(4)
  })

  it('sends patients to all five places', () => {
    const record = smallCounty({ persons: large(20_000) }).run()
    for (const place of PLACES) expect(sum(record, 2013, `outpatient_visits|place=${place}`), place).toBeGreaterThan(0)
    for (const place of PLACES.slice(1)) expect(sum(record, 2013, `admissions|place=${place}`), place).toBeGreaterThan(0)
  })

  it('begins with exactly the people asked for', () => {
    const record = smallCounty({ persons: 3333, mechanisms: { demography: false } }).run()
    for (const year of [2012, 2013, 2014]) expect(sum(record, year, 'population')).toBe(3333)
  })
})

describe('identities', () => {
  it('a person has the same illnesses and bills whatever the benefit, when nobody responds to it', () => {
    const mechanisms = {
      demand_response: false,
      neighbour_effect: false,
      enrolment_choice: false,
      facility_choice: { inpatient: 'county_hospital', outpatient: 'village_clinic' } as const,
    }
    const bills = (rate: number) => {
      const { years } = smallCounty({ mechanisms }, { 'benefit.rate.county_hospital': rate }).run()
      return years.map((year) => [year.sums.admissions, year.sums['cost.inpatient'], year.sums['cost.outpatient']])
    }
    expect(bills(0.4)).toEqual(bills(0.9))
  })
})

describe('the campaign', () => {
  const participation = (premium: number) => {
    const record = smallCounty({ persons: large(30_000) }, { 'premium.individual': premium }).run()
    return sum(record, 2013, 'enrolled') / sum(record, 2013, 'eligible')
  }
  it('loses members when the premium is doubled and wins members when it is halved', () => {
    const [half, same, double] = [35, 70, 140].map(participation)
    expect(half).toBeGreaterThan(same)
    expect(same).toBeGreaterThan(double)
  })

  it('enrols everybody eligible when the choice is off, and books a premium for each', () => {
    const record = smallCounty({ mechanisms: { enrolment_choice: false, demography: false } }).run()
    expect(sum(record, 2013, 'enrolled')).toBe(sum(record, 2013, 'eligible'))
    const premiums = ['individual', 'collective', 'assistance'].reduce(
      (total, payer) => total + sum(record, 2013, `fund_income.${payer}`),
      0,
    )
    expect(premiums).toBe(sum(record, 2013, 'enrolled') * 7000)
  })

  it('counts every eligible person once: enrolled or not covered for a reason', () => {
    const record = smallCounty({ persons: large(20_000) }).run()
    for (const { year } of record.years)
      expect(sum(record, year, 'enrolled') + sum(record, year, 'not_covered')).toBe(sum(record, year, 'eligible'))
  })
})

describe('who enrols', () => {
  const quiet = { neighbour_effect: false, cash_limit: false, offices: false }
  it('are more often households that received money from the fund', () => {
    const joining = (response: number) => {
      const record = smallCounty(
        { persons: large(20_000), mechanisms: quiet },
        { 'enrolment.utility': 2, 'enrolment.experience_response': response },
      ).run()
      return sum(record, 2013, 'enrolled')
    }
    expect(joining(1.5)).toBeGreaterThan(joining(0) * 1.01)
  })

  it('are more often households with a chronically ill member', () => {
    const joining = (response: number) =>
      sum(
        smallCounty(
          { persons: large(20_000), mechanisms: quiet },
          { 'enrolment.utility': 2, 'enrolment.chronic_response': response },
        ).run(),
        2012,
        'enrolled',
      )
    expect(joining(1.5)).toBeGreaterThan(joining(0) * 1.01)
  })

  it('include the children born after the campaign, whose premium is booked on 1 January', () => {
    const record = smallCounty({ persons: large(20_000), mechanisms: { ...quiet, enrolment_choice: false, livelihood: false } }).run()
    for (const year of [2013, 2014]) {
      expect(sum(record, year, 'enrolled')).toBe(sum(record, year, 'eligible'))
      const premiums = ['individual', 'collective', 'assistance'].reduce(
        (total, payer) => total + sum(record, year, `fund_income.${payer}`),
        0,
      )
      // who was paid for in the campaign and died before 1 January is counted in the money and not among the enrolled
      expect(premiums).toBeGreaterThanOrEqual(sum(record, year, 'enrolled') * (year === 2013 ? 7000 : 9000))
      const campaign = sum(record, year, 'premiums_paid')
      expect(premiums).toBeGreaterThan(campaign)
    }
  })
})

describe('manual claims', () => {
  it('take longer the farther away the care was', () => {
    const days = (place: 'county_hospital' | 'out_of_province') => {
      const mechanisms = { facility_choice: { inpatient: place, outpatient: 'village_clinic' } as const, offices: false, cash_limit: false }
      const policy = { [`claims.card_share.${place}`]: 0, [`claims.filing_days.${place}`]: 10 }
      const record = smallCounty({ mechanisms }, policy).run()
      return sum(record, 2013, 'claim_days') / sum(record, 2013, 'claims_approved')
    }
    expect(days('out_of_province')).toBeGreaterThan(days('county_hospital') + 20)
  })

  it('are followed until the last is paid, however slow the desks', () => {
    const mechanisms = { facility_choice: { inpatient: 'county_hospital', outpatient: 'village_clinic' } as const }
    const policy = { 'claims.card_share.county_hospital': 0, 'claims.never_filed.county_hospital': 0, 'illness.inpatient_rate': 0.2 }
    const record = smallCounty({ persons: large(30_000), mechanisms, years: [2012, 2013] }, policy).run()
    for (const year of [2012, 2013]) {
      const ended = sum(record, year, 'claims_approved') + sum(record, year, 'claims_refused') + sum(record, year, 'claims_given_up')
      expect(ended).toBe(sum(record, year, 'claims_submitted'))
      expect(sum(record, year, 'reimbursed.inpatient')).toBeGreaterThan(0.8 * sum(record, year, 'entitled.inpatient'))
    }
  })
})

describe('the books', () => {
  it('stop the run on the day on which one fen is entered on one side only, and name the event', () => {
    const day = parseDay('2013-05-17') as number
    const run = () => smallCounty().run({ drill: { day } })
    expect(run).toThrowError(InvariantBroken)
    expect(run).toThrowError(/2013-05-17.*fire drill: one fen on one side.*1 fen/)
  })

  it('carry the reserve from year to year by the balance of the year', () => {
    const record = smallCounty({ persons: large(20_000) }).run()
    for (const year of [2013, 2014]) {
      expect(sum(record, year, 'cumulative_balance')).toBe(
        sum(record, year - 1, 'cumulative_balance') + sum(record, year, 'fund_income') - sum(record, year, 'fund_expenditure'),
      )
    }
  })

  it('have equal debits and credits in every year', () => {
    const { ledger } = smallCounty().run()
    for (const year of [2012, 2013, 2014]) {
      const rows = ledger.filter((row) => row.year === year)
      expect(rows.reduce((total, row) => total + row.debitFen, 0)).toBe(rows.reduce((total, row) => total + row.creditFen, 0))
      expect(rows.some((row) => row.debitFen > 0)).toBe(true)
    }
  })

  it('book the subsidy of 2015 at the standard announced on 29 January 2015, in the income of the year', () => {
    const record = smallCounty({ years: [2014, 2015] }).run()
    const perHead = (year: number) =>
      ['central', 'province', 'county'].reduce((total, level) => total + sum(record, year, `fund_income.${level}`), 0) /
      sum(record, year, 'enrolled')
    expect(perHead(2015)).toBe(38_100)
    expect(perHead(2014)).toBe(32_100)
  })
})

describe('a rule that changes on 1 July', () => {
  it('holds from that day and not before', () => {
    const mechanisms = { demand_response: false, facility_choice: { inpatient: 'county_hospital', outpatient: 'village_clinic' } as const }
    const paid = (policy: Record<string, unknown>) => {
      const record = smallCounty({ persons: large(20_000), mechanisms }, policy).run()
      return [2012, 2013, 2014].map((year) => sum(record, year, 'entitled.inpatient'))
    }
    const before = paid({})
    const after = paid({ 'benefit.rate.county_hospital': { '2013-07-01': 0 } })
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBeGreaterThan(before[1] * 0.35)
    expect(after[1]).toBeLessThan(before[1] * 0.65)
    expect(after[2]).toBe(0)
  })
})

describe('supply of cash', () => {
  it('makes payments wait when central money comes late and the reserve is small, and changes no benefit', () => {
    const late = {
      'fund.opening_reserve_share': 0,
      'subsidy.arrival.county': '11-30',
      'subsidy.arrival.province': '11-30',
      'subsidy.arrival.central_advance': '12-15',
    }
    const entitled = (cash_limit: boolean) =>
      smallCounty({ persons: large(20_000), mechanisms: { cash_limit, enrolment_choice: false } }, late).run()
    const [limited, free] = [entitled(true), entitled(false)]
    expect(sum(limited, 2013, 'cash_short_days')).toBeGreaterThan(30)
    expect(sum(free, 2013, 'cash_short_days')).toBe(0)
    expect(sum(limited, 2013, 'entitled.inpatient')).toBe(sum(free, 2013, 'entitled.inpatient'))
  })
})
