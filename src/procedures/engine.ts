/**
 * Runs the procedures of a county at their offices: cases come in, wait for staff, are checked, sent back, gathered, approved, paid.
 * What a procedure is stands in data/procedures/*.yaml; nothing here knows of claims or enrolments.
 *
 * One step: the office's staff time, then the check of papers and the review, then the batch, then the fixed working days, then the effect.
 * An office names everything that is missing at once (一次性告知), so the applicant comes back with all of it.
 * Events run by (minute, case id); a case has one event at a time, so the order of submission never matters.
 */
import { type Day, formatDay, type WorkCalendar } from '../kernel/calendar.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import { draw, share } from '../kernel/random.ts'
import { createTimeline } from '../kernel/timeline.ts'
import { caseTable, type ProcedureEffects, type RefusalReason, type Submission } from './case.ts'
import type { OfficeLoad } from './counter.ts'
import { createCounters, type PlaceOfWork } from './counters.ts'
import type { Office, Procedure, Step } from './data/schema.ts'
import { MINUTES_PER_DAY, openMinuteOfDay } from './offices.ts'
import * as luck from './plan.ts'
import { PURPOSE } from './purposes.ts'
import { lastDayFor, leavingDay, openingFrom } from './season.ts'
import { createWorkload, PIECE_OF_WORK } from './workload.ts'

export interface ProceduresInput {
  readonly procedures: readonly Procedure[]
  readonly offices: readonly Office[]
  readonly workCalendar: WorkCalendar
  /** false: nobody waits and staff time is nothing; steps take their fixed working days only */
  readonly queueing: boolean
  readonly effects: ProcedureEffects
}

export interface CountyProcedures {
  /** Empties the offices for a county of so many insured persons, whom the staff follows. Nothing may be submitted before. */
  begin(persons: number): void
  /** Throws InvariantBroken for a day already run, RangeError for an unknown procedure or variant. Not to be called from an effect. */
  submit(submission: Submission): void
  /** Staff time of a day without a case: forms reviewed, lists entered. `procedure` chooses the window. Same rules as `submit`. */
  load(office: string, day: Day, minutes: number, procedure?: string): void
  /** Everything up to the end of `day`, in order of time. */
  runUntil(day: Day): void
  /** cases submitted and not yet paid, refused, given up or otherwise finished */
  openCases(): number
  loads(): OfficeLoad[]
}

/** What happens to a case at its next event. */
const ARRIVES = 0
const STAFF_DONE = 1
const DAYS_OVER = 2

const ORDINARY = [{ id: '' }]
const NEVER = 0x7fffffff
const MAX_STEPS = 16
/** Items below 0 on the timeline are no cases: from -BATCHES down batches that leave, the others pieces of work. */
const WORK_CELLS = PIECE_OF_WORK + 1
const BATCHES = 0x100000000

/** The procedures at the offices of one county, which they share. Throws RangeError when a step's office is not among `offices`. */
export function createProcedures(input: ProceduresInput): CountyProcedures {
  const { workCalendar, queueing, effects } = input
  const { places, counterFor, loads, begin: openCounters } = createCounters(input.offices, workCalendar)
  const plans = input.procedures.map(luck.planOf)
  const numberOf = new Map(input.procedures.map(({ id }, i) => [id, i]))
  const counters = input.procedures.map(({ id, steps, variants = ORDINARY }) =>
    variants.map((variant) => steps.map((step) => counterFor(step.office_by_variant?.[variant.id] ?? step.office, id))),
  )
  const queuedAt = new Set(counters.flat(2))
  const counterOf = (row: number, step: number): PlaceOfWork => counters[cases.plan[row]][cases.variant[row]][step]

  const cases = caseTable()
  const freeRows: number[] = []
  const timeline = createTimeline()
  /** rows that wait in a batch, by procedure and step */
  const batches = new Map<number, number[]>()
  const workload = createWorkload((minute, place, work) => timeline.add(minute, -1, -(place * WORK_CELLS + work)))
  let open = 0
  let ranUntil = Number.NEGATIVE_INFINITY

  const schedule = (row: number, next: number, minute: number): void => {
    cases.next[row] = next
    timeline.add(minute, cases.id[row], row)
  }
  const close = (row: number): void => {
    open--
    freeRows.push(row)
  }
  /** A visit on a working day: every open minute of the office is equally likely. */
  const visitMinute = (day: Day, { hours, calendar }: PlaceOfWork, word: number): number =>
    calendar.nextWorking(day) * MINUTES_PER_DAY + openMinuteOfDay(hours, Math.floor(share(word) * hours.minutes))

  const refuse = (row: number, minute: number, reason: RefusalReason): void => {
    close(row)
    effects.refused(cases.subject[row], minute, reason, plans[cases.plan[row]].procedure)
  }

  const arrive = (row: number, minute: number): void => {
    const plan = plans[cases.plan[row]]
    const unmet = luck.unmetCondition(plan, cases.circumstances[row])
    if (unmet || cases.late[row] === 1) {
      refuse(row, minute, unmet ?? 'late')
      return
    }
    const step = cases.step[row]
    const staffTime = plan.minutes[step] + Math.round(plan.minutesEach[step] * cases.entries[row])
    const done = queueing ? counterOf(row, step).serve(minute, staffTime) : minute
    if (done === minute) staffDone(row, minute)
    else schedule(row, STAFF_DONE, done)
  }

  const staffDone = (row: number, minute: number): void => {
    const plan = plans[cases.plan[row]]
    const step = cases.step[row]
    const keyA = cases.keyA[row]
    const keyB = cases.keyB[row]
    const occasion = cases.occasion[row]
    const unfit = luck.unfitPapers(plan, step, keyA, keyB, occasion, cases.brought[row], cases.byAgent[row] === 1)
    const review = unfit === 0 && !((cases.corrected[row] >> step) & 1) && luck.isFaulty(plan, step, keyA, keyB, occasion)
    if (review && plan.refuses[step]) refuse(row, minute, 'fault')
    else if (unfit !== 0 || review) sendBack(row, minute, plan, step, unfit)
    else {
      const { gathers } = plan.procedure.steps[step]
      if (gathers) gather(row, minute, step, gathers)
      else settleIn(row, minute, plan, step)
    }
  }

  const sendBack = (row: number, minute: number, plan: luck.Plan, step: number, unfit: number): void => {
    const subject = cases.subject[row]
    const keyA = cases.keyA[row]
    const keyB = cases.keyB[row]
    const occasion = cases.occasion[row]
    const { procedure } = plan
    if (!procedure.steps[step].on_fault)
      throw new InvariantBroken(
        'procedure.returned',
        Math.floor(minute / MINUTES_PER_DAY),
        `step ${procedure.steps[step].id} has no on_fault`,
      )
    const back = plan.back[step]
    const review = unfit === 0
    const paper = review ? -1 : luck.firstOf(unfit)
    effects.returned(subject, minute, paper, !review && luck.isWrongKind(plan, paper, { keyA, keyB, occasion }), procedure, step)
    if (luck.givesUp(plan, step, keyA, keyB, occasion, review)) {
      close(row)
      effects.givenUp(subject, minute, procedure)
      return
    }
    if (review) cases.corrected[row] |= 1 << step
    else cases.brought[row] |= unfit
    cases.step[row] = back
    const away = luck.daysUntilBack(plan, step, keyA, keyB, occasion, review)
    const today = Math.floor(minute / MINUTES_PER_DAY)
    const backOn = away === 0 ? today : workCalendar.addWorking(today, away)
    const visit = visitMinute(backOn, counterOf(row, back), luck.minuteWord())
    // back the same day means after the notice, not before it
    schedule(row, ARRIVES, Math.max(visit, minute))
  }

  const gather = (row: number, minute: number, step: number, gathers: NonNullable<Step['gathers']>): void => {
    const number = cases.plan[row] * MAX_STEPS + step
    const batch = batches.get(number) ?? []
    batches.set(number, batch)
    batch.push(row)
    if (gathers.full && batch.length >= gathers.full.value) leave(number, minute)
    else if (batch.length === 1) {
      const { calendar } = counterOf(row, step)
      const day = leavingDay(gathers.until.value, Math.floor(minute / MINUTES_PER_DAY), calendar)
      timeline.add(day * MINUTES_PER_DAY + MINUTES_PER_DAY - 1, -1, -BATCHES - number)
    }
  }

  /** A batch goes on; one that was full before its date finds nobody then. */
  const leave = (number: number, minute: number): void => {
    const batch = batches.get(number) ?? []
    batches.delete(number)
    for (const row of batch) settleIn(row, minute, plans[cases.plan[row]], cases.step[row])
  }

  const uncommon = (item: number, minute: number): void => {
    if (item >= BATCHES) leave(item - BATCHES, minute)
    else places[Math.floor(item / WORK_CELLS)].serve(minute, item % WORK_CELLS)
  }

  /** The fixed working days begin. */
  const settleIn = (row: number, minute: number, plan: luck.Plan, step: number): void => {
    const days = plan.days[step][cases.variant[row]]
    if (days === 0) {
      daysOver(row, minute)
      return
    }
    const today = Math.floor(minute / MINUTES_PER_DAY)
    const done = counterOf(row, step).calendar.addWorking(today, days)
    schedule(row, DAYS_OVER, minute + (done - today) * MINUTES_PER_DAY)
  }

  const daysOver = (row: number, minute: number): void => {
    const { procedure } = plans[cases.plan[row]]
    const at = cases.step[row]
    const step = procedure.steps[at]
    if (step.by_deadline && minute >= (cases.lastDay[row] + 1) * MINUTES_PER_DAY) {
      refuse(row, minute, 'late')
      return
    }
    const last = at === procedure.steps.length - 1
    if (last) close(row)
    if (step.effect !== 'none') effects.took(step.effect, cases.subject[row], minute, procedure, at)
    if (last) return
    cases.step[row] = at + 1
    const { calendar, hours } = counterOf(row, at + 1)
    const today = Math.floor(minute / MINUTES_PER_DAY)
    // goes straight on: queued again at (minute, id) it would be the very next event, since nothing smaller is left
    if (calendar.isWorking(today)) arrive(row, minute)
    else schedule(row, ARRIVES, calendar.nextWorking(today) * MINUTES_PER_DAY + openMinuteOfDay(hours, 0))
  }

  const refusePast = (day: Day, what: string): never => {
    throw new InvariantBroken('procedure.submitted', day, `${what} comes after ${formatDay(ranUntil)} was run`)
  }

  return {
    begin(persons) {
      openCounters(persons)
      cases.length = 0
      freeRows.length = 0
      timeline.clear()
      batches.clear()
      workload.begin()
      open = 0
      ranUntil = Number.NEGATIVE_INFINITY
    },
    submit(submission) {
      const { caseId, procedure, day, keyA, keyB, occasion } = submission
      const { since = day, variant = 0, circumstances = luck.ALL_MET } = submission
      if (day <= ranUntil) refusePast(day, `case ${caseId}`)
      const number = numberOf.get(procedure)
      if (number === undefined) throw new RangeError(`there is no procedure ${procedure}`)
      const plan = plans[number]
      if (!(variant >= 0 && variant < plan.variants)) throw new RangeError(`procedure ${procedure} has no variant ${variant}`)
      const setOut = submission.lastDay === undefined ? openingFrom(plan.procedure.window, day) : day
      const lastDay = Math.min(NEVER, submission.lastDay ?? lastDayFor(plan.procedure, setOut, since))
      const row = freeRows.pop() ?? cases.append()
      cases.id[row] = caseId
      cases.subject[row] = submission.subject ?? -1
      cases.keyA[row] = keyA
      cases.keyB[row] = keyB
      cases.occasion[row] = occasion
      cases.brought[row] = 0
      cases.corrected[row] = 0
      cases.entries[row] = submission.entries ?? 0
      cases.lastDay[row] = lastDay
      cases.circumstances[row] = circumstances
      cases.plan[row] = number
      cases.step[row] = 0
      cases.variant[row] = variant
      cases.late[row] = setOut > lastDay ? 1 : 0
      cases.byAgent[row] = luck.comesByAgent(plan, submission, circumstances) ? 1 : 0
      open++
      schedule(
        row,
        ARRIVES,
        visitMinute(setOut, counters[number][variant][0], draw(keyA, keyB, PURPOSE.firstVisit + plan.offset, occasion)),
      )
    },
    load(office, day, minutes, procedure = '') {
      if (day <= ranUntil) refusePast(day, `work for ${office}`)
      const place = counterFor(office, procedure)
      // where no case of ours comes nobody would wait: the work is noted and that is all
      if (queueing && queuedAt.has(place)) workload.announce(place, day, minutes)
      else place.note(minutes)
    },
    runUntil(day) {
      const end = (day + 1) * MINUTES_PER_DAY
      workload.spread(day)
      for (let minute = timeline.nextMinute(); minute < end; minute = timeline.nextMinute()) {
        const item = timeline.take()
        if (item < 0) uncommon(-item, minute)
        else if (cases.next[item] === ARRIVES) arrive(item, minute)
        else if (cases.next[item] === STAFF_DONE) staffDone(item, minute)
        else daysOver(item, minute)
      }
      ranUntil = Math.max(ranUntil, day)
    },
    openCases: () => open,
    loads,
  }
}
