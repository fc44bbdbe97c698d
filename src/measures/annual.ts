/** From the sums of counties to annual rows: sums as they are, ratios from the sums. No denominator, no row. */
import { FEN_PER_YUAN } from '../kernel/money.ts'
import { TOLD_SUMS } from '../scheme/named-totals.ts'
import type { CountyRecord, YearSums } from '../scheme/record.ts'
import { DERIVED } from './definitions.ts'
import { addDerived } from './derived/declare.ts'
import { protectionFigures } from './protection/figures.ts'
import type { AnnualRow } from './rows.ts'

/** Name of a county's area, its own or by its number; `all` is their total, given when there are several. */
export function areaOf({ county, area }: Pick<CountyRecord, 'county' | 'area'>): string {
  return area ?? `county-${county + 1}`
}
export const TOTAL_AREA = 'all'

/** All annual rows of one scenario, replication by replication, county by county, then the total. */
export function annualRows(scenario: string, records: readonly CountyRecord[], years: readonly [number, number]): AnnualRow[] {
  const rows: AnnualRow[] = []
  for (const { replication, area, members } of areas(records)) {
    for (let year = years[0]; year <= years[1]; year++) {
      const parts = members.map((record) => record.years.find((one) => one.year === year)).filter((one) => one !== undefined)
      if (parts.length === 0) continue
      const add = (name: string, value: number) => {
        const [measure, group = ''] = name.split('|')
        if (Number.isFinite(value)) rows.push({ scenario, replication, year, area, measure, group, value })
      }
      annualFigures(mergeYears(parts), add)
      const households = parts.map(({ protection }) => protection).filter((one) => one !== undefined)
      protectionFigures(households, add)
    }
  }
  return rows
}

/** The records of each area of each replication: every county, and the total when there are several. */
export function areas(records: readonly CountyRecord[]): { replication: number; area: string; members: readonly CountyRecord[] }[] {
  const replications = [...new Set(records.map((record) => record.replication))].sort((a, b) => a - b)
  return replications.flatMap((replication) => {
    const members = records.filter((record) => record.replication === replication).sort((a, b) => a.county - b.county)
    const single = members.map((record) => ({ replication, area: areaOf(record), members: [record] }))
    return members.length > 1 ? [...single, { replication, area: TOTAL_AREA, members }] : single
  })
}

function mergeYears(parts: readonly YearSums[]): YearSums {
  const sums: Record<string, number> = {}
  const claimDays: number[] = []
  for (const part of parts) {
    for (const [name, value] of Object.entries(part.sums)) sums[name] = (sums[name] ?? 0) + value
    part.claimDays.forEach((count, days) => {
      claimDays[days] = (claimDays[days] ?? 0) + count
    })
  }
  return { year: parts[0].year, sums, facts: factsOfAll(parts), claimDays }
}

/** What is the same in every county; where counties have laws of their own there may be no such standard. */
function factsOfAll([first, ...others]: readonly YearSums[]): YearSums['facts'] {
  const isCommon = ([name, value]: readonly [string, number]) => others.every(({ facts }) => facts[name] === value)
  return Object.fromEntries(Object.entries(first.facts).filter(isCommon))
}

function annualFigures({ sums, facts, claimDays }: YearSums, add: (name: string, value: number) => void): void {
  for (const [name, value] of Object.entries(sums)) {
    const measure = name.split('|')[0]
    if (measure in TOLD_SUMS) add(name, TOLD_SUMS[measure].unit === 'yuan' ? value / FEN_PER_YUAN : value)
  }
  for (const [name, fen] of Object.entries(facts)) add(name, fen / FEN_PER_YUAN)
  for (const chapter of DERIVED) addDerived(chapter, sums, claimDays, add)
}
