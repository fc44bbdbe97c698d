import { describe, expect, test } from 'vitest'
import { inPlannedOrder, jobName, planJobs, plannedPersonYears, withOptions } from '../../src/scenario/run.ts'
import type { CountyRecord } from '../../src/scheme/record.ts'
import { load } from './reader.ts'

const { settings } = load('years: [2012, 2013]\nreplications: 2\npopulation: {persons: 100, counties: 2, added_villages: [10]}\n')
const record = (replication: number, county: number): CountyRecord => ({
  replication,
  county,
  years: [],
  months: [],
  ledger: [],
  events: 0,
  personYears: 0,
})

describe('A run', () => {
  test('consists of one job for each replication of each county', () => {
    expect(planJobs(settings).map(jobName)).toEqual(['r001-c00', 'r001-c01', 'r002-c00', 'r002-c01'])
  })

  test('puts records in the planned order whatever the order in which they come', () => {
    const records = [record(2, 1), record(1, 0), record(2, 0), record(1, 1)]
    expect(inPlannedOrder(settings, records).map(jobName)).toEqual(planJobs(settings).map(jobName))
  })

  test('is not complete while a record is missing or there twice', () => {
    expect(() => inPlannedOrder(settings, [record(1, 0), record(1, 1), record(2, 0)])).toThrow(/county 1 is missing/)
    expect(() => inPlannedOrder(settings, [record(1, 0), record(1, 0), record(2, 0), record(2, 1)])).toThrow(/twice/)
  })

  test('counts burn-in, added villages, counties and replications among its person-years', () => {
    expect(plannedPersonYears(settings)).toBe((100 + 40) * 3 * 2 * 2)
  })

  test('takes seed and replications from the command line where they are given', () => {
    expect(withOptions(settings, { seed: '0' })).toMatchObject({ seed: '0', replications: 2 })
    expect(withOptions(settings, { replications: 7 })).toMatchObject({ seed: settings.seed, replications: 7 })
  })
})
