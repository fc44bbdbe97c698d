/**
 * 分组集中指数 Gini coefficient and concentration indices from sums in the order of income. Those of one county are exact by household.
 * They cannot be added over counties; for several together the sums by class of relative income can, 32 classes to a doubling of income,
 * the people of a class standing on one place. That changes an index by less than 0.0001 (a test shows it).
 */

/** What the indices are of, in the order of the sums: incomes, resources, payments after reimbursement, what was reimbursed. */
export const INDEXED = ['income', 'resources', 'out_of_pocket', 'reimbursed'] as const
const [INCOME, RESOURCES, OUT_OF_POCKET, REIMBURSED] = INDEXED.keys()

const CLASS_BITS = 5
const MANTISSA_BITS = 23
const single = new Float32Array(1)
const bits = new Uint32Array(single.buffer)

/** The class of a relative income of zero or more: numbers ascend with incomes. */
export function incomeClass(income: number): number {
  single[0] = income
  return bits[0] >>> (MANTISSA_BITS - CLASS_BITS)
}

/** Takes people from the lowest income to the highest, those of one income together. */
export function createIndices(classed: boolean) {
  const sums = new Float64Array(INDEXED.length)
  /** sum of amount × persons below and half of those beside */
  const ranked = new Float64Array(INDEXED.length)
  const classes: number[][] = []
  let persons = 0

  function add(income: number, members: number, amounts: Float64Array): void {
    const middle = persons + members / 2
    persons += members
    for (let i = 0; i < INDEXED.length; i++) {
      sums[i] += amounts[i]
      ranked[i] += amounts[i] * middle
    }
    if (!classed) return
    const number = incomeClass(income)
    if (classes.at(-1)?.[0] !== number) classes.push([number, 0, ...INDEXED.map(() => 0)])
    const last = classes[classes.length - 1]
    last[1] += members
    for (let i = 0; i < INDEXED.length; i++) last[i + 2] += amounts[i]
  }

  const index = (of: number) => (2 * ranked[of]) / (persons * sums[of]) - 1

  /** Values by name of the measure; NaN where nothing was paid. */
  function indices(): Record<string, number> {
    return {
      'gini.income': index(INCOME),
      'gini.resources': index(RESOURCES),
      'concentration_index.out_of_pocket': index(OUT_OF_POCKET),
      'concentration_index.reimbursed': index(REIMBURSED),
      'kakwani.out_of_pocket': index(OUT_OF_POCKET) - index(RESOURCES),
    }
  }

  return { add, indices, classes }
}

/** The indices of several counties together, from their classes. */
export function indicesOfClasses(counties: readonly (readonly (readonly number[])[])[]): Record<string, number> {
  const merged = new Map<number, Float64Array>()
  for (const classes of counties) {
    for (const [number, ...sums] of classes) {
      const all = merged.get(number) ?? new Float64Array(sums.length)
      for (let i = 0; i < sums.length; i++) all[i] += sums[i]
      merged.set(number, all)
    }
  }
  const together = createIndices(false)
  for (const number of [...merged.keys()].sort((a, b) => a - b)) {
    const all = merged.get(number)
    if (all) together.add(0, all[0], all.subarray(1))
  }
  return together.indices()
}
