/** What the law under a scenario says for its groups: premiums by kind of household, benefits by class of person. */
import type { Day } from '../../kernel/calendar.ts'
import type { Law } from '../../policy/law.ts'
import { type Group, premiumGroups } from './group.ts'

/** The groups of a scenario with the law that holds for each mixture of them. */
export interface GroupLaws {
  readonly list: readonly Group[]
  /** by the bits of the groups; those in none have the law of all */
  readonly laws: ReadonlyMap<number, Law>
}

/** Premiums of the year that begins on this day, yuan a head, by `premiumRow`; nothing where all pay the same. */
export function premiumsOf(groups: GroupLaws | undefined, law: Law, day: Day): { readonly premiums?: Float64Array } {
  const rows = groups && premiumGroups(groups.list)
  if (!rows) return {}
  return { premiums: Float64Array.from(rows, (members) => (groups.laws.get(members) ?? law).number('premium.individual', day)) }
}
