import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createWorkCalendar, parseDay } from '../../../src/kernel/calendar.ts'
import { CHANNELS } from '../../../src/population/places.ts'
import { Registration, WAYS, wayOf } from '../../../src/scheme/enrolment/registration.ts'
import { CampaignWork } from '../../../src/scheme/enrolment/registration-workload.ts'
import { smallCounty } from '../../model/small-county.ts'

const { data } = smallCounty()
const registration = new Registration(data.procedures.procedures, createWorkCalendar(data.holidays))
const day = (text: string) => parseDay(text) as number

/** Minutes by office of so many households of so many members that go this way. */
function minutesOf(way: number, members = 3, households = 1): Record<string, number> {
  const work = new CampaignWork(registration)
  const stepDays = registration.procedureOf(way).steps.map(() => day('2013-11-05'))
  work.open(day('2013-01-01'))
  work.count(way, { outcome: 'done', day: day('2013-11-05'), returned: 0, returnedOn: -1, alsoUnfit: 0, stepDays, granted: -1 }, households)
  const minutes: Record<string, number> = {}
  work.handOver(members, (office, _, spent) => {
    minutes[office] = (minutes[office] ?? 0) + spent
  })
  return minutes
}

interface WorkloadCase {
  title: string
  given: { rule: 'resident_notice' | 'resident_application'; channel: (typeof CHANNELS)[number]; members: number; households?: number }
  expected: Record<string, number>
}

describe('cases of enrolment/workload.yaml', () => {
  const cases: WorkloadCase[] = parse(readFileSync(new URL('../../cases/enrolment/workload.yaml', import.meta.url), 'utf8'))
  test.each(cases)('$title', ({ given: { rule, channel, members, households }, expected }) => {
    expect(minutesOf(wayOf(rule, false, CHANNELS.indexOf(channel), false), members, households)).toEqual(expected)
  })
})

describe('The work of a campaign', () => {
  test('reaches the offices at which each way is gone through', () => {
    expect(Object.keys(minutesOf(0))).toContain('township_office')
    expect(WAYS[wayOf('resident_notice', true, CHANNELS.indexOf('street_community'), false)][1]).toBe('village')
  })

  test('of one who applies at the county is done there', () => {
    expect(minutesOf(wayOf('resident_application', false, 0, true))).toEqual({ county_centre: 54 })
  })
})
