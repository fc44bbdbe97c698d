/** What a run will take, and is there room for it? Told before anything is simulated, since V8 ends the process when there is none. */
import { getHeapStatistics } from 'node:v8'
import { type Fault, InputFaults } from '../kernel/errors.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { plannedPersonYears } from '../scenario/run.ts'
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

/** Measured on one processor of 2026, with all charts: what every run takes, a person-year, and a county with its rows. */
const SECONDS = { run: 3, personYear: 2.5e-6, county: 0.1 }
const BYTES_OF_NODE = 300 * MEBIBYTE
const DISK_A_COUNTY_YEAR = 120_000
/** Below this nobody need be told. */
const LONG_SECONDS = 60
const MUCH_MEMORY = 512 * MEBIBYTE

/** What a run takes that takes long or much; undefined of any other. */
export function costNote(settings: ModelSettings): string | undefined {
  const { counties, replications, years } = settings
  const seconds = SECONDS.run + SECONDS.personYear * plannedPersonYears(settings) + SECONDS.county * counties * replications
  const memory = BYTES_OF_NODE + bytesOf([settings])
  if (seconds < LONG_SECONDS && memory < MUCH_MEMORY) return undefined
  const disk = DISK_A_COUNTY_YEAR * counties * replications * (years[1] - years[0] + 1)
  return `a run takes about ${Math.ceil(seconds / 60)} min of processor time, ${mib(memory)} MiB of memory and ${mib(disk)} MiB on the disk`
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
const mib = (bytes: number) => Math.ceil(bytes / MEBIBYTE).toLocaleString('en')
