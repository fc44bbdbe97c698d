/**
 * 二次补偿 Second compensation, person by person: what the county pays out of a surplus goes to everybody who was in hospital in the year, settled it, and
 * bore eligible cost above the deductible that neither second reimbursement nor assistance is owed for, in proportion to it and never more
 * than it: what is left of a surplus stays in the fund. It is paid without a claim.
 */

import { growable } from '../../kernel/table.ts'
import { QUINTILES } from '../../population/household.ts'
import type { County } from '../county.ts'
import type { InpatientList } from '../critical-illness/year-end.ts'
import { SUMS } from '../totals.ts'
import { happens } from '../trace.ts'
import { compensatedDetail } from './explanation.ts'
import { shareOut } from './reserve.ts'

/** Shares out `fen` of the year, or as much as they bore, to its inpatients; returns what each quintile of households receives. */
export type ShareSurplus = (year: number, fen: number, values: Float64Array) => Float64Array

/** The inpatients of the year last closed, and what a surplus gives them. */
export class SurplusShared implements InpatientList {
  readonly #county: Pick<County, 'people' | 'households' | 'watch'>
  readonly #receivedBack: (household: number, fen: number) => void
  /** a row each; fen of eligible cost borne */
  readonly #inpatients = growable(64, { person: Int32Array, borne: Float64Array })
  #year = 0
  #lastDay = 0

  constructor(county: Pick<County, 'people' | 'households' | 'watch'>, receivedBack: (household: number, fen: number) => void) {
    this.#county = county
    this.#receivedBack = receivedBack
  }

  /** Nobody was treated yet, for another replication. */
  begin(): void {
    this.#year = 0
    this.#inpatients.length = 0
  }

  /** Takes the inpatients of another year; `dayOfYear`: its last day. */
  openList(year: number, dayOfYear: number): void {
    this.#year = year
    this.#lastDay = dayOfYear
    this.#inpatients.length = 0
  }

  add(person: number, borne: number): void {
    if (borne > 0) this.#inpatients.push({ person, borne })
  }

  readonly share: ShareSurplus = (year, surplus, values) => {
    const { people, households, watch } = this.#county
    const byQuintile = new Float64Array(QUINTILES)
    // years after the last have no inpatients
    if (year !== this.#year || surplus <= 0) return byQuintile
    const borne = this.#inpatients.borne.subarray(0, this.#inpatients.length)
    const all = borne.reduce((sum, one) => sum + one, 0)
    const fen = Math.min(surplus, all)
    shareOut(fen, borne).forEach((part, row) => {
      if (part === 0) return
      const p = this.#inpatients.person[row]
      const h = people.household[p]
      byQuintile[households.quintile[h]] += part
      this.#receivedBack(h, part)
      values[SUMS.secondCompensated]++
      if (happens(watch, p, h))
        watch.tell(p, this.#lastDay, 'benefit.second_compensation', compensatedDetail(year, { part, borne: borne[row], fen, all }))
    })
    return byQuintile
  }
}
