/** Sums of a year in one Float64Array: named stretches of cells at fixed offsets. Whole fen and counts stay exact to 2^53. */

/** Offsets of the named stretches, in the order given, and `size`, the number of all cells. */
export function layOut<Name extends string>(
  cells: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> & { readonly size: number } {
  const offsets = {} as Record<Name, number>
  let size = 0
  for (const name of Object.keys(cells) as Name[]) {
    offsets[name] = size
    size += cells[name]
  }
  return { ...offsets, size }
}
