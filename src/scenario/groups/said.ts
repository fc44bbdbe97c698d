/** 分组 What the files say of parameters, each time with the group it is said of: from it follows what holds for each mixture of groups. */
import type { Overrides } from '../../policy/overrides.ts'
import { benefitGroups, type Group, type Groups, premiumGroups } from '../../scheme/groups/group.ts'
import { mergePolicy } from '../policy/merge.ts'
import { OF_HOUSEHOLDS, OF_PERSONS } from './schema.ts'

/** One block of one file, those of a chain the strongest first. */
export interface Said {
  /** the group; absent where it is said of everybody */
  readonly of?: string
  readonly block: Overrides
}

/** What holds for those who are in just these groups. */
function policyOf(said: readonly Said[], names: readonly string[]): Overrides {
  return mergePolicy(said.filter(({ of }) => of === undefined || names.includes(of)).map(({ block }) => block))
}

/** The groups of `list` as what is said makes them: who is in one is as it was. */
export function groupsSaid(list: readonly Group[], said: readonly Said[]): Groups {
  const here = list.map((group) => ({ ...group, ...kindsSet(said, group) }))
  return { list: here, policies: mixturesOf(here).map((members) => ({ members, policy: policyOf(said, namesIn(here, members)) })) }
}

/** Mixtures of groups that there are, a bit each. */
export function mixturesOf(list: readonly Group[]): number[] {
  return [...new Set([...(premiumGroups(list) ?? []), ...(benefitGroups(list) ?? [])].filter((members) => members > 0))]
}

export function namesIn(list: readonly Group[], members: number): string[] {
  return list.filter((_, index) => members & (1 << index)).map(({ name }) => name)
}

/** A group of another county has nobody in it, and sets nothing here. */
function kindsSet(said: readonly Said[], { name, quintiles }: Group): Pick<Group, 'setsPremium' | 'setsBenefit'> {
  const sets = quintiles?.length === 0 ? [] : said.flatMap(({ of, block }) => (of === name ? Object.keys(block) : []))
  return { setsPremium: sets.some((one) => OF_HOUSEHOLDS.test(one)), setsBenefit: sets.some((one) => OF_PERSONS.test(one)) }
}
