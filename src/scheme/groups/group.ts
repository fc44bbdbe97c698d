/**
 * Groups of persons for whom a scenario sets premiums or benefits of their own. Who is in which group is asked of a few traits, so the
 * values of every mixture of groups are laid out beforehand, a table for premiums and one for benefits.
 */
import type { Overrides } from '../../policy/overrides.ts'
import { QUINTILES } from '../../population/household.ts'
import { CHANNELS } from '../../population/places.ts'

/** What is left out does not matter. */
export interface Group {
  readonly name: string
  readonly title: { readonly en: string; readonly zh: string }
  /** assisted (五保、低保), or not */
  readonly poor?: boolean
  /** quintiles of income per head, 0 (lowest) to 4 */
  readonly quintiles?: readonly number[]
  /** completed years on 1 January, the first and the last of them */
  readonly age?: readonly [number, number]
  /** how the village pays its premiums: indices of CHANNELS */
  readonly channels?: readonly number[]
  readonly setsPremium: boolean
  readonly setsBenefit: boolean
}

/** The groups of a scenario, and what holds for those who are in just these of them: a bit for each group. */
export interface Groups {
  readonly list: readonly Group[]
  readonly policies: readonly { readonly members: number; readonly policy: Overrides }[]
}

/** As many as bits are kept of a household. */
export const MOST_GROUPS = 8

/** What it is asked of. */
interface Traits {
  readonly poor: number
  readonly quintile: number
  readonly age?: number
  readonly channel?: number
}

/** The groups that these traits belong to, a bit each; what is not known of somebody keeps nobody out. */
export function groupsOf(list: readonly Group[], { poor, quintile, age, channel }: Traits, kind?: 'setsPremium' | 'setsBenefit'): number {
  let members = 0
  for (let i = 0; i < list.length; i++) {
    const group = list[i]
    if (kind !== undefined && !group[kind]) continue
    if (group.poor !== undefined && group.poor !== (poor !== 0)) continue
    if (group.quintiles !== undefined && !group.quintiles.includes(quintile)) continue
    if (group.age !== undefined && age !== undefined && (age < group.age[0] || age > group.age[1])) continue
    if (group.channels !== undefined && channel !== undefined && !group.channels.includes(channel)) continue
    members |= 1 << i
  }
  return members
}

/** Row of a household in a table of premiums. */
export function premiumRow(poor: number, quintile: number, channel: number): number {
  return poor + 2 * (quintile + QUINTILES * channel)
}

/** The groups that make a household's premium, by `premiumRow`; undefined where the scenario sets none by group. */
export function premiumGroups(list: readonly Group[]): number[] | undefined {
  if (!list.some(({ setsPremium }) => setsPremium)) return undefined
  const rows: number[] = []
  for (let channel = 0; channel < CHANNELS.length; channel++)
    for (let quintile = 0; quintile < QUINTILES; quintile++)
      for (let poor = 0; poor < 2; poor++)
        rows[premiumRow(poor, quintile, channel)] = groupsOf(list, { poor, quintile, channel }, 'setsPremium')
  return rows
}

/** Row of a person in the table of benefits; `band` of age. */
export function benefitRow(poor: number, quintile: number, band: number): number {
  return poor + 2 * (quintile + QUINTILES * band)
}

/** Ages at which somebody enters or leaves a group, ascending. */
export function agesOf(list: readonly Group[]): number[] {
  const ages = list.flatMap(({ age }) => (age ? [age[0], age[1] + 1] : [])).filter((age) => age > 0)
  return [...new Set(ages)].sort((a, b) => a - b)
}

/** The groups that make a person's benefit, by `benefitRow`; undefined where the scenario sets none by group. */
export function benefitGroups(list: readonly Group[]): number[] | undefined {
  if (!list.some(({ setsBenefit }) => setsBenefit)) return undefined
  const rows: number[] = []
  for (const [band, age] of [0, ...agesOf(list)].entries())
    for (let quintile = 0; quintile < QUINTILES; quintile++)
      for (let poor = 0; poor < 2; poor++) rows[benefitRow(poor, quintile, band)] = groupsOf(list, { poor, quintile, age }, 'setsBenefit')
  return rows
}
