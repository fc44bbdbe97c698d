/** What the law and the behaviour say of one campaign: the one for `year`, held in the year before. */

import { type Day, parseDay, yearStart } from '../../kernel/calendar.ts'
import type { Law } from '../../policy/law.ts'
import type { NumberName, TextName } from '../../policy/parameter-names.ts'
import { CHANNELS, VILLAGE_CHANNELS } from '../../population/places.ts'
import type { ModelSettings } from '../settings.ts'
import type { ChoiceTerms } from './choice.ts'
import type { SchemeYearTerms } from './cover-rules.ts'
import type { PremiumTerms } from './premium.ts'
import { REGISTRATIONS, type RegistrationRule } from './registration.ts'

/** How households decide, and what the review does with those who leave members out. */
export interface EnrolmentTerms extends ChoiceTerms {
  readonly partialProbability: number
  readonly partialLeftOut: number
  /** chance that the review catches a partly enrolled household, and share of those that then pay for everybody */
  readonly partialCaught: number
  readonly partialMadeGood: number
  /** day of the year on which the campaign opens */
  readonly opens: number
  readonly everybodyJoins: boolean
  /** the premium of the poor is paid by medical assistance: it is no price to them */
  readonly assistanceShare: number
}

export interface CampaignTerms {
  /** 1 January of the year in which the campaign is held */
  readonly heldIn: Day
  readonly enrolment: EnrolmentTerms
  readonly premium: PremiumTerms
  /** rules of the year in which the campaign is held: newborns, soldiers */
  readonly schemeYear: SchemeYearTerms
  /** last day of the coming year on which a certificate may be sealed (0 = 1 January) */
  readonly papersUntil: number
  /** the papers go through the registration; else every certificate is sealed by 1 January */
  readonly procedure: boolean
  /** by which procedure, and the share of those who apply for resident insurance that do so at the county office */
  readonly registration: RegistrationRule
  readonly countyCentreShare: number
  /** last day of the year whose payments count as experience: townships and county meet here */
  readonly experienceUntil: number
}

/** A campaign while it is held: for `year`, whose sums are `values`. */
export interface Held {
  readonly year: number
  readonly terms: CampaignTerms
  readonly values: Float64Array
}

export function campaignTerms(settings: ModelSettings, law: Law, year: number): CampaignTerms {
  const heldIn = yearStart(year - 1)
  const dayOfYear = (name: TextName) => (parseDay(`${year - 1}-${law.text(name, heldIn)}`) as Day) - heldIn
  const opens = dayOfYear('enrolment.campaign_opens')
  const number = (name: NumberName) => law.number(name, heldIn + opens)
  const premium = law.number('premium.individual', yearStart(year))
  const assistanceShare = law.number('premium.assistance_share', yearStart(year))
  const { enrolment_choice: choice, neighbour_effect: neighbours, enrolment_procedure: procedure } = settings.mechanisms
  const byChannel = (name: 'channel_days' | 'channel_loss') => CHANNELS.map((channel) => number(`premium.${name}.${channel}`))
  return {
    heldIn,
    schemeYear: schemeYearTerms(settings, law, year - 1),
    papersUntil: (parseDay(`${year}-${law.text('enrolment.papers_until', yearStart(year))}`) as Day) - yearStart(year),
    procedure: procedure && choice,
    registration: REGISTRATIONS.find((rule) => rule === law.text('enrolment.registration', yearStart(year))) ?? 'cooperative',
    countyCentreShare: law.number('enrolment.application_at_county', yearStart(year)),
    experienceUntil: dayOfYear('enrolment.experience_until'),
    enrolment: {
      premium,
      assistanceShare,
      opens,
      meanIncome: number('population.income_per_head'),
      utility: number('enrolment.utility'),
      priceResponse: number('enrolment.price_response'),
      incomeResponse: number('enrolment.income_response'),
      chronicResponse: number('enrolment.chronic_response'),
      experienceResponse: number('enrolment.experience_response'),
      awayResponse: number('enrolment.away_response'),
      neighbourResponse: number('enrolment.neighbour_response'),
      campaignEffort: number('enrolment.campaign_effort'),
      partialProbability: number('enrolment.partial_probability'),
      partialLeftOut: number('enrolment.partial_left_out'),
      partialCaught: procedure ? number('enrolment.partial_caught') : 0,
      partialMadeGood: number('enrolment.partial_made_good'),
      referenceParticipation: number('enrolment.initial_participation'),
      everybodyJoins: !choice,
      neighboursMatter: neighbours,
    },
    premium: {
      premium,
      assistanceShare,
      opens,
      deadline: dayOfYear('enrolment.deadline'),
      channelShare: VILLAGE_CHANNELS.map((channel) => number(`premium.channel_share.${channel}`)),
      channelDays: byChannel('channel_days'),
      channelLoss: byChannel('channel_loss'),
      receipt: CHANNELS.map((channel) => law.text(`premium.receipt.${channel}`, heldIn + opens)),
      urbanShare: number('population.urban_share'),
      communityShare: number('premium.street.community_share'),
      streetShare: number('premium.street.street_share'),
      everybodyPays: !choice,
    },
  }
}

/** Rules of a scheme year that hold from its 1 January. */
export function schemeYearTerms(settings: ModelSettings, law: Law, year: number): SchemeYearTerms {
  const start = yearStart(year)
  const { demography, livelihood } = settings.mechanisms
  return {
    newbornRule: law.text('enrolment.newborn_rule', start) === 'registered' ? 'registered' : 'with_mother',
    newbornDays: law.number('enrolment.newborn_days', start),
    newbornRegistrationDays: law.number('enrolment.newborn_registration_days', start),
    service: {
      // soldiers leave and come home by age: nobody does where ages stand still
      demobilisedRate: demography && livelihood ? law.number('livelihood.demobilised_rate', start) : 0,
      comesHomeFrom: (parseDay(`${year}-${law.text('livelihood.demobilised_from', start)}`) as Day) - start,
    },
  }
}
