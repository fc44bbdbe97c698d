/**
 * A procedure laid out for running, and the luck of one case in it: which papers are missing, whether a review finds a fault, whether the
 * applicant comes back and when. The county's offices and a walk without queues ask the same questions and get the same answers.
 */
import { draw, secondWord, share } from '../kernel/random.ts'
import { CIRCUMSTANCES, type Circumstance, type Procedure } from './data/schema.ts'
import { DRAWS_PER_PROCEDURE, PURPOSE } from './purposes.ts'

export interface Plan {
  readonly procedure: Procedure
  /** added to every purpose of a draw */
  readonly offset: number
  /** chance of each paper to be missing, and to be missing or of the wrong kind */
  readonly missing: Float64Array
  readonly unfit: Float64Array
  /** papers asked of an agent only, one bit each */
  readonly ofAgent: number
  /** papers a step checks, one bit each */
  readonly asked: Int32Array
  readonly faulty: Float64Array
  /** step to which a fault sends back, and whether a fault of the review ends the case instead */
  readonly back: Int32Array
  readonly refuses: Uint8Array
  readonly minutes: Int32Array
  readonly minutesEach: Float64Array
  /** fixed working days by step and variant */
  readonly days: readonly (readonly number[])[]
  readonly variants: number
  /** by step: the dates on which a batch leaves, whether it must be done by the deadline, whether it grants a certificate or card */
  readonly gathers: readonly (readonly string[] | undefined)[]
  readonly byDeadline: Uint8Array
  readonly grants: Uint8Array
  /** by step and variant: open every day of the week */
  readonly everyDay: readonly (readonly boolean[])[]
  /** circumstances that the procedure asks for, one bit each */
  readonly needs: number
}

/** The key of a case: who, and which time. */
export interface CaseKey {
  readonly keyA: number
  readonly keyB: number
  readonly occasion: number
}

const plans = new WeakMap<Procedure, Plan>()

/** The plan of a procedure, made at its first use. */
export function planOf(procedure: Procedure): Plan {
  const found = plans.get(procedure) ?? layOut(procedure)
  plans.set(procedure, found)
  return found
}

function layOut(procedure: Procedure): Plan {
  const { papers, steps, eligibility } = procedure
  const variants = procedure.variants ?? []
  const bits = (ids: readonly string[]) => papers.reduce((all, paper, i) => (ids.includes(paper.id) ? all | (1 << i) : all), 0)
  return {
    procedure,
    offset: procedure.draws * DRAWS_PER_PROCEDURE,
    missing: Float64Array.from(papers, (paper) => paper.missing.value),
    unfit: Float64Array.from(papers, (paper) => paper.missing.value + (paper.wrong_kind?.share.value ?? 0)),
    ofAgent: bits(papers.filter((paper) => paper.asked_of === 'agent').map((paper) => paper.id)),
    asked: Int32Array.from(steps, (step) => bits(step.checks ?? [])),
    faulty: Float64Array.from(steps, (step) => step.faulty?.value ?? 0),
    back: Int32Array.from(steps, ({ on_fault }) => steps.findIndex(({ id }) => id === on_fault?.back_to)),
    refuses: Uint8Array.from(steps, ({ if_faulty }) => (if_faulty === 'refuse' ? 1 : 0)),
    minutes: Int32Array.from(steps, (step) => step.minutes.value),
    minutesEach: Float64Array.from(steps, (step) => step.minutes_each?.value ?? 0),
    days: steps.map((step) => {
      const ordinary = step.working_days.value
      return variants.length === 0 ? [ordinary] : variants.map((variant) => step.working_days_by_variant?.[variant.id]?.value ?? ordinary)
    }),
    variants: Math.max(1, variants.length),
    gathers: steps.map(({ gathers }) => gathers?.until.value),
    byDeadline: Uint8Array.from(steps, ({ by_deadline }) => (by_deadline ? 1 : 0)),
    grants: Uint8Array.from(steps, ({ grants }) => (grants ? 1 : 0)),
    everyDay: steps.map(({ every_day }) => (variants.length === 0 ? [''] : variants).map((_, variant) => every_day?.[variant] === true)),
    needs: circumstancesOf((eligibility ?? []).filter(({ applies }) => applies).map(({ circumstance }) => circumstance)),
  }
}

/** Circumstances as bits, for `circumstances` of a case. */
export function circumstancesOf(names: Iterable<Circumstance>): number {
  let bits = 0
  for (const name of names) bits |= 1 << CIRCUMSTANCES.indexOf(name)
  return bits
}

/** Everything that speaks for an applicant who comes in person. */
export const ALL_MET = circumstancesOf(CIRCUMSTANCES) & ~circumstancesOf(['by_agent'])

/** The first condition of eligibility that is not met, undefined when all are. */
export function unmetCondition({ procedure, needs }: Plan, circumstances: number): Circumstance | undefined {
  if ((needs & ~circumstances) === 0) return undefined
  return procedure.eligibility?.find(
    ({ applies, circumstance }) => applies && !((circumstances >> CIRCUMSTANCES.indexOf(circumstance)) & 1),
  )?.circumstance
}

/** 代办 Does somebody else come? Said by the caller or drawn. */
export function comesByAgent({ procedure, offset }: Plan, { keyA, keyB, occasion }: CaseKey, circumstances: number): boolean {
  if ((circumstances >> CIRCUMSTANCES.indexOf('by_agent')) & 1) return true
  return procedure.agent !== undefined && share(draw(keyA, keyB, PURPOSE.byAgent + offset, occasion)) < procedure.agent.value
}

/** Does this applicant, free to choose the office, choose this procedure? */
export function isChosen({ procedure, offset }: Plan, { keyA, keyB, occasion }: CaseKey): boolean {
  return procedure.chosen !== undefined && share(draw(keyA, keyB, PURPOSE.office + offset, occasion)) < procedure.chosen.value
}

/** 缺件 The papers this step asks for and the applicant has not got or has of the wrong kind, one bit each. */
export function unfitPapers(plan: Plan, step: number, { keyA, keyB, occasion }: CaseKey, brought: number, byAgent: boolean): number {
  let unfit = 0
  for (let left = plan.asked[step] & ~brought & (byAgent ? -1 : ~plan.ofAgent); left !== 0; left &= left - 1) {
    const paper = firstOf(left)
    if (share(draw(keyA, keyB, PURPOSE.paperMissing + plan.offset + paper, occasion)) < plan.unfit[paper]) unfit |= 1 << paper
  }
  return unfit
}

/** What can go wrong with an applicant who comes in person: the purpose of each draw, and below which share it does. */
export interface Mishaps {
  readonly purpose: Int32Array
  readonly chance: Float64Array
}

/** The draws that `unfitPapers` and `isFaulty` make over all steps, each once. */
export function mishapsOf(plan: Plan): Mishaps {
  const asked = plan.asked.reduce((all, papers) => all | papers, 0) & ~plan.ofAgent
  const draws: { purpose: number; chance: number }[] = []
  plan.unfit.forEach((chance, paper) => {
    if ((asked >> paper) & 1) draws.push({ purpose: PURPOSE.paperMissing + plan.offset + paper, chance })
  })
  plan.faulty.forEach((chance, step) => {
    draws.push({ purpose: PURPOSE.reviewFault + plan.offset + step, chance })
  })
  const possible = draws.filter(({ chance }) => chance > 0)
  return { purpose: Int32Array.from(possible, ({ purpose }) => purpose), chance: Float64Array.from(possible, ({ chance }) => chance) }
}

/** Does nothing go wrong with this case: `unfitPapers` 0 and not `isFaulty` at every step? */
export function isInOrder({ purpose, chance }: Mishaps, { keyA, keyB, occasion }: CaseKey): boolean {
  for (let i = 0; i < purpose.length; i++) if (share(draw(keyA, keyB, purpose[i], occasion)) < chance[i]) return false
  return true
}

/** The lowest paper among the bits. */
export function firstOf(papers: number): number {
  return 31 - Math.clz32(papers & -papers)
}

/** Was this unfit paper brought, but of a kind that is refused? */
export function isWrongKind(plan: Plan, paper: number, { keyA, keyB, occasion }: CaseKey): boolean {
  return share(draw(keyA, keyB, PURPOSE.paperMissing + plan.offset + paper, occasion)) >= plan.missing[paper]
}

/** 复核 Does the review find a fault that is not a missing paper? */
export function isFaulty(plan: Plan, step: number, { keyA, keyB, occasion }: CaseKey): boolean {
  return plan.faulty[step] > 0 && share(draw(keyA, keyB, PURPOSE.reviewFault + plan.offset + step, occasion)) < plan.faulty[step]
}

/** Sent back, does the applicant give up? `review`: for a fault of the review, not for a paper. */
export function givesUp(plan: Plan, step: number, { keyA, keyB, occasion }: CaseKey, review: boolean): boolean {
  const fault = plan.procedure.steps[step].on_fault
  if (!fault) return true
  const first = draw(keyA, keyB, (review ? PURPOSE.reviewFault : PURPOSE.givesUp) + plan.offset + step, occasion)
  return share(review ? secondWord() : first) < fault.give_up.value
}

/** Working days until the applicant is back. */
export function daysUntilBack(plan: Plan, step: number, key: CaseKey, review: boolean): number {
  const fault = plan.procedure.steps[step].on_fault
  if (!fault) return 0
  const [first, last] = fault.after.value
  const word = review
    ? secondOf(key, PURPOSE.givesUp + plan.offset + step)
    : draw(key.keyA, key.keyB, PURPOSE.comesBack + plan.offset + step, key.occasion)
  return first + Math.floor(share(word) * (last - first + 1))
}

/** The random word for the minute of the visit with which the applicant comes back. */
export function wordOfReturn(plan: Plan, step: number, key: CaseKey, review: boolean): number {
  return secondOf(key, review ? PURPOSE.firstVisit + plan.offset : PURPOSE.comesBack + plan.offset + step)
}

/** The random word for the minute of the first visit. */
export function wordOfVisit({ offset }: Plan, { keyA, keyB, occasion }: CaseKey): number {
  return draw(keyA, keyB, PURPOSE.firstVisit + offset, occasion)
}

function secondOf({ keyA, keyB, occasion }: CaseKey, purpose: number): number {
  draw(keyA, keyB, purpose, occasion)
  return secondWord()
}
