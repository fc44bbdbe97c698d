/** Speed: the model and the yardstick in turn, so that a busy machine slows both; what counts is the median of the ratios. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../src/node/files.ts'
import { bytesOfColumns, type Cost, mainJob, perMillion } from './main-job.ts'
import { createYardstick } from './yardstick.ts'

/** The model may take so many times the user-CPU time of the C reference. */
const MOST_TIMES_C = 3.5
/** An event, as the run counts them, may take so long; judged where the C reference is as fast as on the machine the limit was set for. */
const MOST_NANOSECONDS = 50
const CHILD = join(ROOT, 'bench/speed-child.mjs')
/** Replications before the first that counts: V8 has then compiled what is hot. */
const WARM_UP = 2

/** Measures `rounds` times and prints; returns whether the limit is kept (it is not judged without gcc). */
export async function measureSpeed(rounds: number): Promise<boolean> {
  const scenario = mainJob()
  const { persons, years, burnInYears } = scenario.settings
  const yardstick = createYardstick()
  const model = createModel()
  try {
    const first = await model.costOf(1)
    for (let replication = 2; replication <= WARM_UP; replication++) await model.costOf(replication)
    const costs: Cost[] = []
    const yards: number[] = []
    for (let round = 1; round <= rounds; round++) {
      yards.push(perMillion(yardstick.run()))
      costs.push(await model.costOf(WARM_UP + round))
    }
    const ratios = costs.map((cost, round) => perMillion(cost) / yards[round])
    const [events, personYears] = (['events', 'personYears'] as const).map((key) => total(costs, key))
    console.log(
      `Speed: ${persons.toLocaleString('en')} people, ${years.join('-')} and ${burnInYears} year(s) before; ${rounds} rounds in turn`,
    )
    console.log(`  model      ${spread(costs.map(perMillion))} user-CPU s per million person-years`)
    console.log(`  yardstick  ${spread(yards)} the same, ${yardstick.description}`)
    console.log(`  ratio      ${spread(ratios)}`)
    const nanoseconds = costs.map((cost) => (cost.seconds / cost.events) * 1e9)
    console.log(`  an event   ${spread(nanoseconds)} ns, ${(events / personYears).toFixed(2)} events per person-year`)
    console.log(`  first replication, reading data and law and compiling: ${perMillion(first).toFixed(3)} s per million person-years`)
    console.log(`  columns of the county: ${(bytesOfColumns(scenario) / persons).toFixed(2)} bytes per person`)
    return judge(yardstick.name, median(ratios), median(nanoseconds))
  } finally {
    model.end()
    yardstick.drop()
  }
}

/**
 * The model in a process of its own, as a run has it. A process that starts another shares its memory with it, page by page, and pays for
 * every page that it writes to afterwards: with the yardstick started from it each replication took 13 to 15 % longer than in any run.
 */
function createModel() {
  const child = fork(CHILD)
  const ended = once(child, 'exit').then(() => {
    throw new Error('the process that simulates has ended')
  })
  // asked to, at the end, it is no fault
  ended.catch(() => {})
  return {
    async costOf(replication: number): Promise<Cost> {
      child.send(replication)
      const [cost] = await Promise.race([once(child, 'message'), ended])
      return cost
    },
    end: () => child.kill(),
  }
}

function judge(yardstick: string, ratio: number, nanoseconds: number): boolean {
  if (yardstick !== 'C') {
    console.log(`  the limit of ${MOST_TIMES_C} is against C: not judged without gcc`)
    return true
  }
  const limits = [
    [ratio <= MOST_TIMES_C, `${ratio.toFixed(2)} times C, at most ${MOST_TIMES_C}`],
    [nanoseconds <= MOST_NANOSECONDS, `${nanoseconds.toFixed(1)} ns an event, at most ${MOST_NANOSECONDS}`],
  ] as const
  for (const [kept, what] of limits) console.log(`  ${kept ? 'kept' : 'BROKEN'}: ${what}`)
  return limits.every(([kept]) => kept)
}

function total(costs: readonly Cost[], key: keyof Cost): number {
  return costs.reduce((sum, cost) => sum + cost[key], 0)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Least, median and greatest. */
function spread(values: readonly number[]): string {
  return [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(3)).join(' / ')
}
