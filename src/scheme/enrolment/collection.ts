/** Where premiums are paid: each village by its channel, each household on its day; what each payer paid is announced for that day. */
import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { FEN_PER_YUAN, fenOf } from '../../kernel/money.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import type { Village } from '../../population/household.ts'
import { cumulative, pick } from '../../population/marginals.ts'
import { CHANNELS, VILLAGE_CHANNELS } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { County } from '../county.ts'
import { type Messages, PAYERS } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { happensTo } from '../trace.ts'
import { neverPaidDetail, paidLateDetail, premiumPaidDetail } from './explanation.ts'
import { collectiveShare, type PremiumTerms, paidInTime, premiumFor, splitPremium } from './premium.ts'
import type { Held } from './terms.ts'

const STREET = CHANNELS.indexOf('street_community')
/** By channel: does somebody go from house to house again before the deadline? */
const ROUND_IS_MADE = Uint8Array.from(CHANNELS, (channel, i) => (channel.startsWith('village') || i >= VILLAGE_CHANNELS.length ? 1 : 0))
const [INDIVIDUAL, COLLECTIVE, ASSISTANCE] = (['individual', 'collective', 'assistance'] as const).map((payer) => PAYERS.indexOf(payer))

/** What is known while a campaign is held. */
interface Open extends Held {
  /** by village, index of CHANNELS */
  readonly channel: Uint8Array
  /** premium a head, fen */
  readonly premium: number
  /** hears each part of a premium */
  readonly premiumPaid: Messages['premiumPaid']
}

export class Collection {
  /** day of the year of the campaign on which each household pays */
  readonly payDay: Int16Array
  readonly #county: CollectionCounty
  #now!: Open
  /** fen of the latest campaign, and members paid for */
  #asked = { fen: 0, members: 0 }

  constructor(county: CollectionCounty) {
    this.#county = county
    this.payDay = new Int16Array(county.households.keyA.length)
  }

  /** Opens a campaign: how a village collects, and whether it belongs to a street, are traits of the village. */
  open(villages: readonly Village[], held: Held, premiumPaid: Messages['premiumPaid']): void {
    const channel = Uint8Array.from(channelsOf(villages, held.terms.premium))
    const { year, terms, values } = held
    const premium = fenOf(terms.premium.premium)
    this.#asked = { fen: 0, members: 0 }
    this.#now = { year, terms, values, channel, premium, premiumPaid }
  }

  /** How the village pays: index of CHANNELS. */
  channelOf(village: number): number {
    return this.#now.channel[village]
  }

  /** Share of its premium that a household of the village bears itself, assistance aside: what the decision is about. */
  householdShare(village: number): number {
    const { channel, terms } = this.#now
    return 1 - collectiveShare(channel[village], terms.premium)
  }

  /** Yuan a head over all members of the latest campaign; undefined where all pay the same. */
  meanPremium(): number | undefined {
    const { fen, members } = this.#asked
    return this.#now.terms.premium.premiums && members > 0 ? fen / members / FEN_PER_YUAN : undefined
  }

  /** Yuan a head for household `h` of the village. */
  premiumOf(h: number, village: number, terms: Pick<PremiumTerms, 'premium' | 'premiums'>): number {
    const { poor, quintile } = this.#county.households
    return premiumFor({ poor: poor[h], quintile: quintile[h], channel: this.#now.channel[village] }, terms)
  }

  /** Does household `h` of the village pay by the deadline? Draws the day and the loss. */
  pays(h: number, village: number): boolean {
    const { keyA, keyB } = this.#county.households
    const { terms, year, channel } = this.#now
    const { opens, deadline, everybodyPays, channelLoss, channelDays } = terms.premium
    if (everybodyPays) {
      this.payDay[h] = opens
      return true
    }
    const way = channel[village]
    const word = draw(keyA[h], keyB[h], PURPOSE.payment, year)
    const lot = share(secondWord())
    const lost = lot < channelLoss[way]
    let day = opens + Math.floor((quantile(this.#county.exponential, word) / QUANTILE_SCALE) * channelDays[way])
    // cadres, collectives and communities come round again before the deadline; who pays alone and is late stays out
    if (!paidInTime(day, deadline) && ROUND_IS_MADE[way]) day = deadline
    this.payDay[h] = day
    if (!lost && paidInTime(day, deadline)) return true
    const { watch } = this.#county
    if (happensTo(watch, h)) {
      const detail = lost ? neverPaidDetail(terms.premium, way, lot, year) : paidLateDetail(terms.premium, way, year)
      watch.tellHousehold(h, Math.min(day, deadline), 'premium.not_paid', detail)
    }
    return false
  }

  /** Premium of `members` members of household `h`, on its day for those who pay it; returns what the household pays itself, fen. */
  enrolled(h: number, village: number, members: number): number {
    const { households, watch } = this.#county
    const { terms, year, values, channel, premium, premiumPaid } = this.#now
    const way = channel[village]
    const asked = terms.premium.premiums ? { ...terms.premium, premium: this.premiumOf(h, village, terms.premium) } : terms.premium
    const fen = members * (terms.premium.premiums ? fenOf(asked.premium) : premium)
    this.#asked.fen += fen
    this.#asked.members += members
    const split = splitPremium(fen, households.poor[h] === 1, way, terms.premium)
    const day = this.payDay[h]
    if (split.individual > 0) premiumPaid(day, INDIVIDUAL, split.individual)
    if (split.collective > 0) premiumPaid(day, COLLECTIVE, split.collective)
    if (split.assistance > 0) premiumPaid(day, ASSISTANCE, split.assistance)
    values[SUMS.premiumOfHouseholds + households.quintile[h]] += split.individual
    values[SUMS.premiumsByChannel + way] += fen
    if (happensTo(watch, h)) watch.tellHousehold(h, day, 'premium.paid', premiumPaidDetail(asked, way, split, { year, members }))
    return split.individual
  }
}

type CollectionCounty = Pick<County, 'households' | 'exponential' | 'watch'>

function channelsOf(villages: readonly Village[], { channelShare, urbanShare }: PremiumTerms): number[] {
  const shares = cumulative(channelShare)
  return villages.map(({ keyA, keyB }) => {
    if (urbanShare > 0 && share(draw(keyA, keyB, PURPOSE.streetCommunity, 0)) < urbanShare) return STREET
    return pick(shares, share(draw(keyA, keyB, PURPOSE.villageChannel, 0)))
  })
}
