/** The households of a village decide, once a campaign: what each knows of itself, the price it pays, its fixed rank. */
import { exp } from '../../kernel/elementary.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import type { Village } from '../../population/household.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { County } from '../county.ts'
import { PREMIUM_FACTORS, SUMS } from '../totals.ts'
import { happensTo } from '../trace.ts'
import { type Census, IN_PART, JOINS } from './census.ts'
import { leastUtility, priceFor, surelyJoins, tasteFor } from './choice.ts'
import { NOT_JOINED } from './cover-states.ts'
import { type Decided, decisionDetail } from './explanation.ts'
import { premiumFor } from './premium.ts'
import type { Held } from './terms.ts'

const LOWEST_FACTOR = Math.min(...PREMIUM_FACTORS)
const HIGHEST_FACTOR = Math.max(...PREMIUM_FACTORS)

/** What the campaign is to a village. */
interface Offer {
  readonly village: Village
  /** pull of the neighbours, in log odds */
  readonly pull: number
  /** share of the premium that households pay themselves, assistance aside */
  readonly ownShare: number
  /** how it pays, index of CHANNELS */
  readonly channel: number
}

type DecidingCounty = Pick<County, 'households' | 'experience' | 'watch'>

/** Mechanism off: every household with an eligible member joins. */
export function allJoin(census: Census, county: DecidingCounty, { firstHousehold, endHousehold }: Village, held: Held): void {
  for (let h = firstHousehold; h < endHousehold; h++) {
    const row = h - census.firstHousehold
    census.state[row] = census.members[row] === 0 ? NOT_JOINED : JOINS
    if (census.members[row] > 0 && happensTo(county.watch, h)) tellDecision(census, county, h, { price: 0 }, held)
  }
}

/** The households of a village decide. */
export function decide(census: Census, county: DecidingCounty, { village, pull, ownShare, channel }: Offer, held: Held): void {
  const { members, chronic, away, state, firstHousehold } = census
  const { keyA, keyB, income, poor, quintile } = county.households
  const { experience, watch } = county
  const { year, values } = held
  const terms = held.terms.enrolment
  const { meanIncome, priceResponse, partialProbability } = terms
  const { premiums } = held.terms.premium
  const ownShareOfPoor = ownShare * (1 - terms.assistanceShare)
  const knows = { income: 0, isIll: false, wasReimbursed: false, shareAway: 0 }
  let asked = 0
  let joinAnyway = 0
  for (let h = village.firstHousehold; h < village.endHousehold; h++) {
    const row = h - firstHousehold
    const asking = members[row]
    state[row] = NOT_JOINED
    if (asking === 0) continue
    knows.income = income[h] * meanIncome
    knows.isIll = chronic[row] > 0
    knows.wasReimbursed = experience[h] > 0
    knows.shareAway = away[row] / asking
    const taste = tasteFor(knows, pull, terms)
    const asks =
      premiums === undefined ? terms : { premium: premiumFor({ poor: poor[h], quintile: quintile[h], channel }, held.terms.premium) }
    const price = priceFor(knows.income, poor[h] ? ownShareOfPoor : ownShare, asks)
    const word = draw(keyA[h], keyB[h], PURPOSE.enrol, year)
    const partial = share(secondWord())
    const burden = priceResponse * price
    asked += asking
    // a household that joins at the lowest and at the highest of the premiums joins at all of them
    let yes = surelyJoins(Math.min(taste + burden * LOWEST_FACTOR, taste + burden * HIGHEST_FACTOR), word)
    if (yes) joinAnyway += asking
    else yes = decideByRank(taste, burden, share(word), asking, values)
    if (yes) state[row] = partial < partialProbability ? IN_PART : JOINS
    if (happensTo(watch, h)) {
      const joinsAt = PREMIUM_FACTORS.filter((factor) => taste + burden * factor > leastUtility(share(word)))
      const chance = 1 / (1 + exp(-(taste + burden)))
      tellDecision(census, county, h, { price, premium: asks.premium, joinsAt, drawn: { rank: share(word), chance } }, held)
    }
  }
  values[SUMS.asked] += asked
  for (let i = 0; i < PREMIUM_FACTORS.length; i++) values[SUMS.wouldJoin + i] += joinAnyway
}

/** The decision itself, and what it would be at other premiums. */
function decideByRank(taste: number, burden: number, rank: number, members: number, values: Float64Array): boolean {
  const least = leastUtility(rank)
  for (let i = 0; i < PREMIUM_FACTORS.length; i++) if (taste + burden * PREMIUM_FACTORS[i] > least) values[SUMS.wouldJoin + i] += members
  return taste + burden > least
}

function tellDecision(census: Census, { watch }: DecidingCounty, h: number, decided: Decided, held: Held): void {
  const row = h - census.firstHousehold
  const isJoining = census.state[row] !== NOT_JOINED
  const detail = decisionDetail(census, row, decided, held)
  watch.tellHousehold(h, held.terms.enrolment.opens, isJoining ? 'enrolment.registered' : 'enrolment.declined', detail)
}
