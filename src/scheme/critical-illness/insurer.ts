/** 大病保险承办机构 The insurer of critical-illness cover: its own books, a year of cover each, whole fen. Its money is not the fund's. */

interface YearOfCover {
  premium: number
  paid: number
  refund: number
  lossShared: number
  settled: boolean
}

export function createInsurer() {
  const years = new Map<number, YearOfCover>()

  function book(year: number): YearOfCover {
    const found = years.get(year) ?? { premium: 0, paid: 0, refund: 0, lossShared: 0, settled: false }
    years.set(year, found)
    return found
  }

  /** The premium for a year of cover. */
  function insure(year: number, premium: number): void {
    book(year).premium += premium
  }

  /** A claim for costs of that year is paid. */
  function pay(year: number, fen: number): void {
    book(year).paid += fen
  }

  /** 清算 Settles a year of cover with the fund, once. `corridor` works out who owes whom; nothing for a year without cover. */
  function settle(year: number, corridor: (premium: number, paid: number) => { refund: number; lossShared: number }) {
    const cover = book(year)
    if (cover.settled || (cover.premium === 0 && cover.paid === 0)) return { refund: 0, lossShared: 0 }
    const owed = corridor(cover.premium, cover.paid)
    cover.refund = owed.refund
    cover.lossShared = owed.lossShared
    cover.settled = true
    return owed
  }

  /** Premium less payouts, less what went back to the fund, plus what the fund bore of a loss. */
  function result(year: number): number {
    const { premium, paid, refund, lossShared } = book(year)
    return premium - paid - refund + lossShared
  }

  /** Is there a year of cover that has not been settled? */
  const open = () => [...years.values()].some((cover) => !cover.settled && cover.premium > 0)
  return { begin: () => years.clear(), insure, pay, settle, result, paid: (year: number) => book(year).paid, open }
}
