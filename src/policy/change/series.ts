/** A parameter's values over time under a setting of a scenario. */
import type { Day } from '../../kernel/calendar.ts'
import { formatDay } from '../../kernel/calendar.ts'
import { isNoCeiling, NO_CEILING, plainPowers } from '../../words/amount-of-setting.ts'
import { coversWith } from '../covers.ts'
import type { DatedValue, Entry, ParameterValue } from '../schema.ts'
import { type Complaint, complaintAbout, shown } from '../value/value-check.ts'
import { type Change, changedValue } from './change.ts'
import { isMapping } from './form.ts'
import { type Step, stepsOf } from './steps.ts'

const SET = { source: 'SCENARIO', status: 'scenario', setBy: 'scenario' } as const

/** The entry with a sound setting in place: over the law, or over what the files say that the scenario extends. */
export function entryUnder(entry: Entry, setting: unknown): Entry {
  const before = entryBefore(entry, setting)
  const steps = stepsOf(setting)
  const values = steps.flatMap((step, index) => valuesOf(before, step, steps[index + 1]?.from ?? Number.POSITIVE_INFINITY))
  const { from } = steps[0]
  const kept = from === undefined ? [] : lawBefore(before, from)
  return { ...before, covers: coversWith(before.covers, ownSpans(steps)), values: [...kept, ...values] }
}

/** What the setting stands over. */
export function entryBefore(entry: Entry, setting: unknown): Entry {
  return isMapping(setting) && setting.over !== undefined ? entryUnder(entry, setting.over) : entry
}

/** The first value that a change makes impossible, with the value of the law and its date. */
export function impossible(entry: Entry, setting: unknown): Complaint | undefined {
  if (isMapping(setting) && setting.over !== undefined) {
    const under = impossible(entry, setting.over)
    if (under) return under
  }
  const { values } = entryBefore(entry, setting)
  const steps = stepsOf(setting)
  for (const [index, { from, what }] of steps.entries()) {
    if (what === 'law' || 'value' in what) continue
    for (const { value, from: day } of valuesWithin(values, from, steps[index + 1]?.from ?? Number.POSITIVE_INFINITY)) {
      const made = changedValue(value, what.change)
      const complaint = complaintAbout(made, entry)
      if (complaint) return told(what.change, { value, day, made }, complaint)
    }
  }
  return undefined
}

function told({ text, kind }: Change, at: { value: ParameterValue; day: Day; made: ParameterValue }, complaint: Complaint): Complaint {
  const message = `${text} makes ${brief(at.made)} of ${brief(at.value)} (${formatDay(at.day)}): ${complaint.message}`
  const amount = Number(text)
  const points = kind === 'by' && complaint.expected.startsWith('a fraction from 0 to ') && Math.abs(amount) >= 1 && Math.abs(amount) <= 100
  const nearest = points ? `{ change: ${text[0]}${Math.abs(amount) / 100} }` : undefined
  return { message, expected: complaint.expected, ...(nearest ? { nearest } : {}) }
}

/** A value in the middle of a sentence: bands as 0: 0.5, 10000: 0.6; long lists are cut; `name`: of the parameter. */
export function brief(value: unknown, name = ''): string {
  if (isNoCeiling(name, value)) return `“${NO_CEILING.en}”`
  const isBands = Array.isArray(value) && value.length > 0 && value.every((band) => isMapping(band) && 'rate' in band)
  const text = isBands ? value.map(({ from, rate }) => `${from}: ${rate}`).join(', ') : plainPowers(shown(value))
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** What the law says up to `from`; its first value also holds before its own date, so it must not be lost. */
function lawBefore({ values }: Entry, from: Day): readonly DatedValue[] {
  const [first, ...rest] = values
  return [{ ...first, from: Math.min(first.from, from - 1) }, ...rest.filter((value) => value.from < from)]
}

function valuesOf(before: Entry, { from, what }: Step, until: Day): DatedValue[] {
  if (what !== 'law' && 'value' in what) {
    const value = what.value as ParameterValue
    if (complaintAbout(value, before)) throw new Error(`${before.name}: ${shown(value)} was not checked`)
    return [{ value, ...SET, from: from ?? before.values[0].from }]
  }
  const within = valuesWithin(before.values, from, until)
  if (what === 'law') return within
  return within.map((law): DatedValue => ({ value: changedValue(law.value, what.change), ...SET, from: law.from }))
}

/** The values in force between two days, each from its own date on or from the first of the two. */
function valuesWithin(values: readonly DatedValue[], from: Day | undefined, until: Day): DatedValue[] {
  if (from === undefined) return values.filter((value, index) => index === 0 || value.from < until)
  const atFirst = values.findLast((value) => value.from <= from) ?? values[0]
  return [{ ...atFirst, from }, ...values.filter((value) => value.from > from && value.from < until)]
}

/** The days for which a scenario gives values of its own. A change gives none: it covers what the law covers. */
function ownSpans(steps: readonly Step[]): { from: Day; until: Day }[] {
  return steps.flatMap(({ from = Number.NEGATIVE_INFINITY, what }, index) => {
    const until = steps[index + 1]?.from ?? Number.POSITIVE_INFINITY
    return what !== 'law' && 'value' in what ? [{ from, until }] : []
  })
}
