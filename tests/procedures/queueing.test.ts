/**
 * Counters against the theory of queues: exponential arrivals, staff who never close. The mean wait is compared with its closed form;
 * its error is that of batch means, and as many customers come as it takes to bring that below one per cent.
 */
import { describe, expect, it } from 'vitest'
import { draw, secondWord, share } from '../../src/kernel/random.ts'
import { Counter } from '../../src/procedures/counter.ts'
import { OPEN_EVERY_DAY, openingHours } from '../../src/procedures/offices.ts'

/** Minutes of a mean service: so many that whole minutes are fine enough. */
const SERVICE = 1000
const BATCHES = 50
const ROUND_THE_CLOCK = openingHours({ opens: '00:00', closes: '24:00', status: 'assumed', reason: 'a queue without nights' })

interface Queue {
  readonly staff: number
  readonly load: number
  readonly service: 'exponential' | 'constant'
  readonly customers: number
}

/** Mean wait in mean services, and the standard error of it by batch means. */
function meanWait({ staff, load, service, customers }: Queue): { mean: number; error: number } {
  const counter = new Counter('desk', staff, { hours: ROUND_THE_CLOCK, calendar: OPEN_EVERY_DAY })
  const perBatch = customers / BATCHES
  const batches: number[] = []
  let now = 0
  for (let batch = 0, customer = 0; batch < BATCHES; batch++) {
    let waited = 0
    for (let i = 0; i < perBatch; i++, customer++) {
      now -= (Math.log(1 - share(draw(staff, 7, 1, customer))) * SERVICE) / (load * staff)
      const arrival = Math.round(now)
      const work = service === 'constant' ? SERVICE : Math.round(-Math.log(1 - share(secondWord())) * SERVICE)
      waited += counter.serve(arrival, work) - arrival - work
    }
    batches.push(waited / perBatch / SERVICE)
  }
  const mean = batches.reduce((sum, one) => sum + one, 0) / BATCHES
  const variance = batches.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (BATCHES - 1)
  return { mean, error: Math.sqrt(variance / BATCHES) }
}

/** Erlang's C: the share of customers who wait, times the mean wait of those, in mean services. */
function waitOfMMc(staff: number, load: number): number {
  const offered = staff * load
  let term = 1
  let sum = 1
  for (let k = 1; k < staff; k++) {
    term *= offered / k
    sum += term
  }
  const full = (term * offered) / staff / (1 - load)
  return full / (sum + full) / (staff * (1 - load))
}

/** Pollaczek and Khinchine, service without variance: half the wait of M/M/1. */
const waitOfMD1 = (load: number) => load / (2 * (1 - load))

const CASES: readonly (readonly [name: string, queue: Queue, expected: number])[] = [
  ['M/M/1 at load 0.5', { staff: 1, load: 0.5, service: 'exponential', customers: 600_000 }, 1],
  ['M/M/1 at load 0.8', { staff: 1, load: 0.8, service: 'exponential', customers: 2_500_000 }, 4],
  ['M/M/1 at load 0.9', { staff: 1, load: 0.9, service: 'exponential', customers: 8_000_000 }, 9],
  ['M/M/2 at load 0.8', { staff: 2, load: 0.8, service: 'exponential', customers: 2_500_000 }, waitOfMMc(2, 0.8)],
  ['M/M/4 at load 0.8', { staff: 4, load: 0.8, service: 'exponential', customers: 3_000_000 }, waitOfMMc(4, 0.8)],
  ['M/M/10 at load 0.8', { staff: 10, load: 0.8, service: 'exponential', customers: 5_000_000 }, waitOfMMc(10, 0.8)],
  ['M/D/1 at load 0.5', { staff: 1, load: 0.5, service: 'constant', customers: 400_000 }, waitOfMD1(0.5)],
  ['M/D/1 at load 0.8', { staff: 1, load: 0.8, service: 'constant', customers: 2_000_000 }, waitOfMD1(0.8)],
]

describe('the mean wait at a counter is that of the theory of queues', () => {
  it('whose formulas agree where they meet: one of staff is M/M/1, two at load 0.5 wait a third of a service', () => {
    expect(waitOfMMc(1, 0.9)).toBeCloseTo(9, 10)
    expect(waitOfMMc(2, 0.5)).toBeCloseTo(1 / 3, 10)
  })

  it.each(CASES)('%s', (_, queue, expected) => {
    const { mean, error } = meanWait(queue)
    expect(queue.customers).toBeGreaterThanOrEqual(200_000)
    expect(error / expected, 'error of batch means').toBeLessThan(0.01)
    expect(Math.abs(mean - expected) / error, `z; mean wait ${mean}, in theory ${expected}`).toBeLessThan(4)
  })
})
