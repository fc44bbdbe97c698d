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
import { share } from '../kernel/random.ts'
import { Timeline } from '../kernel/timeline.ts'
import { caseTable, openCase, type ProcedureEffects, type RefusalReason, type Submission } from './case.ts'
import type { Counter, OfficeLoad } from './counter.ts'
import { Counters } from './counters.ts'
import type { Office, Procedure, Step } from './data/schema.ts'
import { MINUTES_PER_DAY, openMinuteOfDay } from './offices.ts'
import * as luck from './plan.ts'
import { lastDayFor, leavingDay, openingFrom } from './season.ts'
import { PIECE_OF_WORK, type TakePiece, Workload } from './workload.ts'

interface ProceduresInput {
  readonly procedures: readonly Procedure[]
  readonly offices: readonly Office[]
  readonly workCalendar: WorkCalendar
  /** insured, whom the staff follows */
  readonly persons: number
  /** false: nobody waits and staff time is nothing; steps take their fixed working days only */
  readonly queueing: boolean
  readonly effects: ProcedureEffects
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
export class CountyProcedures {
  readonly #calendar: WorkCalendar
  readonly #queueing: boolean
  readonly #effects: ProcedureEffects
  readonly #offices: Counters
  readonly #plans: readonly luck.Plan[]
  readonly #numberOf: ReadonlyMap<string, number>
  /** by procedure, variant and step */
  readonly #counters: readonly (readonly (readonly Counter[])[])[]
  readonly #queuedAt: ReadonlySet<Counter>
  readonly #cases = caseTable()
  readonly #freeRows: number[] = []
  readonly #timeline = new Timeline()
  /** rows that wait in a batch, by procedure and step */
  readonly #batches = new Map<number, number[]>()
  readonly #workload = new Workload()
  #open = 0
  #ranUntil = Number.NEGATIVE_INFINITY

  constructor({ procedures, offices, workCalendar, persons, queueing, effects }: ProceduresInput) {
    this.#calendar = workCalendar
    this.#queueing = queueing
    this.#effects = effects
    this.#offices = new Counters(offices, workCalendar, persons)
    this.#plans = procedures.map(luck.planOf)
    this.#numberOf = new Map(procedures.map(({ id }, i) => [id, i]))
    const placeOf = (procedure: string, step: Step, variant: string) =>
      this.#offices.placeFor(step.office_by_variant?.[variant] ?? step.office, procedure)
    this.#counters = procedures.map(({ id, steps, variants = ORDINARY }) =>
      variants.map((variant) => steps.map((step) => placeOf(id, step, variant.id))),
    )
    this.#queuedAt = new Set(this.#counters.flat(2))
  }

  /** Throws InvariantBroken for a day already run, RangeError for an unknown procedure or variant. Not to be called from an effect. */
  submit(submission: Submission): void {
    const { caseId, procedure, day, since = day, variant = 0, circumstances = luck.ALL_MET } = submission
    if (day <= this.#ranUntil) this.#refusePast(day, `case ${caseId}`)
    const number = this.#numberOf.get(procedure)
    if (number === undefined) throw new RangeError(`there is no procedure ${procedure}`)
    const plan = this.#plans[number]
    if (!(variant >= 0 && variant < plan.variants)) throw new RangeError(`procedure ${procedure} has no variant ${variant}`)
    const setOut = submission.lastDay === undefined ? openingFrom(plan.procedure.window, day) : day
    const lastDay = Math.min(NEVER, submission.lastDay ?? lastDayFor(plan.procedure, setOut, since))
    const cases = this.#cases
    const row = this.#freeRows.pop() ?? cases.append()
    openCase(cases, row, submission)
    cases.plan[row] = number
    cases.lastDay[row] = lastDay
    cases.late[row] = setOut > lastDay ? 1 : 0
    cases.circumstances[row] = circumstances
    cases.byAgent[row] = luck.comesByAgent(plan, submission, circumstances) ? 1 : 0
    this.#open++
    this.#schedule(row, ARRIVES, visitMinute(setOut, this.#counters[number][variant][0], luck.wordOfVisit(plan, submission)))
  }

  /** Staff time of a day without a case: forms reviewed, lists entered. `procedure` chooses the window. Same rules as `submit`. */
  load(office: string, day: Day, minutes: number, procedure = ''): void {
    if (day <= this.#ranUntil) this.#refusePast(day, `work for ${office}`)
    const place = this.#offices.placeFor(office, procedure)
    // where no case of ours comes nobody would wait: the work is noted and that is all
    if (this.#queueing && this.#queuedAt.has(place)) this.#workload.announce(place, day, minutes)
    else place.note(minutes)
  }

  /** Everything up to the end of `day`, in order of time. */
  runUntil(day: Day): void {
    const timeline = this.#timeline
    const end = (day + 1) * MINUTES_PER_DAY
    this.#workload.spread(day, this.#takePiece)
    for (let minute = timeline.nextMinute(); minute < end; minute = timeline.nextMinute()) {
      const item = timeline.take()
      if (item < 0) this.#uncommon(-item, minute)
      else if (this.#cases.next[item] === ARRIVES) this.#arrive(item, minute)
      else if (this.#cases.next[item] === STAFF_DONE) this.#staffDone(item, minute)
      else this.#daysOver(item, minute)
    }
    this.#ranUntil = Math.max(this.#ranUntil, day)
  }

  /** cases submitted and not yet paid, refused, given up or otherwise finished */
  openCases(): number {
    return this.#open
  }

  loads(): OfficeLoad[] {
    return this.#offices.loads()
  }

  #arrive(row: number, minute: number): void {
    const cases = this.#cases
    const plan = this.#plans[cases.plan[row]]
    const unmet = luck.unmetCondition(plan, cases.circumstances[row])
    if (unmet || cases.late[row] === 1) {
      this.#refuse(row, minute, unmet ?? 'late')
      return
    }
    const step = cases.step[row]
    const staffTime = plan.minutes[step] + Math.round(plan.minutesEach[step] * cases.entries[row])
    const done = this.#queueing ? this.#counterOf(row, step).serve(minute, staffTime) : minute
    if (done === minute) this.#staffDone(row, minute)
    else this.#schedule(row, STAFF_DONE, done)
  }

  #staffDone(row: number, minute: number): void {
    const cases = this.#cases
    const plan = this.#plans[cases.plan[row]]
    const step = cases.step[row]
    const key = this.#keyOf(row)
    const unfit = luck.unfitPapers(plan, step, key, cases.brought[row], cases.byAgent[row] === 1)
    const review = unfit === 0 && !((cases.corrected[row] >> step) & 1) && luck.isFaulty(plan, step, key)
    if (review && plan.refuses[step]) this.#refuse(row, minute, 'fault')
    else if (unfit !== 0 || review) this.#sendBack(row, minute, unfit)
    else {
      const { gathers } = plan.procedure.steps[step]
      if (gathers) this.#gather(row, minute, gathers)
      else this.#settleIn(row, minute)
    }
  }

  /** `unfit`: papers, one bit each; none, the review has found a fault. */
  #sendBack(row: number, minute: number, unfit: number): void {
    const cases = this.#cases
    const plan = this.#plans[cases.plan[row]]
    const { procedure } = plan
    const step = cases.step[row]
    const subject = cases.subject[row]
    const today = Math.floor(minute / MINUTES_PER_DAY)
    if (!procedure.steps[step].on_fault)
      throw new InvariantBroken('procedure.returned', today, `step ${procedure.steps[step].id} has no on_fault`)
    const key = this.#keyOf(row)
    const review = unfit === 0
    const paper = review ? -1 : luck.firstOf(unfit)
    const wrongKind = !review && luck.isWrongKind(plan, paper, key)
    this.#effects.returned(subject, minute, { paper, wrongKind, also: review ? 0 : unfit & ~(1 << paper) }, procedure, step)
    if (luck.givesUp(plan, step, key, review)) {
      this.#close(row)
      this.#effects.givenUp(subject, minute, procedure)
      return
    }
    if (review) cases.corrected[row] |= 1 << step
    else cases.brought[row] |= unfit
    const back = plan.back[step]
    cases.step[row] = back
    const away = luck.daysUntilBack(plan, step, key, review)
    const backOn = away === 0 ? today : this.#calendar.addWorking(today, away)
    const visit = visitMinute(backOn, this.#counterOf(row, back), luck.wordOfReturn(plan, step, key, review))
    // back the same day means after the notice, not before it
    this.#schedule(row, ARRIVES, Math.max(visit, minute))
  }

  #gather(row: number, minute: number, gathers: NonNullable<Step['gathers']>): void {
    const step = this.#cases.step[row]
    const number = this.#cases.plan[row] * MAX_STEPS + step
    const batch = this.#batches.get(number) ?? []
    this.#batches.set(number, batch)
    batch.push(row)
    if (gathers.full && batch.length >= gathers.full.value) this.#leave(number, minute)
    else if (batch.length === 1) {
      const day = leavingDay(gathers.until.value, Math.floor(minute / MINUTES_PER_DAY), this.#counterOf(row, step).calendar)
      this.#timeline.add(day * MINUTES_PER_DAY + MINUTES_PER_DAY - 1, -1, -BATCHES - number)
    }
  }

  /** A batch goes on; one that was full before its date finds nobody then. */
  #leave(number: number, minute: number): void {
    const batch = this.#batches.get(number) ?? []
    this.#batches.delete(number)
    for (const row of batch) this.#settleIn(row, minute)
  }

  readonly #takePiece: TakePiece = (minute, place, work) =>
    this.#timeline.add(minute, -1, -(this.#offices.places.indexOf(place) * WORK_CELLS + work))

  #uncommon(item: number, minute: number): void {
    if (item >= BATCHES) this.#leave(item - BATCHES, minute)
    else this.#offices.places[Math.floor(item / WORK_CELLS)].serve(minute, item % WORK_CELLS)
  }

  /** The fixed working days begin. */
  #settleIn(row: number, minute: number): void {
    const step = this.#cases.step[row]
    const days = this.#plans[this.#cases.plan[row]].days[step][this.#cases.variant[row]]
    if (days === 0) {
      this.#daysOver(row, minute)
      return
    }
    const today = Math.floor(minute / MINUTES_PER_DAY)
    const done = this.#counterOf(row, step).calendar.addWorking(today, days)
    this.#schedule(row, DAYS_OVER, minute + (done - today) * MINUTES_PER_DAY)
  }

  #daysOver(row: number, minute: number): void {
    const cases = this.#cases
    const { procedure } = this.#plans[cases.plan[row]]
    const at = cases.step[row]
    const step = procedure.steps[at]
    if (step.by_deadline && minute >= (cases.lastDay[row] + 1) * MINUTES_PER_DAY) {
      this.#refuse(row, minute, 'late')
      return
    }
    const last = at === procedure.steps.length - 1
    if (last) this.#close(row)
    if (step.effect !== 'none') this.#effects.took(step.effect, cases.subject[row], minute, procedure, at)
    if (last) return
    cases.step[row] = at + 1
    const { calendar, hours } = this.#counterOf(row, at + 1)
    const today = Math.floor(minute / MINUTES_PER_DAY)
    // goes straight on: queued again at (minute, id) it would be the very next event, since nothing smaller is left
    if (calendar.isWorking(today)) this.#arrive(row, minute)
    else this.#schedule(row, ARRIVES, calendar.nextWorking(today) * MINUTES_PER_DAY + openMinuteOfDay(hours, 0))
  }

  #refuse(row: number, minute: number, reason: RefusalReason): void {
    this.#close(row)
    this.#effects.refused(this.#cases.subject[row], minute, reason, this.#plans[this.#cases.plan[row]].procedure)
  }

  #schedule(row: number, next: number, minute: number): void {
    this.#cases.next[row] = next
    this.#timeline.add(minute, this.#cases.id[row], row)
  }

  #close(row: number): void {
    this.#open--
    this.#freeRows.push(row)
  }

  #counterOf(row: number, step: number): Counter {
    return this.#counters[this.#cases.plan[row]][this.#cases.variant[row]][step]
  }

  #keyOf(row: number): luck.CaseKey {
    return { keyA: this.#cases.keyA[row], keyB: this.#cases.keyB[row], occasion: this.#cases.occasion[row] }
  }

  #refusePast(day: Day, what: string): never {
    throw new InvariantBroken('procedure.submitted', day, `${what} comes after ${formatDay(this.#ranUntil)} was run`)
  }
}

/** A visit on a working day: every open minute of the office is equally likely. */
function visitMinute(day: Day, { hours, calendar }: Counter, word: number): number {
  return calendar.nextWorking(day) * MINUTES_PER_DAY + openMinuteOfDay(hours, Math.floor(share(word) * hours.minutes))
}
