/** What one run of the model needs to know besides the law: the scenario, read and checked. */
import type { Place, Region } from '../population/places.ts'
import type { ProcedureOverrides } from '../procedures/data/overrides.ts'
import type { Groups } from './groups/group.ts'
import type { RuleName } from './rules.ts'

/** A mechanism that is on, off, or replaced by constants. Off means the simplest case with a known answer. */
export interface Mechanisms {
  /** births, deaths and the yearly change of chronic illness; off: the population stays as drawn */
  readonly demography: boolean
  /** leaving for work and coming back; off: everybody lives at home */
  readonly livelihood: boolean
  /** chance of illness differs by age, sex, chronic illness, frailty and year; constants: the same yearly rate for everybody */
  readonly need: true | { readonly inpatient: number; readonly outpatient: number }
  /** seeking care falls with its price; off: every need becomes a visit */
  readonly demand_response: boolean
  /** where to go, a logit; off: as if every place charged the reference price; constant: one place for all admissions (and one for outpatient visits) */
  readonly facility_choice: boolean | { readonly inpatient: Place; readonly outpatient: Place }
  /** households decide whether to enrol; off: everybody eligible is enrolled and paid */
  readonly enrolment_choice: boolean
  /** papers of the enrolled go through registration and review, certificates are sealed on a day; off: all are in order on 1 January */
  readonly enrolment_procedure: boolean
  /** last year's participation of the village weighs in the decision */
  readonly neighbour_effect: boolean
  /** manual claims wait for staff, and who left the card at home must claim by hand; off: fixed working days, card at hand */
  readonly offices: boolean
  /** payments wait while the fund has no cash */
  readonly cash_limit: boolean
  /** spending at pharmacies and undesignated clinics */
  readonly outside_spending: boolean
  /** 以收定支: the county moves next year's benefit towards the use rate it aims at; off: the dated schedule stands */
  readonly budget_rule: boolean
  /** 二次补偿: a surplus above the guidance is paid out to the year's inpatients */
  readonly second_compensation: boolean
}

/** Every mechanism of the dated law; the two by which a county answers to its own balance are left to the scenario. */
export const MECHANISMS_ON: Mechanisms = {
  demography: true,
  livelihood: true,
  need: true,
  demand_response: true,
  facility_choice: true,
  enrolment_choice: true,
  enrolment_procedure: true,
  neighbour_effect: true,
  offices: true,
  cash_limit: true,
  outside_spending: true,
  budget_rule: false,
  second_compensation: false,
}

/** 微观数据 The files that the people come from, and what was found in them. */
export interface GivenSource {
  /** names without folders */
  readonly personsFile: string
  readonly householdsFile: string
  /** absent until the files have been read */
  readonly content?: {
    /** of both files, byte by byte */
    readonly sha256: string
    readonly persons: number
    readonly households: number
    readonly isWeighted: boolean
    /** yuan per head and year */
    readonly meanIncome: number
  }
}

/** 规则改写 A rule of the law and a module that wraps it. */
export interface AmendedRule {
  readonly rule: RuleName
  /** of the module, as the scenario names it */
  readonly file: string
  /** absent until the module has been read */
  readonly content?: {
    readonly title: { readonly en: string; readonly zh: string }
    /** of the text */
    readonly sha256: string
    readonly text: string
    /** compiled; plain data, so that each thread can make the rule of it */
    readonly code: string
  }
}

/** 分县 A county that the scenario describes by itself. */
export interface NamedCounty {
  /** its area in all tables */
  readonly name: string
  readonly title: { readonly en: string; readonly zh: string }
  readonly persons: number
  readonly addedVillages: readonly number[]
  /** its own people, where they are others than those of the scenario */
  readonly microdata?: GivenSource
}

export interface ModelSettings {
  readonly name: string
  /** first and last reported scheme year */
  readonly years: readonly [number, number]
  /** unreported years before the first, at least one */
  readonly burnInYears: number
  readonly region: Region
  /** registered persons of one county at the start: villages are added in order until they hold this many; of given people, as many give or take a household */
  readonly persons: number
  readonly counties: number
  /** the counties by number, where the scenario describes each by itself; absent where all are alike */
  readonly named?: readonly NamedCounty[]
  /** villages beside those, each with so many households; their people are drawn apart, so nobody else's life changes */
  readonly addedVillages: readonly number[]
  /** the user's own people in place of synthetic ones */
  readonly microdata?: GivenSource
  readonly mechanisms: Mechanisms
  /** for whom parameters are set apart; absent where they are for nobody */
  readonly groups?: Groups
  /** figures of procedures and offices that the scenario sets, by dotted name */
  readonly procedures?: ProcedureOverrides
  /** rules that are amended, in the order in which they are wrapped; absent where none is */
  readonly amendments?: readonly AmendedRule[]
  readonly replications: number
  /** any text; the master key of every draw */
  readonly seed: string
}

/** Registered persons of all counties at the start, without added villages. */
export function personsOfAll({ persons, counties, named }: Pick<ModelSettings, 'persons' | 'counties' | 'named'>): number {
  return named ? named.reduce((sum, county) => sum + county.persons, 0) : persons * counties
}

/** 每户人数 About so many persons are in a household of an added village. */
const PERSONS_PER_HOUSEHOLD = 4

/** Registered persons of one county, those of added villages too. */
export function personsWithVillages({ persons, addedVillages }: Pick<ModelSettings, 'persons' | 'addedVillages'>): number {
  return persons + PERSONS_PER_HOUSEHOLD * addedVillages.reduce((sum, households) => sum + households, 0)
}

/** The scenario's own files; nobody comes from them where every county has files of its own. */
export function commonMicrodata({ microdata, named }: Pick<ModelSettings, 'microdata' | 'named'>): GivenSource | undefined {
  return named?.every((county) => county.microdata) ? undefined : microdata
}
