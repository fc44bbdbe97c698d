/** Pages in two languages tell the same: the same headings, names, commands and links in both. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const PAGES = ['compare']
const read = (name: string) => readFileSync(`docs/${name}.md`, 'utf8')
const sorted = (found: Iterable<string>) => [...new Set(found)].sort()
const names = (text: string) => sorted([...text.matchAll(/`[^`\n]+`/g)].map(([name]) => name))
const commands = (text: string) => [...text.matchAll(/^ {4}(npx .*)$/gm)].map(([, command]) => command.replace(/ --lang zh$/, ''))
const figures = (text: string) => sorted([...text.matchAll(/\d+\.\d+|\d{2,}/g)].map(([figure]) => figure))

describe.each(PAGES)('docs/%s.md and its Chinese twin', (page) => {
  const [en, zh] = [read(page), read(`${page}.zh`)]

  test('lead to each other', () => {
    expect(en).toContain(`[中文](${page}.zh.md)`)
    expect(zh).toContain(`[English](${page}.md)`)
    for (const [, target] of zh.matchAll(/\]\(([^)#]+)[^)]*\)/g)) expect(existsSync(`docs/${target}`), target).toBe(true)
  })

  test('name the same things, commands and figures under as many headings', () => {
    expect(names(zh)).toEqual(names(en))
    expect(commands(zh)).toEqual(commands(en))
    expect(figures(zh)).toEqual(figures(en))
    expect(zh.match(/^#+ /gm)).toEqual(en.match(/^#+ /gm))
  })
})
