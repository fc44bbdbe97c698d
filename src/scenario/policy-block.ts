/** The policy block of a scenario: which of its lines the law refuses, and where each stands. */
import { type Fault, InputFaults } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import type { OverrideFault, Overrides } from '../policy/overrides.ts'
import type { ScenarioDocument } from './document.ts'
import { valueAt } from './faults.ts'

export interface PolicyFaults {
  readonly faults: readonly Fault[]
  /** parameters with a fault: what rests on them is not judged further */
  readonly refused: ReadonlySet<string>
}

/**
 * Faults of one file's policy block at their places: unknown parameters, impossible dates, dates outside the scheme or after
 * `lastDay`, values that do not fit. What only shows when files are merged is left to `mergedPolicyFaults`.
 */
export function policyFaults(document: ScenarioDocument, law: Law, lastDay: string): PolicyFaults {
  const policy = valueAt(document.value, ['policy'])
  const refused = new Set<string>()
  if (!isMapping(policy)) return { faults: [], refused }
  const told = lawFaults(law, policy).filter((fault) => fault.code !== 'contradiction')
  const faults = told.map((fault) => located(document, fault))
  for (const fault of told) refused.add(fault.parameter)
  for (const [name, value] of Object.entries(policy)) {
    if (refused.has(name) || !isMapping(value)) continue
    for (const date of Object.keys(value).filter((date) => date > lastDay)) {
      const message = `${name}, ${date}: ${date} lies after the data`
      const place = document.atKey(['policy', name, date])
      faults.push({ code: 'date', file: document.file, ...place, message, expected: `a day up to ${lastDay}` })
      refused.add(name)
    }
  }
  return { faults, refused }
}

/**
 * What the merged policy contradicts, each told once at the parameter that a file of the chain sets (nearest file first).
 * Contradictions with a part that is itself refused follow from that fault and are not told.
 */
export function mergedPolicyFaults(
  documents: readonly ScenarioDocument[],
  policy: Overrides,
  law: Law,
  refused: ReadonlySet<string>,
): Fault[] {
  const told = new Set<string>()
  return lawFaults(law, policy).flatMap((fault) => {
    const whole = fault.parameter.split('.').slice(0, -1).join('.')
    const follows = whole.includes('.') && [...refused].some((name) => name.startsWith(`${whole}.`))
    const document = documents.find(({ value }) => valueAt(value, ['policy', fault.parameter]) !== undefined)
    if (follows || !document || told.has(fault.parameter)) return []
    told.add(fault.parameter)
    return [located(document, fault)]
  })
}

/** The last day of the last year that any parameter of the data covers. */
export function lastDayOfData(law: Law): string {
  return `${Math.max(...law.names().flatMap((name) => law.entry(name).covers.map(([, last]) => last)))}-12-31`
}

function lawFaults(law: Law, policy: Overrides): OverrideFault[] {
  try {
    law.with(policy)
    return []
  } catch (error) {
    if (error instanceof InputFaults) return error.faults.filter(isOverrideFault)
    throw error
  }
}

function isOverrideFault(fault: Fault): fault is OverrideFault {
  return 'parameter' in fault
}

function located(document: ScenarioDocument, { parameter, date, part, code, message, expected, nearest }: OverrideFault): Fault {
  const path = date === undefined ? ['policy', parameter] : ['policy', parameter, date]
  const place = part === 'key' ? document.atKey(path) : document.at(path)
  const meant = code === 'date' && nearest ? `; did you mean ${nearest}?` : ''
  return { code, file: document.file, ...place, message: `${message}${meant}`, expected, nearest }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
