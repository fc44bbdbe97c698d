/** What charts and report of a comparison are drawn from: plain rows and what is known about the scenarios. */

import type { WinnersRow } from '../../measures/protection/winners.ts'
import type { HangsOnRow } from '../../measures/statistics/hangs-on.ts'
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import type { SolvencyRow } from '../../measures/statistics/solvency.ts'
import type { Changed } from '../../scenario/changes/changed.ts'
import type { Group } from '../../scheme/groups/group.ts'
import type { AmendedRule, GivenSource } from '../../scheme/settings.ts'
import { LANGUAGES, type Language, type SourceTitles } from '../kit/input.ts'

export interface ComparedScenario {
  readonly name: string
  readonly title: Readonly<Record<Language, string>>
  /** rules that it amends */
  readonly amendments?: readonly AmendedRule[]
  /** what it changes of the base */
  readonly changes?: readonly Changed[]
  /** the county moves its benefits as its income allows (mechanism budget_rule) */
  readonly benefitsFollow?: boolean
  /** for whom it sets parameters apart, or the base does */
  readonly groups?: readonly ComparedGroup[]
}

interface ComparedGroup extends Pick<Group, 'name' | 'title'> {
  /** in no replication and year */
  readonly hasNobody?: boolean
}

/** A further pair: one of the scenarios held against another one than the base of all. */
export interface ComparedPair {
  readonly reform: ComparedScenario
  readonly base: ComparedScenario
  readonly headlines: readonly HeadlineRow[]
  readonly counties?: readonly ComparedCounty[]
  readonly winners: readonly WinnersRow[]
  /** why its households could not be paired */
  readonly unpaired?: Readonly<Record<Language, string>>
}

/** 分县 One county of both scenarios. */
export interface ComparedCounty {
  readonly name: string
  readonly title: Readonly<Record<Language, string>>
  readonly headlines: readonly HeadlineRow[]
  /** where its people in the base come from, when they are the user's own and other than the scenario's */
  readonly microdata?: GivenSource
}

export interface ComparisonInput {
  readonly base: ComparedScenario
  readonly reforms: readonly ComparedScenario[]
  readonly years: readonly [number, number]
  /** the year that is told first; that of the largest differences where none is asked for */
  readonly year?: number
  readonly persons: number
  /** where those of the base come from when they are the user's own people */
  readonly microdata?: GivenSource
  readonly replications: number
  /** why no more of them were run, in words */
  readonly reason: Readonly<Record<Language, string>>
  /** share of the base's parameters that are assumptions, of so many */
  readonly assumed: { readonly share: number; readonly of: number }
  readonly seed: string
  readonly version: string
  /** of all reforms */
  readonly headlines: readonly HeadlineRow[]
  /** the same of each county that the scenarios describe by itself */
  readonly counties?: readonly ComparedCounty[]
  /** further pairs that are asked for */
  readonly pairs?: readonly ComparedPair[]
  /** of all reforms whose households could be paired */
  readonly winners: readonly WinnersRow[]
  /** by name of a reform: why its households could not be paired */
  readonly unpaired: Readonly<Record<string, Readonly<Record<Language, string>>>>
  /** of all scenarios, base and reforms */
  readonly solvency: readonly SolvencyRow[]
  /** which assumptions move headlines and differences most, where that was worked out */
  readonly hangsOn?: readonly HangsOnRow[]
  readonly sources?: SourceTitles
}

/** The same text made for each language. */
export function inBoth(text: (lang: Language) => string): Record<Language, string> {
  const [en, zh] = LANGUAGES.map(text)
  return { en, zh }
}
