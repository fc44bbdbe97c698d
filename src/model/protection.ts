/**
 * 大病保险与医疗救助 The close of a year, person by person: the eligible cost that members bore for their stays is summed, critical-illness
 * cover and medical assistance are worked out, and who is entitled claims in the following year (second reimbursement) or never does.
 */
import { assist } from '../institutions/assistance.ts'
import { coverHighCost } from '../institutions/critical-illness.ts'
import { follows, OCCASIONS_PER_YEAR, SUMS, type Watch } from '../institutions/events.ts'
import type { Day } from '../kernel/calendar.ts'
import { QUANTILE_SCALE, quantile } from '../kernel/distributions.ts'
import { FEN_PER_YUAN } from '../kernel/money.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { growable } from '../kernel/table.ts'
import type { Households } from '../population/household.ts'
import type { People } from '../population/person.ts'
import { PURPOSE } from '../population/purposes.ts'
import type { FundTerms } from './fund-terms.ts'
import type { createSurplusShared } from './surplus-shared.ts'

/** A claim for last year's high costs; money in fen. */
export interface SecondClaim {
  readonly person: number
  /** of the illness */
  readonly year: number
  readonly fen: number
  /** first submission, in the following year */
  readonly submitDay: Day
}

/** Numbers of rows are kept below this when persons and rows are sorted as one number. */
const ROWS = 16_777_216
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
  surplus: Pick<ReturnType<typeof createSurplusShared>, 'openList' | 'add'>,
) {
  /** one row a settled stay of the year now open */
  const stays = growable(256, { person: Int32Array, fen: Int32Array })

  function begin(): void {
    stays.length = 0
  }

  /** The eligible cost of a settled stay that the member bore after the base benefit. */
  function costBorne(person: number, fen: number): void {
    const row = stays.append()
    stays.person[row] = person
    stays.fen[row] = fen
  }

  /** 31 December, last day of the year `dayOfYear`: works out what is owed to each person; `values` are the sums of the year. */
  function closeYear(year: number, dayOfYear: number, terms: FundTerms, values: Float64Array, claim: (claim: SecondClaim) => void): void {
    surplus.openList(year, dayOfYear)
    const order = new Float64Array(stays.length)
    for (let row = 0; row < order.length; row++) order[row] = stays.person[row] * ROWS + row
    order.sort()
    for (let i = 0; i < order.length; ) {
      const p = Math.floor(order[i] / ROWS)
      let borne = 0
      for (; i < order.length && Math.floor(order[i] / ROWS) === p; i++) borne += stays.fen[order[i] - p * ROWS]
      surplus.add(p, borne)
      protect(p, borne, year, dayOfYear, terms, values, claim)
    }
    stays.length = 0
  }

  function protect(
    p: number,
    borne: number,
    year: number,
    dayOfYear: number,
    terms: FundTerms,
    values: Float64Array,
    claim: (claim: SecondClaim) => void,
  ): void {
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
    if (!poor) return
    const assisted = assist(borne - owed, terms.assistance)
    if (assisted === 0) return
    values[SUMS.assistedPersons]++
    values[SUMS.assistancePaid + households.quintile[h]] += assisted
    tellAssisted(p, dayOfYear, borne - owed, assisted, year, terms)
  }

  function tellOwed(p: number, day: number, borne: number, owed: number, year: number, filed: boolean, terms: FundTerms): void {
    if (!follows(watch, p, people.household[p])) return
    const { threshold, thresholdPoor, ceiling, bandFrom, bandRate } = terms.criticalIllness
    const bands = [...bandFrom].map((from, i) => `${from / FEN_PER_YUAN}: ${bandRate[i] / 1e6}`)
    const poor = households.poor[people.household[p]] !== 0
    watch.tell(p, day, filed ? 'critical_illness.entitled' : 'critical_illness.never_filed', {
      rule: 'institutions/critical-illness.ts coverHighCost',
      parameters: [
        { name: 'critical_illness.threshold', value: String(threshold / FEN_PER_YUAN) },
        { name: 'critical_illness.poor_threshold_factor', value: String(poor ? thresholdPoor / threshold : 1) },
        { name: 'critical_illness.bands', value: bands.join(', ') },
        { name: 'critical_illness.ceiling', value: String(ceiling / FEN_PER_YUAN) },
      ],
      amounts: [
        { label: 'eligible cost borne in the year', fen: borne },
        { label: 'threshold', fen: poor ? thresholdPoor : threshold },
        { label: 'owed by the insurer', fen: owed },
      ],
      facts: { year },
    })
  }

  function tellAssisted(p: number, day: number, remaining: number, assisted: number, year: number, terms: FundTerms): void {
    if (!follows(watch, p, people.household[p])) return
    watch.tell(p, day, 'assistance.paid', {
      rule: 'institutions/assistance.ts assist',
      parameters: [
        { name: 'assistance.rate', value: String(terms.assistance.rate / 1e6) },
        { name: 'assistance.ceiling', value: String(terms.assistance.ceiling / FEN_PER_YUAN) },
      ],
      amounts: [
        { label: 'remaining eligible cost', fen: remaining },
        { label: 'paid by medical assistance', fen: assisted },
      ],
      facts: { year },
    })
  }

  return { begin, costBorne, closeYear, stays }
}
