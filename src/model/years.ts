/**
 * 年度 The years of a county, one after the other. The order of a scheme year: townships to 30 September, county to 30 September, the
 * campaign for next year, townships to 31 December, the county's close.
 */
import { yearStart } from '../kernel/calendar.ts'
import { InputFaults } from '../kernel/errors.ts'
import { fenOf } from '../kernel/money.ts'
import type { BudgetRule } from '../scheme/fund/budget-year.ts'
import type { AccountTurnover } from '../scheme/fund/ledger.ts'
import { openingReserve } from '../scheme/fund/terms.ts'
import type { Treasury } from '../scheme/fund/treasury.ts'
import type { YearClose } from '../scheme/fund/year-close.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import type { Terms, YearTerms } from '../scheme/year-terms.ts'
import type { Stage } from './stage.ts'

/** Open claims run off, unreported, until the last is finished. Desks that need longer than this are too few for the scenario. */
const RUN_OFF_YEARS = 60

interface Running {
  readonly stage: Stage
  readonly settings: ModelSettings
  readonly terms: Terms
  readonly budget: BudgetRule
  readonly progress?: (share: number) => void
}

interface ReportedYear {
  readonly year: number
  readonly close: YearClose
  readonly facts: Readonly<Record<string, number>>
}

/** What the books say was paid for stays and visits, and what was recovered from hospitals, fen. */
export interface Booked {
  benefits: number
  recovered: number
}

/** Runs the years of a county in their order; what is returned of them is reported. */
export function runYears({ stage, settings, terms, budget, progress }: Running) {
  const { treasury } = stage
  const [reported, last] = settings.years
  const first = reported - settings.burnInYears
  const closes: ReportedYear[] = []
  const booked: Booked = { benefits: 0, recovered: 0 }
  let personYears = 0
  let enrolledLastYear: number | undefined
  const advance = stage.firstCampaign(first, terms.firstCampaign(first))
  for (let year = first; year <= last; year++) {
    const now = budget.moved(terms.of(year))
    const opened = stage.openYear(now)
    personYears += opened.population
    if (year === first) treasury.openBooks(now.start, openingReserve(stage.expected(now.fund), opened.enrolled), advance)
    const { enrolled, newbornPremiums } = opened
    treasury.openYear({ year, enrolled, enrolledLastYear: enrolledLastYear ?? enrolled, newbornPremiums }, now.fund)
    enrolledLastYear = enrolled
    runYear(stage, now)
    const close = treasury.closeYear()
    book(close.turnover, booked)
    if (settings.mechanisms.budget_rule && year < last)
      budget.close(terms.of(year), stage.expected(terms.of(year + 1).fund), stage.county.sums.values, opened.enrolled)
    const facts = { subsidy_standard: fenOf(now.fund.subsidy.standard), premium_standard: fenOf(now.fund.premium) }
    if (year >= reported) closes.push({ year, facts, close })
    progress?.((year - first + 1) / (last - first + 1))
  }
  runOff(treasury, last, booked)
  return { closes, personYears, booked }
}

function runYear(stage: Stage, now: YearTerms): void {
  const { treasury } = stage
  const pause = now.campaign.experienceUntil + 1
  stage.townships.run(0, pause)
  treasury.runUntil(now.start, now.start + pause - 1)
  stage.campaign(now.year + 1, now.campaign)
  stage.townships.run(pause, now.days)
  treasury.runUntil(now.start + pause, now.start + now.days - 1)
  stage.closeYear(now)
}

/** Open claims of the last year are worked off, and its year of cover is settled with the insurer. */
function runOff(treasury: Treasury, last: number, booked: Booked): void {
  treasury.runOff()
  for (let year = last + 1; year <= last + RUN_OFF_YEARS && treasury.openClaims() > 0; year++) {
    treasury.runUntil(yearStart(year), yearStart(year + 1) - 1)
    book(treasury.closeYear().turnover, booked)
  }
  if (treasury.openClaims() === 0) return
  const message = `${treasury.openClaims()} manual claims are still open ${RUN_OFF_YEARS} years after ${last}: the desks cannot work them off`
  const expected = 'fewer manual claims (claims.card_share.*), or mechanisms: offices: off'
  throw new InputFaults([{ code: 'desks-overloaded', file: 'scenario', message, expected }])
}

function book(turnover: readonly AccountTurnover[], booked: Booked): void {
  for (const { account, debitFen, creditFen } of turnover) {
    if (account === 'expenditure:inpatient' || account === 'expenditure:outpatient') booked.benefits += debitFen - creditFen
    if (account === 'receivable:recoveries') booked.recovered += debitFen
  }
}
