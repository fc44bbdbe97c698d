/**
 * 大病保险与医疗救助 The close of a year, person by person: the eligible cost that members bore for their stays is summed, critical-illness
 * cover and medical assistance are worked out, and who is entitled claims in the following year (second reimbursement) or never does.
 */

import type { Day } from '../../kernel/calendar.ts'
import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { County } from '../county.ts'
import { OCCASIONS_PER_YEAR } from '../episodes.ts'
import { SUMS } from '../totals.ts'
import { happens } from '../trace.ts'
import { assistedDetail, owedDetail } from './explanation.ts'
import { type AssistanceTerms, assist, type CriticalIllnessTerms, coverHighCost } from './rules.ts'
import { StaysBorne } from './stays-borne.ts'
import type { Entitling, ProtectionTerms } from './terms.ts'

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

/** To whom the close of a year speaks. */
interface ProtectionListeners {
  readonly surplus: InpatientList
  /** medical assistance is paid to the household */
  receivedBack(household: number, fen: number): void
  claimed(claim: SecondClaim): void
}

/** A year that ends; `values` are its sums. */
interface YearEnding {
  readonly year: number
  /** last day of the year */
  readonly dayOfYear: number
  readonly terms: ProtectionTerms
  readonly values: Float64Array
}

const LATEST_FILING = 270

/** Second reimbursement is the last numbered need of its year, so that no stay bears its number. */
export function secondClaimOccasion(year: number): number {
  return (year - 2000) * OCCASIONS_PER_YEAR + OCCASIONS_PER_YEAR - 1
}

type ProtectionCounty = Pick<County, 'people' | 'households' | 'exponential' | 'watch' | 'classes'>

export class Protection {
  readonly #county: ProtectionCounty
  readonly #listeners: ProtectionListeners
  readonly #stays = new StaysBorne()

  constructor(county: ProtectionCounty, listeners: ProtectionListeners) {
    this.#county = county
    this.#listeners = listeners
  }

  /** Nothing was borne yet, for another replication. */
  begin(): void {
    this.#stays.clear()
  }

  /** The eligible cost of a settled stay that the member bore after the base benefit, and what of it lies above the deductible. */
  costBorne(person: number, fen: number, aboveDeductible: number): void {
    this.#stays.add(person, fen, aboveDeductible)
  }

  /** 31 December: works out what is owed to each person. */
  closeYear(ending: YearEnding): void {
    const { surplus } = this.#listeners
    surplus.openList(ending.year, ending.dayOfYear)
    this.#stays.takeByPerson(this.#county.people.household.length, (p, borne, above) => {
      const own = this.#entitlingOf(p, ending.terms)
      const owed = this.#cover(p, borne, own.criticalIllness, ending)
      surplus.add(p, Math.max(0, above - owed - this.#assist(p, borne - owed, own.assistance, ending)))
    })
  }

  #entitlingOf(p: number, terms: ProtectionTerms): Entitling {
    const { classes } = this.#county
    return terms.entitling !== undefined && classes !== undefined ? terms.entitling[classes.of(p)] : terms
  }

  /** 大病保险 What the insurer owes for what `p` bore; the family claims it or never does. */
  #cover(p: number, borne: number, own: CriticalIllnessTerms, { year, dayOfYear, terms, values }: YearEnding): number {
    const { people, households, exponential, watch } = this.#county
    const h = people.household[p]
    const poor = households.poor[h] !== 0
    const owed = coverHighCost(borne, poor, own)
    if (owed === 0) return 0
    values[SUMS.highCostPersons]++
    values[SUMS.highCostEntitled] += owed
    const word = draw(people.keyA[p], people.keyB[p], PURPOSE.secondReimbursement, year)
    const wait = Math.floor((quantile(exponential, secondWord()) / QUANTILE_SCALE) * terms.secondClaims.filingDays)
    const filed = share(word) >= terms.secondClaims.neverFiled
    if (happens(watch, p, h)) {
      const detail = owedDetail(year, { borne, owed, poor }, own)
      watch.tell(p, dayOfYear, filed ? 'critical_illness.entitled' : 'critical_illness.never_filed', detail)
    }
    if (filed) {
      const submitDay = terms.secondClaims.opens + Math.min(LATEST_FILING, wait)
      this.#listeners.claimed({ person: p, year, fen: owed, submitDay })
    } else values[SUMS.highCostUnfiled]++
    return owed
  }

  /** 医疗救助 What assistance pays a poor person of the `remaining` fen. */
  #assist(p: number, remaining: number, own: AssistanceTerms, { year, dayOfYear, values }: YearEnding): number {
    const { people, households, watch } = this.#county
    const h = people.household[p]
    if (households.poor[h] === 0) return 0
    const assisted = assist(remaining, own)
    if (assisted === 0) return 0
    this.#listeners.receivedBack(h, assisted)
    values[SUMS.assistedPersons]++
    values[SUMS.assistancePaid + households.quintile[h]] += assisted
    if (happens(watch, p, h)) watch.tell(p, dayOfYear, 'assistance.paid', assistedDetail(year, remaining, assisted, own))
    return assisted
  }
}
