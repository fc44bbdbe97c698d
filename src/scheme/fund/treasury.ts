/**
 * 县级 The second stage: the county's days. Subsidies arrive, what hospitals settled is booked, the claims office works through claims by
 * hand, payments go out, the books are balanced every evening and closed on 31 December.
 */

import { type Day, daysInYear, monthOf, yearOf, yearStart } from '../../kernel/calendar.ts'
import { InvariantBroken } from '../../kernel/errors.ts'
import { type ClaimPayer, ClaimsOffice, type OfficeCounty } from '../claims/claims-office.ts'
import type { SumsByYear } from '../county.ts'
import { Insurer } from '../critical-illness/insurer.ts'
import type { SecondClaim } from '../critical-illness/year-end.ts'
import type { ManualClaim } from '../episodes.ts'
import type { MonthSums } from '../record.ts'
import { SUMS } from '../totals.ts'
import { countyEntries, subsidyEntries } from './entries.ts'
import { HospitalSettlement } from './hospitals.ts'
import { Fund } from './ledger.ts'
import { Months } from './month-end.ts'
import { Payments } from './payments.ts'
import { PremiumBook } from './premium-book.ts'
import type { ShareSurplus } from './second-compensation.ts'
import { type SubsidyEvent, subsidyCalendar } from './subsidy.ts'
import type { FundTerms } from './terms.ts'
import { Closing, type YearClose } from './year-close.ts'

const DAY_CELLS = 366

interface TreasuryInput extends SumsByYear {
  /** insured persons, whom the staff follows */
  readonly insured: number
  /** a fire drill: one fen is entered on one side only on this day */
  readonly drillDay?: Day
  /** a claim was paid to a household, for a stay or illness of that year */
  received(household: number, fen: number, year: number): void
  readonly shareSurplus: ShareSurplus
}

/** A scheme year as the county opens it on 1 January. */
interface OpenedYear {
  readonly year: number
  readonly enrolled: number
  readonly enrolledLastYear: number
  /** premiums of those born after the campaign, fen */
  readonly newbornPremiums: number
}

/** Books and offices of a county, for one replication. */
export class Treasury {
  readonly #input: TreasuryInput
  readonly #cashLimit: boolean
  readonly #fund = new Fund()
  readonly #entries = countyEntries(this.#fund)
  readonly #subsidyEntries = subsidyEntries(this.#fund)
  readonly #premiums = new PremiumBook(this.#fund)
  readonly #payments = new Payments(this.#fund)
  readonly #hospitals = new HospitalSettlement(this.#fund, this.#payments)
  readonly #months = new Months(this.#fund)
  readonly #insurer = new Insurer()
  readonly #closing: Closing
  readonly #office: ClaimsOffice
  /** what places settled with the card, by day of the year: stays, and visits */
  readonly #stays = new Float64Array(DAY_CELLS)
  readonly #visits = new Float64Array(DAY_CELLS)
  /** to come, in order of day */
  #subsidies: readonly SubsidyEvent[] = []
  #terms!: FundTerms
  #today: Day = 0
  /** days of the year of `#today` that have been run */
  #daysRun = 0
  /** cash of each evening of the year, summed */
  #cashDays = 0
  /** 已发生未审核补偿 IBNR: claims of stays that are over, neither approved nor dropped */
  #unreported = 0
  /** after the last year no money comes in any more: what is owed is paid as if cash were there */
  #runningOff = false

  constructor(county: OfficeCounty, input: TreasuryInput) {
    this.#input = input
    this.#cashLimit = county.mechanisms.cash_limit
    const parties = { fund: this.#fund, insurer: this.#insurer, payments: this.#payments }
    this.#closing = new Closing(parties, county.mechanisms.second_compensation ? input.shareSurplus : undefined)
    const { insured, sumsOf, claimDaysOf, received } = input
    this.#office = new ClaimsOffice(county, {
      insured,
      sumsOf,
      claimDaysOf,
      received,
      fund: this.#payerOfClaims(),
      insurer: this.#payerOfSecond(),
    })
  }

  /** The money the first year begins with: premiums paid in the campaign before it, and the reserve. */
  openBooks(day: Day, reserve: number, inAdvance: readonly number[]): void {
    this.#today = day
    this.#entries.openingReserve(reserve)
    this.#premiums.openBooks(inAdvance)
    this.#fund.closeDay(day)
  }

  /** 1 January: premiums paid in advance become income, subsidies fall due. */
  openYear({ year, enrolled, enrolledLastYear, newbornPremiums }: OpenedYear, terms: FundTerms): void {
    this.#terms = terms
    this.#today = yearStart(year)
    this.#daysRun = 0
    this.#cashDays = 0
    this.#premiums.openYear(year, newbornPremiums)
    const { inForce, premium } = terms.criticalIllness
    if (inForce) {
      // 大病保险保费 the fund owes the insurer its premium for the year
      this.#insurer.insure(year, premium * enrolled)
      this.#entries.insured(premium * enrolled)
    }
    this.#closing.openHouseholdAccounts(this.#input.sumsOf(year))
    const subsidies = subsidyCalendar(terms.subsidy, this.#today, enrolled, enrolledLastYear)
    this.#subsidies = [...this.#subsidies, ...subsidies].sort((a, b) => a.day - b.day)
  }

  /** What places settled with the card on a day of the year that the county has not come to. */
  settledAtHospital(day: number, fen: number): void {
    this.#stays[day] += fen
  }

  settledAtClinic(day: number, fen: number): void {
    this.#visits[day] += fen
  }

  /** Premium paid on a day of the year, to be booked when the county comes to it. */
  premiumPaid(day: number, payer: number, fen: number): void {
    if (day < this.#daysRun)
      throw new InvariantBroken('premium paid', this.#today, `a premium of day ${day} comes after the county was run past it`)
    this.#premiums.paid(day, payer, fen)
  }

  /** Premium of somebody who joins on a day of the year. */
  premiumOfYear(day: number, fen: number): void {
    this.#premiums.joins(day, fen)
  }

  submit(claim: ManualClaim): void {
    this.#unreported += claim.fen
    this.#office.submit(claim)
  }

  /** 二次报销 A claim for last year's high costs: it goes through the offices, but the money is the insurer's. */
  submitSecond(claim: SecondClaim): void {
    this.#office.submitSecond(claim)
  }

  /** Staff time without a claim, in minutes; on a day not yet run. */
  load(office: string, day: Day, minutes: number, procedure?: string): void {
    this.#office.load(office, day, minutes, procedure)
  }

  /** Runs the county's days up to and including `last`. */
  runUntil(first: Day, last: Day): void {
    for (this.#today = first; this.#today <= last; this.#today++) this.#runDay()
    this.#daysRun = this.#today - yearStart(yearOf(this.#today))
  }

  runOff(): void {
    this.#runningOff = true
  }

  /** 31 December: the books of the year. */
  closeYear(): YearClose {
    const lastDay = this.#today - 1
    const standing = this.#closing.close(lastDay, this.#input.sumsOf(yearOf(lastDay)), this.#terms)
    return { ...standing, incurredUnreported: this.#unreported }
  }

  get months(): readonly MonthSums[] {
    return this.#months.list
  }

  /** claims, and years of cover, that are still to be settled */
  openClaims(): number {
    return this.#office.open + (this.#insurer.open() ? 1 : 0)
  }

  insurerResult(year: number): number {
    return this.#insurer.result(year)
  }

  insurerPaid(year: number): number {
    return this.#insurer.paid(year)
  }

  #runDay(): void {
    const today = this.#today
    const terms = this.#terms
    const year = yearOf(today)
    const dayOfYear = today - yearStart(year)
    this.#bookSubsidies()
    this.#premiums.bookDay(dayOfYear)
    this.#hospitals.settled(this.#stays[dayOfYear], this.#visits[dayOfYear])
    this.#stays[dayOfYear] = 0
    this.#visits[dayOfYear] = 0
    this.#office.runUntil(today)
    if (today === this.#input.drillDay) this.#fund.drill('fire drill: one fen on one side')
    this.#payHospitals()
    if (today === terms.insurerPaidDay) this.#payInsurer()
    if (this.#payments.settle(this.#cashLimit && !this.#runningOff, this.#paymentMade)) this.#input.sumsOf(year)[SUMS.cashShortDays]++
    this.#cashDays += Math.max(0, this.#fund.cash())
    if (dayOfYear === daysInYear(year) - 1) this.#entries.interest(Math.floor((this.#cashDays / daysInYear(year)) * terms.interestRate))
    this.#fund.closeDay(today)
    if (monthOf(today + 1) === monthOf(today)) return
    this.#hospitals.endMonth(year)
    this.#months.end(year, monthOf(today), this.#office.waiting)
  }

  readonly #paymentMade = (claim: number): void => this.#office.paymentMade(claim)

  #bookSubsidies(): void {
    let next = 0
    for (; next < this.#subsidies.length && this.#subsidies[next].day <= this.#today; next++) {
      const { level, kind, fen } = this.#subsidies[next]
      const entries = this.#subsidyEntries[level]
      if (kind === 'received') {
        entries.received(fen)
        this.#months.subsidyReceived(fen)
      } else if (fen >= 0) entries.due(fen)
      else entries.less(-fen)
    }
    if (next > 0) this.#subsidies = this.#subsidies.slice(next)
  }

  /** 月结算 On a fixed day of the month places are paid what fell due at the end of the month before; once a year the check. */
  #payHospitals(): void {
    const today = this.#today
    const { hospitalPaymentDay, checkDay, hospitals } = this.#terms
    const firstOfMonth = today - hospitalPaymentDay + 1
    if (monthOf(firstOfMonth - 1) !== monthOf(today) && monthOf(firstOfMonth) === monthOf(today)) this.#hospitals.payMonth(hospitals)
    if (today === checkDay) this.#hospitals.check(yearOf(today) - 1, hospitals)
  }

  /** What the insurer is owed falls due, but for what still waits for cash since last year. */
  #payInsurer(): void {
    this.#payments.pay('insurer', -this.#fund.balance('payable:insurer') - this.#payments.waiting('insurer'))
  }

  #payerOfClaims(): ClaimPayer {
    return {
      approved: (fen) => {
        this.#unreported -= fen
        this.#entries.claimApproved(fen)
      },
      released: (claim, fen) => this.#payments.payClaim(claim, fen),
      dropped: (fen) => {
        this.#unreported -= fen
      },
      paid: (days) => this.#months.claimPaid(days),
    }
  }

  /** The insurer has its own money and pays at once. */
  #payerOfSecond(): ClaimPayer {
    return {
      approved: (fen, year) => this.#insurer.pay(year, fen),
      released: this.#paymentMade,
      dropped() {},
      paid() {},
    }
  }
}
