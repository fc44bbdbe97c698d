/**
 * 基金 The fund's books: double entry in whole fen, every posting with its day and event, balanced every day.
 * Only this file moves money.
 */
import { type Day, formatDay, yearOf } from '../kernel/calendar.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import type { AccountTurnover } from './turnover.ts'

export const ACCOUNTS = [
  'cash',
  'receivable:central',
  'receivable:province',
  'receivable:county',
  'receivable:recoveries',
  'payable:hospitals',
  'payable:hospitals_withheld',
  'payable:insurer',
  'payable:second_compensation',
  'payable:household_accounts',
  'payable:claims',
  'payable:premiums_in_advance_individual',
  'payable:premiums_in_advance_collective',
  'payable:premiums_in_advance_assistance',
  'reserve:accumulated',
  'reserve:risk_fund',
  // what is allotted to household accounts, against their payable: no part of the cumulative balance, expenditure only when spent
  'reserve:household_accounts',
  'income:individual',
  'income:collective',
  'income:central',
  'income:province',
  'income:county',
  'income:assistance',
  'income:interest',
  'income:critical_illness_refund',
  'expenditure:inpatient',
  'expenditure:outpatient',
  'expenditure:critical_illness',
  'expenditure:critical_illness_loss',
] as const
export type Account = (typeof ACCOUNTS)[number]
const INDEX = Object.fromEntries(ACCOUNTS.map((account, i) => [account, i])) as Record<Account, number>

export type Fund = ReturnType<typeof createFund>

/** Empty books. Amounts are whole fen and never negative: a correction debits what was credited. */
export function createFund() {
  /** debits − credits since the beginning */
  const balance = new Float64Array(ACCOUNTS.length)
  const debits = new Float64Array(ACCOUNTS.length)
  const credits = new Float64Array(ACCOUNTS.length)
  /** debits − credits by event of the day: zero for each event, or the day does not close */
  const difference = new Map<string, number>()

  function enter(event: string, account: Account, debit: number, credit: number): void {
    const i = INDEX[account]
    if (!Number.isSafeInteger(debit) || !Number.isSafeInteger(credit) || debit < 0 || credit < 0)
      throw new InvariantBroken(event, -1, `${account}: ${debit} / ${credit} are no whole fen`)
    debits[i] += debit
    credits[i] += credit
    balance[i] += debit - credit
    difference.set(event, (difference.get(event) ?? 0) + debit - credit)
  }

  /** Books `fen` from `credit` to `debit` for `event`. */
  function post(event: string, debit: Account, credit: Account, fen: number): void {
    if (fen === 0) return
    enter(event, debit, fen, 0)
    enter(event, credit, 0, fen)
  }

  /** Ends a day: debits equal credits for every event and over all accounts, or the run stops. */
  function closeDay(day: Day): void {
    for (const [event, fen] of difference) {
      if (fen !== 0) throw new InvariantBroken(event, day, `the books of ${formatDay(day)} do not balance: '${event}' is out by ${fen} fen`)
    }
    difference.clear()
    let sum = 0
    for (let i = 0; i < balance.length; i++) sum += balance[i]
    if (sum !== 0) throw new InvariantBroken('trial balance', day, `the books of ${formatDay(day)} are out by ${sum} fen`)
  }

  /** Income and expenditure of the year so far. */
  function yearSoFar(): { income: number; expenditure: number } {
    const total = (kind: string) => ACCOUNTS.reduce((sum, account, i) => (account.startsWith(kind) ? sum + balance[i] : sum), 0)
    return { income: -total('income:'), expenditure: total('expenditure:') }
  }

  /** Ends a year: returns its turnover and carries income and expenditure to the reserve. */
  function closeYear(lastDay: Day): AccountTurnover[] {
    closeDay(lastDay)
    const year = yearOf(lastDay)
    const turnover = ACCOUNTS.map((account, i) => ({ year, account, debitFen: debits[i], creditFen: credits[i] }))
    ACCOUNTS.forEach((account, i) => {
      if (!account.startsWith('income:') && !account.startsWith('expenditure:')) return
      const fen = balance[i]
      balance[i] -= fen
      balance[INDEX['reserve:accumulated']] += fen
    })
    debits.fill(0)
    credits.fill(0)
    return turnover
  }

  /** A fire drill: one fen entered on one side only, as a fault in the program would. */
  function drill(event: string): void {
    enter(event, 'cash', 1, 0)
  }

  return { post, closeDay, closeYear, yearSoFar, drill, balance: (account: Account) => balance[INDEX[account]] }
}
