/** The close of a year for one member: what the insurer owes, what is claimed of it, and what assistance pays. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { yearStart } from '../../../src/kernel/calendar.ts'
import { fenOf } from '../../../src/kernel/money.ts'
import { householdsToWrite } from '../../../src/population/household.ts'
import { peopleToWrite } from '../../../src/population/person.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import { entitlingTerms, secondClaimTerms } from '../../../src/scheme/critical-illness/terms.ts'
import { Protection } from '../../../src/scheme/critical-illness/year-end.ts'
import { SUMS } from '../../../src/scheme/totals.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'

interface YearEndCase {
  title: string
  given: { stays: number[]; poor?: boolean; never_filed?: boolean }
  expected: { owed: number; claimed: number; assisted: number }
}

const RULES = {
  'critical_illness.in_force': 'on',
  'critical_illness.threshold': 10_000,
  'critical_illness.poor_threshold_factor': 1,
  'critical_illness.bands': [{ from: 0, rate: 0.5 }],
  'critical_illness.ceiling': 1e9,
  'assistance.rate': 0.6,
  'assistance.ceiling': 20_000,
}
const ROOM = { persons: 1, households: 1, villages: 1, townships: 1, slots: 1 }
const { settings, data } = smallCounty()
const nothing = () => undefined
const watch: Watch = {
  ...{ person: -1, household: -1, wholeHousehold: false, everyone: false, events: 0 },
  ...{ tell: nothing, tellOn: nothing, tellHousehold: nothing },
}
const termsWith = (neverFiled: number) => {
  const law = projectLaw().with({ ...RULES, 'critical_illness.never_filed': neverFiled })
  return { ...entitlingTerms(law, yearStart(2015)), secondClaims: secondClaimTerms(law, 2015) }
}

describe('cases of protection/year-end.yaml', () => {
  const [filed, neverFiled] = [0, 1].map(termsWith)
  const cases: YearEndCase[] = parse(readFileSync(new URL('../../cases/protection/year-end.yaml', import.meta.url), 'utf8'))
  test.each(cases)('$title', ({ given, expected }) => {
    const county = layOutCounty(settings, data, ROOM, watch)
    peopleToWrite(county.people).keyA[0] = 1
    householdsToWrite(county.households).poor[0] = given.poor ? 1 : 0
    let [claimed, assisted] = [0, 0]
    const protection = new Protection(county, {
      surplus: { openList: nothing, add: nothing },
      receivedBack: (_, fen) => {
        assisted += fen
      },
      claimed: ({ fen }) => {
        claimed += fen
      },
    })
    protection.begin()
    for (const yuan of given.stays) protection.costBorne(0, fenOf(yuan), fenOf(yuan))
    const values = new Float64Array(SUMS.size)
    protection.closeYear({ year: 2015, dayOfYear: 364, terms: given.never_filed ? neverFiled : filed, values })
    expect({ owed: values[SUMS.highCostEntitled] / 100, claimed: claimed / 100, assisted: assisted / 100 }).toEqual(expected)
  })
})
