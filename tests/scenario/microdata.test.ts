import { describe, expect, test } from 'vitest'
import { readDataFiles } from '../../src/node/files.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import { microdataFiles } from '../../src/scenario/microdata-block.ts'
import { faultsOf, law, load } from './reader.ts'

const OWN = 'years: [2013, 2014]\nburn_in: 2\npopulation: {microdata: {persons: p.csv, households: ../h.parquet}}\n'

describe('A scenario with microdata', () => {
  test('needs no number of persons, and names its files relative to itself', () => {
    expect(load({ 'a/own.yaml': OWN }, 'a/own.yaml').microdata).toEqual({ persons: 'a/p.csv', households: 'h.parquet', firstYear: 2011 })
    expect(load(OWN).settings.microdata).toEqual({ personsFile: 'p.csv', householdsFile: 'h.parquet' })
  })

  test('that extends another has its files relative to the one that names them, and may ask for a number of persons', () => {
    const texts = { 'a/own.yaml': OWN, 'b/reform.yaml': 'extends: ../a/own.yaml\npopulation: {persons: 900}\n' }
    const { microdata, settings } = load(texts, 'b/reform.yaml')
    expect(microdata).toEqual({ persons: 'a/p.csv', households: 'h.parquet', firstYear: 2011, asked: 900 })
    expect(settings.persons).toBe(900)
  })

  test('takes as many of them as are asked for beside the files or nearer, not those that were said of other people', () => {
    const asked = (texts: Record<string, string>, file: string) => load(texts, file).microdata?.asked
    const drawn = 'years: [2012, 2013]\npopulation: {persons: 1000}\n'
    const own = 'population: {microdata: {persons: p.csv, households: h.csv}}\n'
    expect(asked({ 'drawn.yaml': drawn, 'own.yaml': `extends: drawn.yaml\n${own}` }, 'own.yaml')).toBeUndefined()
    const beside = own.replace('{micro', '{persons: 700, micro')
    expect(asked({ 'drawn.yaml': drawn, 'own.yaml': `extends: drawn.yaml\n${beside}` }, 'own.yaml')).toBe(700)

    const county = (name: string, said: string) => `  ${name}: {${said.trim()}}\n`
    const files = `counties:\n${county('north', own)}${county('south', beside)}${county('east', 'population: {persons: 90}')}`
    const counties = load(`${drawn}${files}`).counties ?? []
    expect(counties.map(({ microdata }) => microdata?.asked)).toEqual([undefined, 700, undefined])
    expect(counties.map(({ settings }) => settings.persons)).toEqual([0, 700, 90])
    // whoever extends the scenario and asks for fewer has a sample
    const smaller = { 'a.yaml': `${drawn}${files}`, 'b.yaml': 'extends: a.yaml\npopulation: {persons: 50}\n' }
    expect(load(smaller, 'b.yaml').counties?.map(({ microdata }) => microdata?.asked)).toEqual([50, 50, undefined])
  })

  test('has its files found although something else in it is at fault', () => {
    const faulty = (change: string, to: string) => microdataFiles('a.yaml', () => OWN.replace(change, to))
    expect(faulty('burn_in: 2', 'seeed: 2')).toMatchObject([{ persons: 'p.csv', firstYear: 2012 }])
    expect(faulty('[2013, 2014]', 'many')).toEqual([{ persons: 'p.csv', households: '../h.parquet' }])
    expect(faulty('persons: p.csv', 'persons: 3')).toEqual([])
    const ofCounty = 'counties: {north: {population: {persons: 9, microdata: {persons: n.csv, households: h.csv}}}, south: 3}\n'
    expect(microdataFiles('a/a.yaml', () => ofCounty)).toEqual([{ persons: 'a/n.csv', households: 'a/h.csv', asked: 9 }])
  })

  test.each([
    ['persons: p.csv', 'persons: 3', "'population.microdata.persons' is 3"],
    ['{persons: p.csv, households: ../h.parquet}', 'p.csv', "'population.microdata' is the text 'p.csv'"],
    ['{persons: p.csv, households: ../h.parquet}', '{persons: p.csv}', "'population.microdata.households' is missing"],
    ['microdata: ', 'microdta: ', "'microdta' is not known in 'population'"],
  ])('is refused with %s made %s', (from, to, message) => {
    const faults = faultsOf(OWN.replace(from, to))
    expect(faults.map((fault) => fault.message)).toContain(message)
    expect(faults.every(({ line }) => line !== undefined)).toBe(true)
  })

  test('does not run on synthetic people when nobody has read its files', () => {
    const { settings } = load(OWN)
    expect(() => countyModel(settings, law, readDataFiles())).toThrow("the people of 'a' have not been read")
  })

  test('is any other scenario to those without: they have neither the setting nor the files', () => {
    const { settings, microdata } = load('years: [2012, 2013]\npopulation: {persons: 500}\n')
    expect(microdata).toBeUndefined()
    expect(Object.keys(settings)).not.toContain('microdata')
  })
})
