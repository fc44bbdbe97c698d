/** docs/scenario.md and its Chinese twin: every key of a scenario file has an entry, and the example of each is a valid scenario. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { scenarioSchema } from '../../src/scenario/schema.ts'
import { emptyFolder, hezuo } from '../cli/command.ts'

const root = join(import.meta.dirname, '../..')
const PAGES = ['scenario.md', 'scenario.zh.md']

/** Headings in code with the YAML below each. */
function entriesOf(page: string): Map<string, string | undefined> {
  const text = readFileSync(join(root, 'docs', page), 'utf8')
  const parts = text.split(/^##+ `/m).slice(1)
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('`')), /```yaml\n([\s\S]*?)```/.exec(part)?.[1]]))
}

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly anyOf?: readonly Shape[]
}

/** Dotted names of everything that the schema knows under a key. */
function keysIn({ properties = {}, anyOf = [] }: Shape, under = ''): string[] {
  const own = Object.entries(properties).flatMap(([key, inner]) => [`${under}${key}`, ...keysIn(inner, `${under}${key}.`)])
  return [...own, ...anyOf.flatMap((shape) => keysIn(shape, under))]
}

const KEYS = keysIn(z.toJSONSchema(scenarioSchema, { io: 'input' }) as Shape)
const holds = (content: unknown, path: readonly string[]): boolean =>
  path.length === 0 ||
  (typeof content === 'object' && content !== null && Object.hasOwn(content, path[0]) && holds(within(content, path[0]), path.slice(1)))
const within = (content: object, key: string): unknown => Object.entries(content).find(([own]) => own === key)?.[1]

test('The schema of scenarios is read to its last key', () => {
  expect(KEYS).toEqual(expect.arrayContaining(['seed', 'title.zh', 'population.microdata.households', 'mechanisms.need.outpatient']))
  expect(KEYS.length).toBeGreaterThan(35)
})

describe.each(PAGES)('docs/%s', (page) => {
  const entries = entriesOf(page)
  const folder = join(emptyFolder(), 'scenarios')
  beforeAll(() => {
    cpSync(join(root, 'scenarios'), folder, { recursive: true })
    mkdirSync(join(folder, '../data'))
    cpSync(join(root, 'data/microdata'), join(folder, '../data/microdata'), { recursive: true })
  })

  test.each(KEYS)('has an entry for %s, or for what it stands in, whose example holds it', (key) => {
    const path = key.split('.')
    const heading = path.map((_, index) => path.slice(0, path.length - index).join('.')).find((name) => entries.has(name))
    expect(heading, `${key} has no entry`).toBeDefined()
    // population and mechanisms themselves are told by their parts
    const example = [...entries].find(([name, text]) => text !== undefined && (name === heading || name.startsWith(`${heading}.`)))?.[1]
    expect(holds(parse(example ?? ''), path), `${key} is not in the example`).toBe(true)
    if (path[0] === 'population' || path[0] === 'mechanisms') expect(entries.has(path.slice(0, 2).join('.'))).toBe(true)
  })

  test('has no entry for what is no key', () => {
    expect([...entries.keys()].filter((name) => !KEYS.includes(name))).toEqual([])
  })

  const examples = [...entries].filter(([, text]) => text !== undefined)

  test('gives for each a scenario that is valid', async () => {
    expect(examples.length).toBeGreaterThan(20)
    const files = examples.map(([name, text = '']) => {
      const isWhole = text.includes('extends:')
      const rest = [
        ...(isWhole || /^name:/m.test(text) ? [] : [`name: ${name.replaceAll('.', '-')}`]),
        ...(isWhole || /^years:/m.test(text) ? [] : ['years: [2012, 2015]']),
        ...(isWhole || /^population:/m.test(text) ? [] : ['population: { persons: 500 }']),
      ]
      const file = join(folder, `${name}.yaml`)
      writeFileSync(file, `${text}${rest.join('\n')}\n`)
      return file
    })
    const { code, stdout, stderr } = await hezuo('check', ...files)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.match(/: valid\. /g)).toHaveLength(files.length)
  })

  test('begins with a whole scenario', async () => {
    const file = join(folder, 'whole.yaml')
    writeFileSync(file, /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs', page), 'utf8'))?.[1] ?? '')
    expect((await hezuo('check', file)).code).toBe(0)
  })
})
