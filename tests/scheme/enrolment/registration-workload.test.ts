import { describe, expect, test } from 'vitest'
import { createWorkCalendar, parseDay } from '../../../src/kernel/calendar.ts'
import { CHANNELS } from '../../../src/population/places.ts'
import { Registration, WAYS, wayOf } from '../../../src/scheme/enrolment/registration.ts'
import { CampaignWork } from '../../../src/scheme/enrolment/registration-workload.ts'
import { smallCounty } from '../../model/small-county.ts'

const { data } = smallCounty()
const registration = new Registration(data.procedures.procedures, createWorkCalendar(data.holidays))
const day = (text: string) => parseDay(text) as number

/** Minutes by office of one household of three that goes this way. */
function minutesOf(way: number): Record<string, number> {
  const work = new CampaignWork(registration)
  const stepDays = registration.procedureOf(way).steps.map(() => day('2013-11-05'))
  work.open(day('2013-01-01'))
  work.count(way, { outcome: 'done', day: day('2013-11-05'), returned: 0, returnedOn: -1, alsoUnfit: 0, stepDays, granted: -1 }, 1)
  const minutes: Record<string, number> = {}
  work.handOver(3, (office, _, spent) => {
    minutes[office] = (minutes[office] ?? 0) + spent
  })
  return minutes
}

describe('The work of a campaign', () => {
  test('reaches the offices at which each way is gone through', () => {
    expect(Object.keys(minutesOf(0))).toContain('township_office')
    const notice = wayOf('resident_notice', false, CHANNELS.indexOf('bank'), false)
    // three minutes and two for each entry, one for the print; five at the bank
    expect(minutesOf(notice)).toEqual({ township_service_centre: 10, bank_outlet: 5 })
    expect(WAYS[wayOf('resident_notice', true, CHANNELS.indexOf('street_community'), false)][1]).toBe('village')
  })

  test('counts an application for each member', () => {
    expect(minutesOf(wayOf('resident_application', false, 0, true))).toEqual({ county_centre: 54 })
    expect(minutesOf(wayOf('resident_application', false, 0, false))).toEqual({ township_service_centre: 54 })
  })
})
