/** The policy block of a scenario: which of its lines the law refuses, and where each stands. */
import { type Fault, InputFaults } from '../kernel/errors.ts'
import { isMapping, isYears, type Mapping, readYears } from '../policy/change/form.ts'
import type { Law } from '../policy/law.ts'
import type { OverrideFault, Overrides } from '../policy/overrides.ts'
import type { WrittenPolicy } from './policy/written.ts'

interface PolicyFaults {
  readonly faults: readonly Fault[]
  /** parameters with a fault: what rests on them is not judged further */
  readonly refused: ReadonlySet<string>
}

/** What only shows when files are merged: told of the whole, not of one file. */
const OF_THE_WHOLE = ['contradiction', 'impossible-change']

/**
 * Faults of one file's policy block at their places: unknown parameters, impossible dates, dates outside the scheme or after
 * `lastDay`, values that do not fit. What only shows when files are merged is left to `mergedPolicyFaults`.
 */
export function policyFaults(written: WrittenPolicy, law: Law, lastDay: string): PolicyFaults {
  const block = Object.fromEntries(Object.entries(written.block).filter(([name]) => !written.refused.has(name)))
  const told = lawFaults(law, block).filter((fault) => !OF_THE_WHOLE.includes(fault.code))
  const faults = [...written.faults, ...told.map((fault) => located(written, fault))]
  const refused = new Set([...written.refused, ...told.map(({ parameter }) => parameter)])
  for (const [name, setting] of Object.entries(block)) {
    if (refused.has(name) || !isMapping(setting)) continue
    const late = lateIn(setting, lastDay)
    for (const { date, at, part } of late) {
      const message = `${name}, ${date}: ${date} lies after the data`
      faults.push({ code: 'date', file: written.file, ...written.at(name, at, part), message, expected: `a day up to ${lastDay}` })
    }
    if (late.length > 0) refused.add(name)
  }
  return { faults, refused }
}

/** The days and years of a sound setting that lie after the data. */
function lateIn(setting: Mapping, lastDay: string): { date: string; at: readonly string[]; part: 'key' | 'value' }[] {
  if (!('change' in setting))
    return Object.keys(setting).flatMap((date) => (date > lastDay ? [{ date, at: [date], part: 'key' as const }] : []))
  const { from, years } = setting
  const named = years === undefined ? [] : readYears(years)
  const late = isYears(named) ? named.filter((year) => `${year}-01-01` > lastDay) : []
  const dates = typeof from === 'string' && from > lastDay ? [{ date: from, at: ['from'], part: 'value' as const }] : []
  return [...dates, ...late.map((year) => ({ date: String(year), at: ['years'], part: 'value' as const }))]
}

/**
 * What the merged policy contradicts, each told once at the parameter that a file of the chain sets (nearest file first).
 * Contradictions with a part that is itself refused follow from that fault and are not told.
 */
export function mergedPolicyFaults(
  nearestFirst: readonly WrittenPolicy[],
  policy: Overrides,
  law: Law,
  refused: ReadonlySet<string>,
): Fault[] {
  const told = new Set<string>()
  return lawFaults(law, policy).flatMap((fault) => {
    const whole = fault.parameter.split('.').slice(0, -1).join('.')
    const follows = whole.includes('.') && [...refused].some((name) => name.startsWith(`${whole}.`))
    const written = nearestFirst.find(({ block }) => block[fault.parameter] !== undefined)
    if (follows || !written || told.has(fault.parameter)) return []
    told.add(fault.parameter)
    return [located(written, fault)]
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

function located(written: WrittenPolicy, { parameter, at, part, code, message, expected, nearest }: OverrideFault): Fault {
  const meant = code === 'date' && nearest ? `; did you mean ${nearest}?` : ''
  return { code, file: written.file, ...written.at(parameter, at, part), message: `${message}${meant}`, expected, nearest }
}
