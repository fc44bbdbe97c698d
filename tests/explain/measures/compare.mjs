/** The tables of a run, row by row, against what was worked out: nothing may be missing on either side, and each row is equal as it is printed. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Chance of what happened in the only replication, by Wilson: what it may be at least, and at most. */
const SQUARE = 1.959963984540054 ** 2
const CHANCE = {
  0: ['0', String(Number((SQUARE / (1 + SQUARE)).toPrecision(9)))],
  1: [String(Number((1 / (1 + SQUARE)).toPrecision(9))), '1'],
}
const QUANTILES = ['0.05', '0.25', '0.5', '0.75', '0.95'].map((share) => `quantile=${share}`)

/** Rows of annual.csv compared, and what differs, a line each. Of a county alone: what stands in the folder of `annual`. */
export function compareRows(measures, annual, [first, last]) {
  const money = moneyOf(dirname(annual))
  const differences = [...measures.burdens()]
  const seen = new Set()
  const unknown = new Set()
  for (const { replication, year, measure, group, value } of rowsOf(annual)) {
    if (replication !== '1') continue
    seen.add(`${measure}|${group}|${year}`)
    const expected = annualText(measures, money, { measure, group, year: Number(year) })
    if (expected === undefined) unknown.add(measure)
    else if (expected !== value) differences.push(`${measure} ${group} of ${year} is ${value} in the run, worked out ${expected}`)
  }
  for (const measure of unknown) differences.push(`nobody works out ${measure}: tell it in tests/explain/measures`)
  for (const key of measures.rows()) {
    const year = Number(key.split('|')[2])
    if (year >= first && year <= last && !seen.has(key)) differences.push(`${key} is worked out and stands not in the run`)
  }
  return { rows: seen.size, differences }
}

/**
 * Rows of monthly.csv, ledger.csv, solvency.csv, summary.csv and headline.csv of a run of one replication, each against the text that it
 * should be; none may be missing on either side.
 */
export function compareTables(measures, folder, [first, last]) {
  const money = moneyOf(folder)
  const isReported = ({ year }) => year >= first && year <= last
  const [months, accounts] = [measures.months.filter(isReported), measures.accounts.filter(isReported)]
  const yuan = (fen) => printed(fen / 100, true)
  const monthText = ({ measure, value }) => (money.has(measure) ? yuan(value) : printed(value, false))
  const annual = (measure, year) => annualText(measures, money, { measure, group: '', year })
  const tables = [
    holdTable(folder, 'monthly', ['year', 'month', 'measure', 'group'], {
      value: new Map(months.map((one) => [`${one.year}|${one.month}|${one.measure}|`, monthText(one)])),
    }),
    holdTable(folder, 'ledger', ['year', 'account'], {
      debit_fen: new Map(accounts.map(({ year, account, debits }) => [`${year}|${account}`, String(debits)])),
      credit_fen: new Map(accounts.map(({ year, account, credits }) => [`${year}|${account}`, String(credits)])),
    }),
    holdTable(folder, 'solvency', ['year', 'month', 'measure', 'group'], solvency(measures, [first, last], { annual, months, monthText })),
    summary(measures, folder, money),
    headlines(folder, annual),
  ]
  return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), differences: tables.flatMap(({ differences }) => differences) }
}

/** Cells of a table by its keys, as they are and as they should be. */
function holdTable(folder, table, keys, expected) {
  const differences = []
  const rows = rowsOf(join(folder, `${table}.csv`))
  const seen = new Set()
  for (const row of rows) {
    const key = keys.map((one) => row[one]).join('|')
    seen.add(key)
    for (const [column, cells] of Object.entries(expected))
      if (cells.get(key) !== row[column])
        differences.push(`${table} ${key}: ${column} is ${row[column]} in the run, worked out ${cells.get(key)}`)
  }
  const all = new Set(Object.values(expected).flatMap((cells) => [...cells.keys()]))
  for (const key of all) if (!seen.has(key)) differences.push(`${table} ${key} is worked out and stands not in the run`)
  return { rows: rows.length, differences }
}

/** One replication is its own mean and each of its quantiles, without bounds; a chance has Wilson's. */
function solvency(measures, [first, last], { annual, months, monthText }) {
  const [value, lower, upper] = [new Map(), new Map(), new Map()]
  const put = (key, text, bounds) => {
    value.set(key, text)
    lower.set(key, bounds[0])
    upper.set(key, bounds[1])
  }
  const spread = (key, text) => {
    for (const group of ['', ...QUANTILES]) put(`${key}|${group}`, text, ['', ''])
  }
  const happened = { deficit: 0, insolvent: 0 }
  for (let year = first; year <= last; year++) {
    for (const measure of ['cumulative_balance', 'current_balance', 'reserve_months']) spread(`${year}||${measure}`, annual(measure, year))
    const owed = ['incurred_unreported', 'unpaid_approved'].reduce((sum, measure) => sum + measures.of(measure, '', year), 0)
    spread(`${year}||incurred_unpaid`, printed(owed / 100, true))
    for (const measure of ['deficit', 'insolvent']) {
      const now = measures.of(measure, '', year)
      happened[measure] = Math.max(happened[measure], now)
      put(`${year}||${measure}|`, String(now), CHANCE[now])
      put(`${year}||${measure}_so_far|`, String(happened[measure]), CHANCE[happened[measure]])
    }
  }
  for (const one of months.filter(({ measure }) => ['cash', 'payables'].includes(measure)))
    spread(`${one.year}|${one.month}|${one.measure}`, monthText(one))
  return { value, lower, upper }
}

function summary(measures, folder, money) {
  const rows = rowsOf(join(folder, 'summary.csv'))
  const differences = []
  for (const { year, measure, group, n, mean, se, p05, p50, p95 } of rows) {
    const expected = annualText(measures, money, { measure, group, year: Number(year) })
    const cells = [n, mean, se, p05, p50, p95].join(' ')
    if (cells !== `1 ${expected}  ${expected} ${expected} ${expected}`)
      differences.push(`summary ${year} ${measure} ${group} is ${cells} in the run, worked out ${expected}`)
  }
  return { rows: rows.length, differences }
}

function headlines(folder, annual) {
  const rows = rowsOf(join(folder, 'headline.csv'))
  const differences = rows.flatMap(({ scenario: _, n: __, area: ___, year, ...cells }) =>
    Object.entries(cells)
      .filter(([measure]) => !measure.endsWith('_published'))
      .flatMap(([measure, cell]) => {
        const expected = annual(measure, Number(year))
        return cell === (expected ?? '') ? [] : [`headline ${year} ${measure} is ${cell} in the run, worked out ${expected}`]
      }),
  )
  return { rows: rows.length, differences }
}

const moneyOf = (folder) =>
  new Set(rowsOf(join(folder, 'dictionary.csv')).flatMap(({ measure, unit }) => (unit === 'yuan' ? [measure] : [])))

/** What a row of annual.csv should say; undefined where nobody works it out. */
function annualText(measures, money, { measure, group, year }) {
  const found = measures.of(measure, group, year)
  if (found === undefined) return undefined
  return printed(money.has(measure) && !measures.isInYuan(measure) ? found / 100 : found, money.has(measure))
}

/** Money with two decimals, counts whole, all else with nine digits. */
function printed(value, isMoney) {
  if (isMoney) return value.toFixed(2).replace(/^-(0\.00)$/, '$1')
  return String(Number.isInteger(value) ? value + 0 : Number(value.toPrecision(9)))
}

/** No cell of the columns read here holds a comma or a quote. */
function rowsOf(path) {
  const [head, ...lines] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const columns = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])))
}
