/** What outlasts a visit: the household's account (家庭账户), and the year of the few who are certified for special diseases. */

import { growable } from '../../kernel/table.ts'
import type { VisitAccount, VisitSettlement } from '../benefit/outpatient.ts'

/** No row: the visit is none for a special disease. */
const NONE = -1

export class VisitAccounts {
  /** 家庭账户余额 Fen left to each household; laid out when the law first allots any. */
  #balance = new Int32Array(0)
  /** the year of the few who are certified, and their rows */
  readonly #special = growable(64, { eligible: Int32Array, paid: Int32Array, visits: Uint16Array })
  readonly #specialRow = new Map<number, number>()

  /** Empties all accounts for another replication. */
  begin(): void {
    this.#balance = new Int32Array(0)
    this.openYear()
  }

  openYear(): void {
    this.#specialRow.clear()
    this.#special.length = 0
  }

  /** Members of a household draw on one account. */
  get areShared(): boolean {
    return this.#balance.length > 0
  }

  /** From now on so many households have an account. */
  layOut(households: number): void {
    if (this.#balance.length === 0) this.#balance = new Int32Array(households)
  }

  /** A member's share of the year; returns what the household then has. */
  allot(h: number, fen: number): number {
    this.#balance[h] += fen
    return this.#balance[h]
  }

  /** Fills `out` with what `p` of household `h` has had this year; `isSpecial`: certified, and at a place where that counts. Returns the row to be kept. */
  see(p: number, h: number, isSpecial: boolean, out: VisitAccount): number {
    const row = isSpecial ? this.#rowOf(p) : NONE
    const { eligible, paid, visits } = this.#special
    out.certified = isSpecial
    out.specialEligible = isSpecial ? eligible[row] : 0
    out.specialPaid = isSpecial ? paid[row] : 0
    out.specialVisits = isSpecial ? visits[row] : 0
    out.balance = this.areShared ? this.#balance[h] : 0
    return row
  }

  /** Keeps what a visit used up. */
  keep(row: number, h: number, s: VisitSettlement): void {
    if (s.account > 0) this.#balance[h] -= s.account
    if (row === NONE) return
    this.#special.eligible[row] += s.eligible
    this.#special.paid[row] += s.special
    this.#special.visits[row]++
  }

  #rowOf(p: number): number {
    const found = this.#specialRow.get(p)
    if (found !== undefined) return found
    const row = this.#special.length
    this.#special.push({ eligible: 0, paid: 0, visits: 0 })
    this.#specialRow.set(p, row)
    return row
  }
}
