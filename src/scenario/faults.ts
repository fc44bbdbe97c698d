/** Turns what the schema found into faults an analyst can act on: what stands there, what was expected, the nearest valid name. */
import type { z } from 'zod'
import { type Fault, nearestName, nearestOfFew, withBlanks } from '../kernel/errors.ts'
import type { Path, ScenarioDocument } from './document.ts'
import { marksTold, numberFor } from './reading/wrong-number.ts'
import { knownKeys, knownWords, scenarioSchema } from './schema.ts'

/** Faults of the form of one document (keys, types, ranges), in the order of the file. Never throws. */
export function formFaults(document: ScenarioDocument): Fault[] {
  const outcome = scenarioSchema.safeParse(document.value)
  if (outcome.success) return []
  const faults = outcome.error.issues.flatMap((issue) => issueFaults(document, issue, []))
  // A misspelt key makes the right one missing: that is one fault, and the misspelling tells more.
  const meant = new Set(faults.flatMap((fault) => (fault.code === 'unknown_key' && fault.nearest ? [fault.nearest] : [])))
  // 1e300 is neither whole nor small enough: one fault
  const first = [...new Map(faults.map((fault) => [`${fault.line}:${fault.column}:${fault.message}`, fault])).values()]
  return first.filter((fault) => fault.code !== 'missing' || !meant.has(/(\w+)' is missing/.exec(fault.message)?.[1] ?? ''))
}

type Issue = z.core.$ZodIssue

function issueFaults(document: ScenarioDocument, issue: Issue, above: Path): Fault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(document, path, key))
  if (issue.code === 'invalid_union') {
    // The analyst wrote a mapping, so the fault inside that mapping is the one to tell, not "neither on nor a mapping".
    const meant = issue.errors.find(
      (issues) => issues.length > 0 && issues.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
    )
    if (meant) return meant.flatMap((inner) => issueFaults(document, inner, path))
  }
  const isNumber = issue.code === 'invalid_type' && issue.expected === 'number'
  return [wrongValue(document, path, issue.message, isNumber)]
}

function unknownKey(document: ScenarioDocument, path: Path, key: string): Fault {
  const known = knownKeys(path)
  const nearest = nearestName(key, known)
  const where = path.length ? ` in '${path.join('.')}'` : ''
  const message = `'${withBlanks(key)}' is not known${where}`
  const expected = nearest === undefined ? `one of ${known.join(', ')}` : undefined
  return { code: 'unknown_key', file: document.file, ...document.atKey([...path, key]), message, expected, nearest }
}

function wrongValue(document: ScenarioDocument, path: Path, expected: string, isNumber: boolean): Fault {
  const value = valueAt(document.value, path)
  const name = path.length ? `'${path.join('.')}'` : 'the file'
  const number = numberFor(path, value, isNumber)
  const marks = number === undefined ? '' : marksTold(value)
  const message = value === undefined ? `${name} is missing` : `${name} is ${shown(value)}${marks}`
  const nearest = number ?? (typeof value === 'string' ? nearestWord(value, knownWords(path)) : undefined)
  return { code: value === undefined ? 'missing' : 'wrong_value', file: document.file, ...document.at(path), message, expected, nearest }
}

const SWITCHES: Readonly<Record<string, string>> = {
  ...{ yes: 'on', 是: 'on', 开: 'on', 开启: 'on', 启用: 'on' },
  ...{ no: 'off', non: 'off', none: 'off', of: 'off', 否: 'off', 关: 'off', 关闭: 'off', 停用: 'off' },
}

function nearestWord(word: string, known: readonly string[]): string | undefined {
  return (known.includes('off') ? SWITCHES[word.normalize('NFKC').toLowerCase()] : undefined) ?? nearestOfFew(word, known)
}

export function valueAt(value: unknown, path: Path): unknown {
  let inner = value
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) return undefined
    inner = Object.hasOwn(inner, key) ? (inner as Record<PropertyKey, unknown>)[key] : undefined
  }
  return inner
}

/** A value as it should be quoted in a message: short, and texts in quotation marks. */
function shown(value: unknown): string {
  if (value === null) return 'empty'
  if (typeof value === 'string') return `the text '${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`
  if (Array.isArray(value))
    return value.length <= 4 ? `[${value.map((item) => (typeof item === 'object' ? '…' : String(item))).join(', ')}]` : 'a list'
  return typeof value === 'object' ? 'a mapping' : String(value)
}
