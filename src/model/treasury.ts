/**
 * 县级 The second stage: the county's days. Subsidies arrive, what hospitals settled is booked, the desk works through claims by hand,
 * payments go out, the books are balanced every evening and closed on 31 December.
 */
import { type Day, daysInYear, monthOf, type WorkCalendar, yearOf, yearStart } from '../kernel/calendar.ts'
import { fenOf } from '../kernel/money.ts'
import { draw, secondWord } from '../kernel/random.ts'
import { growable } from '../kernel/table.ts'
import { PAYERS, SUMS } from '../institutions/events.ts'
import { type Account, createFund } from '../institutions/fund.ts'
import { createPayments } from '../institutions/payments.ts'
import { splitByLevel, type SubsidyEvent, subsidyCalendar } from '../institutions/subsidy.ts'
import type { AccountTurnover } from '../institutions/turnover.ts'
import { OUT_OF_AREA, PLACES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import { createProcedures } from '../procedures/engine.ts'
import type { ModelData } from './data.ts'
import type { FundTerms } from './fund-terms.ts'
import type { ModelSettings } from './settings.ts'

/** Longest wait from discharge to payment that is counted by the day. */
export const CLAIM_DAYS = 800
const DAY_CELLS = 366

/** What the county tells of a claim, for `explain`; absolute day. */
export type TellClaim = (person: number, day: Day, kind: string, fen: number, facts: Readonly<Record<string, string | number>>) => void

export interface Month {
  readonly year: number
  readonly month: number
  readonly sums: Record<string, number>
}

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
  readonly drillDay?: Day
}

/** A claim by hand as a township sends it; `cell` = quintile × 5 + place. */
export interface SubmittedClaim {
  readonly keyA: number
  readonly keyB: number
  readonly person: number
  readonly household: number
  readonly cell: number
  readonly place: number
  readonly dischargeDay: Day
  readonly submitDay: Day
  readonly fen: number
  readonly occasion: number
}

export type Treasury = ReturnType<typeof createTreasury>

/** Reserve at the start of the first year: a share of that year's expected income. */
export function openingReserve(terms: FundTerms, enrolled: number): number {
  const split = splitByLevel(terms.subsidy.standard, terms.subsidy)
  return Math.round(enrolled * (fenOf(terms.premium) + split.central + split.province + split.county) * terms.openingReserveShare)
}

export function createTreasury({ settings, data, calendar, insured, sumsOf, claimDaysOf, received, tell, drillDay }: TreasuryInput) {
  const fund = createFund()
  const claims = growable(1024, { person: Int32Array, household: Int32Array, cell: Uint8Array, fen: Int32Array, dischargeDay: Int32Array, dischargeYear: Int16Array })
  const rowOf = new Map<number, number>()
  const freeRows: number[] = []
  /** what places settled with the card, by day of the year: hospitals, then clinics and visits */
  const hospitalDue = new Float64Array(DAY_CELLS)
  const clinicDue = new Float64Array(DAY_CELLS)
  const premiums = new Float64Array(DAY_CELLS * PAYERS.length)
  const months: Month[] = []
  let subsidies: SubsidyEvent[] = []
  let terms: FundTerms
  let today: Day = 0
  let unpaidOfMonth = 0
  let hospitalsOwed = 0
  let monthReceived = 0
  let monthPaidClaims = 0
  let monthPaidDays = 0
  let cashDays = 0

  const paymentDone = (id: number): void => {
    const row = rowOf.get(id) as number
    const days = today - claims.dischargeDay[row]
    claimDaysOf(claims.dischargeYear[row])[Math.min(CLAIM_DAYS - 1, days)]++
    monthPaidClaims++
    monthPaidDays += days
    received(claims.household[row], claims.fen[row])
    tell(claims.person[row], today, 'claim.paid', claims.fen[row], { days_since_discharge: days })
    drop(id)
  }
  const payments = createPayments(fund, { cashLimit: settings.mechanisms.cash_limit }, paymentDone)
  const drop = (id: number): void => {
    freeRows.push(rowOf.get(id) as number)
    rowOf.delete(id)
  }
  const { procedures, offices } = data.procedures
  const claimByHand = procedures.get('claim_by_hand')
  if (!claimByHand) throw new RangeError('there is no procedure claim_by_hand')
  const variantOf = PLACES.map((place) => {
    const name = place === 'out_of_province' ? place : OUT_OF_AREA.includes(place) ? 'elsewhere_in_province' : 'in_county'
    return Math.max(0, (claimByHand.variants ?? []).findIndex((variant) => variant.id === name))
  })
  const desk = createProcedures({
    procedure: claimByHand, offices, workCalendar: calendar, queueing: settings.mechanisms.offices, persons: insured,
    effects: {
      approved(id) {
        const row = rowOf.get(id) as number
        const values = sumsOf(claims.dischargeYear[row])
        values[SUMS.stayPaid + claims.cell[row]] += claims.fen[row]
        values[SUMS.staysPaid + claims.cell[row]]++
        values[SUMS.claimsApproved]++
        fund.post('claim by hand approved', 'expenditure:inpatient', 'payable:claims', claims.fen[row])
        tell(claims.person[row], today, 'claim.approved', claims.fen[row], {})
      },
      paid(id) {
        payments.payClaim(id, claims.fen[rowOf.get(id) as number])
      },
      returned(id, _minute, paper) {
        const row = rowOf.get(id) as number
        sumsOf(claims.dischargeYear[row])[SUMS.claimsReturned]++
        tell(claims.person[row], today, 'claim.returned', claims.fen[row], { missing: claimByHand.papers[paper].en, missing_zh: claimByHand.papers[paper].zh })
      },
      refused(id, _minute, reason) {
        lost(id, SUMS.claimsRefused, 'claim.refused', { reason })
      },
      givenUp(id) {
        lost(id, SUMS.claimsGivenUp, 'claim.given_up', {})
      },
    },
  })
  const lost = (id: number, cell: number, kind: string, facts: Readonly<Record<string, string | number>>): void => {
    const row = rowOf.get(id) as number
    sumsOf(claims.dischargeYear[row])[cell]++
    tell(claims.person[row], today, kind, claims.fen[row], facts)
    drop(id)
  }

  /** A claim by hand comes from a township. Its number is drawn from who and which stay, so that order plays no part. */
  function submit({ keyA, keyB, person, household, cell, place, dischargeDay, submitDay, fen, occasion }: SubmittedClaim): void {
    const word = draw(keyA, keyB, PURPOSE.claim, occasion)
    let id = (word >>> 0) * 2_097_152 + (secondWord() >>> 11)
    while (rowOf.has(id)) id++
    const row = freeRows.pop() ?? claims.append()
    rowOf.set(id, row)
    claims.person[row] = person
    claims.household[row] = household
    claims.cell[row] = cell
    claims.fen[row] = fen
    claims.dischargeDay[row] = dischargeDay
    claims.dischargeYear[row] = yearOf(dischargeDay)
    tell(person, submitDay, 'claim.submitted', fen, {})
    desk.submit(id, submitDay, keyA, keyB, occasion, dischargeDay, variantOf[place])
  }

  /** The money the first year begins with: premiums paid in the campaign before it, and the reserve. */
  function openBooks(day: Day, reserve: number, inAdvance: readonly number[]): void {
    today = day
    fund.post('opening reserve', 'cash', 'reserve:accumulated', reserve)
    PAYERS.forEach((payer, i) => { fund.post('premiums of the campaign before', 'cash', advance(payer), inAdvance[i]) })
    fund.closeDay(day)
  }

  /** 1 January: premiums paid in advance become income, subsidies fall due. */
  function openYear(year: number, next: FundTerms, enrolled: number, enrolledLastYear: number, newbornPremiums: number): void {
    terms = next
    today = yearStart(year)
    cashDays = 0
    for (const payer of PAYERS) fund.post('premiums of the year', advance(payer), `income:${payer}`, -fund.balance(advance(payer)))
    fund.post('premiums of newborns', 'cash', 'income:individual', newbornPremiums)
    subsidies = [...subsidies, ...subsidyCalendar(next.subsidy, today, enrolled, enrolledLastYear)].sort((a, b) => a.day - b.day)
  }

  function advance(payer: (typeof PAYERS)[number]): Account {
    return `payable:premiums_in_advance_${payer}`
  }

  /** Runs the county's days up to and including `last`. */
  function runUntil(first: Day, last: Day): void {
    for (today = first; today <= last; today++) runDay()
  }

  function runDay(): void {
    const year = yearOf(today)
    const dayOfYear = today - yearStart(year)
    while (subsidies.length > 0 && subsidies[0].day <= today) subsidy(subsidies.shift() as SubsidyEvent)
    PAYERS.forEach((payer, i) => {
      const cell = dayOfYear * PAYERS.length + i
      fund.post('premiums paid in advance', 'cash', advance(payer), premiums[cell])
      premiums[cell] = 0
    })
    fund.post('stays settled at hospitals', 'expenditure:inpatient', 'payable:hospitals', hospitalDue[dayOfYear])
    fund.post('visits settled', 'expenditure:outpatient', 'payable:hospitals', clinicDue[dayOfYear])
    unpaidOfMonth += hospitalDue[dayOfYear] + clinicDue[dayOfYear]
    hospitalDue[dayOfYear] = 0
    clinicDue[dayOfYear] = 0
    desk.runUntil(today)
    if (today === drillDay) fund.drill('fire drill: one fen on one side')
    const monthStart = today === firstOfMonth(today)
    if (monthStart) {
      hospitalsOwed += unpaidOfMonth
      unpaidOfMonth = 0
    }
    if (today - firstOfMonth(today) === terms.hospitalPaymentDay - 1) {
      payments.payHospitals(hospitalsOwed)
      hospitalsOwed = 0
    }
    if (payments.settle()) sumsOf(year)[SUMS.cashShortDays]++
    cashDays += Math.max(0, fund.balance('cash'))
    const yearEnds = dayOfYear === daysInYear(year) - 1
    if (yearEnds) fund.post('interest', 'cash', 'income:interest', Math.floor((cashDays / daysInYear(year)) * terms.interestRate))
    fund.closeDay(today)
    if (monthOf(today + 1) !== monthOf(today)) months.push(monthEnd(year))
  }

  function subsidy(event: SubsidyEvent): void {
    if (event.kind === 'due' && event.fen >= 0) fund.post(`${event.level} subsidy due`, `receivable:${event.level}`, `income:${event.level}`, event.fen)
    else if (event.kind === 'due') fund.post(`${event.level} subsidy due`, `income:${event.level}`, `receivable:${event.level}`, -event.fen)
    else {
      fund.post(`${event.level} subsidy received`, 'cash', `receivable:${event.level}`, event.fen)
      monthReceived += event.fen
    }
  }

  function monthEnd(year: number): Month {
    const receivable = fund.balance('receivable:central') + fund.balance('receivable:province') + fund.balance('receivable:county')
    const sums = {
      cash: fund.balance('cash'),
      payables: -fund.balance('payable:hospitals') - fund.balance('payable:claims'),
      receivables: receivable,
      premiums_in_advance: -PAYERS.reduce((sum, payer) => sum + fund.balance(advance(payer)), 0),
      subsidies_received: monthReceived,
      claims_waiting: desk.openCases() + payments.waitingClaims(),
      claims_paid: monthPaidClaims,
      claim_days_sum: monthPaidDays,
    }
    monthReceived = 0
    monthPaidClaims = 0
    monthPaidDays = 0
    return { year, month: monthOf(today), sums }
  }

  /** 31 December: turnover of the year; the reserve takes the balance. */
  function closeYear(): { turnover: AccountTurnover[]; reserve: number; unpaidApproved: number } {
    const unpaidApproved = -fund.balance('payable:claims')
    const turnover = fund.closeYear(today - 1)
    return { turnover, reserve: -fund.balance('reserve:accumulated'), unpaidApproved }
  }

  /** Premium paid on a day of the year, to be booked when the county comes to it. */
  function premiumPaid(day: number, payer: number, fen: number): void {
    premiums[day * PAYERS.length + payer] += fen
  }

  return { openBooks, openYear, runUntil, closeYear, submit, premiumPaid, hospitalDue, clinicDue, months, openClaims: () => rowOf.size }
}

function firstOfMonth(day: Day): Day {
  let first = day
  while (monthOf(first - 1) === monthOf(day)) first--
  return first
}
