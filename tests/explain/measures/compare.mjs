/** annual.csv of a run, row by row, against what was worked out: nothing may be missing on either side, and each row is equal as it is printed. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Rows compared, and what differs, a line each. Of a county alone: what stands in the folder of `annual`. */
export function compareRows(measures, annual, [first, last]) {
  const money = new Set(rowsOf(join(dirname(annual), 'dictionary.csv')).flatMap(({ measure, unit }) => (unit === 'yuan' ? [measure] : [])))
  const differences = [...measures.burdens()]
  const seen = new Set()
  const unknown = new Set()
  for (const { replication, year, measure, group, value } of rowsOf(annual)) {
    if (replication !== '1') continue
    seen.add(`${measure}|${group}|${year}`)
    const found = measures.of(measure, group, Number(year))
    const isFen = money.has(measure) && !measures.isInYuan(measure)
    const expected = found === undefined ? undefined : printed(isFen ? found / 100 : found, money.has(measure))
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
