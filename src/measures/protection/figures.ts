/** 保障与公平 From the sums of the households to measures: of all, by fifth and by tenth. No denominator, no row. */
import type { ProtectionSums } from '../../scheme/record.ts'
import { TENTH as T, TENTH_PARTS, TENTHS_KEPT } from './county.ts'
import { indicesOfClasses } from './income-classes.ts'

type Add = (name: string, value: number) => void

/** Each measure: the sum it is, and what it is divided by. */
const RATIOS: readonly (readonly [name: string, sum: number, by: number])[] = [
  ['che10_before', T.che10_before, T.households],
  ['che10', T.che10, T.households],
  ['che25_before', T.che25_before, T.households],
  ['che25', T.che25, T.households],
  ['che40_before', T.che40_before, T.households],
  ['che40', T.che40, T.households],
  ['overshoot10_before', T.overshoot10_before, T.households],
  ['overshoot10', T.overshoot10, T.households],
  ['positive_overshoot10', T.overshoot10, T.che10],
  ['poverty_before_payment', T.poor_before, T.persons],
  ['poverty_after_payment', T.poor_paid, T.persons],
  ['poverty_after_reimbursement', T.poor_reimbursed, T.persons],
  ['poverty_gap_before_payment', T.gap_before, T.persons],
  ['poverty_gap_after_payment', T.gap_paid, T.persons],
  ['poverty_gap_after_reimbursement', T.gap_reimbursed, T.persons],
  ['health_payments_per_head_before', T.billed, T.persons],
  ['health_payments_per_head', T.paid, T.persons],
  ['reimbursed_per_head', T.reimbursed, T.persons],
  ['premium_per_head', T.premium, T.persons],
  ['income_per_head', T.income, T.persons],
  ['resources_per_head', T.resources, T.persons],
]

/** Adds the measures of an area from the sums of its counties. */
export function protectionFigures(counties: readonly ProtectionSums[], add: Add): void {
  if (counties.length === 0) return
  const tenths = Array.from({ length: TENTHS_KEPT }, (_, i) => added(counties.map((county) => county.tenths[i])))
  const fifths = Array.from({ length: TENTHS_KEPT / 2 }, (_, i) => added([tenths[2 * i], tenths[2 * i + 1]]))
  const figures = (group: string, sums: readonly number[]) => {
    add(`households${group}`, sums[T.households])
    add(`household_members${group}`, sums[T.persons])
    for (const [name, sum, by] of RATIOS) add(`${name}${group}`, sums[sum] / sums[by])
  }
  figures('', added(fifths))
  fifths.forEach((sums, i) => {
    figures(`|quintile=${i + 1}`, sums)
  })
  tenths.forEach((sums, i) => {
    figures(`|decile=${i + 1}`, sums)
    // annual.ts has it of all and by fifth, from the sums of the same campaign
    add(`premium_burden|decile=${i + 1}`, sums[T.campaign_premium] / sums[T.campaign_income])
  })
  for (const [name, value] of Object.entries(indicesOf(counties))) add(name, value)
}

/** A county alone has its own indices, exact by household. */
function indicesOf(counties: readonly ProtectionSums[]): Readonly<Record<string, number>> {
  if (counties.length === 1) return counties[0].indices
  return indicesOfClasses(counties.map(({ classes }) => classes ?? []))
}

function added(rows: readonly (readonly number[])[]): number[] {
  const sums = new Array<number>(TENTH_PARTS).fill(0)
  for (const row of rows) for (let i = 0; i < TENTH_PARTS; i++) sums[i] += row[i]
  return sums
}
