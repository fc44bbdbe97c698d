/** What went wrong, where, what was expected, and what to write instead. Nobody is shown a stack trace for a slip in a file. */
import { distance } from 'fastest-levenshtein'
import { type Day, formatDay } from './calendar.ts'

/** One fault of the user's input. Lines and columns count from 1. */
export interface Fault {
  readonly code: string
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
  readonly expected?: string
  /** the valid name that was probably meant */
  readonly nearest?: string
}

/** The user's input is wrong: all faults of one pass (exit code 2). */
export class InputFaults extends Error {
  override readonly name = 'InputFaults'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'))
    this.faults = faults
  }
}

/** The model contradicts itself, a bug: the event at which it showed, and the day (exit code 1). */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken'
  readonly event: string
  readonly day: Day

  constructor(event: string, day: Day, message: string) {
    super(`${formatDay(day)}, ${event}: ${message}`)
    this.event = event
    this.day = day
  }
}

/** One line: "file:line:column: message; expected …; nearest …", without the parts that are not known. */
export function formatFault(fault: Fault): string {
  const place = [fault.file, fault.line, fault.column].filter((part) => part !== undefined).join(':')
  const expected = fault.expected === undefined ? '' : `; expected ${fault.expected}`
  const nearest = fault.nearest === undefined ? '' : `; nearest ${fault.nearest}`
  return `${place}: ${fault.message}${expected}${nearest}`.replace(/\s*[\r\n]+\s*/g, ' ')
}

/**
 * The valid name nearest to a word by Levenshtein distance, upper and lower case alike; the first of several equally near.
 * Undefined when none is reasonably near: more than a third of the letters would change (two letters are always allowed from four on).
 */
export function nearestName(word: string, names: Iterable<string>): string | undefined {
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const changes = distance(word.toLowerCase(), name.toLowerCase())
    const length = Math.max(word.length, name.length)
    const allowed = Math.max(length < 4 ? 1 : 2, Math.floor(length / 3))
    if (changes < least && changes <= allowed && changes < length) {
      nearest = name
      least = changes
    }
  }
  return nearest
}
