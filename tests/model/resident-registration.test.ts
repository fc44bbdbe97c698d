import { describe, expect, test } from 'vitest'
import { yearOf, yearStart } from '../../src/kernel/calendar.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { smallCounty, sum } from './small-county.ts'

function run(registration: string) {
  const events: TraceEvent[] = []
  const county = smallCounty({ years: [2012, 2013], persons: 8000 }, { 'enrolment.registration': registration })
  const record = county.run({ follow: { everyone: true, tell: (event) => events.push(event) } })
  const of = (kind: string) => events.filter((event) => event.kind === kind)
  return { record, of }
}

const notice = run('resident_notice')
const application = run('resident_application')
const cooperative = run('cooperative')
const participation = ({ record }: typeof notice) => sum(record, 2013, 'enrolled') / sum(record, 2013, 'eligible')

describe('A campaign by notice of payment', () => {
  test('goes through the steps of its procedure and through no other', () => {
    expect(new Set(notice.of('enrolment.step').map(({ facts }) => facts?.procedure))).toEqual(new Set(['resident_notice_of_payment']))
    const offices = new Set(notice.of('enrolment.step').map(({ facts }) => facts?.office))
    expect([...offices].sort()).toEqual(['bank_outlet', 'township_service_centre', 'village_committee'])
  })

  test('books the premium on the day of the step of payment, by the last day of the campaign', () => {
    const steps = notice.of('enrolment.step').filter(({ facts }) => facts?.step === 'payment')
    const paid = new Map(steps.map(({ household, facts, day }) => [`${household} ${facts?.year}`, day]))
    expect(paid.size).toBeGreaterThan(1000)
    for (const { household, facts, day } of notice.of('premium.paid')) {
      expect(day, household).toBe(paid.get(`${household} ${facts?.year}`))
      expect(day).toBeLessThan(yearStart(yearOf(day) + 1))
    }
  })

  test('sends some back for papers, and about as many are members as by the cooperative way', () => {
    expect(notice.of('enrolment.sent_back').length).toBeGreaterThan(10)
    expect(Math.abs(participation(notice) - participation(cooperative))).toBeLessThan(0.01)
  })
})

describe('A campaign by application', () => {
  test('takes some households to the county office and most to a service point', () => {
    const offices = application.of('enrolment.step').filter(({ facts }) => facts?.step === 'application')
    const atCounty = offices.filter(({ facts }) => facts?.office === 'county_centre').length / offices.length
    expect(atCounty).toBeGreaterThan(0.05)
    expect(atCounty).toBeLessThan(0.15)
  })

  test('gives cover with the card: later than 1 January to those who come late', () => {
    expect(sum(application.record, 2013, 'certificate_later')).toBeGreaterThan(sum(notice.record, 2013, 'certificate_later'))
    expect(Math.abs(participation(application) - participation(cooperative))).toBeLessThan(0.03)
  })
})

describe('From 2017 on', () => {
  test('households are registered by notice of payment', () => {
    const events: TraceEvent[] = []
    const tell = (event: TraceEvent) => event.kind === 'enrolment.step' && events.push(event)
    smallCounty({ years: [2016, 2017], persons: 1000 }).run({ follow: { everyone: true, tell } })
    for (const { facts } of events)
      expect(facts?.procedure).toBe(Number(facts?.year) >= 2017 ? 'resident_notice_of_payment' : 'cooperative_enrolment')
    expect(events.some(({ facts }) => facts?.year === 2017)).toBe(true)
  })
})
