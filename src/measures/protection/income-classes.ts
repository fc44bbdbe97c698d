/**
 * 分组集中指数 Gini coefficient and concentration indices from sums in the order of income. Those of one county are exact by household.
 * They cannot be added over counties; for several together the sums by class of relative income can, 16 classes to a doubling of income,
 * with where within the class each amount lies: who stands at a third of a class in a county is taken to stand at a third of it among
 * all. That changes an index by less than 0.0001 (a test shows it).
 */

/** What the indices are of, in the order of the sums: incomes, resources, payments after reimbursement, what was reimbursed. */
export const INDEXED = ['income', 'resources', 'out_of_pocket', 'reimbursed'] as const
const [INCOME, RESOURCES, OUT_OF_POCKET, REIMBURSED] = INDEXED.keys()

const CLASS_BITS = 4
const MANTISSA_BITS = 23
const single = new Float32Array(1)
const bits = new Uint32Array(single.buffer)

/** The class of a relative income of zero or more: numbers ascend with incomes. */
function incomeClass(income: number): number {
  single[0] = income
  return bits[0] >>> (MANTISSA_BITS - CLASS_BITS)
}

/** Where the sums of a class lie in its row: its number, persons, the amounts, and the amounts × how far up the class they lie (0 to 1). */
const PERSONS = 1
const AMOUNTS = 2
const PLACED = AMOUNTS + INDEXED.length
const CLASS_LENGTH = PLACED + INDEXED.length

/** Takes people from the lowest income to the highest, those of one income together. */
export class Indices {
  readonly #sums = new Float64Array(INDEXED.length)
  /** sum of amount × persons below and half of those beside */
  readonly #ranked = new Float64Array(INDEXED.length)
  readonly #rows: number[][] = []
  readonly #classed: boolean
  #persons = 0

  /** `classed`: the sums by class of income as well. */
  constructor(classed: boolean) {
    this.#classed = classed
  }

  /** `members` people of one relative income, with their amounts in the order of INDEXED. */
  add(income: number, members: number, amounts: Float64Array): void {
    const sums = this.#sums
    const ranked = this.#ranked
    const middle = this.#persons + members / 2
    this.#persons += members
    for (let i = 0; i < INDEXED.length; i++) {
      sums[i] += amounts[i]
      ranked[i] += amounts[i] * middle
    }
    if (this.#classed) this.#addToClass(incomeClass(income), members, amounts)
  }

  #addToClass(number: number, members: number, amounts: Float64Array): void {
    const rows = this.#rows
    if (rows.at(-1)?.[0] !== number) {
      rows.push(new Array<number>(CLASS_LENGTH).fill(0))
      rows[rows.length - 1][0] = number
    }
    const row = rows[rows.length - 1]
    const middle = row[PERSONS] + members / 2
    row[PERSONS] += members
    for (let i = 0; i < INDEXED.length; i++) {
      row[AMOUNTS + i] += amounts[i]
      row[PLACED + i] += amounts[i] * middle
    }
  }

  indices(): Record<string, number> {
    return indicesFrom(this.#persons, this.#sums, this.#ranked)
  }

  classes(): number[][] {
    return this.#rows.map((row) => row.map((value, at) => (at < PLACED ? value : value / row[PERSONS])))
  }
}

/** Classes added up county by county. */
export class Classes {
  readonly #merged = new Map<number, Float64Array>()

  add(county: readonly (readonly number[])[]): void {
    for (const row of county) {
      const all = this.#merged.get(row[0]) ?? new Float64Array(CLASS_LENGTH)
      for (let at = PERSONS; at < CLASS_LENGTH; at++) all[at] += row[at]
      this.#merged.set(row[0], all)
    }
  }

  indices(): Record<string, number> {
    const sums = new Float64Array(INDEXED.length)
    const ranked = new Float64Array(INDEXED.length)
    let persons = 0
    for (const [, row] of [...this.#merged].sort(([a], [b]) => a - b)) {
      for (let i = 0; i < INDEXED.length; i++) {
        sums[i] += row[AMOUNTS + i]
        ranked[i] += row[AMOUNTS + i] * persons + row[PLACED + i] * row[PERSONS]
      }
      persons += row[PERSONS]
    }
    return indicesFrom(persons, sums, ranked)
  }
}

/** Values by name of the measure; NaN where nothing was paid. */
function indicesFrom(persons: number, sums: Float64Array, ranked: Float64Array): Record<string, number> {
  const index = (of: number) => (2 * ranked[of]) / (persons * sums[of]) - 1
  return {
    'gini.income': index(INCOME),
    'gini.resources': index(RESOURCES),
    'concentration_index.out_of_pocket': index(OUT_OF_POCKET),
    'concentration_index.reimbursed': index(REIMBURSED),
    'kakwani.out_of_pocket': index(OUT_OF_POCKET) - index(RESOURCES),
  }
}
