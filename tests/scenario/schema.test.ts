import { describe, expect, test } from 'vitest'
import { boundsOf } from '../../src/policy/value/bounds.ts'
import { scenarioJsonSchema } from '../../src/scenario/schema.ts'
import { isUnlimited } from '../../src/words/amount-of-setting.ts'
import { law } from './reader.ts'

interface Properties {
  properties: Record<string, { properties: Record<string, { description: string; anyOf: object[] }> }>
}

describe('The JSON Schema of a scenario file', () => {
  const schema = scenarioJsonSchema(law) as Properties
  const policy = schema.properties.policy.properties

  test('lists every parameter of the law under policy by its dotted and its Chinese name, with its terms and unit', () => {
    expect(Object.keys(policy)).toEqual([...law.names(), ...law.names().map((name) => law.entry(name).zh)])
    const { zh, en, unit } = law.entry('benefit.ceiling')
    expect(policy['benefit.ceiling'].description).toBe(`${en} (${zh}); unit: ${unit}`)
  })

  test('lets a share be no more than 1 and money no less than 0, plain or by date', () => {
    expect(policy['benefit.rate.county_hospital'].anyOf).toMatchObject([{ minimum: 0, maximum: 1 }, { type: 'object' }, {}])
    expect(policy['premium.individual'].anyOf).toMatchObject([{ minimum: 0, maximum: 100_000 }, { patternProperties: {} }, {}])
  })

  test('has the bounds of every number, each number of a list and where a band begins', () => {
    for (const name of law.names()) {
      const entry = law.entry(name)
      const [minimum, maximum] = boundsOf(entry) ?? []
      if (minimum === undefined) continue
      const [value] = policy[name].anyOf
      const at = isUnlimited(maximum ?? 0) ? { minimum } : { minimum, maximum }
      const inList = { prefixItems: expect.arrayContaining([expect.objectContaining(at)]), items: false, minItems: entry.length }
      const inBands = { items: { properties: { from: at } } }
      expect(value, name).toMatchObject(entry.unit === 'bands' ? inBands : entry.unit === 'list' ? inList : at)
    }
    expect(policy['budget.step'].anyOf[0]).toMatchObject({
      prefixItems: [{ maximum: 100_000 }, { maximum: 1 }, { maximum: 10_000 }, { maximum: 1_000_000 }],
    })
  })

  test('names no upper bound where nothing limits', () => {
    expect(policy['benefit.ceiling'].anyOf[0]).toEqual({ type: 'number', minimum: 0 })
    expect(JSON.stringify(schema)).not.toContain('e+')
  })

  test('lets what has an amount be changed, for all time, from a date on or for named years; dates and modes not', () => {
    const change = { $ref: '#/$defs/changeOverTime' }
    expect(schema).toMatchObject({ $defs: { changeOverTime: { properties: { change: {}, from: {}, years: {} } } } })
    for (const name of ['premium.individual', 'benefit.rate.county_hospital', 'demography.birth_rate', 'critical_illness.bands'])
      expect(policy[name].anyOf).toContainEqual(change)
    for (const name of ['enrolment.deadline', 'benefit.bands_mode']) expect(policy[name].anyOf).not.toContainEqual(change)
  })

  test('lets years be those that the data cover, the first after a year of burn-in', () => {
    const year = { type: 'integer', minimum: 2012, maximum: 2016 }
    expect(schema.properties.years).toMatchObject({ prefixItems: [year, year], description: expect.stringContaining('2011 to 2016') })
  })

  test('knows the keys of a scenario file and no others', () => {
    expect(schema).toMatchObject({ additionalProperties: false })
    const keys = [
      'name',
      'title',
      'extends',
      'years',
      'burn_in',
      'place',
      'population',
      'counties',
      'groups',
      'policy',
      'procedures',
      'mechanisms',
      'amend',
      'replications',
      'seed',
    ]
    expect(Object.keys(schema.properties)).toEqual(keys)
  })
})
