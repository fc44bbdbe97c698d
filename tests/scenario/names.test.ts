/** Names that every object of the program's language has: they work like any other, or are refused with their place; none is passed over. */
import { describe, expect, test } from 'vitest'
import { sayIn } from '../../src/cli/language/say.ts'
import { formatFault, InputFaults } from '../../src/kernel/errors.ts'
import { loadLaw } from '../../src/policy/load.ts'
import { readMicrodata } from '../../src/population/microdata/read.ts'
import { tableOfCsv } from '../../src/population/microdata/table.ts'
import { loadProcedures } from '../../src/procedures/data/load.ts'
import { FILES } from '../procedures/county.ts'
import { faultsOf, load } from './reader.ts'

const SOUND = 'name: a\nyears: [2012, 2013]\npopulation: {persons: 300}\n'
const told = (text: string) => faultsOf(SOUND + text).map(formatFault)
const INHERITED = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']

/** Where a key of one's own may stand, known or not. */
const PLACES: readonly ((name: string) => string)[] = [
  (name) => `${name}: 1`,
  (name) => `title: {en: a, ${name}: b}`,
  (name) => `policy: {${name}: 5}`,
  (name) => `policy: {subsidy.${name}: 5}`,
  (name) => `policy: {subsidy.standard: {${name}: 5}}`,
  (name) => `policy: {subsidy.standard: {change: +5, ${name}: 5}}`,
  (name) => `policy: {critical_illness.bands: [{from: 0, rate: 0.5, ${name}: 1}]}`,
  (name) => `procedures: {${name}: 5}`,
  (name) => `procedures: {claim_by_hand.${name}: 5}`,
  (name) => `procedures: {claim_by_hand.papers.referral: {missing: 0.1, ${name}: 0.1}}`,
  (name) => `procedures: {offices.${name}.staff: 1}`,
  (name) => `mechanisms: {${name}: on}`,
  (name) => `mechanisms: {need: {inpatient: 0.1, outpatient: 4, ${name}: 1}}`,
  (name) => `amend: {${name}: x.ts}`,
  (name) => `counties: {a: {${name}: east}}`,
  (name) => `counties: {a: {procedures: {${name}: 1}}}`,
  (name) => `groups: {a: {who: {poor: yes, ${name}: yes}, policy: {premium.individual: 5}}}`,
  (name) => `groups: {a: {who: {poor: yes}, policy: {${name}: 5}}}`,
]
/** Where the name is the user's own to choose. */
const CHOSEN: readonly ((name: string) => string)[] = [
  (name) => `counties: {${name}: {place: east}}`,
  (name) => `groups: {${name}: {who: {poor: yes}, policy: {premium.individual: 5}}}`,
  (name) => `procedures: {claim_by_hand.papers.${name}: {missing: 0.1}}`,
]

describe('A name that objects have of themselves', () => {
  test.each(INHERITED)('%s: where no such name is known, it is told at its place', (name) => {
    for (const place of PLACES) {
      const text = place(name)
      const faults = told(text)
      expect(faults, text).toHaveLength(1)
      expect(faults[0], text).toMatch(/^a\.yaml:4:\d+: /)
      expect(faults[0], text).toContain(name)
    }
  })

  test.each(INHERITED)('%s: a county, a group and a paper may be called so', (name) => {
    for (const place of CHOSEN) expect(told(place(name)), place(name)).toEqual([])
    const { groups, counties } = load(`${SOUND}${CHOSEN[0](name)}\n${CHOSEN[1](name)}`)
    expect(groups?.map((group) => group.name)).toEqual([name])
    expect(counties?.map(({ area }) => area)).toEqual([name])
  })

  test('__proto__ is refused wherever it stands as a key, with its place and one sentence', () => {
    for (const place of [...PLACES, ...CHOSEN]) {
      const text = place('__proto__')
      const key = /[\w.]*__proto__[\w.]*/.exec(text)
      expect(told(text), text).toEqual([
        `a.yaml:4:${(key?.index ?? 0) + 1}: '${key?.[0]}' cannot be a name; expected a name without __proto__`,
      ])
    }
    const say = sayIn('zh')
    expect(say("'claim.__proto__' cannot be a name")).toBe('“claim.__proto__”不能作名称')
    expect(say('a name without __proto__')).toBe('不含 __proto__ 的名称')
  })

  test('as a text it is a text like any other', () => {
    expect(told('seed: __proto__\ntitle: {en: __proto__, zh: constructor}')).toEqual([])
    expect(told('place: __proto__')).toEqual(["a.yaml:4:8: 'place' is the text '__proto__'; expected one of west, central, east"])
  })
})

describe('Files of data', () => {
  const faultsIn = (read: () => unknown) => {
    try {
      read()
    } catch (error) {
      if (error instanceof InputFaults) return error.faults.map(formatFault)
      throw error
    }
    return []
  }

  test('of the law with such names are refused, at their place', () => {
    const sources = { path: 'data/SOURCES.csv', text: 'source_id,title,publisher,url,note\nASSUMED,ours,-,-,\n' }
    const law = (text: string) => faultsIn(() => loadLaw([sources, { path: 'law/1.yaml', text: `covers: [2011, 2016]\n${text}` }]))
    const entry = (key: string, inner = '') => `${key}:\n  zh: 起付线\n  en: deductible\n  unit: yuan\n${inner}  values: {}\n`
    expect(law(entry('__proto__'))).toContain(`law/1.yaml:2:1: '__proto__' cannot be a name; expected a name without __proto__`)
    expect(law(entry('benefit.x', '  __proto__: 1\n')).join()).toContain(`law/1.yaml:6:3: '__proto__' cannot be a name`)
    for (const name of INHERITED) expect(law(entry('benefit.x', `  ${name}: 1\n`)).join(), name).toContain(name)
  })

  test('of procedures with such names are refused, at their place', () => {
    const added = (file: string, key: string) =>
      faultsIn(() =>
        loadProcedures(FILES.map(({ path, text }) => ({ path, text: path.endsWith(file) ? `${text}\n${key}: {value: 1}\n` : text }))),
      ).join('\n')
    for (const file of ['claim-by-hand.yaml', 'offices.yaml']) {
      expect(added(file, '__proto__'), file).toMatch(/:\d+:1: '__proto__' cannot be a name/)
      for (const name of INHERITED) expect(added(file, name), `${file} ${name}`).toMatch(/:\d+:\d+: /)
    }
  })

  test('of one’s own people: a column of such a name is named as unused', () => {
    const names = ['__proto__', ...INHERITED]
    const persons = `household,age,sex,chronic,residence,employee_insured,${names}\na,40,male,no,home,no${',1'.repeat(names.length)}\n`
    const households = 'id,village,income_per_head,poor,weight\na,__proto__,5200,no,2\n'
    const { unused, ...read } = readMicrodata(tableOfCsv('persons.csv', persons), tableOfCsv('households.csv', households))
    expect(unused).toEqual(names.map((name) => `persons.csv: ${name}`))
    expect(read.households.villages).toEqual(['__proto__'])
    for (const name of names) {
      const wrong = persons.replace(',male,', `,${name},`)
      expect(faultsIn(() => readMicrodata(tableOfCsv('persons.csv', wrong), tableOfCsv('households.csv', households))).join()).toContain(
        name,
      )
    }
  })
})
