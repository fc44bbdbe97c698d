/**
 * 缴费 Premium channels (seed documents 001, 002, in a street 000): village cadres collect, the village collective pays for its members, the
 * household pays at the township office, against a notice at the bank or the service centre, or online; in a street the community collects.
 * Each has its days, its loss of payers and its receipt. Who has not paid by the deadline is not covered.
 */
import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { fenOf } from '../../kernel/money.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import type { Households, Village } from '../../population/household.ts'
import { CHANNELS, VILLAGE_CHANNELS } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { cumulative, pick } from '../../population/synthesize.ts'
import { type Messages, PAYERS } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { happensTo, type Watch } from '../trace.ts'

export interface PremiumTerms {
  /** yuan a head */
  readonly premium: number
  /** by channel of a village */
  readonly channelShare: readonly number[]
  /** by channel */
  readonly channelDays: readonly number[]
  readonly channelLoss: readonly number[]
  readonly receipt: readonly string[]
  /** share of the villages that are communities of a street */
  readonly urbanShare: number
  /** shares of the individual premium that the community and the street pay */
  readonly communityShare: number
  readonly streetShare: number
  /** share of the poor's premium that medical assistance pays */
  readonly assistanceShare: number
  /** days of the year on which the campaign opens and ends */
  readonly opens: number
  readonly deadline: number
  /** every registered household pays on the first day */
  readonly everybodyPays: boolean
}

/** Who pays a household's premium, in fen. */
export interface PremiumSplit {
  readonly assistance: number
  readonly collective: number
  readonly individual: number
}

const COLLECTIVE = CHANNELS.indexOf('village_collective')
const STREET = CHANNELS.indexOf('street_community')
/** By channel: does somebody go from house to house again before the deadline? */
const ROUND_IS_MADE = Uint8Array.from(CHANNELS, (channel, i) => (channel.startsWith('village') || i >= VILLAGE_CHANNELS.length ? 1 : 0))
/** Days of the year in which a campaign is held. */
const DAYS = 366
const [INDIVIDUAL, COLLECTIVE_PAYS, ASSISTANCE] = (['individual', 'collective', 'assistance'] as const).map((payer) =>
  PAYERS.indexOf(payer),
)

/** 多方筹资 Splits a premium: assistance pays for the poor first; of the rest the collective all, community and street their shares. */
export function splitPremium(fen: number, poor: boolean, channel: number, terms: PremiumTerms): PremiumSplit {
  const assistance = assistanceFor(fen, poor, terms.assistanceShare)
  const collective = collectiveFor(fen - assistance, collectiveShare(channel, terms))
  return { assistance, collective, individual: fen - assistance - collective }
}

function assistanceFor(fen: number, poor: boolean, assistanceShare: number): number {
  return poor ? Math.round(fen * assistanceShare) : 0
}

function collectiveFor(rest: number, share: number): number {
  return Math.round(rest * share)
}

function collectiveShare(channel: number, terms: PremiumTerms): number {
  if (channel === COLLECTIVE) return 1
  return channel === STREET ? Math.min(1, terms.communityShare + terms.streetShare) : 0
}

/** 按时缴费 Paid on the last day is in time, a day later is not. */
export function paidInTime(payDay: number, deadline: number): boolean {
  return payDay <= deadline
}

export function createPremium(
  households: Households,
  mostVillages: number,
  exponential: Int32Array,
  watch: Watch,
  announce: Pick<Messages, 'premiumPaid'>,
) {
  const limits = new Map<PremiumTerms, number[]>()
  const channel = new Uint8Array(mostVillages)
  const payDay = new Int16Array(households.keyA.length)
  const { keyA, keyB, poor, quintile } = households
  /** of the campaign, by channel */
  const loss = new Float64Array(CHANNELS.length)
  const days = new Float64Array(CHANNELS.length)
  const collective = new Float64Array(CHANNELS.length)
  /** fen, by day of the campaign and payer */
  const paid = new Float64Array(DAYS * PAYERS.length)
  let terms: PremiumTerms

  /** Opens a campaign: how a village collects, and whether it belongs to a street, are traits of the village. */
  function openCampaign(villages: readonly Village[], next: PremiumTerms): void {
    terms = next
    for (let c = 0; c < CHANNELS.length; c++) {
      loss[c] = next.channelLoss[c]
      days[c] = next.channelDays[c]
      collective[c] = collectiveShare(c, next)
    }
    let shares = limits.get(next)
    if (!shares) {
      shares = cumulative(next.channelShare)
      limits.set(next, shares)
    }
    for (let v = 0; v < villages.length; v++) {
      const { keyA, keyB } = villages[v]
      const inStreet = next.urbanShare > 0 && share(draw(keyA, keyB, PURPOSE.streetCommunity, 0)) < next.urbanShare
      channel[v] = inStreet ? STREET : pick(shares, share(draw(keyA, keyB, PURPOSE.villageChannel, 0)))
    }
  }

  /** Share of its premium that a household of the village bears itself, assistance aside: what the decision is about. */
  const householdShare = (v: number): number => 1 - collective[channel[v]]
  const inStreet = (v: number): boolean => channel[v] === STREET
  /** How the village pays: index of CHANNELS. */
  const channelOf = (v: number): number => channel[v]

  /** Does household `h` of village `v` pay by the deadline? Draws the day and the loss. */
  function pays(h: number, v: number, year: number): boolean {
    if (terms.everybodyPays) {
      payDay[h] = terms.opens
      return true
    }
    const way = channel[v]
    const word = draw(keyA[h], keyB[h], PURPOSE.payment, year)
    const lost = share(secondWord()) < loss[way]
    let day = terms.opens + Math.floor((quantile(exponential, word) / QUANTILE_SCALE) * days[way])
    // cadres, collectives and communities come round again before the deadline; who pays alone and is late stays out
    if (!paidInTime(day, terms.deadline) && ROUND_IS_MADE[way]) day = terms.deadline
    payDay[h] = day
    if (!lost && paidInTime(day, terms.deadline)) return true
    tellUnpaid(h, v, year, lost)
    return false
  }

  /** Premium of `members` members of household `h`, on its day for those who pay it; returns what the household pays itself, fen. */
  function enrolled(h: number, v: number, members: number, year: number, values: Float64Array): number {
    const way = channel[v]
    const fen = members * fenOf(terms.premium)
    const assistance = assistanceFor(fen, poor[h] === 1, terms.assistanceShare)
    const byCollective = collectiveFor(fen - assistance, collective[way])
    const individual = fen - assistance - byCollective
    const cell = payDay[h] * PAYERS.length
    paid[cell + INDIVIDUAL] += individual
    paid[cell + COLLECTIVE_PAYS] += byCollective
    paid[cell + ASSISTANCE] += assistance
    values[SUMS.premiumOfHouseholds + quintile[h]] += individual
    values[SUMS.premiumsByChannel + way] += fen
    if (happensTo(watch, h)) tellPaid(h, v, members, year, fen, splitPremium(fen, poor[h] === 1, way, terms))
    return individual
  }

  /** The end of a campaign: what was paid is booked day by day. */
  function closeCampaign(): void {
    for (let cell = 0; cell < paid.length; cell++)
      if (paid[cell] > 0) announce.premiumPaid(Math.floor(cell / PAYERS.length), cell % PAYERS.length, paid[cell])
    paid.fill(0)
  }

  function tellPaid(h: number, v: number, members: number, year: number, fen: number, split: PremiumSplit): void {
    const street = inStreet(v)
    watch.tellHousehold(h, payDay[h], 'premium.paid', {
      rule: 'scheme/enrolment/premium.ts splitPremium',
      parameters: [
        { name: 'premium.individual', value: String(terms.premium) },
        { name: 'premium.assistance_share', value: String(terms.assistanceShare) },
        { name: `premium.receipt.${CHANNELS[channel[v]]}`, value: terms.receipt[channel[v]] },
        ...(street ? [{ name: 'premium.street.community_share', value: String(terms.communityShare) }] : []),
        ...(street ? [{ name: 'premium.street.street_share', value: String(terms.streetShare) }] : []),
      ],
      amounts: [
        { id: 'premium', fen },
        { id: 'by_assistance', fen: split.assistance },
        { id: 'by_collective', fen: split.collective },
        { id: 'by_household', fen: split.individual },
      ],
      facts: { year, members, channel: CHANNELS[channel[v]], receipt: terms.receipt[channel[v]] },
    })
  }

  function tellUnpaid(h: number, v: number, year: number, lost: boolean): void {
    if (!happensTo(watch, h)) return
    watch.tellHousehold(h, Math.min(payDay[h], terms.deadline), 'premium.not_paid', {
      rule: 'scheme/enrolment/premium.ts pays',
      parameters: [{ name: `premium.channel_loss.${CHANNELS[channel[v]]}`, value: String(terms.channelLoss[channel[v]]) }],
      facts: { year, channel: CHANNELS[channel[v]], reason: lost ? 'never_paid' : 'after_the_deadline' },
    })
  }

  return { openCampaign, householdShare, channelOf, pays, enrolled, closeCampaign, payDay }
}
