/** Ctrl-C: what runs is told to stop, tidies up, and the command ends with code 130. */

/** The user (or the system) asked the command to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** A signal that is aborted by SIGINT or SIGTERM; a second one ends the process at once after `lastResort`. Call `release` when done. */
export function interruptSignal(lastResort: () => void): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController()
  const stop = () => {
    if (!controller.signal.aborted) {
      controller.abort(new Interrupted('interrupted'))
      return
    }
    lastResort()
    process.exit(130)
  }
  // what listened while this command was being loaded (hezuo.mjs) would end the process at once
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    for (const listener of process.listeners(signal)) if (listener.name === 'endsEarly') process.off(signal, listener)
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const release = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  return { signal: controller.signal, release }
}
