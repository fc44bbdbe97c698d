/** docs/reading-results.md, in both languages: every file, column, measure and group that it names is one that results have. */
import { describe, expect, test } from 'vitest'
import { dictionaryRows } from '../../../src/measures/dictionary.ts'
import { comparisonCsv, dictionaryCsv, solvencyCsv, winnersCsv } from '../../../src/measures/write/comparison.ts'
import { annualCsv, headlineCsv, ledgerCsv, monthlyCsv, summaryCsv } from '../../../src/measures/write/csv.ts'
import { hangsOnCsv } from '../../../src/measures/write/hangs-on.ts'
import { parametersCsv } from '../../../src/measures/write/parameters.ts'
import { GROUP_KINDS } from '../../../src/words/groups.ts'
import { blocksOf, PAGES, pageOf, recipesOf, TOLD } from './page.ts'

const isMoney = () => false
const HEADERS: Readonly<Record<string, string>> = {
  headline: headlineCsv([], isMoney),
  solvency: solvencyCsv([], isMoney),
  comparison: comparisonCsv([], isMoney),
  winners: winnersCsv([], isMoney),
  summary: summaryCsv([], isMoney),
  annual: annualCsv([], isMoney),
  monthly: monthlyCsv([], isMoney),
  ledger: ledgerCsv([]),
  parameters: parametersCsv([]),
  dictionary: dictionaryCsv([]),
}
const columnsOf = (header: string) => header.replace(/^\uFEFF|\r\n$/g, '').split(',')
const COLUMNS = new Map(Object.entries(HEADERS).map(([name, header]) => [name, columnsOf(header)]))
const OTHERS = ['hangs_on.csv', 'results.xlsx', 'report.html', 'run.json']
const FILES = [...COLUMNS.keys()].flatMap((name) => [`${name}.csv`, `${name}.parquet`]).concat(OTHERS)
/** what the recipes add to a table */
const MADE = ['group_zh', 'group_en']
const NAMES = new Set([
  ...[...COLUMNS.values()].flat(),
  ...columnsOf(hangsOnCsv([])),
  ...dictionaryRows().map(({ measure }) => measure),
  ...Object.entries(GROUP_KINDS).flatMap(([kind, { values }]) => [kind, ...Object.keys(values)]),
  ...COLUMNS.keys(),
  ...MADE,
])

/** Words in quotes of a program that are none of ours. */
const OF_PROGRAMS = ['all', 'group', 'yes', 'no', 'reported', 'utf8', 'utf-8-sig', 'left', 'arquero', 'node:fs', '.csv', 'about', 'assumed']
const quoted = (code: string) => [...code.matchAll(/(["'])([a-z][\w.:=-]*|\.csv)\1/g)].map(([, , word]) => word)
const inProse = (page: string) => page.replace(/```[\s\S]*?```/g, '')
const named = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name)

const OF_STATA = ['if', 'missing', 'inlist', 'r', 'max']

/** What a line of Stata that keeps, lists or sorts says of variables: neither texts nor options. */
function variablesOf(line: string): string[] {
  const told = /^(?:keep|sort|list|destring|summarize|count) (.*)/.exec(line.replace(/"[^"]*"/g, ''))?.[1] ?? ''
  const words = (line.startsWith('keep if') ? told : told.split(', ')[0]).match(/[a-z]\w*/g) ?? []
  return words.filter((word) => !OF_STATA.includes(word))
}

describe.each(PAGES)('docs/%s', (name) => {
  const page = pageOf(name)
  const [, ofFiles, ofColumns] = inProse(page).split(/^## .*$/m)
  const rows = (chapter: string) => [...chapter.matchAll(/^\| (?:.* \| )?`(\w+)\.csv` \| (.*) \|$/gm)]

  test('tells what each table is for, and of each table all columns in their order', () => {
    expect(rows(ofFiles).map(([, file]) => file)).toEqual([...COLUMNS.keys()])
    const told = rows(ofColumns).map(([, file, columns]) => [file, named(columns)] as const)
    expect(told.map(([file]) => file)).toEqual([...COLUMNS.keys()])
    for (const [file, columns] of told) {
      const own = COLUMNS.get(file) ?? []
      // the measures of headline.csv are as many as there are: its ends are told
      if (file !== 'headline') expect(columns, file).toEqual(own)
      else expect(own.filter((column) => columns.includes(column))).toEqual(columns)
    }
    expect(COLUMNS.get('headline')?.at(-3)).toBe('poverty_after_reimbursement')
  })

  test('names files and columns that there are', () => {
    const files = page.match(/\b(?!read\.csv)\w+\.(csv|parquet|xlsx|json|html)\b/g) ?? []
    expect([...new Set(files)].filter((file) => !FILES.includes(file))).toEqual([])
    const words = named(inProse(page)).filter((word) => /^[a-z0-9]+(_[a-z0-9]+)+$/.test(word))
    expect(words.length).toBeGreaterThan(20)
    expect(words.filter((word) => !NAMES.has(word))).toEqual([])
    const groups = named(inProse(page)).filter((word) => /^\w+=[\w.]+$/.test(word))
    expect(groups.filter((group) => !dictionaryRows().some(({ measure }) => measure === group))).toEqual([])
  })

  test.each(['r', 'python', 'stata', 'js'])('asks in %s for nothing else than what there is', (program) => {
    const words = blocksOf(page, program).flatMap((block) => quoted(block))
    expect(words.length).toBeGreaterThan(8)
    const known = (word: string) => NAMES.has(word) || OF_PROGRAMS.includes(word)
    expect(words.filter((word) => !known(word))).toEqual([])
    // columns after a dollar or a dot, not what programs call their own
    const columns = blocksOf(page, program).flatMap((block) => [...block.matchAll(/(?:\w\$|\brow\.)([a-z]\w*)/g)].map(([, word]) => word))
    expect(columns.filter((word) => !NAMES.has(word))).toEqual([])
  })

  test('keeps and lists in Stata variables that the file has', () => {
    for (const block of recipesOf(page, 'stata')) {
      let columns: readonly string[] = []
      for (const line of block.split('\n')) {
        const opened = /^import delimited using "[^"]*\/(\w+)\.csv"/.exec(line)?.[1]
        if (opened) columns = COLUMNS.get(opened) ?? []
        else expect(variablesOf(line).filter((word) => !columns.includes(word))).toEqual([])
      }
      expect(columns.length).toBeGreaterThan(0)
    }
  })

  test('ends in every program that is run with the same tables', () => {
    for (const program of ['r', 'python', 'js']) {
      const code = recipesOf(page, program).join('\n')
      expect(
        TOLD.filter((table) => !new RegExp(`^(export const )?${table} (<-|=) `, 'm').test(code)),
        program,
      ).toEqual([])
    }
  })
})
