/** What a policy block does that one may not have meant: values of the law that are set aside, and what changes come to. */
import type { Day } from '../../kernel/calendar.ts'
import { brief, entryBefore, entryUnder } from '../../policy/change/series.ts'
import { type Step, stepsOf } from '../../policy/change/steps.ts'
import type { Law } from '../../policy/law.ts'
import type { DatedValue, Entry } from '../../policy/schema.ts'
import type { LoadedScenario } from '../load.ts'
import { inSpan, label, type Span, spanOf } from './span.ts'

/** A line for each value of one's own that replaces other steps of the law than the one of its date, and for each change. */
export function policyNotes({ settings, policy }: Pick<LoadedScenario, 'settings' | 'policy'>, law: Law): string[] {
  const span = spanOf(settings)
  return Object.entries(policy).flatMap(([name, setting]) => {
    const entry = law.entry(name)
    const before = entryBefore(entry, setting)
    const after = entryUnder(entry, setting)
    const steps = stepsOf(setting)
    return steps.flatMap((step, index): string[] => {
      const until = steps[index + 1]?.from ?? Number.POSITIVE_INFINITY
      const told =
        step.what === 'law' ? [] : 'value' in step.what ? setAside(before, step, until, span) : changed(before, after, step, until, span)
      return told.map((text) => `${name} (${entry.zh}): ${text}`)
    })
  })
}

/** Steps of the law within the time of one's own value, as far as they would have said something else. */
function setAside({ name, values }: Entry, { from, what }: Step, until: Day, span: Span): string[] {
  if (what === 'law' || !('value' in what)) return []
  const isWithin = (value: DatedValue) => (from === undefined || value.from > from) && value.from < until
  const seen = inSpan(values, span)
  const other = seen.filter((value) => isWithin(value) && JSON.stringify(value.value) !== JSON.stringify(what.value))
  if (other.length === 0 || (from === undefined && seen.length === 1)) return []
  const whose = other.every(({ setBy }) => setBy === 'data') ? "the law's" : 'what the extended file leaves,'
  const list = other.map((value) => `${brief(value.value, name)} of ${label(value.from)}`).join(', ')
  const own = brief(what.value, name)
  return [
    from === undefined
      ? `your ${own} holds in all years, in place of ${whose} ${list}`
      : `your ${own} of ${label(from)} also replaces ${whose} ${list}`,
  ]
}

/** What a change makes of each value. */
function changed(before: Entry, after: Entry, { from, what }: Step, until: Day, span: Span): string[] {
  if (what === 'law' || !('change' in what)) return []
  const isWithin = (value: DatedValue) => value.setBy === 'scenario' && (from === undefined || value.from >= from) && value.from < until
  const list = inSpan(after.values, span)
    .filter(isWithin)
    .map(({ value, from: day }) => `${brief(value, after.name)} of ${brief(inForceOn(before.values, day), after.name)} from ${label(day)}`)
  return list.length > 0 ? [`${what.change.text} makes ${list.join(', ')}`] : []
}

function inForceOn(values: readonly DatedValue[], day: Day): unknown {
  return (values.findLast(({ from }) => from <= day) ?? values[0]).value
}
