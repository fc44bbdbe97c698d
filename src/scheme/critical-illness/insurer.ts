/** 大病保险承办机构 The insurer of critical-illness cover: its own books, a year of cover each, whole fen. Its money is not the fund's. */
import { type CriticalIllnessTerms, type InsurerSettlement, settleInsurer } from './rules.ts'

interface YearOfCover {
  premium: number
  paid: number
  owed: InsurerSettlement
  settled: boolean
}

const NOTHING: InsurerSettlement = { refund: 0, lossShared: 0 }

export class Insurer {
  readonly #years = new Map<number, YearOfCover>()

  /** The premium for a year of cover. */
  insure(year: number, premium: number): void {
    this.#book(year).premium += premium
  }

  /** A claim for costs of that year is paid. */
  pay(year: number, fen: number): void {
    this.#book(year).paid += fen
  }

  /** 清算 Settles a year of cover with the fund, once; nothing for a year without cover. */
  settle(year: number, terms: CriticalIllnessTerms): InsurerSettlement {
    const cover = this.#book(year)
    if (cover.settled || (cover.premium === 0 && cover.paid === 0)) return NOTHING
    cover.owed = settleInsurer(cover.premium, cover.paid, terms)
    cover.settled = true
    return cover.owed
  }

  /** Premium less payouts, less what went back to the fund, plus what the fund bore of a loss. */
  result(year: number): number {
    const { premium, paid, owed } = this.#book(year)
    return premium - paid - owed.refund + owed.lossShared
  }

  paid(year: number): number {
    return this.#book(year).paid
  }

  /** Is there a year of cover that has not been settled? */
  open(): boolean {
    return [...this.#years.values()].some((cover) => !cover.settled && cover.premium > 0)
  }

  #book(year: number): YearOfCover {
    const found = this.#years.get(year) ?? { premium: 0, paid: 0, owed: NOTHING, settled: false }
    this.#years.set(year, found)
    return found
  }
}
