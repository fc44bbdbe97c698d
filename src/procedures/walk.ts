/**
 * One applicant's way through a procedure in working days, without queues: for what changes a person's rights and is decided in the
 * township stage. The same case at the county's offices with nobody waiting takes the same days (a test holds the two together).
 */
import type { Day, WorkCalendar } from '../kernel/calendar.ts'
import type { Circumstance, Procedure } from './data/schema.ts'
import { OPEN_EVERY_DAY } from './offices.ts'
import {
  ALL_MET,
  type CaseKey,
  comesByAgent,
  daysUntilBack,
  firstOf,
  givesUp,
  isFaulty,
  type Plan,
  planOf,
  unfitPapers,
  unmetCondition,
} from './plan.ts'
import { closingFrom, effectiveDay, leavingDay, openingFrom } from './season.ts'

interface WalkInput extends CaseKey {
  /** day on which the applicant sets out */
  readonly start: Day
  readonly calendar: WorkCalendar
  /** last day of the first submission, and of the steps marked `by_deadline`; none given, the procedure's window says it */
  readonly deadline?: Day
  /** index among the procedure's variants */
  readonly variant?: number
  /** what is true of the applicant, one bit each (`circumstancesOf`); left out, every condition is met */
  readonly circumstances?: number
}

type Outcome = 'done' | 'given_up' | 'late' | 'refused'

export interface Walk {
  readonly outcome: Outcome
  /** day of the outcome */
  readonly day: Day
  /** why a case was refused: a condition not met, or a fault found by the review */
  readonly refusedFor?: Circumstance | 'fault'
  /** how often it was sent back, and the paper that was lacking first, by its index */
  readonly returned: number
  /** day on which it was first sent back, -1 when it never was */
  readonly returnedOn: Day
  readonly firstPaper?: number
  /** what else was lacking then, one bit a paper */
  readonly alsoUnfit: number
  /** day on which each step was done for good, -1 for one not reached */
  readonly stepDays: readonly Day[]
  /** day on which the certificate or card is there and counts, -1 without one */
  readonly granted: Day
}

/** Walks one case through the procedure. Throws RangeError for a variant that does not exist. */
export function walkThrough(procedure: Procedure, input: WalkInput): Walk {
  const plan = planOf(procedure)
  const { steps } = procedure
  const { calendar, circumstances = ALL_MET, variant = 0 } = input
  if (!(variant >= 0 && variant < plan.variants)) throw new RangeError(`procedure ${procedure.id} has no variant ${variant}`)
  const way: Way = {
    stepDays: new Array<Day>(steps.length).fill(-1),
    returned: 0,
    returnedOn: -1,
    firstPaper: undefined,
    alsoUnfit: 0,
    granted: -1,
  }
  const setOut = input.deadline === undefined ? openingFrom(procedure.window, input.start) : input.start
  const deadline = input.deadline ?? closingFrom(procedure.window, setOut)
  let day = calendarOf(plan, 0, variant, calendar).nextWorking(setOut)
  const unmet = unmetCondition(plan, circumstances)
  if (unmet) return end(way, 'refused', day, unmet)
  if (setOut > deadline) return end(way, 'late', day)
  const byAgent = comesByAgent(plan, input, circumstances)
  let brought = 0
  let corrected = 0
  for (let at = 0; at < steps.length; ) {
    const unfit = unfitPapers(plan, at, input, brought, byAgent)
    const review = unfit === 0 && !((corrected >> at) & 1) && isFaulty(plan, at, input)
    if (unfit !== 0 || review) {
      if (review && plan.refuses[at]) return end(way, 'refused', day, 'fault')
      if (way.returned++ === 0) way.returnedOn = day
      if (unfit !== 0 && way.firstPaper === undefined) {
        way.firstPaper = firstOf(unfit)
        way.alsoUnfit = unfit & ~(1 << way.firstPaper)
      }
      if (givesUp(plan, at, input, review)) return end(way, 'given_up', day)
      brought |= unfit
      if (review) corrected |= 1 << at
      const away = daysUntilBack(plan, at, input, review)
      at = plan.back[at]
      day = calendarOf(plan, at, variant, calendar).nextWorking(away === 0 ? day : calendar.addWorking(day, away))
      continue
    }
    const open = calendarOf(plan, at, variant, calendar)
    const batches = plan.gathers[at]
    if (batches) day = leavingDay(batches, day, open)
    const days = plan.days[at][variant]
    if (days > 0) day = open.addWorking(day, days)
    if (plan.byDeadline[at] && day > deadline) return end(way, 'late', day)
    way.stepDays[at] = day
    if (plan.grants[at]) way.granted = effectiveDay(steps[at], day)
    at++
    if (at < steps.length) day = calendarOf(plan, at, variant, calendar).nextWorking(day)
  }
  return end(way, 'done', day)
}

/** What is known of a walk on its way. */
interface Way {
  readonly stepDays: Day[]
  returned: number
  returnedOn: Day
  firstPaper: number | undefined
  alsoUnfit: number
  granted: Day
}

function end(
  { stepDays, returned, returnedOn, firstPaper, alsoUnfit, granted }: Way,
  outcome: Outcome,
  day: Day,
  refusedFor?: Walk['refusedFor'],
): Walk {
  return { outcome, day, refusedFor, returned, returnedOn, firstPaper, alsoUnfit, stepDays, granted: outcome === 'done' ? granted : -1 }
}

function calendarOf(plan: Plan, at: number, variant: number, calendar: WorkCalendar): WorkCalendar {
  return plan.everyDay[at][variant] ? OPEN_EVERY_DAY : calendar
}
