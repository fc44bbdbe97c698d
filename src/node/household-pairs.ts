/**
 * Pairs the households of base and reform as the jobs come in. Those of the base wait on disk in `OUT.partial` (some eight megabytes a
 * county of 300,000 people and four years), those of a reform are paired at once; so memory stays small and a comparison can be resumed.
 */
import type { HouseholdColumns } from '../measures/protection/household-columns.ts'
import { type CountyPairs, pairHouseholds } from '../measures/protection/winners.ts'
import { jobName } from '../scenario/run.ts'
import type { Identity, KeptRecords } from './kept-records.ts'
import { StorageFailed } from './place/storage.ts'
import type { FinishedJob } from './simulate.ts'

/** What simulateScenarios tells of the households of its jobs; scenarios are numbered, 0 is the base. */
export interface HouseholdPairs {
  /** is this scenario paired at all? */
  wants(scenario: number): boolean
  /** are the households of a job that was finished earlier still there? */
  has(scenario: number, job: FinishedJob): boolean
  take(scenario: number, job: FinishedJob): void
  /** the counties of each replication, in order */
  of(scenario: number): CountyPairs[][]
}

/**
 * @param identities of all scenarios, base first
 * @param pairable whether the households of a scenario are those of the base
 */
export function pairHouseholdsOf(kept: KeptRecords, identities: readonly Identity[], pairable: readonly boolean[]): HouseholdPairs {
  const found = new Map<string, CountyPairs>()
  // once bills stood where care stands: under other names, what an earlier version kept is not taken for it
  const columnsFile = (job: FinishedJob) => `${identities[0].slice(0, 16)}-${jobName(job.record)}.household-care`
  const pairsFile = (scenario: number, job: FinishedJob) =>
    `${identities[0].slice(0, 16)}-${identities[scenario].slice(0, 16)}-${jobName(job.record)}.care-pairs`
  const keyOf = (scenario: number, job: FinishedJob) => `${scenario}|${jobName(job.record)}`
  const anyReform = pairable.some((is, scenario) => is && scenario > 0)
  return {
    wants: (scenario) => anyReform && pairable[scenario],
    has(scenario, job) {
      if (!anyReform || !pairable[scenario]) return true
      if (scenario === 0) return kept.bytes(columnsFile(job)) !== undefined
      if (found.has(keyOf(scenario, job))) return true
      const pairs = kept.bytes(pairsFile(scenario, job))
      if (!pairs) return false
      found.set(keyOf(scenario, job), JSON.parse(Buffer.from(pairs).toString()))
      return true
    },
    take(scenario, job) {
      if (!job.households) return
      if (scenario === 0) {
        kept.keepBytes(columnsFile(job), packed(job.households))
        return
      }
      const base = kept.bytes(columnsFile(job))
      if (!base) throw new StorageFailed(`${kept.path}/${columnsFile(job)}`, 'CHANGED', 'the file is gone or is not what was written')
      const pairs = pairHouseholds(unpacked(base), job.households)
      found.set(keyOf(scenario, job), pairs)
      kept.keepBytes(pairsFile(scenario, job), JSON.stringify(pairs))
    },
    of(scenario) {
      const own = [...found].filter(([key]) => key.startsWith(`${scenario}|`)).sort(([a], [b]) => (a < b ? -1 : 1))
      const replications = new Map<string, CountyPairs[]>()
      for (const [key, pairs] of own) {
        const replication = key.split('-c')[0]
        replications.set(replication, [...(replications.get(replication) ?? []), pairs])
      }
      return [...replications.values()]
    },
  }
}

/** Five numbers a row: household, out of pocket, premium, care, and year, groups and traits in one. */
function packed(columns: HouseholdColumns): Uint8Array {
  const rows = columns.household.length
  const numbers = new Int32Array(5 * rows)
  numbers.set(columns.household, 0)
  numbers.set(columns.outOfPocket, rows)
  numbers.set(columns.premium, 2 * rows)
  numbers.set(columns.care, 3 * rows)
  for (let row = 0; row < rows; row++) {
    const traits = (columns.decile[row] << 5) | (columns.age[row] << 3) | (columns.chronic[row] << 2) | columns.living[row]
    numbers[4 * rows + row] = (columns.year[row] << 18) | (columns.groups[row] << 9) | traits
  }
  return new Uint8Array(numbers.buffer)
}

function unpacked(bytes: Uint8Array): HouseholdColumns {
  const numbers = new Int32Array(new Uint8Array(bytes).buffer)
  const rows = numbers.length / 5
  const codes = numbers.subarray(4 * rows)
  const trait = (shift: number, mask: number) => Int32Array.from(codes, (code) => (code >> shift) & mask)
  return {
    household: numbers.subarray(0, rows),
    outOfPocket: numbers.subarray(rows, 2 * rows),
    premium: numbers.subarray(2 * rows, 3 * rows),
    care: numbers.subarray(3 * rows, 4 * rows),
    year: Int32Array.from(codes, (code) => code >> 18),
    groups: trait(9, 511),
    decile: trait(5, 15),
    age: trait(3, 3),
    chronic: trait(2, 1),
    living: trait(0, 3),
  }
}
