/**
 * 基金 The fund's books: double entry in whole fen, every posting with its day and event, balanced every day.
 * Only this file moves money.
 */

import { type Day, formatDay, yearOf } from '../../kernel/calendar.ts'
import { InvariantBroken } from '../../kernel/errors.ts'

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

const CASH = INDEX.cash

/** events of different names that the books have room for */
const MOST_EVENTS = 64

export type Fund = ReturnType<typeof createFund>

/** Books `fen` of one event from the credit to the debit of its entry. */
export type Entry = (fen: number) => void

/** Books, empty at first and at every `begin`. Amounts are whole fen and never negative: a correction debits what was credited. */
export function createFund() {
  /** debits − credits since the beginning */
  const balance = new Float64Array(ACCOUNTS.length)
  const debits = new Float64Array(ACCOUNTS.length)
  const credits = new Float64Array(ACCOUNTS.length)
  const events: string[] = []
  /** debits − credits by event of the day: zero for each event, or the day does not close */
  const difference = new Float64Array(MOST_EVENTS)

  function begin(): void {
    balance.fill(0)
    debits.fill(0)
    credits.fill(0)
    difference.fill(0)
  }

  function enter(event: number, account: number, debit: number, credit: number): void {
    if (!Number.isSafeInteger(debit) || !Number.isSafeInteger(credit) || debit < 0 || credit < 0)
      throw new InvariantBroken(events[event], -1, `${ACCOUNTS[account]}: ${debit} / ${credit} are no whole fen`)
    debits[account] += debit
    credits[account] += credit
    balance[account] += debit - credit
    difference[event] += debit - credit
  }

  function numberOf(event: string): number {
    const known = events.indexOf(event)
    if (known >= 0) return known
    if (events.length === MOST_EVENTS) throw new RangeError(`more than ${MOST_EVENTS} events are booked: no room for '${event}'`)
    return events.push(event) - 1
  }

  /** 分录 The entry of an event: looked up once, booked as often as it happens. */
  function entry(event: string, debit: Account, credit: Account): Entry {
    const number = numberOf(event)
    const [to, from] = [INDEX[debit], INDEX[credit]]
    return (fen) => {
      if (fen === 0) return
      enter(number, to, fen, 0)
      enter(number, from, 0, fen)
    }
  }

  /** Ends a day: debits equal credits for every event and over all accounts, or the run stops. */
  function closeDay(day: Day): void {
    for (let i = 0; i < events.length; i++) if (difference[i] !== 0) outOfBalance(i, day)
    let sum = 0
    for (let i = 0; i < balance.length; i++) sum += balance[i]
    if (sum !== 0) throw new InvariantBroken('trial balance', day, `the books of ${formatDay(day)} are out by ${sum} fen`)
  }

  function outOfBalance(event: number, day: Day): never {
    const message = `the books of ${formatDay(day)} do not balance: '${events[event]}' is out by ${difference[event]} fen`
    throw new InvariantBroken(events[event], day, message)
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
    enter(numberOf(event), CASH, 1, 0)
  }

  return {
    begin,
    entry,
    closeDay,
    closeYear,
    yearSoFar,
    drill,
    balance: (account: Account) => balance[INDEX[account]],
    cash: () => balance[CASH],
  }
}

export interface AccountTurnover {
  readonly year: number
  readonly account: string
  readonly debitFen: number
  readonly creditFen: number
}
