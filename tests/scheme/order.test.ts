import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadConcepts } from '../../src/policy/lookup/concepts.ts'
import { CHAPTERS, ORDER_OF_LAW } from '../../src/scheme/index.ts'

const steps = Object.values(ORDER_OF_LAW).flat()
const walk = /\n## A stay's bill\n([\s\S]*?)(?=\n## |$)/.exec(readFileSync('docs/design.md', 'utf8'))?.[1] ?? ''
const files = [...walk.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file]) => file)

describe('The order of the law', () => {
  test.each(steps)('$en ($zh) is done by a function of that name', ({ rule }) => {
    const [file, name] = rule.split(' ')
    expect(readFileSync(`src/${file}`, 'utf8')).toMatch(new RegExp(`function ${name}\\b|^ {2}${name}\\(`, 'm'))
  })

  test('has a step in every chapter, and each is a folder', () => {
    const folders = readdirSync('src/scheme', { withFileTypes: true }).filter((one) => one.isDirectory())
    expect(folders.map(({ name }) => name)).toEqual(expect.arrayContaining([...CHAPTERS]))
    for (const chapter of CHAPTERS)
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

describe("The walk of a stay's bill through the files", () => {
  test('enters at most 12, none twice, all of which there are', () => {
    expect(files.length).toBeGreaterThan(5)
    expect(files.length).toBeLessThanOrEqual(12)
    expect(new Set(files).size).toBe(files.length)
    for (const file of files) expect(() => readFileSync(file)).not.toThrow()
  })
})
