/** What a reform sets for groups apart, each by itself taken back: a parameter of one group, or who is in it. */
import { InputFaults } from '../../../kernel/errors.ts'
import type { Changed } from '../../../scenario/changes/changed.ts'
import { groupsSaid, type Said } from '../../../scenario/groups/said.ts'
import type { LoadedScenario } from '../../../scenario/load.ts'
import { type Group, MOST_GROUPS } from '../../../scheme/groups/group.ts'

/** As the rows of changes call it. */
const WHO = 'who'

/** `changed`: of groups; each parameter of a group is one cause, with all its elements. */
export function causesOfGroups(base: LoadedScenario, reform: LoadedScenario, changed: readonly Changed[]) {
  const names = new Map<string, { group: string; parameter: string; changed: Changed[] }>()
  for (const one of changed) {
    const { group = '' } = one
    const parameter = one.name.replace(/\[.*$/, '')
    if (parameter !== WHO && isSaidAlike(base, reform, parameter, group)) continue
    const cause = `groups.${group}.${parameter}`
    const known = names.get(cause) ?? { group, parameter, changed: [] }
    known.changed.push(one)
    names.set(cause, known)
  }
  return [...names].map(([name, { group, parameter, changed: own }]) => ({
    name,
    changed: own,
    undone: () => (parameter === WHO ? withPersonsOf(base, reform, group) : withValueOf(base, reform, group, parameter)),
  }))
}

/** The group has another value only because everybody has. */
function isSaidAlike(base: LoadedScenario, reform: LoadedScenario, parameter: string, group: string): boolean {
  const told = (said: readonly Said[] = []) =>
    JSON.stringify(said.flatMap(({ of, block }) => (of === group && parameter in block ? [block[parameter]] : [])))
  return told(base.said) === told(reform.said)
}

/** What is said in `reform` of this parameter for everybody, or for one group, as it is said in `base`. */
export function saidAsIn(base: readonly Said[], reform: readonly Said[], parameter: string, of?: string): Said[] {
  const own = (said: readonly Said[]) => said.filter((one) => one.of === of && parameter in one.block)
  const theirs = own(base).map(({ block }): Said => ({ of, block: { [parameter]: block[parameter] } }))
  const kept = reform.map((one) => (one.of === of ? { ...one, block: without(one.block, parameter) } : one))
  // where the first of it stood; what only the base says stands below the other groups, and over what is said of everybody
  const first = reform.findIndex((one) => one.of === of && parameter in one.block)
  const beforeAll = kept.findIndex((one) => one.of === undefined)
  const at = first >= 0 ? first : of === undefined || beforeAll < 0 ? kept.length : beforeAll
  return [...kept.slice(0, at), ...theirs, ...kept.slice(at)]
}

function withValueOf(base: LoadedScenario, reform: LoadedScenario, group: string, parameter: string): LoadedScenario {
  const own = reform.settings.groups?.list ?? []
  const theirs = own.some(({ name }) => name === group) ? [] : (base.settings.groups?.list ?? []).filter(({ name }) => name === group)
  const said = saidAsIn(base.said ?? everybody(base), reform.said ?? everybody(reform), parameter, group)
  return withGroups(reform, [...own, ...theirs], said)
}

function withPersonsOf(base: LoadedScenario, reform: LoadedScenario, name: string): LoadedScenario {
  const was = base.settings.groups?.list.find((group) => group.name === name)
  const list = (reform.settings.groups?.list ?? []).map((group) => (group.name === name && was ? was : group))
  return withGroups(reform, list, reform.said ?? [])
}

/** A scenario without groups says all of everybody. */
const everybody = ({ policy }: LoadedScenario): Said[] => [{ block: policy }]

export function withGroups(scenario: LoadedScenario, list: readonly Group[], said: readonly Said[]): LoadedScenario {
  if (list.length > MOST_GROUPS)
    throw new InputFaults([{ code: 'too_many', file: scenario.files[0], message: `more than ${MOST_GROUPS} groups` }])
  return { ...scenario, said, settings: { ...scenario.settings, groups: groupsSaid(list, said) } }
}

function without(block: Said['block'], parameter: string): Said['block'] {
  const { [parameter]: _, ...others } = block
  return others
}
