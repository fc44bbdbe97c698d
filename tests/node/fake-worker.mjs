// Stands in for the model in the tests of the worker pool: quick, slow, broken or failing as the scenario's name says.
import { setTimeout as wait } from 'node:timers/promises'

export async function simulate({ settings, job, progress, slot, stop }) {
  if (settings.name === 'broken' && job.replication === 2)
    return { broken: { event: 'paid: by hand', day: 5000, message: '2013-09-09, paid: by hand: one fen off' } }
  if (settings.name === 'failing') throw new Error('out of order')
  if (settings.name === 'hungry') {
    const eaten = []
    for (;;) eaten.push(new Array(10_000).fill(eaten.length))
  }
  if (settings.name === 'endless') Atomics.store(progress, slot, 1)
  if (settings.name === 'endless') for (let turn = 0; ; turn++) if (turn < 0) break
  if (settings.name === 'stoppable') {
    Atomics.store(progress, slot, 1)
    while (Atomics.load(stop, 0) === 0) await wait(1)
    return { stopped: true }
  }
  // Later jobs finish first, so that a wrong order would show.
  await wait(5 * (settings.replications - job.replication))
  if (progress) Atomics.store(progress, slot, 1000)
  return { record: { ...job, years: [], months: [], ledger: [], events: 1, personYears: 1 }, used: ['benefit.ceiling'] }
}
