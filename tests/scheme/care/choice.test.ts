/** Whether care is sought and where, for one kind of patient: chances out of the tables of the choice. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { yearStart } from '../../../src/kernel/calendar.ts'
import { PLACES, type Place } from '../../../src/population/places.ts'
import { careChoice } from '../../../src/scheme/care/choice.ts'
import { CHANCE_UNIT, rowOf } from '../../../src/scheme/episodes.ts'
import { projectLaw } from '../../policy/project-law.ts'

interface ChoiceCase {
  title: string
  given: {
    /** share of the bill that the scheme pays everywhere */
    covered: number
    covered_at_township?: number
    /** at the reference price */
    reference_covered?: number
    /** the poorest fifth is 1, the middle one 3 */
    quintile?: number
    away?: 'other_province'
  }
  expected: { sought?: number; township_against_county?: number; out_of_province_against_county?: number }
}

const BEHAVIOUR = {
  'care.seek.inpatient': 0.8,
  'care.seek_if_free.inpatient': 0.9,
  'care.elasticity.inpatient': -0.3,
  'care.income_elasticity.inpatient': 0.2,
  'care.choice.price_response': 2,
  'care.choice.away_other_province': 3,
  ...Object.fromEntries(
    PLACES.slice(1).flatMap((place) => [
      [`care.choice.inpatient.${place}`, 0],
      [`care.choice.severity.${place}`, 0],
    ]),
  ),
}
const INCOME = [5000, 7500, 10_000, 15_000, 20_000]
const ALIKE = projectLaw().with({ ...BEHAVIOUR, 'care.reference_price.inpatient': 0.5 })

describe('cases of care/choice.yaml', () => {
  const cases: ChoiceCase[] = parse(readFileSync(new URL('../../cases/care/choice.yaml', import.meta.url), 'utf8'))
  test.each(cases)('$title', ({ given, expected }) => {
    const { covered, covered_at_township: township = covered, reference_covered: reference, quintile = 3, away } = given
    const law = reference === undefined ? ALIKE : ALIKE.with({ 'care.reference_price.inpatient': 1 - reference })
    const coverage = PLACES.map((place) => (place === 'township_centre' ? township : covered))
    const { seek, place } = careChoice(law, yearStart(2013), {
      kind: 'inpatient',
      coverage: [coverage, coverage, coverage],
      meanBill: PLACES.map(() => 5000),
      income: INCOME,
      demandResponds: true,
      placesRespond: true,
    })
    const row = rowOf(0, away ? 2 : 0, 0, quintile - 1)
    const chance = (one: Place) => {
      const at = row * PLACES.length + PLACES.indexOf(one)
      return place[at] - (place[at - 1] ?? 0)
    }
    const against = (one: Place) => Number((chance(one) / chance('county_hospital')).toFixed(one === 'township_centre' ? 3 : 1))
    const found = {
      sought: Number((seek[row] / CHANCE_UNIT).toFixed(4)),
      township_against_county: against('township_centre'),
      out_of_province_against_county: against('out_of_province'),
    }
    expect(found).toMatchObject(expected)
  })
})
