/** What the law says for each year and period of unchanged rules, read once and kept for all replications of a run. */

import { type Day, daysInYear, yearStart } from '../kernel/calendar.ts'
import type { Law } from '../policy/law.ts'
import { followsTheDay } from '../policy/schema.ts'
import type { VitalRates } from '../population/demography.ts'
import type { LivelihoodRates } from '../population/livelihood.ts'
import type { AgesAndSexes } from '../population/microdata/people.ts'
import type { BenefitTerms } from './benefit/inpatient.ts'
import { benefitTerms } from './benefit/terms.ts'
import type { CareTerms } from './care/care.ts'
import type { NeedRates } from './care/illness.ts'
import { constantRates, needLevel, needRates } from './care/illness-rates.ts'
import { careTerms } from './care/terms.ts'
import { type ClaimTerms, claimTerms } from './claims/terms.ts'
import { entitlingTerms } from './critical-illness/terms.ts'
import type { ModelData } from './data.ts'
import { type CampaignTerms, campaignTerms } from './enrolment/terms.ts'
import { type FundTerms, fundTerms } from './fund/terms.ts'
import { benefitClasses } from './groups/benefit-classes.ts'
import { premiumsOf } from './groups/terms.ts'
import { marginals } from './population-terms.ts'
import type { ModelSettings } from './settings.ts'

/** Rules that hold from `from` (day of the year) to the next period. */
export interface Period {
  readonly from: number
  readonly benefit: BenefitTerms
  readonly care: CareTerms
  readonly claims: ClaimTerms
  /** benefits, and what patients expect of them, by class of person where a scenario sets them by group; those of the first are above */
  readonly classes?: readonly PeriodOfClass[]
}

export type PeriodOfClass = Pick<Period, 'benefit' | 'care'>

export interface YearTerms {
  readonly year: number
  readonly start: Day
  readonly days: number
  readonly periods: readonly Period[]
  readonly needs: NeedRates
  /** needs for admission per person and year, over the reference population or the people given, whoever needs more */
  readonly meanInpatientNeed: number
  readonly vital: VitalRates
  readonly livelihood: LivelihoodRates
  /** the campaign held in this year, for the next */
  readonly campaign: CampaignTerms
  readonly fund: FundTerms
}

/** What the law says of each year that is asked for, read at its first use. */
export class Terms {
  readonly marginals: ReturnType<typeof marginals>
  /** ages and sexes of all that a county may be made of */
  readonly compositions: readonly AgesAndSexes[]
  readonly #settings: ModelSettings
  readonly #law: Law
  readonly #data: ModelData
  readonly #years = new Map<number, YearTerms>()

  constructor(settings: ModelSettings, law: Law, data: ModelData) {
    this.#settings = settings
    this.#law = law
    this.#data = data
    this.marginals = marginals(settings, law, data.given)
    this.compositions = data.given ? [this.marginals, data.given] : [this.marginals]
  }

  of(year: number): YearTerms {
    const found = this.#years.get(year) ?? this.#read(year)
    this.#years.set(year, found)
    return found
  }

  /** the campaign held before the first year, for it */
  firstCampaign(year: number): CampaignTerms {
    return this.#campaign(year)
  }

  #campaign(year: number): CampaignTerms {
    const terms = campaignTerms(this.#settings, this.#law, year)
    return { ...terms, premium: { ...terms.premium, ...this.#premiums(year) } }
  }

  #premiums(year: number) {
    return premiumsOf(this.#data.groups, this.#law, yearStart(year))
  }

  #read(year: number): YearTerms {
    const [settings, law, data] = [this.#settings, this.#law, this.#data]
    const start = yearStart(year)
    const { need } = settings.mechanisms
    const needs = need === true ? needRates(law, start) : constantRates(need.inpatient, need.outpatient)
    return {
      year,
      start,
      days: daysInYear(year),
      periods: periodStarts([law, ...lawsOfGroups(data)], year).map((from) => period(settings, law, data, start, from)),
      needs,
      meanInpatientNeed: need === true ? Math.max(needLevel(law, start, 'inpatient'), needOfGiven(needs, data)) : need.inpatient,
      vital: vitalRates(law, start),
      livelihood: livelihoodRates(law, start),
      campaign: this.#campaign(year + 1),
      fund: { ...fundTerms(settings, law, year), ...this.#premiums(year), ...entitlingOfClasses(law, data, start) },
    }
  }
}

/** Days of the year on which a rule that follows the day changes; the first is 0. */
function periodStarts(laws: readonly Law[], year: number): number[] {
  const start = yearStart(year)
  const days = new Set([0])
  for (const law of laws)
    for (const name of law.names()) {
      if (!followsTheDay(name)) continue
      for (const { from } of law.entry(name).values) if (from > start && from < start + daysInYear(year)) days.add(from - start)
    }
  return [...days].sort((a, b) => a - b)
}

function period(settings: ModelSettings, law: Law, data: ModelData, start: Day, from: number): Period {
  const day = start + from
  const benefit = benefitTerms(law, day)
  const care = careTerms(settings, law, data.quantiles.normal, benefit, day)
  const classes = benefitClasses(data.groups?.list ?? [])?.map((members): PeriodOfClass => {
    if (members === 0) return { benefit, care }
    const own = benefitTerms(data.groups?.laws.get(members) ?? law, day)
    return { benefit: own, care: careOfClass(care, careTerms(settings, law, data.quantiles.normal, own, day)) }
  })
  return { from, benefit, care, claims: claimTerms(law, day), ...(classes ? { classes } : {}) }
}

/** Critical-illness cover and assistance of the year by class of person, where the scenario has classes. */
function entitlingOfClasses(law: Law, { groups }: ModelData, start: Day): Pick<FundTerms, 'entitling'> {
  const classes = benefitClasses(groups?.list ?? [])
  return classes ? { entitling: classes.map((members) => entitlingTerms(groups?.laws.get(members) ?? law, start)) } : {}
}

/** Benefits of a class change whether and where its people seek care, not what it costs. */
export function careOfClass(care: CareTerms, { inpatient, outpatient }: CareTerms): CareTerms {
  return { ...care, inpatient, outpatient }
}

function lawsOfGroups({ groups }: ModelData): Law[] {
  return [...(groups?.laws.values() ?? [])]
}

function vitalRates(law: Law, day: Day): VitalRates {
  return {
    birthRate: law.list('demography.birth_rate', day),
    maleBirthShare: law.number('demography.male_birth_share', day),
    deathRateMale: law.list('demography.death_rate_male', day),
    deathRateFemale: law.list('demography.death_rate_female', day),
    chronicShare: law.list('illness.chronic_share', day),
  }
}

function livelihoodRates(law: Law, day: Day): LivelihoodRates {
  return {
    awayShare: law.list('livelihood.away_share', day),
    awayOtherProvinceShare: law.number('livelihood.away_other_province_share', day),
    returnRate: law.number('livelihood.return_rate', day),
    employeeInsuredShare: law.number('livelihood.employee_insured_share', day),
  }
}

/** Needs for admission per person and year over the people given; 0 where none are. */
function needOfGiven({ inpatient }: NeedRates, { given }: ModelData): number {
  return given ? given.classShare.reduce((sum, share, at) => sum + share * inpatient[at], 0) : 0
}
