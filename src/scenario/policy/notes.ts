/** What a policy block does that one may not have meant: values of the law that are set aside, and what changes come to. */
import { type Day, dayOf } from '../../kernel/calendar.ts'
import { isMapping } from '../../policy/change/form.ts'
import { brief, entryBefore, entryUnder } from '../../policy/change/series.ts'
import { type Step, stepsOf } from '../../policy/change/steps.ts'
import type { Law } from '../../policy/law.ts'
import type { DatedValue, Entry } from '../../policy/schema.ts'
import type { ModelSettings } from '../../scheme/settings.ts'
import { readingOf } from '../changes/read.ts'
import { simulatedYears } from '../coverage.ts'
import type { LoadedScenario } from '../load.ts'
import { inSpan, label, period, type Span, spanOf } from './span.ts'

/** A line for each value of one's own that replaces other steps of the law than the one of its date, for each change, and for what comes to nothing. */
export function policyNotes({ settings, policy }: Pick<LoadedScenario, 'settings' | 'policy'>, law: Law): string[] {
  const span = spanOf(settings)
  return Object.entries(policy).flatMap(([name, setting]) => {
    const entry = law.entry(name)
    const before = entryBefore(entry, setting)
    const after = entryUnder(entry, setting)
    const steps = stepsOf(setting)
    const untilOf = (index: number) => steps[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const unread = steps.map((step, index) => outsideOfRun(step, untilOf(index), () => readingOf(settings, law).yearsOf(name), settings))
    // a series by date may begin before a run and go on after it
    const isAllUnread = steps.every(({ what }, index) => what === 'law' || unread[index] !== undefined)
    const isNamed = isMapping(setting) && setting.years !== undefined
    return steps.flatMap((step, index): string[] => {
      const until = untilOf(index)
      const isBounded = steps[index + 1]?.what === 'law'
      const told =
        step.what === 'law'
          ? []
          : unread[index] && (isAllUnread || isNamed)
            ? [unread[index]]
            : 'value' in step.what
              ? setAside(before, step, until, span)
              : changed({ before, after, isBounded }, step, until, span)
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

/** What holds on no day of a year that the run reads: a year mistyped, mostly. Of dates before the first year the last still holds in it. */
function outsideOfRun({ from, what }: Step, until: Day, yearsRead: () => readonly number[], settings: ModelSettings): string | undefined {
  if (from === undefined || what === 'law') return undefined
  const holdsIn = (year: number) => from < dayOf(year + 1, 1, 1) && until > dayOf(year, 1, 1)
  if (simulatedYears(settings).some(holdsIn)) return undefined
  const years = yearsRead()
  if (years.some(holdsIn)) return undefined
  const told = 'value' in what ? brief(what.value) : what.change.text
  return `${told} ${period(from, until)} changes nothing, the years of the run are ${years[0]} to ${years[years.length - 1]}`
}

/** What a change makes of each value; `isBounded`: the law's own stand again after it. */
function changed(
  { before, after, isBounded }: { readonly before: Entry; readonly after: Entry; readonly isBounded: boolean },
  { from, what }: Step,
  until: Day,
  span: Span,
): string[] {
  if (what === 'law' || !('change' in what)) return []
  const isWithin = (value: DatedValue) => value.setBy === 'scenario' && (from === undefined || value.from >= from) && value.from < until
  const untilOf = (value: DatedValue) => after.values[after.values.indexOf(value) + 1]?.from ?? Number.POSITIVE_INFINITY
  const list = inSpan(after.values, span)
    .filter(isWithin)
    .map((made) => {
      const when = isBounded ? period(made.from, untilOf(made)) : period(made.from)
      return `${brief(made.value, after.name)} of ${brief(inForceOn(before.values, made.from), after.name)} ${when}`
    })
  return list.length > 0 ? [`${what.change.text} makes ${list.join(', ')}`] : []
}

function inForceOn(values: readonly DatedValue[], day: Day): unknown {
  return (values.findLast(({ from }) => from <= day) ?? values[0]).value
}
