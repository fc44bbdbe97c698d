/**
 * 缴费 Premium channels (seed documents 001, 002, in a street 000): village cadres collect, the village collective pays for its members, the
 * household pays at the township office, against a notice at the bank or the service centre, or online; in a street the community collects.
 * Each has its days, its loss of payers and its receipt. Who has not paid by the deadline is not covered.
 */
import { amendable } from '../../kernel/rule.ts'
import { CHANNELS } from '../../population/places.ts'
import { premiumRow } from '../groups/group.ts'

export interface PremiumTerms {
  /** yuan a head */
  readonly premium: number
  /** the same by kind of household (see premiumFor), where a scenario sets it by group */
  readonly premiums?: Float64Array
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

/** Of whom a premium is asked. */
interface Payer {
  readonly poor: number
  readonly quintile: number
  /** how the village pays, index of CHANNELS */
  readonly channel: number
}

/** Yuan a head: the standard, or what a scenario sets for the household's group. */
export function premiumFor({ poor, quintile, channel }: Payer, terms: Pick<PremiumTerms, 'premium' | 'premiums'>): number {
  return terms.premiums === undefined ? terms.premium : terms.premiums[premiumRow(poor, quintile, channel)]
}

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

/** Share of a household's premium, assistance aside, that the collective or the street pays. */
export const collectiveShare = amendable('collective_share', (channel: number, terms: PremiumTerms): number => {
  if (channel === COLLECTIVE) return 1
  return channel === STREET ? Math.min(1, terms.communityShare + terms.streetShare) : 0
})

/** 按时缴费 Paid on the last day is in time, a day later is not. */
export function paidInTime(payDay: number, deadline: number): boolean {
  return payDay <= deadline
}
