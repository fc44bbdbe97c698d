/** From the sums of areas to annual rows: sums as they are, ratios from the sums. No denominator, no row. */
import { FEN_PER_YUAN } from '../kernel/money.ts'
import { TOLD_SUMS } from '../scheme/named-totals.ts'
import type { CountyRecord } from '../scheme/record.ts'
import { type AreaSums, type AreaYear, areasOf, inOrder, type Years } from './areas.ts'
import { DERIVED } from './definitions.ts'
import { addDerived } from './derived/declare.ts'
import { figuresOfProtection } from './protection/figures.ts'
import type { AnnualRow } from './rows.ts'

/** All annual rows of one scenario, replication by replication, county by county, then the total. */
export function annualRows(scenario: string, records: readonly CountyRecord[], years: Years): AnnualRow[] {
  return [...areasOf(inOrder(records), years)].flatMap((area) => annualRowsOf(scenario, area))
}

/** Those of one area of one replication, year by year. */
export function annualRowsOf(scenario: string, { replication, area, years }: AreaSums): AnnualRow[] {
  const rows: AnnualRow[] = []
  for (const one of years) {
    const add = (name: string, value: number) => {
      const [measure, group = ''] = name.split('|')
      if (Number.isFinite(value)) rows.push({ scenario, replication, year: one.year, area, measure, group, value })
    }
    annualFigures(one, add)
    figuresOfProtection(one.protection, add)
  }
  return rows
}

function annualFigures({ sums, facts, claimDays }: AreaYear, add: (name: string, value: number) => void): void {
  for (const [name, value] of Object.entries(sums)) {
    const measure = name.split('|')[0]
    if (measure in TOLD_SUMS) add(name, TOLD_SUMS[measure].unit === 'yuan' ? value / FEN_PER_YUAN : value)
  }
  for (const [name, fen] of Object.entries(facts)) add(name, fen / FEN_PER_YUAN)
  for (const chapter of DERIVED) addDerived(chapter, sums, claimDays, add)
}
