import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadConcepts } from '../../src/policy/lookup/concepts.ts'
import { BEFORE_CHAPTERS, BESIDE_CHAPTERS, CHAPTERS, ORDER_OF_LAW } from '../../src/scheme/index.ts'

const steps = Object.values(ORDER_OF_LAW).flat()

describe('The order of the law', () => {
  test.each(steps)('$en ($zh) is done by a function of that name', ({ rule }) => {
    const [file, name] = rule.split(' ')
    expect(readFileSync(`src/${file}`, 'utf8')).toMatch(new RegExp(`(function|const) ${name}\\b|^ {2}${name}\\(`, 'm'))
  })

  test('places every folder, and has a step in every chapter', () => {
    const folders = readdirSync('src/scheme', { withFileTypes: true }).filter((one) => one.isDirectory())
    const chapters = CHAPTERS.flat()
    expect(folders.map(({ name }) => name).sort()).toEqual([...chapters, ...BEFORE_CHAPTERS, ...BESIDE_CHAPTERS].sort())
    for (const chapter of chapters)
      expect(
        steps.some(({ rule }) => rule.startsWith(`scheme/${chapter}/`)),
        chapter,
      ).toBe(true)
  })

  test('calls most steps by terms of the glossary', () => {
    const concepts = loadConcepts({ path: 'data/glossary.csv', text: readFileSync('data/glossary.csv', 'utf8') })
    const named = steps.filter(({ zh }) => concepts.some((concept) => concept.zh.includes(zh)))
    expect(named.length).toBeGreaterThan(steps.length / 2)
  })
})
