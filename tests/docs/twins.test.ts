/** Pages in two languages tell the same: the same headings, names, commands and links in both. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const PAGES = ['compare', 'exact', 'how-to/amendment', 'institutions', 'limits', 'microdata', 'protection', 'reading-results']
const read = (name: string) => readFileSync(`docs/${name}.md`, 'utf8')
const sorted = (found: Iterable<string>) => [...new Set(found)].sort()
const names = (text: string) => sorted([...text.matchAll(/`[^`\n]+`/g)].map(([name]) => name))
const commands = (text: string) => [...text.matchAll(/^ {4}(npx .*)$/gm)].map(([, command]) => command.replace(/ --lang zh$/, ''))
/** Code without what is said in it. */
const code = (text: string) => [...text.matchAll(/```[\s\S]*?```/g)].map(([block]) => block.replace(/ *(#|\/\/) .*$/gm, ''))
const cells = (text: string) => [...text.matchAll(/^\|.*\|$/gm)].map(([row]) => row.split('|').length)
const points = (text: string) => text.match(/^(-|\d+\.) /gm)
/** 12月31日 is 31 December: months are numbers in Chinese alone. */
const figures = (text: string) => sorted([...text.replace(/\d+ ?月/g, '').matchAll(/\d+\.\d+|\d{2,}/g)].map(([figure]) => figure))

describe.each(PAGES)('docs/%s.md and its Chinese twin', (page) => {
  const [en, zh] = [read(page), read(`${page}.zh`)]

  test('lead to each other', () => {
    expect(en).toContain(`[中文](${basename(page)}.zh.md)`)
    expect(zh).toContain(`[English](${basename(page)}.md)`)
    for (const [, target] of zh.matchAll(/\]\(([^)#]+)[^)]*\)/g)) expect(existsSync(join('docs', dirname(page), target)), target).toBe(true)
  })

  test('name the same things, commands and figures under as many headings', () => {
    expect(names(zh)).toEqual(names(en))
    expect(commands(zh)).toEqual(commands(en))
    expect(figures(zh)).toEqual(figures(en))
    expect(zh.match(/^#+ /gm)).toEqual(en.match(/^#+ /gm))
  })

  test('have the same code, tables of the same form and as many points', () => {
    expect(code(zh)).toEqual(code(en))
    expect(cells(zh)).toEqual(cells(en))
    expect(points(zh)).toEqual(points(en))
  })
})

const CHINESE = ['README.zh.md', ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zh.md'))]

test.each(CHINESE)('%s leads to the Chinese twin of a page where there is one', (name) => {
  const path = existsSync(name) ? name : `docs/${name}`
  const links = [...readFileSync(path, 'utf8').matchAll(/\[([^\]]+)\]\(([^)#]+)\.md[^)]*\)/g)].filter(([, label]) => label !== 'English')
  const others = links.map(([, , target]) => target).filter((target) => !target.endsWith('.zh'))
  expect(others.filter((target) => existsSync(join(dirname(path), `${target}.zh.md`)))).toEqual([])
})
