/**
 * 县级 The second stage: the county's days. Subsidies arrive, what hospitals settled is booked, the desk works through claims by hand,
 * payments go out, the books are balanced every evening and closed on 31 December.
 */

import { type Day, daysInYear, monthOf, type WorkCalendar, yearOf, yearStart } from '../../kernel/calendar.ts'
import { InvariantBroken } from '../../kernel/errors.ts'
import { PLACES } from '../../population/places.ts'
import { createDesk, type SecondClaimMessage, type SubmittedClaim, type TellClaim } from '../claims/claims-office.ts'
import { createInsurer } from '../critical-illness/insurer.ts'
import { secondClaimOccasion } from '../critical-illness/year-end.ts'
import type { ModelData } from '../data.ts'
import { PAYERS } from '../messages.ts'
import type { ModelSettings } from '../settings.ts'
import { SUMS } from '../totals.ts'
import { ADVANCES, countyEntries, owedOn } from './entries.ts'
import { createHospitalSettlement } from './hospitals.ts'
import { createFund } from './ledger.ts'
import { createMonths } from './month-end.ts'
import { createPayments } from './payments.ts'
import type { ShareSurplus } from './second-compensation.ts'
import { type SubsidyEvent, subsidyCalendar } from './subsidy.ts'
import type { FundTerms } from './terms.ts'
import { createYearClose, type YearClose } from './year-close.ts'

const DAY_CELLS = 366

export interface TreasuryInput {
  readonly settings: ModelSettings
  readonly data: ModelData
  readonly calendar: WorkCalendar
  /** sums of a year, and its counts of days to payment */
  readonly sumsOf: (year: number) => Float64Array
  readonly claimDaysOf: (year: number) => Float64Array
  /** a claim was paid to a household, for a stay or illness of that year */
  readonly received: (household: number, fen: number, dischargeYear: number) => void
  /** something happens to a claim of this person; is it told? */
  readonly happens: (person: number) => boolean
  readonly tell: TellClaim
  readonly shareSurplus: ShareSurplus
}

const SECOND = 'second_reimbursement'

export type Treasury = ReturnType<typeof createTreasury>

/** Books and desks of a county, made once for a worker; `begin` empties them for each replication. */
export function createTreasury(input: TreasuryInput) {
  const { settings, sumsOf } = input
  const fund = createFund()
  const entries = countyEntries(fund)
  /** what places settled with the card, by day of the year: stays, and visits */
  const hospitalDue = new Float64Array(DAY_CELLS)
  const clinicDue = new Float64Array(DAY_CELLS)
  const premiums = new Float64Array(DAY_CELLS * PAYERS.length)
  /** premiums of this year, of those who join within it */
  const premiumsOfYear = new Float64Array(DAY_CELLS)
  let subsidies: SubsidyEvent[] = []
  let terms: FundTerms
  let drillDay: Day | undefined
  let today: Day = 0
  /** days of the year of `today` that have been run */
  let daysRun = 0
  let cashDays = 0
  let unreported = 0
  /** after the last year no money comes in any more: what is owed is paid as if cash were there */
  let runningOff = false
  /** premiums announced by the campaign for next year */
  let campaignPremiums = 0

  const payments = createPayments(
    fund,
    () => settings.mechanisms.cash_limit && !runningOff,
    (claim) => desk.paymentMade(claim),
  )
  const desk = createDesk({
    ...input,
    queueing: settings.mechanisms.offices,
    approved(fen, procedure, dischargeYear, cell) {
      if (procedure === SECOND) {
        insurer.pay(dischargeYear, fen)
        sumsOf(dischargeYear)[SUMS.criticalIllnessPaid + Math.floor(cell / PLACES.length)] += fen
        return
      }
      unreported -= fen
      entries.claimApproved(fen)
    },
    released(claim, fen, procedure) {
      // the insurer has its own money and pays at once
      if (procedure === SECOND) desk.paymentMade(claim)
      else payments.payClaim(claim, fen)
    },
    paid(household, fen, days, procedure, dischargeYear) {
      if (procedure !== SECOND) {
        months.claimPaid(days)
      }
      input.received(household, fen, dischargeYear)
    },
    dropped(fen, procedure) {
      if (procedure !== SECOND) unreported -= fen
    },
  })
  const months = createMonths(fund, () => desk.waiting())
  const hospitals = createHospitalSettlement(fund, payments)
  const insurer = createInsurer()
  const books = createYearClose(fund, insurer, payments, settings.mechanisms.second_compensation, input.shareSurplus)

  /** Empties books and desks for a county of so many insured persons, whom the staff follows. */
  function begin(insured: number, nextDrillDay?: Day): void {
    fund.begin()
    payments.begin()
    desk.begin(insured)
    hospitals.begin()
    insurer.begin()
    books.begin()
    for (const due of [hospitalDue, clinicDue, premiums, premiumsOfYear]) due.fill(0)
    months.begin()
    subsidies = []
    drillDay = nextDrillDay
    today = 0
    daysRun = 0
    cashDays = 0
    unreported = 0
    runningOff = false
    campaignPremiums = 0
  }

  /** The money the first year begins with: premiums paid in the campaign before it, and the reserve. */
  function openBooks(day: Day, reserve: number, inAdvance: readonly number[]): void {
    today = day
    daysRun = 0
    entries.openingReserve(reserve)
    for (let i = 0; i < PAYERS.length; i++) {
      entries.paidBefore[i](inAdvance[i])
      campaignPremiums += inAdvance[i]
    }
    fund.closeDay(day)
  }

  /** 1 January: premiums paid in advance become income, subsidies fall due. `newbornPremiums`: of those born after the campaign. */
  function openYear(year: number, next: FundTerms, enrolled: number, enrolledLastYear: number, newbornPremiums: number): void {
    terms = next
    today = yearStart(year)
    daysRun = 0
    cashDays = 0
    const inAdvance = owedOn(fund, ADVANCES)
    if (inAdvance !== campaignPremiums) {
      throw new InvariantBroken('premiums of the year', today, `the campaign took ${campaignPremiums} fen, the books hold ${inAdvance} fen`)
    }
    campaignPremiums = 0
    for (let i = 0; i < PAYERS.length; i++) entries.premiumsOfYear[i](-fund.balance(ADVANCES[i]))
    entries.newborns(newbornPremiums)
    const { inForce, premium } = next.criticalIllness
    if (inForce) {
      // 大病保险保费 the fund owes the insurer its premium for the year
      insurer.insure(year, premium * enrolled)
      entries.insured(premium * enrolled)
    }
    books.openHouseholdAccounts(sumsOf(year))
    subsidies = [...subsidies, ...subsidyCalendar(next.subsidy, today, enrolled, enrolledLastYear)].sort((a, b) => a.day - b.day)
  }

  /** Runs the county's days up to and including `last`. */
  function runUntil(first: Day, last: Day): void {
    for (today = first; today <= last; today++) runDay()
    daysRun = today - yearStart(yearOf(today))
  }

  function runDay(): void {
    const year = yearOf(today)
    const dayOfYear = today - yearStart(year)
    while (subsidies.length > 0 && subsidies[0].day <= today) bookSubsidy(subsidies.shift() as SubsidyEvent)
    bookPremiums(dayOfYear)
    bookSettled(dayOfYear)
    desk.runUntil(today)
    if (today === drillDay) fund.drill('fire drill: one fen on one side')
    payHospitals()
    if (today === terms.insurerPaidDay) payments.pay('insurer', -fund.balance('payable:insurer'))
    if (payments.settle()) sumsOf(year)[SUMS.cashShortDays]++
    cashDays += Math.max(0, fund.cash())
    if (dayOfYear === daysInYear(year) - 1) entries.interest(Math.floor((cashDays / daysInYear(year)) * terms.interestRate))
    fund.closeDay(today)
    if (monthOf(today + 1) === monthOf(today)) return
    hospitals.endMonth(year)
    months.end(year, monthOf(today))
  }

  function bookSubsidy({ level, kind, fen }: SubsidyEvent): void {
    const subsidy = entries.subsidies[level]
    if (kind === 'received') {
      subsidy.received(fen)
      months.subsidyReceived(fen)
    } else if (fen >= 0) subsidy.due(fen)
    else subsidy.less(-fen)
  }

  function bookPremiums(dayOfYear: number): void {
    entries.joinedInYear(premiumsOfYear[dayOfYear])
    premiumsOfYear[dayOfYear] = 0
    for (let i = 0; i < PAYERS.length; i++) {
      const cell = dayOfYear * PAYERS.length + i
      entries.paidInAdvance[i](premiums[cell])
      premiums[cell] = 0
    }
  }

  function bookSettled(dayOfYear: number): void {
    hospitals.settled(hospitalDue[dayOfYear], clinicDue[dayOfYear])
    hospitalDue[dayOfYear] = 0
    clinicDue[dayOfYear] = 0
  }

  /** 月结算 On a fixed day of the month places are paid what fell due at the end of the month before; once a year the check. */
  function payHospitals(): void {
    const payDay = terms.hospitalPaymentDay
    if (monthOf(today - payDay) !== monthOf(today) && monthOf(today - payDay + 1) === monthOf(today)) hospitals.payMonth(terms.hospitals)
    if (today === terms.checkDay) hospitals.check(yearOf(today) - 1, terms.hospitals)
  }

  function runOff(): void {
    runningOff = true
  }

  /** 31 December: the books of the year. */
  function closeYear(): YearClose {
    const year = yearOf(today - 1)
    return books.close(year, today - 1, sumsOf(year), terms, unreported)
  }

  /** Premium paid on a day of the year, to be booked when the county comes to it. */
  function premiumPaid(day: number, payer: number, fen: number): void {
    if (day < daysRun) throw new InvariantBroken('premium paid', today, `a premium of day ${day} comes after the county was run past it`)
    premiums[day * PAYERS.length + payer] += fen
    campaignPremiums += fen
  }

  /** Premium of somebody who joins on a day of the year. */
  function premiumOfYear(day: number, fen: number): void {
    premiumsOfYear[day] += fen
  }

  function submit(claim: SubmittedClaim): void {
    unreported += claim.fen
    desk.submit(claim)
  }

  /** 二次报销 A claim for last year's high costs: it goes through the desks, but the money is the insurer's. */
  function submitSecond(claim: SecondClaimMessage): void {
    desk.submit({
      keyA: claim.keyA,
      keyB: claim.keyB,
      person: claim.person,
      household: claim.household,
      cell: claim.quintile * PLACES.length,
      place: 0,
      dischargeDay: yearStart(claim.year + 1) - 1,
      submitDay: claim.submitDay,
      fen: claim.fen,
      occasion: secondClaimOccasion(claim.year),
      procedure: SECOND,
    })
  }

  return {
    begin,
    openBooks,
    openYear,
    runUntil,
    runOff,
    closeYear,
    submit,
    submitSecond,
    load: desk.load,
    premiumPaid,
    premiumOfYear,
    hospitalDue,
    clinicDue,
    months: months.list,
    /** claims, and years of cover, that are still to be settled */
    openClaims: () => desk.open() + (insurer.open() ? 1 : 0),
    insurerResult: insurer.result,
    insurerPaid: insurer.paid,
  }
}
