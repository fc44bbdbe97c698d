/** How what is counted in a scheme year is declared: the cells it takes, the sums they become, and what is told of it. */

import { QUINTILES } from '../../population/household.ts'
import { PLACES } from '../../population/places.ts'
import type { Measure } from '../../words/measure.ts'

/** Takes a sum; `group` is '' for the whole, else `place=county_hospital`, `quintile=1` … */
export type AddSum = (group: string, sum: number) => void

export interface Counted {
  /** how many cells of the year it takes */
  readonly cells: number
  /** its sums are called so; without a name the cells only serve others */
  readonly name?: string
  /** the sums of the cells from `at`, the whole first */
  readonly sums?: (cells: Float64Array, at: number, add: AddSum) => void
  /** without it no row is printed: the sums serve ratios */
  readonly measure?: Measure
}

export const QUINTILE_NUMBERS = Array.from({ length: QUINTILES }, (_, i) => i + 1)
const GRID = QUINTILES * PLACES.length

/** Cells that others are made of. */
export function cells(number = 1): Counted {
  return { cells: number }
}

/** One number. */
export function one(name: string, measure?: Measure): Counted {
  return { cells: 1, name, measure, sums: (values, at, add) => add('', values[at]) }
}

/** Cells by quintile and place, quintile × 5 + place, not named. */
export const gridCells = (): Counted => cells(GRID)

/** By quintile and place: the whole, by place and by quintile. */
export function byQuintileAndPlace(name: string, measure?: Measure): Counted {
  return { cells: GRID, name, measure, sums: addGrid }
}

/** By group, a cell each; the groups add up to the whole. */
export function by(kind: string, groups: readonly (string | number)[], name: string, measure?: Measure): Counted {
  return { cells: groups.length, name, measure, sums: (values, at, add) => addGroups(values.subarray(at), kind, groups, add) }
}

/** By group, where the groups are no parts of a whole: the same persons are asked again. */
export function apart(kind: string, groups: readonly (string | number)[], name: string): Counted {
  return {
    cells: groups.length,
    name,
    sums: (values, at, add) => addEach(values.subarray(at), kind, groups, add),
  }
}

/** By a code of which only some are told, in order from `first`. */
export function byCode(codes: readonly string[], first: number, end: number, kind: string): (name: string, measure: Measure) => Counted {
  const told = codes.slice(first, end)
  return (name, measure) => ({
    ...{ cells: codes.length, name, measure },
    sums: (values, at, add) => addGroups(values.subarray(at + first), kind, told, add),
  })
}

function addGroups(values: Float64Array, kind: string, groups: readonly (string | number)[], add: AddSum): void {
  let whole = 0
  for (let i = 0; i < groups.length; i++) whole += values[i]
  add('', whole)
  addEach(values, kind, groups, add)
}

function addEach(values: ArrayLike<number>, kind: string, groups: readonly (string | number)[], add: AddSum): void {
  groups.forEach((group, i) => {
    add(`${kind}=${group}`, values[i])
  })
}

function addGrid(values: Float64Array, at: number, add: AddSum): void {
  const grid = values.subarray(at, at + GRID)
  const places = PLACES.map((_, place) => QUINTILE_NUMBERS.reduce((sum, _, q) => sum + grid[q * PLACES.length + place], 0))
  const quintiles = QUINTILE_NUMBERS.map((_, q) => PLACES.reduce((sum, _, place) => sum + grid[q * PLACES.length + place], 0))
  add(
    '',
    grid.reduce((sum, value) => sum + value, 0),
  )
  addEach(places, 'place', PLACES, add)
  addEach(quintiles, 'quintile', QUINTILE_NUMBERS, add)
}
