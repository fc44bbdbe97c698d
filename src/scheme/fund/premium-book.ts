/** The fund's premiums: those of the campaign are paid in advance and become income on 1 January, those of the year at once. */

import { yearStart } from '../../kernel/calendar.ts'
import { InvariantBroken } from '../../kernel/errors.ts'
import { PAYERS } from '../messages.ts'
import { ADVANCES, owedOn, premiumEntries } from './entries.ts'
import type { Fund } from './ledger.ts'

const DAY_CELLS = 366

export class PremiumBook {
  readonly #fund: Fund
  readonly #entries: ReturnType<typeof premiumEntries>
  /** announced for a day of the year, to be booked when the county comes to it: by payer, and of those who join within the year */
  readonly #inAdvance = new Float64Array(DAY_CELLS * PAYERS.length)
  readonly #ofYear = new Float64Array(DAY_CELLS)
  /** announced by the campaign for next year, and not yet income */
  #campaign = 0

  constructor(fund: Fund) {
    this.#fund = fund
    this.#entries = premiumEntries(fund)
  }

  /** What the campaign before the first year took, by payer. */
  openBooks(inAdvance: readonly number[]): void {
    for (let i = 0; i < PAYERS.length; i++) {
      this.#entries.paidBefore[i](inAdvance[i])
      this.#campaign += inAdvance[i]
    }
  }

  /** 1 January: what was paid in advance becomes income. `newborns`: premiums of those born after the campaign. */
  openYear(year: number, newborns: number): void {
    const fund = this.#fund
    const inAdvance = owedOn(fund, ADVANCES)
    if (inAdvance !== this.#campaign) {
      const message = `the campaign took ${this.#campaign} fen, the books hold ${inAdvance} fen`
      throw new InvariantBroken('premiums of the year', yearStart(year), message)
    }
    this.#campaign = 0
    for (let i = 0; i < PAYERS.length; i++) this.#entries.ofYear[i](-fund.balance(ADVANCES[i]))
    this.#entries.newborns(newborns)
  }

  /** Premium paid on a day of the year for the next. */
  paid(day: number, payer: number, fen: number): void {
    this.#inAdvance[day * PAYERS.length + payer] += fen
    this.#campaign += fen
  }

  /** Premium of somebody who joins on a day of the year. */
  joins(day: number, fen: number): void {
    this.#ofYear[day] += fen
  }

  bookDay(dayOfYear: number): void {
    this.#entries.joinedInYear(this.#ofYear[dayOfYear])
    this.#ofYear[dayOfYear] = 0
    for (let i = 0; i < PAYERS.length; i++) {
      const cell = dayOfYear * PAYERS.length + i
      this.#entries.paidInAdvance[i](this.#inAdvance[cell])
      this.#inAdvance[cell] = 0
    }
  }
}
