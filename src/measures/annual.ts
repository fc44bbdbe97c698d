/** From the sums of counties to annual rows: sums as they are, ratios from the sums. No denominator, no row. */
import { FEN_PER_YUAN } from '../kernel/money.ts'
import { OUT_OF_AREA } from '../population/places.ts'
import { CLAIM_DAYS } from '../scheme/claims/claims-office.ts'
import type { CountyRecord, YearSums } from '../scheme/record.ts'
import { MEASURES } from './definitions.ts'
import { protectionFigures } from './protection/figures.ts'
import type { AnnualRow } from './rows.ts'

type Sums = Readonly<Record<string, number>>

/** Name of a county's area; `all` is their total, given when there are several. */
export function areaOf(county: number): string {
  return `county-${county + 1}`
}
export const TOTAL_AREA = 'all'

const FIFTHS = [1, 2, 3, 4, 5].map((fifth) => `|quintile=${fifth}`)

/** Sums that are printed as they are, with their groups. */
const PLAIN = new Set(Object.keys(MEASURES).filter((name) => !['share', 'yes_no', 'months', 'index'].includes(MEASURES[name].unit)))

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
    const single = members.map((record) => ({ replication, area: areaOf(record.county), members: [record] }))
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
  return { year: parts[0].year, sums, facts: parts[0].facts, claimDays }
}

function annualFigures({ sums, facts, claimDays }: YearSums, add: (name: string, value: number) => void): void {
  for (const [name, value] of Object.entries(sums)) {
    const measure = name.split('|')[0]
    if (PLAIN.has(measure)) add(name, MEASURES[measure].unit === 'yuan' ? value / FEN_PER_YUAN : value)
  }
  for (const [name, fen] of Object.entries(facts)) add(name, fen / FEN_PER_YUAN)
  fundFigures(sums, add)
  coverFigures(sums, add)
  careFigures(sums, add)
  claimFigures(sums, claimDays, add)
}

function fundFigures(s: Sums, add: (name: string, value: number) => void): void {
  const balance = s.fund_income - s.fund_expenditure
  add('current_balance', balance / FEN_PER_YUAN)
  add('deficit', balance < 0 ? 1 : 0)
  add('insolvent', s.cumulative_balance < 0 ? 1 : 0)
  add('current_balance_rate', balance / s.fund_income)
  add('cumulative_balance_rate', s.cumulative_balance / s.fund_income)
  add('use_rate', s.fund_expenditure / s.fund_income)
  add('reserve_months', s.cumulative_balance / (s.fund_expenditure / 12))
  for (const group of ['', ...FIFTHS])
    add(`premium_burden${group}`, s[`premiums_of_households${group}`] / s[`income_of_households${group}`])
  add('income_per_member', s.fund_income / s.enrolled / FEN_PER_YUAN)
  add('payout_per_member', s.fund_expenditure / s.enrolled / FEN_PER_YUAN)
}

function coverFigures(s: Sums, add: (name: string, value: number) => void): void {
  add('participation_rate', s.enrolled / s.eligible)
  add('effective_cover', s.effectively_covered / s.eligible)
  add('chronic_share|cover=member', s['chronic|cover=member'] / s.enrolled)
  add('chronic_share|cover=non_member', s['chronic|cover=non_member'] / (s.eligible - s.enrolled))
  for (let q = 1; q <= 5; q++) add(`participation_rate|quintile=${q}`, s[`enrolled|quintile=${q}`] / s[`eligible|quintile=${q}`])
  for (const [name, value] of Object.entries(s)) {
    if (name.startsWith('would_join|')) add(name.replace('would_join', 'participation_at_premium'), value / s.campaign_asked)
  }
  add('benefit_rate', s.benefit_episodes / s.enrolled)
  add('admissions_per_member', s.admissions / s.enrolled)
}

function careFigures(s: Sums, add: (name: string, value: number) => void): void {
  const cost = s['cost.inpatient'] + s['cost.outpatient']
  const paid = ['inpatient', 'outpatient', 'critical_illness', 'assistance'].reduce((sum, kind) => sum + s[`reimbursed.${kind}`], 0)
  const ratios = (group: string) => {
    add(
      `effective_reimbursement_rate${group}`,
      (s[`reimbursed.inpatient${group}`] + s[`reimbursed.outpatient${group}`] + (s[`reimbursed.critical_illness${group}`] ?? 0)) /
        (s[`cost.inpatient${group}`] + s[`cost.outpatient${group}`]),
    )
    add(`inpatient_reimbursement_rate${group}`, s[`reimbursed.inpatient${group}`] / s[`cost.inpatient${group}`])
    add(
      `in_policy_inpatient_rate${group}`,
      s[`reimbursed.inpatient${group}`] / (s[`eligible_cost.inpatient${group}`] - s[`deductible.inpatient${group}`]),
    )
  }
  ratios('')
  for (const name of Object.keys(s)) if (/^cost\.inpatient\|(place|quintile)=/.test(name)) ratios(name.slice('cost.inpatient'.length))
  add('out_of_pocket_per_member', (cost - paid) / s.enrolled / FEN_PER_YUAN)
  const away = (name: string) => OUT_OF_AREA.reduce((sum, place) => sum + s[`${name}|place=${place}`], 0)
  add('out_of_area_visit_share', (away('admissions') + away('outpatient_visits')) / (s.admissions + s.outpatient_visits))
  add('out_of_area_cost_share', (away('cost.inpatient') + away('cost.outpatient')) / cost)
}

function claimFigures(s: Sums, claimDays: readonly number[], add: (name: string, value: number) => void): void {
  add('claims_returned_share', s.claims_returned / s.claims_submitted)
  add('claims_late_share', s.claims_late / s.claims_submitted)
  add('claims_unfiled_share', s.claims_unfiled / (s.claims_unfiled + s.claims_submitted))
  const claims = claimDays.reduce((sum, count) => sum + count, 0)
  if (claims === 0) return
  add('claim_days_mean', s.claim_days / claims)
  add('claim_days_p50', daysBy(claimDays, claims * 0.5))
  add('claim_days_p90', daysBy(claimDays, claims * 0.9))
}

/** The first day by which so many claims were paid; no number when that is beyond what is counted by the day. */
function daysBy(claimDays: readonly number[], wanted: number): number {
  let paid = 0
  for (let days = 0; days < claimDays.length; days++) {
    paid += claimDays[days]
    if (paid >= wanted) return days < CLAIM_DAYS - 1 ? days : Number.NaN
  }
  return Number.NaN
}
