import { describe, expect, it } from 'vitest'
import { yearOf } from '../../src/kernel/calendar.ts'
import { SimulatedCounty } from '../../src/model/county.ts'
import type { CountyRecord, TraceEvent } from '../../src/scheme/record.ts'
import { ownLaw, smallCounty, sum } from './small-county.ts'

/** Nothing but the rule in question may differ: no choice of place, no feedback of money received, no waiting for cash. */
const mechanisms = {
  facility_choice: { inpatient: 'city_hospital', outpatient: 'village_clinic' } as const,
  enrolment_choice: false,
  cash_limit: false,
}
const county = { persons: 5000, years: [2012, 2015] as const, mechanisms }
const amount = (event: TraceEvent, label: string) => event.amounts?.find((one) => one.id === label)?.fen ?? 0

/** A run with everybody followed: the record, and what each person bore out of pocket for stays, by person and year of the illness. */
function run(policy: Record<string, unknown>) {
  const { settings, data } = smallCounty(county)
  const borne = new Map<string, number>()
  const entitled = new Map<string, number>()
  const events: TraceEvent[] = []
  const add = (key: string, fen: number) => borne.set(key, (borne.get(key) ?? 0) + fen)
  const tell = (event: TraceEvent) => {
    const key = `${event.person} ${event.facts?.year ?? yearOf(event.day)}`
    if (event.kind === 'benefit.settled') add(key, amount(event, 'out_of_pocket'))
    if (event.kind === 'assistance.paid') add(key, -amount(event, 'paid_by_assistance'))
    if (event.kind.startsWith('critical_illness.')) entitled.set(key, amount(event, 'owed_by_insurer'))
    if (event.kind === 'second.paid') add(`${event.person} ${String(event.facts?.claim).slice(0, 4)}`, -amount(event, 'benefit'))
    if (/^(critical_illness|second|assistance)/.test(event.kind)) events.push(event)
  }
  const record: CountyRecord = new SimulatedCounty(settings, ownLaw().with(policy), data).run(1, 0, { follow: { everyone: true, tell } })
  return { record, borne, entitled, events }
}

describe('critical-illness cover', () => {
  const on = run({ 'critical_illness.in_force': 'on', 'assistance.rate': 0 })
  const off = run({ 'critical_illness.in_force': 'off', 'assistance.rate': 0 })

  it('lowers what those above the threshold bear, by what the insurer paid them, and changes nobody else', () => {
    expect(on.entitled.size).toBeGreaterThan(20)
    expect(off.entitled.size).toBe(0)
    expect([...on.borne.keys()].sort()).toEqual([...off.borne.keys()].sort())
    let lowered = 0
    for (const [key, fen] of off.borne) {
      const now = on.borne.get(key) as number
      if (!on.entitled.has(key)) expect(now, key).toBe(fen)
      else if (now !== fen) {
        expect(fen - now, key).toBe(on.entitled.get(key))
        lowered++
      }
    }
    expect(lowered).toBeGreaterThan(10)
  })

  it('gives nothing to those who never claim', () => {
    const neverFiled = on.events.filter((event) => event.kind === 'critical_illness.never_filed').map((event) => event.person)
    expect(neverFiled.length).toBeGreaterThan(0)
    for (const event of on.events.filter((event) => event.kind === 'second.paid')) {
      const claim = String(event.facts?.claim).slice(0, 4)
      const never = on.events.some(
        (one) => one.person === event.person && one.kind.endsWith('never_filed') && one.facts?.year === Number(claim),
      )
      expect(never, event.person).toBe(false)
    }
  })

  it('is claimed and paid in the year after the illness, and counted for the year of it', () => {
    for (const event of on.events.filter(({ kind }) => kind === 'second.submitted')) {
      const illness = Number(String(event.facts?.claim).slice(0, 4))
      expect(yearOf(event.day)).toBe(illness + 1)
    }
    const paid = on.events.filter(({ kind }) => kind === 'second.approved').reduce((total, event) => total + amount(event, 'benefit'), 0)
    // the year of burn-in is followed too, but not reported
    const reported = [2012, 2013, 2014, 2015].reduce((total, year) => total + sum(on.record, year, 'reimbursed.critical_illness'), 0)
    expect(reported).toBeGreaterThan(0)
    expect(reported).toBeLessThanOrEqual(paid)
    expect(sum(on.record, 2013, 'reimbursed.critical_illness')).toBeLessThanOrEqual(sum(on.record, 2013, 'critical_illness_entitled'))
  })

  it('costs the fund the premium of each member and not what the insurer pays', () => {
    for (const [year, premium] of [
      [2013, 15],
      [2015, 25],
    ])
      expect(sum(on.record, year, 'fund_expenditure.critical_illness')).toBe(sum(on.record, year, 'enrolled') * premium * 100)
    expect(sum(off.record, 2015, 'fund_expenditure.critical_illness')).toBe(0)
    expect(sum(on.record, 2013, 'fund_expenditure.inpatient')).toBe(sum(off.record, 2013, 'fund_expenditure.inpatient'))
  })

  it('leaves the insurer premium less payouts, refund and shared loss', () => {
    for (const year of [2012, 2013, 2014]) {
      const premium = sum(on.record, year, 'fund_expenditure.critical_illness')
      const refund = sum(on.record, year + 1, 'fund_income.critical_illness_refund')
      const shared = sum(on.record, year + 1, 'fund_expenditure.critical_illness_loss')
      const paid = sum(on.record, year, 'reimbursed.critical_illness')
      expect(sum(on.record, year, 'critical_illness_insurer_result')).toBe(premium - paid - refund + shared)
      expect(refund + shared).toBeGreaterThan(0)
      expect(refund * shared).toBe(0)
    }
  })
})

describe('medical assistance', () => {
  it('pays the poor only, out of another fund', () => {
    const [with_, without] = [run({}), run({ 'assistance.rate': 0 })]
    expect(sum(with_.record, 2013, 'reimbursed.assistance')).toBeGreaterThan(0)
    expect(sum(without.record, 2013, 'reimbursed.assistance')).toBe(0)
    const assisted = new Set(
      with_.events.filter(({ kind }) => kind === 'assistance.paid').map(({ person, facts }) => `${person} ${facts?.year}`),
    )
    for (const [key, fen] of without.borne) {
      if (assisted.has(key)) expect(with_.borne.get(key) as number, key).toBeLessThan(fen)
      else expect(with_.borne.get(key), key).toBe(fen)
    }
    expect(with_.record.ledger).toEqual(without.record.ledger)
  })
})
