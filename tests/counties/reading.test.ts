/** Counties that a scenario describes one by one: what holds in each, and what is refused. */
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { scenarioJsonSchema } from '../../src/scenario/schema.ts'
import { faultsOf, law, load, place } from '../scenario/reader.ts'

const WHOLE = 'years: [2012, 2015]\npopulation: {persons: 500}\n'
const TWO = `${WHOLE}policy: {premium.individual: {change: +10}}
counties:
  rich: {place: east, policy: {premium.individual: {change: ×2}, 起付线（县级医院）: 500}, mechanisms: {budget_rule: on}}
  poor: {title: {zh: 穷县}, place: west, population: {persons: 300}, procedures: {claim_by_hand.deadline: 90}}
`

/** The county of this name as it is run. */
function county(texts: string | Record<string, string>, area: string) {
  const found = load(texts).counties?.find((one) => one.area === area)
  if (!found) throw new Error(`no county ${area}`)
  return found
}

function value(texts: string | Record<string, string>, area: string, name: string, year = 2013) {
  return county(texts, area).law.valueAt(name, dayOf(year, 7, 1)).value
}

describe('Each county', () => {
  test('has what is said of all, and over it what is said of it alone', () => {
    const { settings, counties } = load(TWO)
    expect(settings).toMatchObject({
      counties: 2,
      region: 'central',
      named: [
        { name: 'rich', persons: 500 },
        { name: 'poor', persons: 300 },
      ],
    })
    expect(counties?.map(({ area, settings: own }) => [area, own.region, own.persons, own.counties])).toEqual([
      ['rich', 'east', 500, 2],
      ['poor', 'west', 300, 2],
    ])
    expect(counties?.map(({ settings: { mechanisms } }) => mechanisms.budget_rule)).toEqual([true, false])
    expect(counties?.map(({ settings: { procedures } }) => procedures)).toEqual([{}, { 'claim_by_hand.deadline': 90 }])
    expect(['rich', 'poor'].map((area) => value(TWO, area, 'benefit.deductible.county_hospital'))).toEqual([500, 200])
  })

  test('changes what holds in it: twice the premium that all counties raised by 10', () => {
    expect(['rich', 'poor'].map((area) => value(TWO, area, 'premium.individual'))).toEqual([160, 80])
  })

  test('is called by its title, or by its name', () => {
    const titles = load(TWO).counties?.map(({ title }) => title)
    expect(titles).toEqual([
      { en: 'rich', zh: 'rich' },
      { en: '穷县', zh: '穷县' },
    ])
  })

  test('is what the nearest file says, of it or of all', () => {
    const reform = (policy: string) => ({ 'base.yaml': TWO, 'a.yaml': `extends: base.yaml\n${policy}` })
    const deductible = 'benefit.deductible.county_hospital'
    const ofAll = reform(`policy: {${deductible}: {change: +100}}\n`)
    expect(['rich', 'poor'].map((area) => value(ofAll, area, deductible))).toEqual([600, 300])
    const ofOne = reform(`counties: {rich: {policy: {${deductible}: {change: -50%, from: 2014-01-01}}}}\n`)
    expect([2013, 2014].map((year) => value(ofOne, 'rich', deductible, year))).toEqual([500, 250])
    expect([2013, 2014].map((year) => value(ofOne, 'poor', deductible, year))).toEqual([200, 200])
    expect(county(ofOne, 'rich').settings.region).toBe('east')
    const another = reform('counties: {third: {population: {persons: 50}}}\n')
    expect(load(another).counties?.map(({ area }) => area)).toEqual(['rich', 'poor', 'third'])
  })

  test('is told by file and line: who set what', () => {
    const files = { 'base.yaml': TWO, 'a.yaml': 'extends: base.yaml\ncounties:\n  rich:\n    policy:\n      benefit.ceiling: 90000\n' }
    const { setters } = county(files, 'rich')
    expect(setters.get('benefit.ceiling')?.at(-1)?.who).toBe('a.yaml:5')
    expect(setters.get('benefit.deductible.county_hospital')?.at(-1)?.who).toBe('base.yaml:5')
    expect(setters.get('premium.individual')?.at(-1)?.who).toBe('base.yaml:5')
    expect(setters.get('mechanisms.budget_rule')?.at(-1)?.who).toBe('base.yaml:5')
  })
})

describe('Of counties is refused', () => {
  test.each([
    ['a parameter that is none', 'rich: {policy: {premium.individul: 90}}', '4:19', /no such parameter/, 'premium.individual'],
    ['a key that is none', 'rich: {polcy: {}}', '4:10', /'polcy' is not known in 'counties.rich'/, 'policy'],
    ['a place that is none', 'rich: {place: easst}', '4:17', /'counties.rich.place' is/, 'east'],
    ['a mechanism that is none', 'rich: {mechanisms: {offics: on}}', '4:23', /'offics'/, 'offices'],
    ['an office that is none', 'rich: {procedures: {offices.county_center.staff: 1}}', '4:23', /offices/, 'offices.county_centre.staff'],
    ['a value out of bounds', 'rich: {policy: {premium.individual: -3}}', '4:39', /is negative/, undefined],
    ['a change that cannot be', 'rich: {policy: {premium.individual: {change: -500}}}', '4:48', /makes -/, undefined],
    ['a key of the whole run', 'rich: {years: [2012, 2013]}', '4:10', /'years' is not known/, undefined],
  ])('%s, once and where it stands', (_, text, at, message, nearest) => {
    const [fault, ...others] = faultsOf(`${WHOLE}counties:\n  ${text}\n`)
    expect(others).toEqual([])
    expect(fault.message).toMatch(message)
    expect(place(fault)).toBe(at)
    expect(fault.nearest).toBe(nearest)
  })

  test('a name like none, with those that share its words', () => {
    const [fault] = faultsOf(`${WHOLE}counties: {rich: {policy: {premium.standard: 90}}}\n`)
    expect(fault.expected).toBe(
      'the name of a parameter, such as premium.individual, premium.assistance_share, premium.channel_share.village_cadres',
    )
  })

  test('a name that is no area, and counties both counted and described', () => {
    expect(faultsOf(`${WHOLE}counties: {all: {}}\n`)[0].expected).toContain("other than 'all'")
    expect(faultsOf(`${WHOLE}counties: {a b: {}}\n`)).toHaveLength(1)
    expect(faultsOf('years: [2012, 2015]\npopulation: {persons: 5, counties: 2}\ncounties: {rich: {}}\n')).toMatchObject([
      { code: 'both', line: 2, expected: 'one of both' },
    ])
  })

  test('a county without people, told of that county', () => {
    const faults = faultsOf('years: [2012, 2015]\ncounties:\n  rich: {population: {persons: 5}}\n  poor: {place: west}\n')
    expect(faults).toMatchObject([{ line: 4, column: 3, message: "'counties.poor.population.persons' is missing" }])
  })

  test('what is wrong for all, once and not again of each county', () => {
    expect(faultsOf(`${TWO}mechanisms: {demografy: off}\n`)).toHaveLength(1)
    expect(faultsOf(TWO.replace('change: +10', 'change: -500'))).toHaveLength(1)
    expect(faultsOf(TWO.replace('[2012, 2015]', '[2012, 2040]'))).toHaveLength(1)
  })
})

test('An editor knows all that may stand in a county, parameters by name', () => {
  const schema = scenarioJsonSchema(law) as { properties: { counties: { additionalProperties: { properties: Record<string, object> } } } }
  const { properties } = schema.properties.counties.additionalProperties
  expect(Object.keys(properties).sort()).toEqual(['mechanisms', 'place', 'policy', 'population', 'procedures', 'title'])
  expect(properties.policy).toEqual({ $ref: '#/properties/policy' })
})
