/** Is there room for what a run will hold? Told before anything is simulated, since V8 ends the process when there is none. */
import { getHeapStatistics } from 'node:v8'
import { type Fault, InputFaults } from '../kernel/errors.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import type { ModelSettings } from '../scheme/settings.ts'

/** Rows of an area in one replication and year, with what is told of them, measured. */
const BYTES_A_ROW_SET = 400_000
/** What is borne in mind of a county that is done. */
const BYTES_A_COUNTY = 2_000
const MEBIBYTE = 1 << 20

/**
 * Bytes that the results of scenarios take while they are told: rows are held of one area over all replications, and of the total where there
 * are several counties, so hardly more for many counties than for two.
 */
export function bytesOf(scenarios: readonly Pick<ModelSettings, 'counties' | 'replications' | 'years'>[]): number {
  return scenarios.reduce((sum, { counties, replications, years }) => {
    const rowSets = replications * (years[1] - years[0] + 1) * (counties > 1 ? 2 : 1)
    return sum + BYTES_A_ROW_SET * rowSets + BYTES_A_COUNTY * counties * replications
  }, 0)
}

/** Throws InputFaults when all replications together need more than this process may have. `room`: its bytes. */
export function refuseTooMuch(
  scenarios: readonly Pick<LoadedScenario, 'settings' | 'files'>[],
  room = getHeapStatistics().heap_size_limit,
): void {
  const wanted = bytesOf(scenarios.map(({ settings }) => settings))
  if (wanted <= room) return
  const each = scenarios.map(({ settings }) => bytesOf([settings]))
  const { settings, files } = scenarios[each.indexOf(Math.max(...each))]
  const message = `${settings.counties} counties and ${settings.replications} replications: the results take about ${mib(wanted)} MiB, Node gives this process ${mib(room)}`
  const expected = `fewer counties or replications, or NODE_OPTIONS=--max-old-space-size=${Math.ceil((1.2 * wanted) / MEBIBYTE)}`
  const fault: Fault = { code: 'too_much', file: files[0], message, expected }
  throw new InputFaults([fault])
}

/** Bytes in mebibytes, as one reads them. */
export const mib = (bytes: number) => Math.ceil(bytes / MEBIBYTE).toLocaleString('en')
