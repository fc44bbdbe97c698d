/** What is remembered of events while they are read: households by name and year, who is covered, claims, money by day. */
import { CARE } from './care.mjs'
import { PEOPLE } from './people.mjs'
import { Tally } from './tally.mjs'

const KINDS = { ...PEOPLE, ...CARE }
const nothing = () => ({ size: 0, billed: 0, received: 0, premium: 0, campaignPremium: 0, campaignIncome: 0 })

export class Known {
  tally = new Tally()
  /** quintile and income relative to the mean, by name */
  households = new Map()
  covered = new Set()
  claims = new Map()
  /** claims sent back so far */
  returned = new Set()
  #years = new Map()
  #days = new Map()
  #cash = new Map()
  #short = new Set()
  #desks = []
  #paid = new Map()

  /** `terms`: the values of the law by year. */
  constructor(terms) {
    this.terms = terms
  }

  take(event) {
    KINDS[event.kind]?.(event, this)
    if (event.kind === 'burden.year') this.#burdens.push(event)
  }

  /** told of each household, to be held against what was added up */
  #burdens = []
  get burdens() {
    return this.#burdens
  }

  household(name, found) {
    this.households.set(name, found)
  }

  /** What a household was billed, received and paid in a year. */
  year(name, year) {
    const key = `${year} ${name}`
    const found = this.#years.get(key) ?? nothing()
    this.#years.set(key, found)
    return found
  }

  /** Days to payment of the claims of a year of discharge. */
  daysOf(year) {
    const found = this.#days.get(year) ?? []
    this.#days.set(year, found)
    return found
  }

  /** Money of a day: premiums paid in advance by payer, and of the year; stays and visits settled with the card, claims approved and paid. */
  cash(day, what, fen) {
    const key = `${day} ${what}`
    this.#cash.set(key, (this.#cash.get(key) ?? 0) + fen)
  }

  cashOf(day, what) {
    return this.#cash.get(`${day} ${what}`) ?? 0
  }

  /** A finished claim paid on a day has waited for cash on so many days before. */
  waited(day, days) {
    for (let before = 1; before <= days; before++)
      this.#short.add(new Date(Date.parse(day) - before * 86_400_000).toISOString().slice(0, 10))
  }

  /** Did a claim wait for cash on this day? */
  isShort(day) {
    return this.#short.has(day)
  }

  /** Money of one kind before a day. */
  cashBefore(day, what) {
    let sum = 0
    for (const [key, fen] of this.#cash) if (key.endsWith(` ${what}`) && key < day) sum += fen
    return sum
  }

  /** A claim has come to the desks (1), or is finished (-1). */
  atDesks(day, change) {
    this.#desks.push({ day, change })
  }

  /** Claims at the desks at the end of a day. */
  waitingOn(day) {
    return this.#desks.reduce((sum, one) => (one.day <= day ? sum + one.change : sum), 0)
  }

  /** A manual claim was paid on a day, so many days after discharge. */
  paidAfter(day, days) {
    const month = day.slice(0, 7)
    this.#paid.set(month, [...(this.#paid.get(month) ?? []), days])
  }

  /** Days from discharge of the claims paid in a month, '2012-07'. */
  daysPaidIn(month) {
    return this.#paid.get(month) ?? []
  }
}
