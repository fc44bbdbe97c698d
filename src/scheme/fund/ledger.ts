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
/** cash, receivable, payable, reserve, income, expenditure: what stands before the colon */
type AccountKind = KindOf<Account>
type KindOf<One> = One extends `${infer Kind}:${string}` ? Kind : One
type AccountOf<Kind extends AccountKind> = Extract<Account, `${Kind}:${string}`>

const isOf =
  <Kind extends AccountKind>(kind: Kind) =>
  (account: Account): account is AccountOf<Kind> =>
    account.startsWith(`${kind}:`)

/** What the income and the expenditure of a year are made of, in the order of the books. */
const INCOME = ACCOUNTS.filter(isOf('income'))
const EXPENDITURE = ACCOUNTS.filter(isOf('expenditure'))

const INDEX = Object.fromEntries(ACCOUNTS.map((account, i) => [account, i])) as Record<Account, number>

/** events of different names that the books have room for */
const MOST_EVENTS = 64

/** Books `fen` of one event from the credit to the debit of its entry. */
export type Entry = (fen: number) => void

export interface AccountTurnover {
  readonly year: number
  readonly account: Account
  readonly debitFen: number
  readonly creditFen: number
}

/** Books, empty at first. Amounts are whole fen and never negative: a correction debits what was credited. */
export class Fund {
  /** debits − credits since the beginning */
  readonly #balance = new Float64Array(ACCOUNTS.length)
  readonly #debits = new Float64Array(ACCOUNTS.length)
  readonly #credits = new Float64Array(ACCOUNTS.length)
  readonly #events: string[] = []
  /** debits − credits by event of the day: zero for each event, or the day does not close */
  readonly #difference = new Float64Array(MOST_EVENTS)

  /** 分录 The entry of an event: looked up once, booked as often as it happens. */
  entry(event: string, debit: Account, credit: Account): Entry {
    const number = this.#numberOf(event)
    const [to, from] = [INDEX[debit], INDEX[credit]]
    return (fen) => {
      if (fen === 0) return
      this.#enter(number, to, fen, 0)
      this.#enter(number, from, 0, fen)
    }
  }

  /** debits − credits of an account since the beginning */
  balance(account: Account): number {
    return this.#balance[INDEX[account]]
  }

  cash(): number {
    return this.#balance[INDEX.cash]
  }

  /** Income and expenditure of the year so far. */
  yearSoFar(): { income: number; expenditure: number } {
    const total = (accounts: readonly Account[]) => accounts.reduce((sum, account) => sum + this.balance(account), 0)
    return { income: -total(INCOME), expenditure: total(EXPENDITURE) }
  }

  /** Ends a day: debits equal credits for every event and over all accounts, or the run stops. */
  closeDay(day: Day): void {
    const difference = this.#difference
    for (let i = 0; i < this.#events.length; i++) if (difference[i] !== 0) this.#outOfBalance(i, day)
    let sum = 0
    for (let i = 0; i < this.#balance.length; i++) sum += this.#balance[i]
    if (sum !== 0) throw new InvariantBroken('trial balance', day, `the books of ${formatDay(day)} are out by ${sum} fen`)
  }

  /** Ends a year: returns its turnover and carries income and expenditure to the reserve. */
  closeYear(lastDay: Day): AccountTurnover[] {
    this.closeDay(lastDay)
    const year = yearOf(lastDay)
    const balance = this.#balance
    const turnover = ACCOUNTS.map((account, i) => ({ year, account, debitFen: this.#debits[i], creditFen: this.#credits[i] }))
    for (const account of [...INCOME, ...EXPENDITURE]) {
      const fen = balance[INDEX[account]]
      balance[INDEX[account]] -= fen
      balance[INDEX['reserve:accumulated']] += fen
    }
    this.#debits.fill(0)
    this.#credits.fill(0)
    return turnover
  }

  /** A fire drill: one fen entered on one side only, as a fault in the program would. */
  drill(event: string): void {
    this.#enter(this.#numberOf(event), INDEX.cash, 1, 0)
  }

  #enter(event: number, account: number, debit: number, credit: number): void {
    if (!Number.isSafeInteger(debit) || !Number.isSafeInteger(credit) || debit < 0 || credit < 0)
      throw new InvariantBroken(this.#events[event], -1, `${ACCOUNTS[account]}: ${debit} / ${credit} are no whole fen`)
    this.#debits[account] += debit
    this.#credits[account] += credit
    this.#balance[account] += debit - credit
    this.#difference[event] += debit - credit
  }

  #numberOf(event: string): number {
    const known = this.#events.indexOf(event)
    if (known >= 0) return known
    if (this.#events.length === MOST_EVENTS) throw new RangeError(`more than ${MOST_EVENTS} events are booked: no room for '${event}'`)
    return this.#events.push(event) - 1
  }

  #outOfBalance(event: number, day: Day): never {
    const name = this.#events[event]
    const message = `the books of ${formatDay(day)} do not balance: '${name}' is out by ${this.#difference[event]} fen`
    throw new InvariantBroken(name, day, message)
  }
}
