/**
 * Pairs the households of base and reform as the jobs come in. Those of the scenario that is simulated first wait on disk in `OUT.partial`
 * (some eight megabytes a county of 300,000 people and four years), those of the other are paired at once; so memory stays small and a
 * comparison can be resumed.
 */
import type { HouseholdColumns } from '../measures/protection/household-columns.ts'
import { type CountyPairs, pairHouseholds } from '../measures/protection/winners.ts'
import { jobName } from '../scenario/run.ts'
import type { Identity, KeptRecords } from './kept-records.ts'
import { StorageFailed } from './place/storage.ts'
import type { FinishedJob } from './simulate.ts'

/** What simulateScenarios tells of the households of its jobs, by number of the scenario. */
export interface HouseholdPairs {
  /** is this scenario one of a pair? */
  wants(scenario: number): boolean
  /** are the households of a job that was finished earlier still there? */
  has(scenario: number, job: FinishedJob): boolean
  take(scenario: number, job: FinishedJob): void
  /** of a pair, by its place: the counties of each replication, by number */
  of(pair: number): CountyPairs[][]
}

/** Of one county in one replication. */
interface Found {
  readonly pair: number
  readonly replication: number
  readonly county: number
  readonly pairs: CountyPairs
}

/** Two scenarios by number, 0 is the base of all. */
export interface Pair {
  readonly base: number
  readonly reform: number
}

/**
 * @param identities of all scenarios, in the order in which they are simulated
 * @param pairs of scenarios; those whose households are other people are not `pairable`
 */
export function pairHouseholdsOf(
  kept: KeptRecords,
  identities: readonly Identity[],
  pairs: readonly (Pair & { readonly pairable: boolean })[],
): HouseholdPairs {
  const found = new Map<string, Found>()
  // once bills stood where care stands: under other names, what an earlier version kept is not taken for it
  const columnsFile = (scenario: number, job: FinishedJob) => `${identities[scenario].slice(0, 16)}-${jobName(job.record)}.household-care`
  const pairsFile = ({ base, reform }: Pair, job: FinishedJob) =>
    `${identities[base].slice(0, 16)}-${identities[reform].slice(0, 16)}-${jobName(job.record)}.care-pairs`
  const keyOf = (pair: number, job: FinishedJob) => `${pair}|${jobName(job.record)}`
  const keep = (pair: number, job: FinishedJob, pairs: CountyPairs) => {
    const { replication, county } = job.record
    found.set(keyOf(pair, job), { pair, replication, county, pairs })
  }
  const paired = [...pairs.entries()].flatMap(([number, pair]) => (pair.pairable ? [{ ...pair, number }] : []))
  // whichever of the two is simulated first waits for the other
  const waits = (scenario: number) => paired.some(({ base, reform }) => Math.min(base, reform) === scenario)
  const ready = (scenario: number) => paired.filter(({ base, reform }) => Math.max(base, reform) === scenario)
  const columnsOf = (scenario: number, job: FinishedJob) => {
    const bytes = kept.bytes(columnsFile(scenario, job))
    if (!bytes)
      throw new StorageFailed(`${kept.path}/${columnsFile(scenario, job)}`, 'CHANGED', 'the file is gone or is not what was written')
    return unpacked(bytes)
  }
  return {
    wants: (scenario) => waits(scenario) || ready(scenario).length > 0,
    has(scenario, job) {
      if (waits(scenario) && kept.bytes(columnsFile(scenario, job)) === undefined) return false
      return ready(scenario).every((pair) => {
        const pairs = found.has(keyOf(pair.number, job)) ? undefined : kept.bytes(pairsFile(pair, job))
        if (pairs) keep(pair.number, job, JSON.parse(Buffer.from(pairs).toString()))
        return found.has(keyOf(pair.number, job))
      })
    },
    take(scenario, job) {
      const { households } = job
      if (!households) return
      if (waits(scenario)) kept.keepBytes(columnsFile(scenario, job), packed(households))
      for (const pair of ready(scenario)) {
        const [base, reform] = [pair.base, pair.reform].map((one) => (one === scenario ? households : columnsOf(one, job)))
        const pairs = pairHouseholds(base, reform)
        keep(pair.number, job, pairs)
        kept.keepBytes(pairsFile(pair, job), JSON.stringify(pairs))
      }
    },
    of(pair) {
      const own = [...found.values()].filter((one) => one.pair === pair)
      own.sort((a, b) => a.replication - b.replication || a.county - b.county)
      const replications = new Map<number, CountyPairs[]>()
      for (const { replication, pairs } of own) {
        const counties = replications.get(replication)
        if (counties) counties.push(pairs)
        else replications.set(replication, [pairs])
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
