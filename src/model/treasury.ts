/**
 * 县级 The second stage: the county's days. Subsidies arrive, what hospitals settled is booked, the desk works through claims by hand,
 * payments go out, the books are balanced every evening and closed on 31 December.
 */
import { PAYERS, SUMS } from '../institutions/events.ts'
import { type Account, createFund } from '../institutions/fund.ts'
import { createHospitalSettlement } from '../institutions/hospital-settlement.ts'
import { createInsurer } from '../institutions/insurer.ts'
import { createPayments } from '../institutions/payments.ts'
import { type SubsidyEvent, splitByLevel, subsidyCalendar } from '../institutions/subsidy.ts'
import { type Day, daysInYear, monthOf, type WorkCalendar, yearOf, yearStart } from '../kernel/calendar.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import { fenOf } from '../kernel/money.ts'
import { PLACES } from '../population/places.ts'
import type { ModelData } from './data.ts'
import { createDesk, type SubmittedClaim, type TellClaim } from './desk.ts'
import type { FundTerms } from './fund-terms.ts'
import { type SecondClaim, secondClaimOccasion } from './protection.ts'
import type { MonthSums } from './record.ts'
import type { ModelSettings } from './settings.ts'
import type { ShareSurplus } from './surplus-shared.ts'
import { createYearClose, type YearClose } from './year-close.ts'

const DAY_CELLS = 366

export interface TreasuryInput {
  readonly settings: ModelSettings
  readonly data: ModelData
  readonly calendar: WorkCalendar
  /** insured persons: staff of the desks follows them */
  readonly insured: number
  /** sums of a year, and its counts of days to payment */
  readonly sumsOf: (year: number) => Float64Array
  readonly claimDaysOf: (year: number) => Float64Array
  /** a claim was paid to a household */
  readonly received: (household: number, fen: number) => void
  readonly tell: TellClaim
  readonly shareSurplus: ShareSurplus
  readonly drillDay?: Day
}

const SECOND = 'second_reimbursement'

/** A claim for last year's high costs as the stage sends it: with the keys of the person, and who receives the money. */
export interface SecondClaimMessage extends SecondClaim {
  readonly keyA: number
  readonly keyB: number
  readonly household: number
  readonly quintile: number
}

export type Treasury = ReturnType<typeof createTreasury>

/** Reserve at the start of the first year: a share of that year's expected income. */
export function openingReserve(terms: FundTerms, enrolled: number): number {
  const split = splitByLevel(terms.subsidy.standard, terms.subsidy)
  return Math.round(enrolled * (fenOf(terms.premium) + split.central + split.province + split.county) * terms.openingReserveShare)
}

export function createTreasury(input: TreasuryInput) {
  const { settings, sumsOf } = input
  const fund = createFund()
  /** what places settled with the card, by day of the year: stays, and visits */
  const hospitalDue = new Float64Array(DAY_CELLS)
  const clinicDue = new Float64Array(DAY_CELLS)
  const premiums = new Float64Array(DAY_CELLS * PAYERS.length)
  /** premiums of this year, of those who join within it */
  const premiumsOfYear = new Float64Array(DAY_CELLS)
  const months: MonthSums[] = []
  const month = { received: 0, claims: 0, days: 0 }
  let subsidies: SubsidyEvent[] = []
  let terms: FundTerms
  let today: Day = 0
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
    approved(fen, { procedure, dischargeYear, cell }) {
      if (procedure === SECOND) {
        insurer.pay(dischargeYear, fen)
        sumsOf(dischargeYear)[SUMS.criticalIllnessPaid + Math.floor(cell / PLACES.length)] += fen
        return
      }
      unreported -= fen
      fund.post('claim by hand approved', 'expenditure:inpatient', 'payable:claims', fen)
    },
    released(claim, fen, procedure) {
      // the insurer has its own money and pays at once
      if (procedure === SECOND) desk.paymentMade(claim)
      else payments.payClaim(claim, fen)
    },
    paid(household, fen, days, procedure) {
      if (procedure !== SECOND) {
        month.claims++
        month.days += days
      }
      input.received(household, fen)
    },
    tell(person, day, kind, fen, occasion, facts) {
      if (kind === 'claim.refused' || kind === 'claim.given_up') unreported -= fen
      input.tell(person, day, kind, fen, occasion, facts)
    },
  })
  const hospitals = createHospitalSettlement(fund, payments)
  const insurer = createInsurer()
  const books = createYearClose(fund, insurer, payments, settings.mechanisms.second_compensation, input.shareSurplus)

  /** The money the first year begins with: premiums paid in the campaign before it, and the reserve. */
  function openBooks(day: Day, reserve: number, inAdvance: readonly number[]): void {
    today = day
    fund.post('opening reserve', 'cash', 'reserve:accumulated', reserve)
    PAYERS.forEach((payer, i) => {
      fund.post('premiums of the campaign before', 'cash', advance(payer), inAdvance[i])
      campaignPremiums += inAdvance[i]
    })
    fund.closeDay(day)
  }

  /** 1 January: premiums paid in advance become income, subsidies fall due. `newbornPremiums`: of those born after the campaign. */
  function openYear(year: number, next: FundTerms, enrolled: number, enrolledLastYear: number, newbornPremiums: number): void {
    terms = next
    today = yearStart(year)
    cashDays = 0
    const inAdvance = -PAYERS.reduce((sum, payer) => sum + fund.balance(advance(payer)), 0)
    if (inAdvance !== campaignPremiums) {
      throw new InvariantBroken('premiums of the year', today, `the campaign took ${campaignPremiums} fen, the books hold ${inAdvance} fen`)
    }
    campaignPremiums = 0
    for (const payer of PAYERS) fund.post('premiums of the year', advance(payer), `income:${payer}`, -fund.balance(advance(payer)))
    fund.post('premiums of newborns', 'cash', 'income:individual', newbornPremiums)
    const { inForce, premium } = next.criticalIllness
    if (inForce) insure(year, premium * enrolled)
    books.openHouseholdAccounts(sumsOf(year))
    subsidies = [...subsidies, ...subsidyCalendar(next.subsidy, today, enrolled, enrolledLastYear)].sort((a, b) => a.day - b.day)
  }

  /** 大病保险保费 The fund owes the insurer its premium for the year. */
  function insure(year: number, fen: number): void {
    insurer.insure(year, fen)
    fund.post('premium for critical-illness cover', 'expenditure:critical_illness', 'payable:insurer', fen)
  }

  /** Runs the county's days up to and including `last`. */
  function runUntil(first: Day, last: Day): void {
    for (today = first; today <= last; today++) runDay()
  }

  function runDay(): void {
    const year = yearOf(today)
    const dayOfYear = today - yearStart(year)
    while (subsidies.length > 0 && subsidies[0].day <= today) subsidy(subsidies.shift() as SubsidyEvent)
    bookPremiums(dayOfYear)
    bookSettled(dayOfYear)
    desk.runUntil(today)
    if (today === input.drillDay) fund.drill('fire drill: one fen on one side')
    payHospitals()
    if (today === terms.insurerPaidDay) payments.pay('insurer', -fund.balance('payable:insurer'))
    if (payments.settle()) sumsOf(year)[SUMS.cashShortDays]++
    cashDays += Math.max(0, fund.balance('cash'))
    if (dayOfYear === daysInYear(year) - 1) {
      fund.post('interest', 'cash', 'income:interest', Math.floor((cashDays / daysInYear(year)) * terms.interestRate))
    }
    fund.closeDay(today)
    if (monthOf(today + 1) !== monthOf(today)) endMonth(year)
  }

  function subsidy({ level, kind, fen }: SubsidyEvent): void {
    if (kind === 'received') {
      fund.post(`${level} subsidy received`, 'cash', `receivable:${level}`, fen)
      month.received += fen
    } else if (fen >= 0) fund.post(`${level} subsidy due`, `receivable:${level}`, `income:${level}`, fen)
    else fund.post(`${level} subsidy due`, `income:${level}`, `receivable:${level}`, -fen)
  }

  function bookPremiums(dayOfYear: number): void {
    fund.post('premiums of those who join within the year', 'cash', 'income:individual', premiumsOfYear[dayOfYear])
    premiumsOfYear[dayOfYear] = 0
    PAYERS.forEach((payer, i) => {
      const cell = dayOfYear * PAYERS.length + i
      fund.post('premiums paid in advance', 'cash', advance(payer), premiums[cell])
      premiums[cell] = 0
    })
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

  function endMonth(year: number): void {
    const owed = (...accounts: Account[]) => -accounts.reduce((sum, account) => sum + fund.balance(account), 0)
    hospitals.endMonth(year)
    const sums = {
      cash: fund.balance('cash'),
      payables: owed('payable:hospitals', 'payable:hospitals_withheld', 'payable:claims', 'payable:insurer', 'payable:second_compensation'),
      receivables: -owed('receivable:central', 'receivable:province', 'receivable:county'),
      premiums_in_advance: owed(...PAYERS.map(advance)),
      subsidies_received: month.received,
      claims_waiting: desk.waiting(),
      claims_paid: month.claims,
      claim_days_sum: month.days,
    }
    months.push({ year, month: monthOf(today), sums })
    month.received = 0
    month.claims = 0
    month.days = 0
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
    if (yearStart(yearOf(today)) + day < today)
      throw new InvariantBroken('premium paid', today, `a premium of day ${day} comes after the county was run past it`)
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
  function submitSecond({ year, quintile, ...claim }: SecondClaimMessage): void {
    desk.submit({
      ...claim,
      procedure: SECOND,
      cell: quintile * PLACES.length,
      place: 0,
      dischargeDay: yearStart(year + 1) - 1,
      occasion: secondClaimOccasion(year),
    })
  }

  return {
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
    months,
    /** claims, and years of cover, that are still to be settled */
    openClaims: () => desk.open() + (insurer.open() ? 1 : 0),
    insurerResult: insurer.result,
    insurerPaid: insurer.paid,
  }
}

function advance(payer: (typeof PAYERS)[number]): Account {
  return `payable:premiums_in_advance_${payer}`
}
