/**
 * 大病保险与医疗救助 The close of a year, person by person: the eligible cost that members bore for their stays is summed, critical-illness
 * cover and medical assistance are worked out, and who is entitled claims in the following year (second reimbursement) or never does.
 */

import type { Day } from '../../kernel/calendar.ts'
import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { FEN_PER_YUAN } from '../../kernel/money.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import { growable } from '../../kernel/table.ts'
import type { Households } from '../../population/household.ts'
import type { People } from '../../population/person.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { OCCASIONS_PER_YEAR } from '../episodes.ts'
import { SUMS } from '../totals.ts'
import { happens, type Watch } from '../trace.ts'
import { assist, coverHighCost } from './rules.ts'
import type { ProtectionTerms } from './terms.ts'

/** A claim for last year's high costs; money in fen. */
export interface SecondClaim {
  readonly person: number
  /** of the illness */
  readonly year: number
  readonly fen: number
  /** first submission, in the following year */
  readonly submitDay: Day
}

/** Who bore what, for a surplus that may be shared out among them. */
export interface InpatientList {
  openList(year: number, dayOfYear: number): void
  add(person: number, borne: number): void
}

/** Persons are sorted by so many bits of their number at a time. */
const SORT_BITS = 10
const LATEST_FILING = 270

/** Second reimbursement is the last numbered need of its year, so that no stay bears its number. */
export function secondClaimOccasion(year: number): number {
  return (year - 2000) * OCCASIONS_PER_YEAR + OCCASIONS_PER_YEAR - 1
}

export function createProtection(
  people: People,
  households: Households,
  exponential: Int32Array,
  watch: Watch,
  surplus: InpatientList,
  /** medical assistance is paid to the household */
  receivedBack: (household: number, fen: number) => void,
) {
  /** one row a settled stay of the year now open */
  const stays = growable(256, { person: Int32Array, fen: Int32Array, above: Int32Array })
  const sorted = growable(256, { person: Int32Array, fen: Int32Array, above: Int32Array })
  const places = new Int32Array((1 << SORT_BITS) + 1)

  function begin(): void {
    stays.length = 0
  }

  /** The stays by person: as often as a person's number has digits, they are dealt out by the next digit and picked up in order. */
  function sortByPerson(): void {
    while (sorted.length < stays.length) sorted.append()
    for (let shift = 0; people.household.length >> shift > 0; shift += SORT_BITS) {
      places.fill(0)
      for (let row = 0; row < stays.length; row++) places[digit(stays.person[row], shift) + 1]++
      for (let i = 1; i < places.length; i++) places[i] += places[i - 1]
      for (let row = 0; row < stays.length; row++) {
        const place = places[digit(stays.person[row], shift)]++
        sorted.person[place] = stays.person[row]
        sorted.fen[place] = stays.fen[row]
        sorted.above[place] = stays.above[row]
      }
      stays.person.set(sorted.person.subarray(0, stays.length))
      stays.fen.set(sorted.fen.subarray(0, stays.length))
      stays.above.set(sorted.above.subarray(0, stays.length))
    }
  }

  /** The eligible cost of a settled stay that the member bore after the base benefit, and what of it lies above the deductible. */
  function costBorne(person: number, fen: number, aboveDeductible: number): void {
    const row = stays.append()
    stays.person[row] = person
    stays.fen[row] = fen
    stays.above[row] = aboveDeductible
  }

  /** 31 December, last day of the year `dayOfYear`: works out what is owed to each person; `values` are the sums of the year. */
  function closeYear(
    year: number,
    dayOfYear: number,
    terms: ProtectionTerms,
    values: Float64Array,
    claim: (claim: SecondClaim) => void,
  ): void {
    surplus.openList(year, dayOfYear)
    sortByPerson()
    for (let row = 0; row < stays.length; ) {
      const p = stays.person[row]
      let borne = 0
      let above = 0
      for (; row < stays.length && stays.person[row] === p; row++) {
        borne += stays.fen[row]
        above += stays.above[row]
      }
      const relieved = protect(p, borne, year, dayOfYear, terms, values, claim)
      surplus.add(p, Math.max(0, above - relieved))
    }
    stays.length = 0
  }

  /** Works out what insurer and assistance owe for what `p` bore, and returns it. */
  function protect(
    p: number,
    borne: number,
    year: number,
    dayOfYear: number,
    terms: ProtectionTerms,
    values: Float64Array,
    claim: (claim: SecondClaim) => void,
  ): number {
    const h = people.household[p]
    const poor = households.poor[h] !== 0
    const owed = coverHighCost(borne, poor, terms.criticalIllness)
    if (owed > 0) {
      values[SUMS.highCostPersons]++
      values[SUMS.highCostEntitled] += owed
      const word = draw(people.keyA[p], people.keyB[p], PURPOSE.secondReimbursement, year)
      const wait = Math.floor((quantile(exponential, secondWord()) / QUANTILE_SCALE) * terms.secondClaims.filingDays)
      const filed = share(word) >= terms.secondClaims.neverFiled
      tellOwed(p, dayOfYear, borne, owed, year, filed, terms)
      if (filed) claim({ person: p, year, fen: owed, submitDay: terms.secondClaims.opens + Math.min(LATEST_FILING, wait) })
      else values[SUMS.highCostUnfiled]++
    }
    if (!poor) return owed
    const assisted = assist(borne - owed, terms.assistance)
    if (assisted === 0) return owed
    receivedBack(h, assisted)
    values[SUMS.assistedPersons]++
    values[SUMS.assistancePaid + households.quintile[h]] += assisted
    tellAssisted(p, dayOfYear, borne - owed, assisted, year, terms)
    return owed + assisted
  }

  function tellOwed(p: number, day: number, borne: number, owed: number, year: number, filed: boolean, terms: ProtectionTerms): void {
    if (!happens(watch, p, people.household[p])) return
    const { threshold, thresholdPoor, ceiling, bandFrom, bandRate } = terms.criticalIllness
    const bands = [...bandFrom].map((from, i) => `${from / FEN_PER_YUAN}: ${bandRate[i] / 1e6}`)
    const poor = households.poor[people.household[p]] !== 0
    watch.tell(p, day, filed ? 'critical_illness.entitled' : 'critical_illness.never_filed', {
      rule: 'scheme/critical-illness/rules.ts coverHighCost',
      parameters: [
        { name: 'critical_illness.threshold', value: String(threshold / FEN_PER_YUAN) },
        { name: 'critical_illness.poor_threshold_factor', value: String(poor ? thresholdPoor / threshold : 1) },
        { name: 'critical_illness.bands', value: bands.join(', ') },
        { name: 'critical_illness.ceiling', value: String(ceiling / FEN_PER_YUAN) },
      ],
      amounts: [
        { id: 'eligible_cost_borne', fen: borne },
        { id: 'threshold', fen: poor ? thresholdPoor : threshold },
        { id: 'owed_by_insurer', fen: owed },
      ],
      facts: { year },
    })
  }

  function tellAssisted(p: number, day: number, remaining: number, assisted: number, year: number, terms: ProtectionTerms): void {
    if (!happens(watch, p, people.household[p])) return
    watch.tell(p, day, 'assistance.paid', {
      rule: 'scheme/critical-illness/rules.ts assist',
      parameters: [
        { name: 'assistance.rate', value: String(terms.assistance.rate / 1e6) },
        { name: 'assistance.ceiling', value: String(terms.assistance.ceiling / FEN_PER_YUAN) },
      ],
      amounts: [
        { id: 'remaining_eligible_cost', fen: remaining },
        { id: 'paid_by_assistance', fen: assisted },
      ],
      facts: { year },
    })
  }

  return { begin, costBorne, closeYear, stays }
}

function digit(person: number, shift: number): number {
  return (person >> shift) & ((1 << SORT_BITS) - 1)
}
