/** The policy block of a scenario: which of its lines the law refuses, and where each stands. */
import { parseDay } from '../kernel/calendar.ts'
import { type Fault, nearestName } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import { complaintAbout } from '../policy/value-check.ts'
import type { Path, ScenarioDocument } from './document.ts'
import { valueAt } from './faults.ts'
import { SCHEME_BEGINS } from './schema.ts'

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

export interface PolicyFaults {
  readonly faults: readonly Fault[]
  /** parameters with a fault: what rests on them cannot be judged further */
  readonly refused: ReadonlySet<string>
}

/**
 * Faults of one file's policy block: unknown parameters, impossible dates, dates outside the scheme, values the law refuses.
 */
export function policyFaults(document: ScenarioDocument, law: Law, lastDay: string): PolicyFaults {
  const names = law.names()
  const faults: Fault[] = []
  const refused = new Set<string>()
  const policy = valueAt(document.value, ['policy'])
  if (!isMapping(policy)) return { faults, refused }
  for (const [name, value] of Object.entries(policy)) {
    const found = parameterFaults(document, name, value, law, names, lastDay)
    if (found.length) refused.add(name)
    faults.push(...found)
  }
  return { faults, refused }
}

function parameterFaults(document: ScenarioDocument, name: string, value: unknown, law: Law, names: string[], lastDay: string): Fault[] {
  const path = ['policy', name]
  if (!names.includes(name)) {
    const nearest = nearestName(name, names)
    const expected = nearest === undefined ? 'a parameter of the law (hezuo schema lists them)' : undefined
    return [
      {
        code: 'unknown_parameter',
        file: document.file,
        ...document.atKey(path),
        message: `no parameter is called '${name}'`,
        expected,
        nearest,
      },
    ]
  }
  if (!isMapping(value)) return valueFault(document, path, name, value, law)
  const dates = Object.entries(value)
  if (!dates.length)
    return [
      {
        code: 'wrong_value',
        file: document.file,
        ...document.at(path),
        message: `'${name}' holds no date`,
        expected: 'dates with a value each',
      },
    ]
  return dates.flatMap(([date, dated]) => {
    const fault = dateFault(document, [...path, date], name, date, lastDay)
    return fault ? [fault] : valueFault(document, [...path, date], name, dated, law)
  })
}

function dateFault(document: ScenarioDocument, path: Path, name: string, date: string, lastDay: string): Fault | undefined {
  const place = { file: document.file, ...document.atKey(path) }
  const day = parseDay(date)
  if (day === undefined) {
    const swapped = DATE.exec(date)
    const turned = swapped ? `${swapped[1]}-${swapped[3].padStart(2, '0')}-${swapped[2].padStart(2, '0')}` : ''
    const nearest = parseDay(turned) === undefined ? undefined : turned
    const meant = nearest ? `; did you mean ${nearest}?` : ''
    return { code: 'no_date', ...place, message: `'${date}' of '${name}' is no date${meant}`, expected: 'a date YYYY-MM-DD', nearest }
  }
  if (date < SCHEME_BEGINS || date > lastDay) {
    return {
      code: 'outside_scheme',
      ...place,
      message: `'${date}' of '${name}' lies outside the scheme`,
      expected: `a date from ${SCHEME_BEGINS} to ${lastDay}`,
    }
  }
}

function valueFault(document: ScenarioDocument, path: Path, name: string, value: unknown, law: Law): Fault[] {
  const complaint = complaintAbout(value, law.entry(name))
  if (!complaint) return []
  const { message, expected, nearest } = complaint
  return [{ code: 'wrong_value', file: document.file, ...document.at(path), message: `'${name}': ${message}`, expected, nearest }]
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
