/**
 * Quantile tables: one random word in, one integer out, the same bits in every engine.
 *
 * A table holds the quantile function at 4160 nodes. The top bit of a word picks the tail (1 = upper), the other 31 bits are the
 * distance p from the end of that tail, 0 < p < ½. Nodes are dense where p is small: each octave p = 2^(-1-e) … 2^-e has 64 cells,
 * so 65 nodes; between nodes the value is linear in p. Node 0-64 of octave e of tail t stands at (t · 32 + e) · 65.
 */
import { exp, log } from './elementary.ts'
import { gammaLogQuantile, logGamma } from './gamma.ts'

export { exp, log } from './elementary.ts'

const TAILS = 2
const OCTAVES = 32
const CELLS = 64
const NODES_IN_OCTAVE = CELLS + 1
const NODES_IN_TAIL = OCTAVES * NODES_IN_OCTAVE
const LARGEST = 2_147_483_647

export const QUANTILE_NODES = TAILS * NODES_IN_TAIL
/** The standard tables hold the variate times this. */
export const QUANTILE_SCALE = 67_108_864

export interface StandardQuantiles {
  readonly normal: Int32Array
  readonly exponential: Int32Array
}

/** The committed file data/tables/quantiles.json: each table as base64 of little-endian 32-bit integers. */
interface QuantileFile {
  readonly normal: string
  readonly exponential: string
}

/** The value of a variable at a random word. Words of draws are uniform, so the values follow the table's distribution. */
export function quantile(table: Int32Array, word: number): number {
  // the lowest bit is set, so that p is the middle of its step and never 0
  const distance = (word & 0x7fffffff) | 1
  const octave = Math.clz32(distance)
  const mantissa = distance << octave
  const node = (word >>> 31) * NODES_IN_TAIL + octave * NODES_IN_OCTAVE + ((mantissa >>> 25) & 63)
  const left = table[node]
  return (left + (((table[node + 1] - left) * ((mantissa >>> 9) & 0xffff) * (1 / 65_536)) | 0)) | 0
}

/** Distance from the end of its tail, 2^-33 < p <= ½, of each node. Octave 0 would reach beyond the median: it stands at ½. */
export function nodeProbabilities(): Float64Array<ArrayBuffer> {
  const p = new Float64Array(QUANTILE_NODES)
  for (let tail = 0, node = 0; tail < TAILS; tail++) {
    for (let octave = 0, start = 0.5; octave < OCTAVES; octave++, start /= 2) {
      for (let cell = 0; cell <= CELLS; cell++) p[node++] = Math.min(0.5, start * (1 + cell / CELLS))
    }
  }
  return p
}

/** Reads the committed standard tables, from the parsed file or its text. Throws an Error when they have not the right length. */
export function loadQuantiles(file: QuantileFile | string): StandardQuantiles {
  const { normal, exponential }: QuantileFile = typeof file === 'string' ? JSON.parse(file) : file
  return { normal: integersOf(normal), exponential: integersOf(exponential) }
}

function integersOf(base64: string): Int32Array {
  const bytes = atob(base64)
  if (bytes.length !== QUANTILE_NODES * 4) throw new Error('the quantile tables are damaged: write them again with npm run tables')
  const view = new DataView(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer)
  return Int32Array.from({ length: QUANTILE_NODES }, (_, node) => view.getInt32(node * 4, true))
}

/** A plain loop, since the `from` of typed arrays takes several times as long. */
function toTable(values: ArrayLike<number>, top: number): Int32Array {
  const table = new Int32Array(values.length)
  for (let node = 0; node < table.length; node++) table[node] = Math.max(0, Math.min(top, Math.round(values[node])))
  return table
}

/** The table of f(x), x a standard variate (rising f): f at every node, rounded, not below 0 and not above `top`. */
export function buildQuantiles(standard: Int32Array, f: (x: number) => number, top = LARGEST): Int32Array {
  const values = new Float64Array(standard.length)
  for (let node = 0; node < values.length; node++) values[node] = f(standard[node] / QUANTILE_SCALE)
  return toTable(values, top)
}

/** Log-normal amounts with this mean (in the unit of the amounts, such as fen) and this standard deviation of their logarithm. */
export function logNormalQuantiles(normal: Int32Array, mean: number, sigma: number): Int32Array {
  const mu = log(mean) - (sigma * sigma) / 2
  return buildQuantiles(normal, (z) => exp(mu + sigma * z))
}

/** Gamma variable of this shape, scaled to the mean `scaleTo`; its variance is scaleTo² ÷ shape. The mean of the table is exact. */
export function gammaQuantiles(shape: number, scaleTo: number): Int32Array {
  const name = `${shape} ${scaleTo}`
  const table = gammaTables.get(name) ?? gammaTable(shape, scaleTo)
  gammaTables.set(name, table)
  return table
}

/** A table takes some 30 ms; every replication asks for the same. Readers do not write to it. */
const gammaTables = new Map<string, Int32Array>()

function gammaTable(shape: number, scaleTo: number): Int32Array {
  const p = nodeProbabilities()
  const values = new Float64Array(QUANTILE_NODES)
  for (let node = 0, logX = log(shape); node < QUANTILE_NODES; node++) {
    const tail = node < NODES_IN_TAIL ? 'lower' : 'upper'
    // near 0 the distribution function is x^shape ÷ Γ(shape + 1); elsewhere the node before is near
    const nearZero = (log(p[node]) + logGamma(shape + 1)) / shape
    logX = gammaLogQuantile(shape, tail, p[node], tail === 'lower' ? Math.min(nearZero, log(shape)) : logX)
    values[node] = exp(logX)
  }
  const factor = scaleTo / tableMean(values)
  return toTable(
    values.map((value) => value * factor),
    LARGEST,
  )
}

/** Mean of what a table yields over all words: the integral of its piecewise linear quantile function. */
export function tableMean(table: ArrayLike<number>): number {
  let sum = 0
  for (let tail = 0; tail < TAILS; tail++) {
    let width = 0.25 / CELLS
    for (let octave = 1; octave < OCTAVES; octave++, width /= 2) {
      const first = tail * NODES_IN_TAIL + octave * NODES_IN_OCTAVE
      for (let cell = 0; cell < CELLS; cell++) sum += (width * (table[first + cell] + table[first + cell + 1])) / 2
    }
    // what lies beyond the last node
    sum += width * CELLS * table[tail * NODES_IN_TAIL + (OCTAVES - 1) * NODES_IN_OCTAVE]
  }
  return sum
}
