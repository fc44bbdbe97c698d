/** The procedures block of a scenario: figures by their Chinese names, and changes of what holds. */
import { describe, expect, test } from 'vitest'
import { readDataFiles } from '../../src/node/files.ts'
import { changedOf } from '../../src/scenario/changes/changed.ts'
import { rowsOfChanges } from '../../src/scenario/changes/rows.ts'
import { proceduresOf } from '../../src/scenario/materials.ts'
import { scenarioJsonSchema } from '../../src/scenario/schema.ts'
import { faultsOf, law, load, place } from './reader.ts'

const SMALL = 'years: [2012, 2013]\npopulation: {persons: 500}\n'
const data = proceduresOf(readDataFiles())
const figures = (block: string) => load(`${SMALL}procedures: ${block}\n`).settings.procedures

describe('A figure of procedures', () => {
  test('goes by its Chinese name too', () => {
    expect(figures('{手工报销 申报期限（天）: 90, 县合作医疗管理中心工作人员数: 2}')).toEqual({
      'claim_by_hand.deadline': 90,
      'offices.county_centre.staff': 2,
    })
  })

  test('goes by its Chinese name without the unit in brackets', () => {
    expect(figures('{手工报销 申报期限: 90}')).toEqual({ 'claim_by_hand.deadline': 90 })
    expect(figures('{手工报销 递交与核对材料 经办时间: 12}')).toEqual({ 'claim_by_hand.steps.submission.minutes': 12 })
  })

  test.each([
    ['×2', 1],
    ['+0.25', 0.75],
    ['-10%', 0.45],
  ])('is changed by %s of what the data say', (change, made) => {
    expect(figures(`{offices.county_centre.staff: {change: ${change}}}`)).toEqual({ 'offices.county_centre.staff': made })
  })

  test('is changed of what the extended file says, and in a county of what holds there', () => {
    const base = `${SMALL}procedures: {claim_by_hand.deadline: 100}\ncounties: {rich: {procedures: {claim_by_hand.deadline: {change: +10}}}, poor: {}}\n`
    const { settings, counties } = load({
      'base.yaml': base,
      'a.yaml': 'extends: base.yaml\nprocedures: {claim_by_hand.deadline: {change: ×2}}\n',
    })
    expect(settings.procedures).toEqual({ 'claim_by_hand.deadline': 200 })
    // the nearer file stands over the farther, in whatever it says
    expect(counties?.map(({ settings: own }) => own.procedures)).toEqual([
      { 'claim_by_hand.deadline': 220 },
      { 'claim_by_hand.deadline': 200 },
    ])
  })

  test('stands in parameters.csv with what it was, unit, source, range and line, as when the number is written by hand', () => {
    const rows = (value: string) => {
      const scenario = load(`${SMALL}procedures:\n  offices.county_centre.staff: ${value}\n`)
      return changedOf(rowsOfChanges(scenario, { data: law, procedures: data }))
    }
    const [{ name, unit, rows: own }] = rows('{change: ×2}')
    const { base, reform, source, status, inRange, setBy } = own[0]
    expect({ name, unit, base, reform, source, status, inRange, setBy }).toEqual({
      ...{ name: 'procedures.offices.county_centre.staff', unit: 'posts', base: 0.5, reform: 1 },
      ...{ source: 'SCENARIO', status: 'scenario', inRange: 'yes', setBy: 'a.yaml:4' },
    })
    expect(rows('{change: ×2}')).toEqual(rows('1'))
  })

  test.each([
    ['{offices.county_centre.staff: {change: 2}}', '3:52', /2 has no sign/],
    ['{offices.county_centre.staff: {change: +1, from: 2013-01-01}}', '3:52', /'from' is not known beside 'change'/],
    ['{offices.county_centre.staff: {change: -100%}}', '3:43', /staff/],
    ['{claim_by_hand.steps.submission.on_fault.after: {change: ×2}}', '3:70', /no number that can be changed/],
    ['{手工报销 申报限期: 90}', '3:14', /there is no figure 手工报销 申报限期/],
    ['{claim_by_hand.deadline: 90, 手工报销 申报期限（天）: 80}', '3:42', /which is set above/],
  ])('that cannot be so is refused, where it stands: %s', (block, at, message) => {
    const [fault, ...others] = faultsOf(`${SMALL}procedures: ${block}\n`)
    expect(others).toEqual([])
    expect(fault.message).toMatch(message)
    expect(place(fault)).toBe(at)
  })

  test('is known to an editor by both names, with its bounds', () => {
    const schema = scenarioJsonSchema(law, data) as { properties: { procedures: { properties: Record<string, { anyOf?: object[] }> } } }
    const { properties } = schema.properties.procedures
    expect(properties['claim_by_hand.deadline'].anyOf?.[0]).toEqual({ type: 'integer', minimum: 0, maximum: 1000 })
    for (const zh of ['手工报销 申报期限（天）', '手工报销 申报期限'])
      expect(properties[zh]).toEqual({ $ref: '#/properties/procedures/properties/claim_by_hand.deadline' })
    const days = { type: 'integer', minimum: 0, maximum: 366 }
    expect(properties['claim_by_hand.steps.submission.on_fault.after']).toMatchObject({
      prefixItems: [days, days],
      items: false,
      minItems: 2,
    })
    expect(properties['claim_by_hand.steps.submission.on_fault.after']).not.toHaveProperty('anyOf')
  })
})
