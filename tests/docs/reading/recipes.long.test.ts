/** The recipes of docs/reading-results.md, run by the programs that are installed: each gives the rows that the files hold. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../../../src/policy/csv.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../../cli/command.ts'
import { otherWaysOf, PAGES, pageOf, recipesOf, TOLD } from './page.ts'

type Row = Readonly<Record<string, string>>
type Told = (typeof TOLD)[number]
interface Program {
  readonly block: string
  readonly file: string
  readonly command: string
  /** asks whether all that the recipes need is installed */
  readonly needs: readonly string[]
  readonly write: (table: Told) => string
}

const PROGRAMS: readonly Program[] = [
  {
    ...{ block: 'r', file: 'recipes.R', command: 'Rscript', needs: ['--version'] },
    write: (table) => `write.csv(${table}, "${table}.told", row.names = FALSE, na = "", fileEncoding = "UTF-8")`,
  },
  {
    ...{ block: 'python', file: 'recipes.py', command: 'python3', needs: ['-c', 'import pandas'] },
    write: (table) => `${table}.to_csv("${table}.told", index=False, encoding="utf-8")`,
  },
  {
    ...{ block: 'js', file: 'recipes.mjs', command: process.execPath, needs: ['--version'] },
    write: (table) => `writeFileSync('${table}.told', ${table}.toCSV())`,
  },
]
const isThere = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
const SCENARIOS = {
  'base.yaml': 'name: subsidy-years\nyears: [2012, 2013]\npopulation: {persons: 600, counties: 2}\nreplications: 3\n',
  'reform.yaml': 'extends: base.yaml\nname: higher-rate\npolicy: {benefit.rate.county_hospital: {2013-01-01: 0.87}}\n',
}
const work = emptyFolder()
const results = join(work, 'out/higher-rate')
afterAll(() => rmSync(work, { recursive: true, force: true }))

const rowsIn = (path: string): Row[] => readCsv(path, readFileSync(path, 'utf8'), []).rows.map(({ cells }) => cells)
const table = (name: string) => rowsIn(join(results, `${name}.csv`))
const only = (columns: string, rows: readonly Row[]): Row[] =>
  rows.map((row) => Object.fromEntries(columns.split(' ').map((name) => [name, row[name]])))
const ofAll = (row: Row) => row.area === 'all' && row.group === ''

/** What the recipes are to find, from the same files by other means. */
function expected(): Readonly<Record<Told, Row[]>> {
  const words = new Map(table('dictionary').map((row) => [row.measure, row]))
  const lastYear = (row: Row) => row.year === '2013' && ['winners_share', 'losers_share'].includes(row.measure)
  const labelled = table('summary').map((row) => {
    const { unit, zh, en } = words.get(row.measure) ?? {}
    const group = words.get(row.group)
    const kind = { group_kind: group?.group_kind ?? '', group_value: group?.group_value ?? '' }
    return { ...row, unit, zh, en, group_zh: group?.zh ?? '', group_en: group?.en ?? '', ...kind }
  })
  return {
    fund: only(
      'scenario year value lower upper',
      table('solvency').filter((row) => ofAll(row) && row.measure === 'cumulative_balance' && row.month === ''),
    ),
    effect: only(
      'scenario year base_mean reform_mean difference lower upper effect',
      table('comparison').filter((row) => ofAll(row) && row.measure === 'effective_reimbursement_rate'),
    ),
    deciles: only(
      'scenario measure group_value value lower upper',
      table('winners').filter((row) => row.group_kind === 'decile' && lastYear(row)),
    ),
    labelled,
    changed: only(
      'scenario name zh year base reform unit source',
      table('parameters').filter((row) => row.base !== row.reform && row.period === 'reported'),
    ),
  }
}

/** Rows without regard to order, figures as figures: programs write 5931.2 for 5931.20. */
const alike = (rows: readonly Row[]) =>
  rows
    .map((row) => Object.entries(row).map(([name, text]) => `${name}: ${text === '' || Number.isNaN(Number(text)) ? text : Number(text)}`))
    .map((cells) => cells.sort().join(', '))
    .sort()

beforeAll(async () => {
  const [base, reform] = scenarioFiles(work, SCENARIOS)
  mkdirSync(join(work, 'out'))
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(work, 'node_modules'), 'junction')
  const options = ['--replications', '3', '--charts', 'none', '--sensitivity', 'none', '--format', 'csv,parquet,xlsx', '--quiet']
  expect(await hezuo('compare', base, reform, '--out', results, ...options)).toMatchObject({ code: 0 })
})

test('There is something to find in each table', () => {
  const { fund, effect, deciles, labelled, changed } = expected()
  expect([fund.length, effect.length, deciles.length, changed.length]).toEqual([4, 2, 20, 1])
  expect(effect.map((row) => Number(row.difference) !== 0)).toEqual([false, true])
  expect(labelled.length).toBe(table('summary').length)
  expect(labelled.filter((row) => !row.zh || !row.en || (row.group !== '' && !row.group_zh))).toEqual([])
})

test('Money of the books is in fen, of each county: fund_income is what is credited more to income than debited', () => {
  const isOfReform = (row: Row) => row.scenario === 'higher-rate' && row.replication === '1' && row.year === '2013'
  const income = table('ledger').filter((row) => isOfReform(row) && row.account.startsWith('income:'))
  const fen = income.reduce((sum, row) => sum + Number(row.credit_fen) - Number(row.debit_fen), 0)
  const told = table('annual').find((row) => isOfReform(row) && ofAll(row) && row.measure === 'fund_income')
  expect((fen / 100).toFixed(2)).toBe(told?.value)
})

// the twin has the same code (twins.test.ts)
describe(`The recipes of docs/${PAGES[0]}`, () => {
  const page = pageOf(PAGES[0])

  test.for(PROGRAMS)('in $block find what the files hold', (program, { skip }) => {
    if (!isThere(program.command, program.needs)) return skip(`${program.command} or what it needs is not installed`)
    const wanted = expected()
    for (const told of TOLD) rmSync(join(work, `${told}.told`), { force: true })
    const first = program.block === 'js' ? "import { writeFileSync } from 'node:fs'" : ''
    writeFileSync(join(work, program.file), [first, ...recipesOf(page, program.block), ...TOLD.map(program.write)].join('\n'))
    done(program.command, program.file)
    for (const told of TOLD) expect(alike(rowsIn(join(work, `${told}.told`))), told).toEqual(alike(wanted[told]))
  })

  test.for(otherWaysOf(page, 'r'))('read the same rows: %s', (line, { skip }) => {
    const reader = /(\w+)::/.exec(line)?.[1]
    const asked = `quit(status = if (requireNamespace("${reader}", quietly = TRUE)) 0 else 1)`
    if (!isThere('Rscript', ['-e', asked])) return skip(`the R package ${reader} is not installed`)
    const [variable] = line.split(' ')
    expect(done('Rscript', '-e', `${line}; cat(nrow(${variable}), sum(${variable}$n))`)).toContain(counted())
  })

  test.for(otherWaysOf(page, 'python'))('read the same rows: %s', (line, { skip }) => {
    const reader = line.includes('parquet') ? 'pyarrow' : 'openpyxl'
    if (!isThere('python3', ['-c', `import pandas, ${reader}`])) return skip(`pandas or ${reader} is not installed`)
    const [variable] = line.split(' ')
    const code = `import pandas as pd\n${line}\nprint(len(${variable}), ${variable}["n"].sum())`
    expect(done('python3', '-c', code)).toContain(counted())
  })
})

/** Runs a program to its end in the folder that holds out/higher-rate; gives what it says. */
function done(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: work, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return stdout
}

/** Rows of summary.csv, and the sum of their replications. */
function counted(): string {
  const rows = table('summary')
  return `${rows.length} ${rows.reduce((sum, row) => sum + Number(row.n), 0)}`
}
