/** Monthly rows and ledger rows, by area. */
import { FEN_PER_YUAN } from '../kernel/money.ts'
import type { CountyRecord } from '../scheme/record.ts'
import { areas } from './annual.ts'
import { MEASURES } from './definitions.ts'
import type { LedgerRow, MonthlyRow } from './rows.ts'

/** State of fund and desks at the end of each month of the reported years. */
export function monthlyRows(scenario: string, records: readonly CountyRecord[], years: readonly [number, number]): MonthlyRow[] {
  const rows: MonthlyRow[] = []
  for (const { replication, area, members } of areas(records)) {
    for (const { year, month } of members[0].months) {
      if (year < years[0] || year > years[1]) continue
      const sums: Record<string, number> = {}
      for (const record of members) {
        const found = record.months.find((one) => one.year === year && one.month === month)
        for (const [name, value] of Object.entries(found?.sums ?? {})) sums[name] = (sums[name] ?? 0) + value
      }
      const add = (measure: string, value: number) => rows.push({ scenario, replication, year, month, area, measure, group: '', value })
      for (const [name, value] of Object.entries(sums))
        if (MEASURES[name]) add(name, MEASURES[name].unit === 'yuan' ? value / FEN_PER_YUAN : value)
      if (sums.claims_paid > 0) add('days_to_payment', sums.claim_days_sum / sums.claims_paid)
    }
  }
  return rows
}

/** Turnover of every account of every county (not of the total: books are kept by county), whole fen. */
export function ledgerRows(scenario: string, records: readonly CountyRecord[], years: readonly [number, number]): LedgerRow[] {
  return areas(records)
    .filter(({ members }) => members.length === 1)
    .flatMap(({ replication, area, members }) =>
      members[0].ledger
        .filter(({ year }) => year >= years[0] && year <= years[1])
        .map(({ year, account, debitFen, creditFen }) => ({ scenario, replication, year, area, account, debitFen, creditFen })),
    )
}
