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

/** `__proto__`, by itself or as a part of a dotted name: objects have it already, so what stands under it would be lost without a word. */
export const isUnusableName = (name: string): boolean => /(^|\.)__proto__(\.|$)/.test(name)

export const unusableName = (name: string) => ({ message: `'${name}' cannot be a name`, expected: 'a name without __proto__' })

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

/** Letters that would steer the terminal or hide what is written: control characters but the line break and tab, and marks of direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g

/** Any text as it may be shown: what steers a terminal is written out, `\x1b`; in JSON, which leaves some of it as it is, as JSON has it. */
export function plain(text: string): string {
  return text.replace(STEERING, (letter) => {
    const code = letter.charCodeAt(0)
    return code < 32 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** A name with the blanks that look like others, or like nothing, written out: a no-break space as \u00a0. */
export function withBlanks(name: string): string {
  return name.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, (blank) => `\\u${blank.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A part of a message of at most so many letters; its end is what matters least. */
function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}

const LONGEST = 400
/** Lists of what may stand there are longer. */
const LONGEST_EXPECTED = 1500

/** How faults are told in a language. */
export interface FaultVoice {
  say(text: string): string
  /** what stands before what was expected, and before the nearest name */
  readonly expected: string
  readonly nearest: string
}

export const ENGLISH: FaultVoice = { say: (text) => text, expected: '; expected ', nearest: '; nearest ' }

/** One line: "file:line:column: message; expected …; nearest …", without the parts that are not known. */
export function formatFault(fault: Fault): string {
  return faultIn(ENGLISH, fault)
}

export function faultIn(voice: FaultVoice, fault: Fault): string {
  const place = [fault.file.length > LONGEST ? `…${fault.file.slice(-LONGEST)}` : fault.file, fault.line, fault.column]
    .filter((part) => part !== undefined)
    .join(':')
  const expected = fault.expected === undefined ? '' : `${voice.expected}${cut(voice.say(fault.expected), LONGEST_EXPECTED)}`
  const nearest = fault.nearest === undefined ? '' : `${voice.nearest}${cut(fault.nearest, LONGEST)}`
  return plain(`${place}: ${cut(voice.say(fault.message), LONGEST)}${expected}${nearest}`.replace(/\s*[\r\n]+\s*/g, ' '))
}

/** Letters of the longest word for which a name is sought; no name has half as many. */
const LONGEST_MEANT = 200

/**
 * The valid name nearest to a word by Levenshtein distance, upper and lower case alike; the first of several equally near.
 * Undefined when none is reasonably near: more than a third of the letters would change (two letters are always allowed from four on), or
 * when the word is longer than anything has a name.
 */
export function nearestName(word: string, names: Iterable<string>): string | undefined {
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  if (word.length > LONGEST_MEANT) return undefined
  const sought = word.toLowerCase()
  for (const name of names) {
    const other = name.toLowerCase()
    const length = Math.max(word.length, name.length)
    const allowed = Math.max(length < 4 ? 1 : 2, Math.floor(length / 3))
    // each letter more or less is a change
    if (Math.abs(sought.length - other.length) > Math.min(allowed, least)) continue
    const changes = distance(sought, other)
    if (changes < least && changes <= allowed && changes < length) {
      nearest = name
      least = changes
    }
  }
  return nearest
}

/** The nearest of words that mean different things, where no other is as near: of is no more on than off. */
export function nearestOfFew(word: string, words: readonly string[]): string | undefined {
  const nearest = nearestName(word, words)
  if (nearest === undefined) return undefined
  const others = words.filter((one) => one !== nearest)
  return nearestName(word, [...others, nearest]) === nearest ? nearest : undefined
}
