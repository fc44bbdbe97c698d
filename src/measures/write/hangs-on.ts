/** hangs_on.csv: which assumed parameters move each headline figure most. */
import type { HangsOnRow } from '../statistics/hangs-on.ts'
import { csv } from './csv.ts'

const COLUMNS = ['scenario', 'base', 'year', 'measure', 'rank', 'name', 'zh', 'en', 'unit', 'value', 'low', 'high', 'at_low', 'at_high']

/** Five digits: more is luck. */
export const told = (value: number | undefined): number | '' => (value === undefined ? '' : Number(value.toPrecision(5)))

export const hangsOnCsv = (rows: readonly HangsOnRow[]): string =>
  csv(
    COLUMNS,
    rows.map((one) => [
      ...[one.scenario, one.base, one.year, one.measure, one.rank, one.name, one.zh, one.en, one.unit, one.value, one.low, one.high],
      ...[told(one.atLow), told(one.atHigh)],
    ]),
  )
