/**
 * 缴费 Premium channels (seed documents 001, 002): village cadres collect, the village collective pays for its members, the household
 * pays at the township office or at the bank. Each has its days and its loss of payers. Who has not paid by the deadline is not covered.
 */
import { QUANTILE_SCALE, quantile } from '../kernel/distributions.ts'
import { fenOf } from '../kernel/money.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import type { Households, Village } from '../population/household.ts'
import { CHANNELS } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import { cumulative, pick } from '../population/synthesize.ts'
import { type Announcements, followsHousehold, PAYERS, SUMS, type Watch } from './events.ts'

export interface PremiumTerms {
  /** yuan a head */
  readonly premium: number
  /** by channel */
  readonly channelShare: readonly number[]
  readonly channelDays: readonly number[]
  readonly channelLoss: readonly number[]
  /** share of the poor's premium that medical assistance pays */
  readonly assistanceShare: number
  /** days of the year on which the campaign opens and ends */
  readonly opens: number
  readonly deadline: number
  /** every registered household pays on the first day */
  readonly everybodyPays: boolean
}

export function createPremium(
  households: Households,
  mostVillages: number,
  exponential: Int32Array,
  watch: Watch,
  announce: Pick<Announcements, 'premiumPaid'>,
) {
  const limits = new Map<PremiumTerms, number[]>()
  const channel = new Uint8Array(mostVillages)
  const payDay = new Int16Array(households.keyA.length)
  let terms: PremiumTerms

  /** Opens a campaign: how a village collects is a trait of the village. */
  function openCampaign(villages: readonly Village[], next: PremiumTerms): void {
    terms = next
    let shares = limits.get(next)
    if (!shares) {
      shares = cumulative(next.channelShare)
      limits.set(next, shares)
    }
    for (let v = 0; v < villages.length; v++)
      channel[v] = pick(shares, share(draw(villages[v].keyA, villages[v].keyB, PURPOSE.villageChannel, 0)))
  }

  /** Does household `h` of village `v` pay by the deadline? Draws the day and the loss. */
  function pays(h: number, v: number, year: number): boolean {
    if (terms.everybodyPays) {
      payDay[h] = terms.opens
      return true
    }
    const word = draw(households.keyA[h], households.keyB[h], PURPOSE.payment, year)
    const lost = share(secondWord()) < terms.channelLoss[channel[v]]
    payDay[h] = terms.opens + Math.floor((quantile(exponential, word) / QUANTILE_SCALE) * terms.channelDays[channel[v]])
    // cadres and collectives come round again before the deadline; who pays alone and is late stays out
    if (payDay[h] > terms.deadline && CHANNELS[channel[v]].startsWith('village')) payDay[h] = terms.deadline
    return !lost && payDay[h] <= terms.deadline
  }

  /** Premium of `members` members of household `h`, booked on its day for the payer: assistance, the collective or the household. */
  function enrolled(h: number, v: number, members: number, year: number, values: Float64Array): void {
    const fen = members * fenOf(terms.premium)
    const assisted = households.poor[h] ? Math.round(fen * terms.assistanceShare) : 0
    const payer = CHANNELS[channel[v]] === 'village_collective' ? PAYERS.indexOf('collective') : PAYERS.indexOf('individual')
    if (assisted > 0) announce.premiumPaid(payDay[h], PAYERS.indexOf('assistance'), channel[v], assisted)
    if (fen > assisted) announce.premiumPaid(payDay[h], payer, channel[v], fen - assisted)
    values[SUMS.premiumsByChannel + channel[v]] += fen
    if (followsHousehold(watch, h)) {
      watch.tellHousehold(h, payDay[h], 'premium.paid', {
        rule: 'institutions/premium.ts enrolled',
        parameters: [{ name: 'premium.individual', value: String(terms.premium) }],
        amounts: [
          { label: 'premium', fen },
          { label: 'of it by medical assistance', fen: assisted },
        ],
        facts: { year, members, channel: CHANNELS[channel[v]] },
      })
    }
  }

  return { openCampaign, pays, enrolled, payDay }
}
