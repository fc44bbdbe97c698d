/**
 * 参合 The campaign (seed document 001): each household decides once, then all its members belong, those working away included. It pays, its
 * papers go through the registration, and the certificate is sealed. A household that leaves members out may be caught by the review.
 */
import { fenOf } from '../../kernel/money.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import type { Township, Village } from '../../population/household.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { soldiersOf } from '../../population/service.ts'
import type { Settlement } from '../../population/settlement.ts'
import type { County } from '../county.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { happensTo } from '../trace.ts'
import { type Census, censusFor, countLeftOut, coverMembers, isJoining, JOINS, takeCensus } from './census.ts'
import { neighbourPull } from './choice.ts'
import type { Collection } from './collection.ts'
import type { Beginnings } from './cover-starts.ts'
import { NOT_PAID, PAPERS_LATE, REFUSED } from './cover-states.ts'
import { allJoin, decide } from './decision.ts'
import { caughtDetail } from './explanation.ts'
import type { EnrolmentDesk } from './registration-desk.ts'
import type { CampaignTerms, EnrolmentTerms, Held } from './terms.ts'

/** 部分参合 What the review does with a household that leaves members out. Both are draws in [0, 1). */
function reviewPartial(
  caught: number,
  pays: number,
  terms: Pick<EnrolmentTerms, 'partialCaught' | 'partialMadeGood'>,
): 'overlooked' | 'made_good' | 'refused' {
  if (caught >= terms.partialCaught) return 'overlooked'
  return pays < terms.partialMadeGood ? 'made_good' : 'refused'
}

/** Where a household goes in a campaign, and who is told whose cover begins later. */
interface CampaignPlaces {
  readonly collection: Collection
  readonly desk: EnrolmentDesk
  readonly beginnings: Beginnings
}

type CampaignAnnouncements = Pick<Messages, 'premiumPaid' | 'registered' | 'work'>

export class Campaign {
  /** of each village in the scheme year now running */
  readonly participation: Float64Array
  readonly #county: CampaignCounty
  readonly #places: CampaignPlaces
  readonly #announce: CampaignAnnouncements
  #settlement!: Settlement
  /** of the township at hand */
  #census = censusFor(0)

  constructor(county: CampaignCounty, places: CampaignPlaces, announce: CampaignAnnouncements) {
    this.#county = county
    this.#places = places
    this.#announce = announce
    this.participation = new Float64Array(county.room.villages)
  }

  /** Takes the villages of another replication, in which so many were `published` to participate before the first year. */
  begin(settlement: Settlement, published: number): void {
    this.#settlement = settlement
    this.participation.fill(published)
  }

  /** Holds the campaign for `year`; `values`: sums of that year. */
  hold(year: number, terms: CampaignTerms, values: Float64Array): void {
    const { villages, townships, persons, sizes } = this.#settlement
    const { collection, desk } = this.#places
    const held = { year, terms, values }
    collection.open(villages, held, this.#announce.premiumPaid)
    desk.open(held)
    for (const township of townships) this.#inTownship(township, villages, held)
    desk.close(persons / sizes.length, this.#announce.work)
  }

  /** The order of a campaign. */
  #inTownship(t: Township, villages: readonly Village[], held: Held): void {
    const county = this.#county
    const { year, terms } = held
    const soldiers = soldiersOf(county.people, year, terms.schemeYear.service)
    const census = takeCensus(this.#census, county, t, year, soldiers)
    this.#census = census
    for (let v = t.firstVillage; v < t.endVillage; v++) {
      const village = villages[v]
      if (terms.enrolment.everybodyJoins) allJoin(census, county, village, held)
      else {
        const pull = neighbourPull(this.participation[v], terms.enrolment)
        const { collection } = this.#places
        decide(census, county, { village, pull, ownShare: collection.householdShare(v), channel: collection.channelOf(v) }, held)
      }
    }
    county.experience.fill(0, t.firstHousehold, t.endHousehold)
    if (terms.enrolment.partialProbability > 0) countLeftOut(census, county, t, held)
    for (let v = t.firstVillage; v < t.endVillage; v++) this.#payAndRegister(census, v, villages[v], held)
    coverMembers(census, county, t, held, this.#places.beginnings)
    for (let v = t.firstVillage; v < t.endVillage; v++) this.#passOn(census, v, villages[v], held)
  }

  /** Payment, the review of partial enrolment, the papers: what becomes of the households of a village that want to join. */
  #payAndRegister({ state, sealed, leftOut, firstHousehold }: Census, v: number, village: Village, held: Held): void {
    const { collection, desk } = this.#places
    for (let h = village.firstHousehold; h < village.endHousehold; h++) {
      const row = h - firstHousehold
      if (!isJoining(state[row])) continue
      if (!collection.pays(h, v)) state[row] = NOT_PAID
      else {
        const found = leftOut[row] === 0 ? 'overlooked' : this.#review(h, held)
        if (found !== 'overlooked') state[row] = found === 'refused' ? REFUSED : JOINS
        if (found !== 'refused') {
          sealed[row] = desk.registers(h, v)
          if (sealed[row] < 0) state[row] = PAPERS_LATE
        }
        if (found !== 'overlooked') this.#tellCaught(h, leftOut[row], found, held)
      }
    }
  }

  /** The review of a household that leaves members out: refused, or enrolled in full when it pays for the rest, or overlooked. */
  #review(h: number, held: Held): ReturnType<typeof reviewPartial> {
    const { households } = this.#county
    const { year, terms, values } = held
    const caught = share(draw(households.keyA[h], households.keyB[h], PURPOSE.partialReview, year))
    const outcome = reviewPartial(caught, share(secondWord()), terms.enrolment)
    if (outcome === 'overlooked') return outcome
    values[SUMS.partialCaught]++
    if (outcome === 'refused') values[SUMS.partialRefused]++
    return outcome
  }

  /** On the day on which the household registers and pays: it is not found out before it came. */
  #tellCaught(h: number, leftOut: number, outcome: string, held: Held): void {
    const { households, watch } = this.#county
    if (!happensTo(watch, h)) return
    const caught = share(draw(households.keyA[h], households.keyB[h], PURPOSE.partialReview, held.year))
    const day = this.#places.collection.payDay[h]
    watch.tellHousehold(h, day, 'enrolment.partial_caught', caughtDetail(leftOut, outcome, caught, held))
  }

  /** The members of each household of a village that are to be paid for: their premium and their income. */
  #passOn({ paidFor, firstHousehold }: Census, v: number, village: Village, { year, terms, values }: Held): void {
    const { income, quintile } = this.#county.households
    const incomePerHead = fenOf(terms.enrolment.meanIncome)
    for (let h = village.firstHousehold; h < village.endHousehold; h++) {
      const members = paidFor[h - firstHousehold]
      if (members === 0) continue
      const own = Math.round(income[h] * incomePerHead) * members
      values[SUMS.incomeOfHouseholds + quintile[h]] += own
      this.#announce.registered(year, h, this.#places.collection.enrolled(h, v, members), own)
    }
  }
}

type CampaignCounty = Pick<County, 'room' | 'people' | 'households' | 'cover' | 'experience' | 'watch'>
