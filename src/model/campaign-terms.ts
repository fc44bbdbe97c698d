/** What the law and the behaviour say of one campaign: the one for `year`, held in the year before. */

import type { EnrolmentTerms } from '../institutions/enrolment.ts'
import type { PremiumTerms } from '../institutions/premium.ts'
import { type Day, parseDay, yearStart } from '../kernel/calendar.ts'
import type { Law } from '../policy/law.ts'
import { CHANNELS } from '../population/places.ts'
import type { ModelSettings } from './settings.ts'

export interface CampaignTerms {
  readonly enrolment: EnrolmentTerms
  readonly premium: PremiumTerms
  /** last day of the year whose payments count as experience: townships and county meet here */
  readonly experienceUntil: number
}

export function campaignTerms(settings: ModelSettings, law: Law, year: number): CampaignTerms {
  const heldIn = yearStart(year - 1)
  const dayOfYear = (name: string) => (parseDay(`${year - 1}-${law.text(name, heldIn)}`) as Day) - heldIn
  const opens = dayOfYear('enrolment.campaign_opens')
  const number = (name: string) => law.number(name, heldIn + opens)
  const premium = law.number('premium.individual', yearStart(year))
  const assistanceShare = law.number('premium.assistance_share', yearStart(year))
  const { enrolment_choice: choice, neighbour_effect: neighbours } = settings.mechanisms
  const byChannel = (name: string) => CHANNELS.map((channel) => number(`premium.${name}.${channel}`))
  return {
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
      referenceParticipation: number('enrolment.initial_participation'),
      everybodyJoins: !choice,
      neighboursMatter: neighbours,
    },
    premium: {
      premium,
      assistanceShare,
      opens,
      deadline: dayOfYear('enrolment.deadline'),
      channelShare: byChannel('channel_share'),
      channelDays: byChannel('channel_days'),
      channelLoss: byChannel('channel_loss'),
      everybodyPays: !choice,
    },
  }
}
