import { describe, expect, test } from 'vitest'
import { runJson } from '../../src/node/run-json.ts'
import { MECHANISMS_ON, type ModelSettings } from '../../src/scheme/settings.ts'

const settings = (name: string, years: [number, number]): ModelSettings => ({
  name,
  years,
  burnInYears: 1,
  region: 'central',
  persons: 10,
  counties: 1,
  addedVillages: [],
  mechanisms: MECHANISMS_ON,
  replications: 2,
  seed: 's',
})
const record = (replication: number) => ({ county: 0, replication, years: [], months: [], ledger: [], events: 10, personYears: 5 })
const facts = {
  version: '1',
  scenarios: [{ settings: settings('a', [2012, 2013]), hash: 'abc', records: [record(1), record(2)] }],
  dataHash: 'd',
  identity: 'i',
  files: [{ file: 'annual.csv', sha256: 'f', rows: 3 }],
  elapsedSeconds: 1.23456,
  cpuSeconds: 2,
  node: 'v20',
}

describe('run.json', () => {
  test('tells what the results rest on and what they cost', () => {
    expect(JSON.parse(runJson(facts))).toMatchObject({
      version: '1',
      scenario_hash: 'abc',
      data_hash: 'd',
      seed: 's',
      replications: 2,
      years: [2012, 2013],
      person_years: 10,
      events: 20,
      elapsed_seconds: 1.235,
      cpu_seconds: 2,
      node: 'v20',
      files: [{ file: 'annual.csv', sha256: 'f', rows: 3 }],
    })
  })

  test('of several scenarios spans their years and tells each one of them', () => {
    const second = { settings: settings('b', [2011, 2012]), hash: 'def', records: [] }
    const run = JSON.parse(runJson({ ...facts, scenarios: [...facts.scenarios, second] }))
    expect(run).toMatchObject({
      scenario_hash: 'i',
      years: [2011, 2013],
      scenarios: [
        { name: 'a', hash: 'abc' },
        { name: 'b', hash: 'def' },
      ],
    })
  })
})
