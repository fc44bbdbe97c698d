/** 分组 The groups of a scenario: who is in them, and what holds for those who are in just these of them. */
import { type Fault, nearestName } from '../../kernel/errors.ts'
import { isMapping } from '../../policy/change/form.ts'
import type { Law } from '../../policy/law.ts'
import type { Named, NotNamed } from '../../policy/lookup/parameter-name.ts'
import type { Overrides } from '../../policy/overrides.ts'
import { CHANNELS } from '../../population/places.ts'
import { type Group, type Groups, MOST_GROUPS } from '../../scheme/groups/group.ts'
import type { Chain, ChainLink } from '../chain.ts'
import { chainWith, isPart, titleOf } from '../counties/part.ts'
import { valueAt } from '../faults.ts'
import { mergePolicy } from '../policy/merge.ts'
import { type Setters, settersOf } from '../policy/setters.ts'
import { type WrittenPolicy, writtenPolicy } from '../policy/written.ts'
import { mergedPolicyFaults, policyFaults } from '../policy-block.ts'
import { groupsSaid, mixturesOf, namesIn, type Said } from './said.ts'
import { agesRead, groupable, OF_HOUSEHOLDS, OF_PERSONS, OF_THE_POOR, type Who } from './schema.ts'
import { whoText } from './who-text.ts'

/** What the blocks are held against. */
interface LawAndNames {
  readonly law: Law
  readonly lastDay: string
  readonly nameOf: (word: string) => Named | NotNamed
}

/** A group with what holds for it alone. */
export interface LoadedGroup extends Pick<Group, 'name' | 'title'> {
  /** see whoText */
  readonly who: string
  /** merged with what is said of all */
  readonly policy: Overrides
  readonly law: Law
  readonly setters: Setters
  /** parameters that it sets */
  readonly sets: readonly string[]
}

export interface ReadGroups {
  readonly settings?: Groups
  readonly groups?: readonly LoadedGroup[]
  /** what its policies are made of */
  readonly said?: readonly Said[]
  readonly faults: readonly Fault[]
}

/**
 * Reads the groups of a chain of files.
 * @param counties described one by one
 * @param county of which the groups are asked; without it, those of all counties
 */
export function readGroups(chain: Chain, context: LawAndNames, counties: readonly string[], county?: string): ReadGroups {
  const names = groupNames(chain)
  if (names.length === 0) return { faults: [] }
  const faults = names.flatMap((name) => [...faultsOfWho(chain, name, counties), ...faultsOfBlocks(chain, name, context)])
  if (names.length > MOST_GROUPS) faults.push(tooMany(chain, names[MOST_GROUPS]))
  if (faults.length > 0) return { faults }
  const list = names.map((name) => (isIn(whoOf(chain, name), county) ? groupOf(chain, name, context) : nobody(name)))
  const held = (members: readonly string[]) =>
    holds(chainWith(chain, [...pathsOf(members), ...(county ? [['counties', county]] : [])]), context)
  const mixed = mixturesOf(list).map((members) => held(namesIn(list, members)))
  const here = list.filter(({ quintiles }) => quintiles?.length !== 0)
  const alone = here.map(({ name, title }) => ({ ...held([name]), title, name, sets: setBy(chain, name, context) }))
  const told = [...alone, ...mixed].flatMap((one) => one.faults)
  if (told.length > 0) return { faults: told }
  const said = saidBy(chain, names, context, county)
  const groups = alone.map(({ written, policy, chain: own, name, title, sets }): LoadedGroup => {
    const who = whoText(whoOf(chain, name), counties)
    return { name, title, who, policy, sets, law: context.law.with(policy), setters: settersOf(own, written) }
  })
  return { settings: groupsSaid(list, said), groups, said, faults: [] }
}

/** In the order in which they are first told, the farthest file first; a later one stands over an earlier one. */
function groupNames(chain: Chain): string[] {
  const names = [...chain.links].reverse().flatMap(({ content }) => (isMapping(content.groups) ? Object.keys(content.groups) : []))
  return [...new Set(names)]
}

/** The strongest first. */
const pathsOf = (names: readonly string[]) => [...names].reverse().map((name) => ['groups', name])

function holds(chain: Chain, { law, nameOf }: LawAndNames) {
  const written = chain.links.map(({ document }) => writtenPolicy(document, nameOf))
  const policy = mergePolicy(written.map(({ block }) => block))
  return { chain, written, policy, faults: mergedPolicyFaults(written, policy, law, new Set()) }
}

function whoOf(chain: Chain, name: string): Who {
  const said = chain.links.map(({ content }) => valueAt(content, ['groups', name, 'who'])).filter(isMapping)
  return Object.assign({}, ...[...said].reverse())
}

/** The blocks of all groups and of everybody, each as it stands over the next. */
function saidBy(chain: Chain, names: readonly string[], { nameOf }: LawAndNames, county: string | undefined): Said[] {
  const blockOf = ({ document }: ChainLink) => writtenPolicy(document, nameOf).block
  const partsAt = (link: ChainLink, path: readonly string[]) => chainWith({ ...chain, links: [link] }, [path]).links.filter(isPart)
  return chain.links.flatMap((link): Said[] => {
    const ofGroups = [...names]
      .reverse()
      .flatMap((name) => partsAt(link, ['groups', name]).map((part) => ({ of: name, block: blockOf(part) })))
    const ofCounty = county === undefined ? [] : partsAt(link, ['counties', county])
    return [...ofGroups, ...[...ofCounty, link].map((one) => ({ block: blockOf(one) }))]
  })
}

function isIn({ county }: Who, asked: string | undefined): boolean {
  return county === undefined || asked === undefined || [county].flat().includes(asked)
}

/** The groups of another county keep their number: it has nobody in them. */
function nobody(name: string): Group {
  return { name, title: { en: name, zh: name }, quintiles: [], setsPremium: false, setsBenefit: false }
}

function groupOf(chain: Chain, name: string, context: LawAndNames): Group {
  const { poor, income_quintile: quintiles, age, village } = whoOf(chain, name)
  const sets = setBy(chain, name, context)
  const ages = age === undefined ? undefined : agesRead(age)
  return {
    name,
    title: titleOf(chain, ['groups', name]),
    ...(poor === undefined ? {} : { poor: poor === 'yes' || poor === true }),
    ...(quintiles === undefined ? {} : { quintiles: [quintiles].flat().map((quintile) => quintile - 1) }),
    ...(ages ? { age: ages } : {}),
    ...(village === undefined ? {} : { channels: [village].flat().map((way) => CHANNELS.indexOf(way)) }),
    setsPremium: sets.some((one) => OF_HOUSEHOLDS.test(one)),
    setsBenefit: sets.some((one) => OF_PERSONS.test(one)),
  }
}

/** What the files say of one group, the nearest first. */
function blocksOf(chain: Chain, name: string, { nameOf }: LawAndNames): WrittenPolicy[] {
  const own = chainWith({ ...chain, links: chain.links }, [['groups', name]]).links.filter(({ text }) => text === '')
  return own.map(({ document }) => writtenPolicy(document, nameOf))
}

function setBy(chain: Chain, name: string, context: LawAndNames): string[] {
  return [...new Set(blocksOf(chain, name, context).flatMap(({ block }) => Object.keys(block)))]
}

function faultsOfBlocks(chain: Chain, name: string, context: LawAndNames): Fault[] {
  const { law, lastDay } = context
  const who = whoOf(chain, name)
  return blocksOf(chain, name, context).flatMap((written): Fault[] => {
    const own = Object.keys(written.block).filter((parameter) => !written.refused.has(parameter) && law.names().includes(parameter))
    const refused = own.flatMap((parameter): Fault[] => {
      const complaint = complaintOf(parameter, who, law)
      return complaint ? [{ code: 'group', file: written.file, ...written.at(parameter, [], 'key'), ...complaint }] : []
    })
    return refused.length > 0 ? refused : [...policyFaults(written, law, lastDay).faults]
  })
}

/** Why a parameter may not be set for this group. */
function complaintOf(parameter: string, who: Who, law: Law): { message: string; expected: string; nearest?: string } | undefined {
  if (OF_HOUSEHOLDS.test(parameter)) {
    if (who.age === undefined) return undefined
    return {
      message: `${parameter} is asked of households, which have no age`,
      expected: 'who by poor, income_quintile, village or county',
    }
  }
  if (OF_PERSONS.test(parameter)) {
    if (OF_THE_POOR.test(parameter) && (who.poor === 'no' || who.poor === false))
      return { message: `${parameter} is of the poor, who are not in this group`, expected: 'who with poor: yes, or without poor' }
    if (who.village === undefined) return undefined
    return {
      message: `${parameter} is a person's, wherever the village pays its premiums`,
      expected: 'who by poor, income_quintile, age or county',
    }
  }
  const names = groupable(law)
  return {
    message: `${parameter} is the same for everybody`,
    expected: `one of ${names.join(', ')}`,
    nearest: nearestName(parameter, names),
  }
}

function faultsOfWho(chain: Chain, name: string, counties: readonly string[]): Fault[] {
  const who = whoOf(chain, name)
  const link = chain.links.find(({ content }) => valueAt(content, ['groups', name]) !== undefined)
  if (!link) return []
  const { file, document } = link
  if (Object.keys(who).length === 0) {
    const key = `groups.${name}.who`
    const expected = 'who: { poor: no }, { age: 60+ }, { income_quintile: [1, 2] }, …'
    return [{ code: 'missing', file, ...document.atKey(['groups', name]), message: `'${key}' is missing`, expected }]
  }
  const unknown = [who.county ?? []].flat().find((one) => !counties.includes(one))
  if (unknown === undefined) return []
  const place = document.at(['groups', name, 'who', 'county'])
  const expected = counties.length > 0 ? `one of ${counties.join(', ')}` : "a county that 'counties' describes"
  return [
    {
      code: 'unknown_name',
      file,
      ...place,
      message: `there is no county ${unknown}`,
      expected,
      nearest: nearestName(unknown, [...counties]),
    },
  ]
}

function tooMany(chain: Chain, name: string): Fault {
  const link = chain.links.find(({ content }) => valueAt(content, ['groups', name]) !== undefined) ?? chain.links[0]
  const place = { file: link.file, ...link.document.atKey(['groups', name]) }
  return { code: 'too_many', ...place, message: `more than ${MOST_GROUPS} groups`, expected: `${MOST_GROUPS} groups at most` }
}
