/** 追踪 Who is followed for `hezuo explain`, and what a handler tells of them. */
import type { Day } from '../kernel/calendar.ts'
import type { AmountId } from '../words/amounts.ts'
import type { FactId } from '../words/facts.ts'

/** Who is followed for `hezuo explain`: one person, a household, everybody or (usually) nobody. Handlers compare and tell, nothing else. */
export interface Watch {
  /** row of the person, -1 when no single person is followed */
  person: number
  /** that person's household, or the household followed; -1 when none is */
  household: number
  /** all members of `household` are followed, or everybody */
  wholeHousehold: boolean
  everyone: boolean
  /** how much has happened to people, claims and households: so many events `explain --all` would tell */
  events: number
  /** `day`: of the year now open in the townships */
  tell(person: number, day: Day, kind: string, detail: TraceDetail): void
  /** `date`: an absolute day */
  tellOn(person: number, date: Day, kind: string, detail: TraceDetail): void
  tellHousehold(household: number, day: Day, kind: string, detail: TraceDetail): void
}

/** Something happens to this person: it is counted. Is it to be told? */
export function happens(watch: Watch, person: number, household: number): boolean {
  watch.events++
  return follows(watch, person, household)
}

/** The same for what a household does as a whole. */
export function happensTo(watch: Watch, household: number): boolean {
  watch.events++
  return followsHousehold(watch, household)
}

/** Is anything about this person of this household to be told? */
export function follows(watch: Watch, person: number, household: number): boolean {
  return person === watch.person || watch.everyone || (watch.wholeHousehold && household === watch.household)
}

export function followsNobody(watch: Watch): boolean {
  return watch.person < 0 && watch.household < 0 && !watch.everyone
}

export function followsHousehold(watch: Watch, household: number): boolean {
  return household === watch.household || watch.everyone
}

export interface TraceAmount {
  readonly id: AmountId
  readonly fen: number
}

interface TraceParameter {
  readonly name: string
  readonly value: string
}

/** Further facts of an event, with ids as values where words are wanted. */
export type Facts = Readonly<Partial<Record<FactId, string | number>>>

/** What a handler tells of the person who is followed: ids and figures, no words (those are in words/). */
export interface TraceDetail {
  /** file and name of the rule applied, e.g. `scheme/benefit/inpatient.ts reimburse` */
  readonly rule: string
  /** parameters read, with the value used */
  readonly parameters?: readonly TraceParameter[]
  /** in the order of the arithmetic */
  readonly amounts?: readonly TraceAmount[]
  /** further facts: place, office, paper, reason, claim number … */
  readonly facts?: Facts
}

/** 缺件一次性告知 All that is missing is named at once: the papers beside the first, one bit each. */
export function alsoMissing(papers: readonly { readonly id: string }[], also: number): Facts {
  const ids = papers.filter((_, paper) => (also >> paper) & 1).map(({ id }) => id)
  return ids.length > 0 ? { also_missing: ids.join(',') } : {}
}

/** The draw that decided and the chance it was held against, both from 0 to 1: what has the chance happens below it. */
export function drawnAgainst(draw: number, chance: number): Facts {
  return { draw, chance }
}
