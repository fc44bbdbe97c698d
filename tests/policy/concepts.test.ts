/** The glossary: every term leads to its rule and its parameters, and every rule's term is in it. */
import { describe, expect, test } from 'vitest'
import { definedTerms, proceduresAndOffices } from '../../src/cli/where/index.ts'
import { readProjectTexts } from '../../src/node/files.ts'
import { belongsTo, loadConcepts } from '../../src/policy/lookup/concepts.ts'
import { CATALOGUE } from '../explain/catalogue.ts'
import { dataFile, projectLaw } from './project-law.ts'

const concepts = loadConcepts(dataFile('data/glossary.csv'))
const terms = definedTerms(readProjectTexts('src', /\.ts$/))
const names = [...projectLaw().names(), ...proceduresAndOffices(readProjectTexts('data/procedures', /\.yaml$/)).map(({ name }) => name)]

describe('The glossary', () => {
  test.each(concepts.map((concept) => [concept.zh[0], concept] as const))('%s begins a comment of its rule', (zh, { rule }) => {
    expect(terms.some((term) => term.zh === zh && term.file === `src/${rule}`)).toBe(true)
  })

  test.each(concepts.map((concept) => [concept.zh[0], concept] as const))(
    '%s names parameters or procedures that there are',
    (_, { parameters }) => {
      expect(parameters.filter((prefix) => !names.some((name) => belongsTo(name, prefix)))).toEqual([])
    },
  )

  test('holds every term that begins a comment in a chapter of the scheme', () => {
    const known = new Set(concepts.flatMap(({ zh }) => zh))
    const told = terms.filter(({ file }) => /^src\/scheme\/[^/]+\//.test(file))
    expect(told.length).toBeGreaterThan(20)
    expect(told.filter(({ zh }) => !known.has(zh)).map(({ zh, file }) => `${zh} ${file}`)).toEqual([])
  })

  test('gives each term and each English name once', () => {
    const all = concepts.flatMap(({ zh, en }) => [...zh, ...en])
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([])
  })

  test('names rows that there are', () => {
    for (const { rows } of concepts) for (const row of rows) expect(CATALOGUE.rows.has(row), row).toBe(true)
  })

  test('covers every parameter of the law of benefits, premiums, subsidies, fund and cover', () => {
    const law = names.filter((name) => /^(benefit|premium|subsidy|fund|budget|critical_illness|assistance|enrolment|claims)\./.test(name))
    const missing = law.filter((name) => !concepts.some(({ parameters }) => parameters.some((prefix) => belongsTo(name, prefix))))
    expect(missing).toEqual([])
  })

  test('refuses a row with an empty cell, with its line', () => {
    expect(() => loadConcepts({ path: 'glossary.csv', text: 'zh,en,rule,parameters,rows\n起付线,,a.ts,b.c,R8\n' })).toThrow(
      'glossary.csv:2:1: no en',
    )
  })
})
