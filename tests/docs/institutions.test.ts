/** docs/institutions.md says for each row where its rules, cases, events and measures are: here it is held to that. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { MEASURES } from '../../src/measures/definitions.ts'
import { CATALOGUE } from '../explain/catalogue.ts'

const text = readFileSync('docs/institutions.md', 'utf8')
const ROWS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R17', 'R20']
const SORTS = ['ordinary', 'boundary', 'refusal'] as const

interface Case {
  readonly title: string
  readonly rows?: readonly string[]
}

/** Lines of the table whose head begins with these words, as cells. */
function tableOf(...head: string[]): string[][] {
  const lines = text.split('\n')
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  const start = lines.findIndex((line) => line.startsWith('|') && head.every((word, at) => cells(line)[at] === word))
  if (start < 0) throw new Error(`docs/institutions.md has no table ${head.join(' | ')}`)
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'))
  return lines.slice(start + 2, end < 0 ? undefined : end).map(cells)
}

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word)

const cases = new Map(
  readdirSync('tests/cases', { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name): [string, Case[]] => [name, parse(readFileSync(`tests/cases/${name}`, 'utf8'), { merge: true })]),
)

const parts = new Map(tableOf('row', 'rules and data').map(([row, files, measures]) => [row, { files, measures }]))
const examples = tableOf('row', 'sort', 'case')

describe('docs/institutions.md', () => {
  test('has every row of the institutions at home, in the tables and as a chapter with its documents', () => {
    expect([...parts.keys()]).toEqual(ROWS)
    for (const row of ROWS) {
      const chapter = new RegExp(`^## ${row} [^\\n]+\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(text)
      expect(chapter, row).not.toBeNull()
      for (const document of CATALOGUE.rows.get(row)?.documents ?? []) expect(chapter?.[1], `${row} cites ${document}`).toContain(document)
      expect(chapter?.[1], `${row} says what is simplified`).toMatch(/\*\*Simplified\*\*/)
    }
  })

  test.each(ROWS)('%s: its rules and data exist', (row) => {
    const files = quoted(parts.get(row)?.files ?? '')
    expect(files.some((file) => /^(src|data)\//.test(file))).toBe(true)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  test('every row that happens to persons has events in the catalogue', () => {
    const rows = new Set([...CATALOGUE.kinds.values()].flatMap((kind) => kind.rows))
    expect(ROWS.filter((row) => !rows.has(row))).toEqual(['R5', 'R20'])
  })

  test.each(ROWS)('%s: its measures exist', (row) => {
    const measures = quoted(parts.get(row)?.measures ?? '')
    expect(measures.length).toBeGreaterThan(0)
    expect(measures.filter((name) => !(name in MEASURES))).toEqual([])
  })

  test.each(ROWS)('%s: has an ordinary case, a boundary and a refusal or return, which name the row', (row) => {
    const own = examples.filter(([name]) => name === row)
    expect(new Set(own.map(([, sort]) => sort))).toEqual(new Set(SORTS))
    for (const [, , cell] of own) {
      const [file, title] = /^`([^`]+)`: (.+)$/.exec(cell)?.slice(1) ?? []
      const found = cases.get(file)?.find((one) => one.title === title)
      expect(found, `${file}: ${title}`).toBeDefined()
      expect(found?.rows, `${file}: ${title}`).toContain(row)
    }
  })

  test('every case of a policy names its rows', () => {
    for (const [file, list] of cases)
      for (const { title, rows } of list) {
        expect(rows?.length, `${file}: ${title}`).toBeGreaterThan(0)
        expect(
          rows?.filter((row) => !ROWS.includes(row)),
          `${file}: ${title}`,
        ).toEqual([])
      }
  })
})
