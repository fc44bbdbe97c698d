/** A county for the tests: the committed procedure and offices, a calendar, and a diary of what happened to each case. */
import { readdirSync, readFileSync } from 'node:fs'
import { createWorkCalendar, type Day, formatDay, parseDay, type WorkCalendar } from '../../src/kernel/calendar.ts'
import type { Submission } from '../../src/procedures/case.ts'
import type { Effect } from '../../src/procedures/data/effects.ts'
import { loadProcedures } from '../../src/procedures/data/load.ts'
import type { Office, Procedure } from '../../src/procedures/data/schema.ts'
import { CountyProcedures } from '../../src/procedures/engine.ts'

const folder = new URL('../../data/procedures/', import.meta.url)
/** The office file first, then the procedures by name. */
export const FILES = readdirSync(folder)
  .sort((a, b) => Number(b === 'offices.yaml') - Number(a === 'offices.yaml') || (a < b ? -1 : 1))
  .map((name) => ({ path: `data/procedures/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }))
const loaded = loadProcedures(FILES)
export const OFFICES: readonly Office[] = loaded.offices
export const PROCEDURES: ReadonlyMap<string, Procedure> = loaded.procedures
export const procedureOf = (id: string): Procedure => {
  const found = loaded.procedures.get(id)
  if (!found) throw new Error(`there is no procedure ${id}`)
  return found
}
export const CLAIM: Procedure = procedureOf('claim_by_hand')

export const day = (date: string): number => {
  const parsed = parseDay(date)
  if (parsed === undefined) throw new Error(`${date} is no date`)
  return parsed
}
export const dateOf = (minute: number): string => formatDay(Math.floor(minute / 1440))

/** National Day of 2013: 1-7 October off, the Sunday before and the Saturday after worked in exchange. */
export const AUTUMN_2013: WorkCalendar = createWorkCalendar({
  holidays: [1, 2, 3, 4, 5, 6, 7].map((n) => day(`2013-10-0${n}`)),
  workedWeekends: [day('2013-09-29'), day('2013-10-12')],
})

/** What is to happen to a case by force: papers missing or of the wrong kind, steps whose review finds a fault, days until back, giving up. */
export interface Fate {
  readonly missing?: readonly string[]
  readonly wrong?: readonly string[]
  readonly faulty?: readonly string[]
  readonly after?: number
  readonly givesUp?: boolean
  readonly agent?: boolean
}

/** The procedure with chance taken out of it. */
export function withFate(procedure: Procedure, fate: Fate = {}): Procedure {
  const { missing = [], wrong = [], faulty = [], after = 5 } = fate
  const certain = (yes: boolean) => (yes ? 1 : 0)
  return {
    ...procedure,
    agent: procedure.agent && { ...procedure.agent, value: certain(fate.agent === true) },
    papers: procedure.papers.map((paper) => ({
      ...paper,
      missing: { ...paper.missing, value: certain(missing.includes(paper.id)) },
      wrong_kind: paper.wrong_kind && {
        ...paper.wrong_kind,
        share: { ...paper.wrong_kind.share, value: certain(wrong.includes(paper.id)) },
      },
    })),
    steps: procedure.steps.map((step) => ({
      ...step,
      faulty: step.faulty && { ...step.faulty, value: certain(faulty.includes(step.id)) },
      on_fault: step.on_fault && {
        ...step.on_fault,
        after: { ...step.on_fault.after, value: [after, after] },
        give_up: { ...step.on_fault.give_up, value: certain(fate.givesUp === true) },
      },
    })),
  }
}

export function withMissing(procedure: Procedure, missing: readonly string[], after = 5, giveUp = 0): Procedure {
  return withFate(procedure, { missing, after, givesUp: giveUp === 1 })
}

export interface Entry {
  readonly event: Effect | 'approved' | 'paid' | 'returned' | 'refused' | 'given_up'
  readonly caseId: number
  readonly minute: number
  readonly detail?: string
}

const WORD: Readonly<Partial<Record<Effect, Entry['event']>>> = { approve: 'approved', pay: 'paid' }

/** A county at work; `diary` holds what it announced, in the order of the announcements. `submit` takes what most cases have in common. */
export function openCounty(options: {
  procedure?: Procedure
  procedures?: readonly Procedure[]
  offices?: readonly Office[]
  workCalendar?: WorkCalendar
  queueing?: boolean
  persons?: number
}) {
  const diary: Entry[] = []
  const submitted: number[] = []
  const procedures = options.procedures ?? [options.procedure ?? CLAIM]
  const county = new CountyProcedures({
    procedures,
    offices: options.offices ?? OFFICES,
    workCalendar: options.workCalendar ?? AUTUMN_2013,
    persons: options.persons ?? 300_000,
    queueing: options.queueing ?? false,
    effects: {
      took: (effect, subject, minute) => diary.push({ event: WORD[effect] ?? effect, caseId: submitted[subject], minute }),
      returned: (subject, minute, { paper, wrongKind }, procedure) =>
        diary.push({
          event: 'returned',
          caseId: submitted[subject],
          minute,
          detail: paper < 0 ? 'review' : `${procedure.papers[paper].id}${wrongKind ? ' (wrong kind)' : ''}`,
        }),
      refused: (subject, minute, reason) => diary.push({ event: 'refused', caseId: submitted[subject], minute, detail: reason }),
      givenUp: (subject, minute) => diary.push({ event: 'given_up', caseId: submitted[subject], minute }),
    },
  })
  const submit = (
    caseId: number,
    day: Day,
    keyA: number,
    keyB: number,
    occasion: number,
    since?: Day,
    variant?: number,
    more: Partial<Submission> = {},
  ) => {
    const subject = submitted.push(caseId) - 1
    county.submit({ caseId, subject, procedure: procedures[0].id, day, keyA, keyB, occasion, since, variant, ...more })
  }
  const { load, runUntil, openCases, loads } = CountyProcedures.prototype
  const bound = { load: load.bind(county), runUntil: runUntil.bind(county), openCases: openCases.bind(county), loads: loads.bind(county) }
  return { county: { ...bound, submit }, diary, count: (event: Entry['event']) => diary.filter((entry) => entry.event === event).length }
}
