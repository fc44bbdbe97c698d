/**
 * Runs one procedure for a county: cases come in, wait for staff, are checked, sent back, approved, paid.
 * What a procedure is stands in data/procedures/*.yaml; nothing here knows of claims or enrolments.
 *
 * One step: the office's staff time, then the check of papers, then the fixed working days, then the effect.
 * An office names everything that is missing at once (一次性告知), so the applicant comes back with all of it.
 * Events run by (minute, case id); a case has one event at a time, so the order of submission never matters.
 */
import type { Day, WorkCalendar } from '../kernel/calendar.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { growable } from '../kernel/table.ts'
import { createTimeline } from '../kernel/timeline.ts'
import { createCounter, MINUTES_PER_DAY, type OfficeLoad, openingHours, openMinuteOfDay, staffOf } from './offices.ts'
import { PURPOSE } from './purposes.ts'
import type { Office, Procedure } from './schema.ts'

export type RefusalReason = 'late'

/** What the rest of the county hears. Minutes count from 2000-01-01 00:00; day = floor(minute / 1440). */
export interface ProcedureEffects {
  approved(caseId: number, minute: number): void
  paid(caseId: number, minute: number): void
  /** `paper` is the first missing one, by its index in the procedure's list */
  returned(caseId: number, minute: number, paper: number): void
  refused(caseId: number, minute: number, reason: RefusalReason): void
  givenUp(caseId: number, minute: number): void
  stepDone?(caseId: number, step: number, minute: number): void
}

export interface ProceduresInput {
  readonly procedure: Procedure
  readonly offices: readonly Office[]
  readonly workCalendar: WorkCalendar
  /** false: nobody waits and staff time is nothing; steps take their fixed working days only */
  readonly queueing: boolean
  /** insured persons of the county; the staff follows them */
  readonly persons: number
  readonly effects: ProcedureEffects
}

export interface CountyProcedure {
  /**
   * A case set out on `day`; it reaches the office at a drawn minute of that day or, if closed, of the next working day.
   * `caseId`: unique and stable, it breaks ties. `keyA, keyB, occasion`: the keys of the applicant and this case for `draw`.
   * `since`: day of the event the deadline counts from (discharge). `variant`: index among the procedure's variants.
   * Throws InvariantBroken for a day that was already run, RangeError for a variant that does not exist.
   * Not to be called from an effect.
   */
  submit(caseId: number, day: Day, keyA: number, keyB: number, occasion: number, since?: Day, variant?: number): void
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

/** One procedure at the offices of one county. Throws RangeError when a step's office is not among `offices`. */
export function createProcedures(input: ProceduresInput): CountyProcedure {
  const { procedure, workCalendar, queueing, effects } = input
  const { steps, papers, deadline } = procedure
  const variants = procedure.variants ?? []

  const counters = new Map(
    input.offices.map((office) => {
      const hours = openingHours(office.hours)
      return [office.id, { hours, ...createCounter(office.id, staffOf(office, input.persons), hours, workCalendar) }]
    }),
  )
  const stepCounters = steps.map((step) => {
    const counter = counters.get(step.office)
    if (!counter) throw new RangeError(`procedure ${procedure.id}: there is no office ${step.office}`)
    return counter
  })
  const stepPapers = steps.map((step) => (step.checks ?? []).map((id) => papers.findIndex((paper) => paper.id === id)))
  const missingShare = Float64Array.from(papers, (paper) => paper.missing.value)
  const stepMinutes = Int32Array.from(steps, (step) => step.minutes.value)
  const stepBack = steps.map((step) => steps.findIndex((other) => other.id === step.on_fault?.back_to))
  const stepDays = steps.map((step) => {
    const ordinary = step.working_days.value
    return variants.length === 0 ? [ordinary] : variants.map((variant) => step.working_days_by_variant?.[variant.id]?.value ?? ordinary)
  })

  const cases = growable(256, {
    id: Float64Array,
    keyA: Int32Array,
    keyB: Int32Array,
    occasion: Int32Array,
    /** papers brought after a return, one bit each */
    brought: Int32Array,
    step: Uint8Array,
    next: Uint8Array,
    variant: Uint8Array,
    late: Uint8Array,
  })
  const freeRows: number[] = []
  const timeline = createTimeline()
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
  const visitMinute = (day: Day, step: number, word: number): number => {
    const { hours } = stepCounters[step]
    return day * MINUTES_PER_DAY + openMinuteOfDay(hours, Math.floor(share(word) * hours.minutes))
  }

  const arrive = (row: number, minute: number): void => {
    if (cases.late[row] === 1) {
      close(row)
      effects.refused(cases.id[row], minute, 'late')
      return
    }
    const step = cases.step[row]
    const done = queueing ? stepCounters[step].serve(minute, stepMinutes[step]) : minute
    if (done === minute) staffDone(row, minute)
    else schedule(row, STAFF_DONE, done)
  }

  /** The papers this step asks for and the applicant has not got, one bit each. */
  const missingPapers = (row: number): number => {
    const asked = stepPapers[cases.step[row]]
    if (asked.length === 0) return 0
    const [keyA, keyB, occasion, brought] = [cases.keyA[row], cases.keyB[row], cases.occasion[row], cases.brought[row]]
    let missing = 0
    for (const paper of asked) {
      if ((brought >> paper) & 1) continue
      if (share(draw(keyA, keyB, PURPOSE.paperMissing + paper, occasion)) < missingShare[paper]) missing |= 1 << paper
    }
    return missing
  }

  const sendBack = (row: number, minute: number, missing: number): void => {
    const [step, id] = [cases.step[row], cases.id[row]]
    const { keyA, keyB, occasion } = cases
    const fault = steps[step].on_fault
    if (!fault)
      throw new InvariantBroken('procedure.returned', Math.floor(minute / MINUTES_PER_DAY), `step ${steps[step].id} has no on_fault`)
    effects.returned(id, minute, 31 - Math.clz32(missing & -missing))
    if (share(draw(keyA[row], keyB[row], PURPOSE.givesUp + step, occasion[row])) < fault.give_up.value) {
      close(row)
      effects.givenUp(id, minute)
      return
    }
    const [first, last] = fault.after.value
    const daysAway = first + Math.floor(share(draw(keyA[row], keyB[row], PURPOSE.comesBack + step, occasion[row])) * (last - first + 1))
    const word = secondWord()
    cases.brought[row] |= missing
    cases.step[row] = stepBack[step]
    const today = Math.floor(minute / MINUTES_PER_DAY)
    const visit = visitMinute(workCalendar.addWorking(today, daysAway), stepBack[step], word)
    // back the same day means after the notice, not before it
    schedule(row, ARRIVES, Math.max(visit, minute))
  }

  const staffDone = (row: number, minute: number): void => {
    const missing = missingPapers(row)
    const days = stepDays[cases.step[row]][cases.variant[row]]
    if (missing !== 0) sendBack(row, minute, missing)
    else if (days === 0) daysOver(row, minute)
    else {
      const today = Math.floor(minute / MINUTES_PER_DAY)
      schedule(row, DAYS_OVER, minute + (workCalendar.addWorking(today, days) - today) * MINUTES_PER_DAY)
    }
  }

  const daysOver = (row: number, minute: number): void => {
    const [step, id] = [cases.step[row], cases.id[row]]
    const last = step === steps.length - 1
    if (last) close(row)
    effects.stepDone?.(id, step, minute)
    if (steps[step].effect === 'approve') effects.approved(id, minute)
    else if (steps[step].effect === 'pay') effects.paid(id, minute)
    if (last) return
    // goes straight on: queued again at (minute, id) it would be the very next event, since nothing smaller is left
    cases.step[row] = step + 1
    arrive(row, minute)
  }

  return {
    submit(caseId, day, keyA, keyB, occasion, since = day, variant = 0) {
      if (day <= ranUntil) throw new InvariantBroken('procedure.submitted', day, `case ${caseId} comes after day ${ranUntil} was run`)
      if (!(variant >= 0 && variant < stepDays[0].length)) throw new RangeError(`procedure ${procedure.id} has no variant ${variant}`)
      const row = freeRows.pop() ?? cases.append()
      cases.id[row] = caseId
      cases.keyA[row] = keyA
      cases.keyB[row] = keyB
      cases.occasion[row] = occasion
      cases.brought[row] = 0
      cases.step[row] = 0
      cases.variant[row] = variant
      cases.late[row] = deadline !== undefined && day > since + deadline.value ? 1 : 0
      open++
      const word = draw(keyA, keyB, PURPOSE.firstVisit, occasion)
      schedule(row, ARRIVES, visitMinute(workCalendar.nextWorking(day), 0, word))
    },
    runUntil(day) {
      const end = (day + 1) * MINUTES_PER_DAY
      for (let minute = timeline.nextMinute(); minute < end; minute = timeline.nextMinute()) {
        const row = timeline.take()
        const next = cases.next[row]
        if (next === ARRIVES) arrive(row, minute)
        else if (next === STAFF_DONE) staffDone(row, minute)
        else daysOver(row, minute)
      }
      ranUntil = Math.max(ranUntil, day)
    },
    openCases: () => open,
    loads: () => [...counters.values()].map((counter) => counter.load()),
  }
}
