/** Is there room for what a run will hold? Told before anything is simulated, since V8 ends the process when there is none. */
import { getHeapStatistics } from 'node:v8'
import { type Fault, InputFaults } from '../kernel/errors.ts'
import type { LoadedScenario } from '../scenario/load.ts'

/** Record, rows and tables of a county and a year, measured: 12,000 of them took 4.6 GB. */
const BYTES_A_COUNTY_YEAR = 400_000
const MEBIBYTE = 1 << 20

/** Throws InputFaults when all replications of all counties together need more than this process may have. `room`: its bytes. */
export function refuseTooMuch(
  scenarios: readonly Pick<LoadedScenario, 'settings' | 'files'>[],
  room = getHeapStatistics().heap_size_limit,
): void {
  const countyYears = scenarios.map(
    ({ settings: { counties, replications, years } }) => counties * replications * (years[1] - years[0] + 1),
  )
  const wanted = BYTES_A_COUNTY_YEAR * countyYears.reduce((sum, some) => sum + some, 0)
  if (wanted <= room) return
  const most = countyYears.indexOf(Math.max(...countyYears))
  const { settings, files } = scenarios[most]
  const mib = (bytes: number) => Math.ceil(bytes / MEBIBYTE).toLocaleString('en')
  const message = `${settings.counties} counties and ${settings.replications} replications: the results take about ${mib(wanted)} MiB, Node gives this process ${mib(room)}`
  const expected = `fewer counties or replications, or NODE_OPTIONS=--max-old-space-size=${Math.ceil((1.2 * wanted) / MEBIBYTE)}`
  const fault: Fault = { code: 'too_much', file: files[0], message, expected }
  throw new InputFaults([fault])
}
