/** Which file of a chain says what holds of a parameter, from which day on, and on which line. */
import type { Day } from '../../kernel/calendar.ts'
import { formatDay } from '../../kernel/calendar.ts'
import { isMapping } from '../../policy/change/form.ts'
import { type Step, stepsOf } from '../../policy/change/steps.ts'
import type { Chain } from '../chain.ts'
import { beside } from '../chain.ts'
import { valueAt } from '../faults.ts'
import { isDated, mergeSetting } from './merge.ts'
import type { WrittenPolicy } from './written.ts'

/** Nobody has set it where `who` is absent: the data stand. */
interface Spell {
  readonly from: Day
  readonly who?: string
}

/** By dotted name of a parameter, or of what else a scenario sets (mechanisms.offices, procedures.claim_by_hand.deadline). */
export type Setters = ReadonlyMap<string, readonly Spell[]>

/** `FILE:LINE` of what holds of a name on a day, undefined where the data stand. Files are told as seen from the scenario's own folder. */
export function setterOn(setters: Setters, name: string, day: Day): string | undefined {
  return setters.get(name)?.findLast(({ from }) => from <= day)?.who
}

/** Of a sound chain and its policy blocks, both the nearest first. */
export function settersOf(chain: Chain, written: readonly WrittenPolicy[]): Setters {
  const files = seenFromFirst(chain)
  const setters = new Map<string, readonly Spell[]>()
  const settings = new Map<string, unknown>()
  for (const [index, one] of [...written.entries()].reverse())
    for (const [name, near] of Object.entries(one.block)) {
      const far = settings.get(name)
      const place = (under: readonly string[]) => `${files[index]}:${one.at(name, under, 'key').line}`
      const known = setters.get(name) ?? []
      const own = stepsOf(near).map((step) => ({ ...step, who: place(keyOf(near, step)) }))
      const joins = isMapping(far) && isMapping(near) && isDated(far) && isDated(near)
      setters.set(name, joins ? joined(known, own) : overlaid(known, own))
      settings.set(name, mergeSetting(far, near))
    }
  for (const [index, { document }] of [...chain.links.entries()].reverse()) {
    const set = (name: string, at: readonly string[]) =>
      setters.set(name, [{ from: Number.NEGATIVE_INFINITY, who: `${files[index]}:${document.atKey(at).line}` }])
    for (const name of namesIn(valueAt(document.value, ['groups'])))
      if (valueAt(document.value, ['groups', name, 'who']) !== undefined) set(`groups.${name}.who`, ['groups', name, 'who'])
    for (const block of ['mechanisms', 'procedures', 'amend'])
      for (const name of namesIn(valueAt(document.value, [block]))) set(`${block}.${name}`, [block, name])
  }
  return setters
}

type OwnStep = Step & { readonly who: string }

/** Dates of one file among those of the other. */
function joined(far: readonly Spell[], own: readonly OwnStep[]): Spell[] {
  const mine = own.map(({ from = Number.NEGATIVE_INFINITY, who }): Spell => ({ from, who }))
  return [...far.filter((spell) => !mine.some(({ from }) => from === spell.from)), ...mine].sort((a, b) => a.from - b.from)
}

/** One's own steps in place of what was there, but before the first of them and where they leave it as it was. */
function overlaid(far: readonly Spell[], own: readonly OwnStep[]): Spell[] {
  const begin = own[0].from ?? Number.NEGATIVE_INFINITY
  const spells = own.flatMap(({ from = Number.NEGATIVE_INFINITY, what, who }, index): Spell[] => {
    if (what !== 'law') return [{ from, who }]
    const until = own[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const before = far.findLast((spell) => spell.from <= from)
    return [{ from, who: before?.who }, ...far.filter((spell) => spell.from > from && spell.from < until)]
  })
  return [...far.filter((spell) => spell.from < begin), ...spells]
}

function keyOf(setting: unknown, { from }: Step): string[] {
  return isMapping(setting) && !('change' in setting) && from !== undefined ? [formatDay(from)] : []
}

/** The scenario without its folder, the others as `extends` names them: the same wherever the files lie. */
function seenFromFirst({ links }: Chain): string[] {
  const files: string[] = []
  for (const [index, { file }] of links.entries()) {
    const name = file.replaceAll('\\', '/').split('/').at(-1) ?? file
    const before = links[index - 1]
    // what a file says of one county stands before what it says of all
    if (before?.file === file) files.push(files[index - 1])
    else files.push(index === 0 ? name : beside(files[index - 1], String(before.content.extends).trim()))
  }
  return files
}

function namesIn(block: unknown): string[] {
  return isMapping(block) ? Object.keys(block) : []
}
