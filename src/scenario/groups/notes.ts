/** What is said of a policy block, said of the block of a group. */
import type { LoadedScenario } from '../load.ts'

type OfPolicy = Pick<LoadedScenario, 'settings' | 'policy'>

/** The groups that have a block of their own, of all counties. */
export function groupNamesOf({ groups, counties }: LoadedScenario): string[] {
  const all = [...(groups ?? []), ...(counties ?? []).flatMap((county) => county.groups ?? [])]
  return [...new Set(all.map(({ name }) => name))]
}

/** What is said of what this group sets for itself; nothing where it has nobody. */
export function notesOfGroup(one: LoadedScenario, group: string, notesOf: (of: OfPolicy) => readonly string[]): readonly string[] {
  const found = one.groups?.find(({ name }) => name === group)
  if (!found) return []
  const policy = Object.fromEntries(Object.entries(found.policy).filter(([parameter]) => found.sets.includes(parameter)))
  // figures of procedures are those of all
  return notesOf({ settings: { ...one.settings, procedures: undefined }, policy })
}
