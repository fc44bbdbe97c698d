/** The fund's books and what a month leaves in them, entry by entry. */
import { describe, expect, test } from 'vitest'
import { yearStart } from '../../../src/kernel/calendar.ts'
import { InvariantBroken } from '../../../src/kernel/errors.ts'
import { fenOf } from '../../../src/kernel/money.ts'
import { ACCOUNTS, type Account, Fund } from '../../../src/scheme/fund/ledger.ts'
import { Months } from '../../../src/scheme/fund/month-end.ts'
import { policyCases } from '../policy-cases.ts'

const cases = <Given, Expected>(file: string) => policyCases<Given, Expected>(`fund/${file}`)

interface BooksCase {
  entries?: { to: Account; from: Account; yuan: number }[]
  one_fen_on_one_side?: boolean
}

function closes(fund: Fund): boolean {
  try {
    fund.closeDay(yearStart(2013))
    return true
  } catch (error) {
    if (error instanceof InvariantBroken) return false
    throw error
  }
}

describe('cases of fund/books.yaml', () => {
  test.each(cases<BooksCase, object>('books'))('$title', ({ given, expected }) => {
    const fund = new Fund()
    for (const { to, from, yuan } of given.entries ?? []) fund.entry(`from ${from} to ${to}`, to, from)(fenOf(yuan))
    if (given.one_fen_on_one_side) fund.drill('drill')
    const accounts = Object.fromEntries(ACCOUNTS.map((account) => [account, fund.balance(account) / 100]))
    const { income, expenditure } = fund.yearSoFar()
    expect({ ...accounts, income: income / 100, expenditure: expenditure / 100, closes: closes(fund) }).toMatchObject(expected)
  })
})

interface Month {
  subsidies?: number[]
  /** days from discharge */
  paid_after?: number[]
  approved?: number
  paid?: number
  waiting?: number
}

describe('cases of fund/month-end.yaml', () => {
  test.each(cases<Month[], Record<string, number>[]>('month-end'))('$title', ({ given, expected }) => {
    const fund = new Fund()
    const months = new Months(fund)
    const approve = fund.entry('approved', 'expenditure:inpatient', 'payable:claims')
    const pay = fund.entry('paid', 'payable:claims', 'cash')
    for (const [index, month] of given.entries()) {
      for (const yuan of month.subsidies ?? []) months.subsidyReceived(fenOf(yuan))
      for (const days of month.paid_after ?? []) months.claimPaid(days)
      approve(fenOf(month.approved ?? 0))
      pay(fenOf(month.paid ?? 0))
      months.end(2013, index + 1, month.waiting ?? 0)
    }
    const yuan = (value: number) => value / 100
    const told = months.list.map(({ sums }) => ({
      ...sums,
      ...{ subsidies_received: yuan(sums.subsidies_received), payables: yuan(sums.payables), cash: yuan(sums.cash) },
    }))
    expect(told).toMatchObject(expected)
  })
})
