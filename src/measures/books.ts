/** Monthly rows and ledger rows, by area. */
import { FEN_PER_YUAN } from '../kernel/money.ts'
import type { CountyRecord } from '../scheme/record.ts'
import { type AreaSums, areasOf, inOrder, type Years } from './areas.ts'
import { MEASURES } from './definitions.ts'
import type { LedgerRow, MonthlyRow } from './rows.ts'

/** State of fund and desks at the end of each month of the reported years. */
export function monthlyRows(scenario: string, records: readonly CountyRecord[], years: Years): MonthlyRow[] {
  return [...areasOf(inOrder(records), years)].flatMap((area) => monthlyRowsOf(scenario, area))
}

/** Those of one area of one replication. */
export function monthlyRowsOf(scenario: string, { replication, area, months }: AreaSums): MonthlyRow[] {
  const rows: MonthlyRow[] = []
  for (const { year, month, sums } of months) {
    const add = (measure: string, value: number) => rows.push({ scenario, replication, year, month, area, measure, group: '', value })
    for (const [name, value] of Object.entries(sums))
      if (MEASURES[name]) add(name, MEASURES[name].unit === 'yuan' ? value / FEN_PER_YUAN : value)
    if (sums.claims_paid > 0) add('days_to_payment', sums.claim_days_sum / sums.claims_paid)
  }
  return rows
}

/** Turnover of every account of every county (not of the total: books are kept by county), whole fen. */
export function ledgerRows(scenario: string, records: readonly CountyRecord[], years: Years): LedgerRow[] {
  return [...areasOf(inOrder(records), years)].flatMap((area) => ledgerRowsOf(scenario, area))
}

export function ledgerRowsOf(scenario: string, { replication, area, ledger }: AreaSums): LedgerRow[] {
  return ledger.map(({ year, account, debitFen, creditFen }) => ({ scenario, replication, year, area, account, debitFen, creditFen }))
}
