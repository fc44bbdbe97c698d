/** 保障与公平 From the sums of the households to measures: of all, by quintile and by decile. No denominator, no row. */
import type { ProtectionSums } from '../../scheme/record.ts'
import { OVER_HOUSEHOLDS, type OverHouseholds, DECILE as T } from '../protection-definitions.ts'
import { DECILES } from './county.ts'
import { Classes } from './income-classes.ts'

type Add = (name: string, value: number) => void

const RATIOS = Object.entries<OverHouseholds>(OVER_HOUSEHOLDS).map(([name, { of = name, per }]) => ({
  ...{ name, sum: T[of as keyof typeof T], per: T[per] },
}))

/** What the households of an area add up to, county by county. */
export class ProtectionTotal {
  readonly #classes = new Classes()
  readonly #deciles = Array.from({ length: DECILES }, () => new Array<number>(T.size).fill(0))
  #own: Readonly<Record<string, number>> = {}
  #counties = 0

  add(county: ProtectionSums): void {
    this.#counties++
    this.#own = county.indices
    this.#deciles.forEach((sums, i) => {
      addRow(sums, county.deciles[i])
    })
    this.#classes.add(county.classes ?? [])
  }

  get counties(): number {
    return this.#counties
  }

  get deciles(): readonly (readonly number[])[] {
    return this.#deciles
  }

  /** A county alone has its own indices, exact by household. */
  indices(): Readonly<Record<string, number>> {
    return this.#counties === 1 ? this.#own : this.#classes.indices()
  }
}

/** Adds the measures of an area; none where no county has households. */
export function figuresOfProtection(total: ProtectionTotal, add: Add): void {
  const { counties, deciles } = total
  if (counties === 0) return
  const quintiles = Array.from({ length: DECILES / 2 }, (_, i) => added([deciles[2 * i], deciles[2 * i + 1]]))
  const figures = (group: string, sums: readonly number[]) => {
    add(`households${group}`, sums[T.households])
    add(`household_members${group}`, sums[T.persons])
    for (const { name, sum, per } of RATIOS) add(`${name}${group}`, sums[sum] / sums[per])
  }
  figures('', added(quintiles))
  quintiles.forEach((sums, i) => {
    figures(`|quintile=${i + 1}`, sums)
  })
  deciles.forEach((sums, i) => {
    figures(`|decile=${i + 1}`, sums)
    // annual.ts has it of all and by quintile, from the sums of the same campaign
    add(`premium_burden|decile=${i + 1}`, sums[T.campaign_premium] / sums[T.campaign_income])
  })
  for (const [name, value] of Object.entries(total.indices())) add(name, value)
}

function added(rows: readonly (readonly number[])[]): number[] {
  const sums = new Array<number>(T.size).fill(0)
  for (const row of rows) addRow(sums, row)
  return sums
}

function addRow(sums: number[], row: readonly number[]): void {
  for (let i = 0; i < T.size; i++) sums[i] += row[i]
}
