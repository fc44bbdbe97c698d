import { describe, expect, test } from 'vitest'
import { scenarioJsonSchema } from '../../src/scenario/schema.ts'
import { law } from './reader.ts'

interface Properties {
  properties: Record<string, { properties: Record<string, { description: string; anyOf: object[] }> }>
}

describe('The JSON Schema of a scenario file', () => {
  const schema = scenarioJsonSchema(law) as Properties
  const policy = schema.properties.policy.properties

  test('lists every parameter of the law under policy, with its terms and unit', () => {
    expect(Object.keys(policy)).toEqual([...law.names()])
    const { zh, en, unit } = law.entry('benefit.ceiling')
    expect(policy['benefit.ceiling'].description).toBe(`${en} (${zh}); unit: ${unit}`)
  })

  test('lets a share be no more than 1 and money no less than 0, plain or by date', () => {
    expect(policy['benefit.rate.county_hospital'].anyOf).toMatchObject([{ minimum: 0, maximum: 1 }, { type: 'object' }])
    expect(policy['premium.individual'].anyOf).toMatchObject([{ minimum: 0 }, { patternProperties: {} }])
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
