/**
 * 二次补偿 Second compensation, person by person: what the county pays out of a surplus goes to everybody who was in hospital in the year, settled it, and
 * bore eligible cost above the deductible that neither second reimbursement nor assistance is owed for, in proportion to it and never more
 * than it: what is left of a surplus stays in the fund. It is paid without a claim.
 */

import { growable } from '../../kernel/table.ts'
import { type Households, QUINTILES } from '../../population/household.ts'
import type { People } from '../../population/person.ts'
import { SUMS } from '../totals.ts'
import { happens, type Watch } from '../trace.ts'
import { shareOut } from './reserve.ts'

/** Shares out `fen` of the year, or as much as they bore, to its inpatients; returns what each fifth of households receives. */
export type ShareSurplus = (year: number, fen: number, values: Float64Array) => Float64Array

export function createSurplusShared(
  people: People,
  households: Households,
  watch: Watch,
  receivedBack: (household: number, fen: number) => void,
) {
  /** the inpatients of the year last closed, by row; fen of eligible cost borne */
  const inpatients = growable(64, { person: Int32Array, borne: Float64Array })
  let yearClosed = 0
  let lastDay = 0

  /** Takes the inpatients of another year; `dayOfYear`: its last day. */
  function openList(year: number, dayOfYear: number): void {
    yearClosed = year
    lastDay = dayOfYear
    inpatients.length = 0
  }

  function add(person: number, borne: number): void {
    if (borne > 0) inpatients.push({ person, borne })
  }

  const share: ShareSurplus = (year, surplus, values) => {
    const byQuintile = new Float64Array(QUINTILES)
    // years after the last have no inpatients
    if (year !== yearClosed || surplus <= 0) return byQuintile
    const borne = inpatients.borne.subarray(0, inpatients.length)
    const all = borne.reduce((sum, one) => sum + one, 0)
    const fen = Math.min(surplus, all)
    const parts = shareOut(fen, borne)
    parts.forEach((part, row) => {
      if (part === 0) return
      const p = inpatients.person[row]
      byQuintile[households.quintile[people.household[p]]] += part
      receivedBack(people.household[p], part)
      values[SUMS.secondCompensated]++
      tell(p, part, borne[row], fen, all)
    })
    return byQuintile
  }

  function tell(p: number, part: number, borne: number, fen: number, all: number): void {
    if (!happens(watch, p, people.household[p])) return
    watch.tell(p, lastDay, 'benefit.second_compensation', {
      rule: 'scheme/fund/reserve.ts shareOut',
      amounts: [
        { id: 'borne_above_deductible', fen: borne },
        { id: 'borne_above_deductible_of_all', fen: all },
        { id: 'surplus_shared_out', fen },
        { id: 'second_compensation', fen: part },
      ],
      facts: { year: yearClosed },
    })
  }

  return { openList, add, share }
}
