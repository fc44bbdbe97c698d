import { describe, expect, test } from 'vitest'
import { readDataFiles } from '../../src/node/files.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import { load } from '../scenario/reader.ts'
import { large } from '../size.ts'

/** Events that a run counts when nobody is followed, and what it tells, kind by kind, when everybody is; with the sums of both. */
function bothWays(scenario: string) {
  const { settings, law } = load(`years: [2012, 2013]\npopulation: { persons: ${large(4000)} }\nseed: counted\n${scenario}`)
  const kinds: Record<string, number> = {}
  let told = 0
  const followed = countyModel(settings, law, readDataFiles()).run(1, 0, {
    follow: {
      everyone: true,
      tell({ kind }) {
        told++
        kinds[kind] = (kinds[kind] ?? 0) + 1
      },
    },
  })
  const alone = countyModel(settings, law, readDataFiles()).run(1, 0)
  return { told, kinds, followed, alone }
}

describe('The events of a run', () => {
  test.each([
    ['in the years of the rural scheme', ''],
    ['with few staff, short of papers and in streets', 'policy: { population.urban_share: 0.4, claims.card_share.county_hospital: 0.2 }'],
    ['with household accounts', 'policy: { benefit.outpatient.mode: household_account, benefit.outpatient.account: 40 }'],
    [
      'with special diseases and check-ups',
      'policy: { benefit.special.share_certified: 0.6, benefit.check_up: 30, benefit.check_up_share: 0.3 }',
    ],
    ['with registration for resident insurance', 'policy: { enrolment.registration: resident_application }'],
    [
      'without procedures, offices and demography',
      'mechanisms: { enrolment_procedure: off, offices: off, demography: off, livelihood: off }',
    ],
    ['with rules that change within the year', 'policy: { benefit.outpatient.rate.village_clinic: { 2011-01-01: 0.4, 2013-04-10: 0.6 } }'],
  ])('%s are as many as explain tells of everybody', (_, scenario) => {
    const { told, kinds, followed, alone } = bothWays(scenario)
    expect(kinds['care.visited']).toBeGreaterThan(large(25_000))
    expect(alone.events).toBe(told)
    // and following changes nothing: the fast loop of visits has the same sums to the last fen
    expect(followed.events).toBe(told)
    expect(alone.years).toEqual(followed.years)
    expect(alone.ledger).toEqual(followed.ledger)
  })
})
