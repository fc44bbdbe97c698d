/** The premium of one household in the campaign for 2014, for cases of enrolment: when it would pay by itself, and when it has paid. */
import { type Day, formatDay, parseDay, yearStart } from '../../../src/kernel/calendar.ts'
import { householdColumns } from '../../../src/population/household.ts'
import { CHANNELS, VILLAGE_CHANNELS } from '../../../src/population/places.ts'
import { Collection } from '../../../src/scheme/enrolment/collection.ts'
import { campaignTerms } from '../../../src/scheme/enrolment/terms.ts'
import { SUMS } from '../../../src/scheme/totals.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'

export interface PremiumCase {
  would_pay: 'at_once' | 'late'
  channel: (typeof CHANNELS)[number]
  lost?: boolean
}

const { settings, data } = smallCounty()
const DEADLINE = parseDay('2013-12-31') as Day
/** mean days to payment, so many that hardly a household pays within the campaign by itself */
const FAR = 100_000
const nothing = () => undefined
const watch: Watch = {
  ...{ person: -1, household: -1, wholeHousehold: false, everyone: false, events: 0 },
  ...{ tell: nothing, tellOn: nothing, tellHousehold: nothing },
}

/** Day of payment, `first_day` of the campaign, or `never`. */
export function premiumPaidOn({ would_pay, channel, lost }: PremiumCase): string {
  const campaign = campaignTerms(settings, projectLaw(), 2014)
  const street = channel === 'street_community'
  const premium = {
    ...campaign.premium,
    deadline: DEADLINE - campaign.heldIn,
    channelShare: VILLAGE_CHANNELS.map((one, i) => (one === channel || (street && i === 0) ? 1 : 0)),
    urbanShare: street ? 1 : 0,
    channelDays: CHANNELS.map(() => (would_pay === 'late' ? FAR : 0)),
    channelLoss: CHANNELS.map(() => (lost ? 1 : 0)),
  }
  const collection = new Collection({ households: householdColumns(1), exponential: data.quantiles.exponential, watch })
  const village = { id: 0, keyA: 1, keyB: 2, firstHousehold: 0, endHousehold: 1 }
  const held = { year: 2014, terms: { ...campaign, premium }, values: new Float64Array(SUMS.size) }
  collection.open([village], held, () => {})
  if (!collection.pays(0, 0)) return 'never'
  const [day] = collection.payDay
  return day === premium.opens ? 'first_day' : formatDay(yearStart(2013) + day)
}
