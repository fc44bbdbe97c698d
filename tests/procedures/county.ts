/** A county for the tests: the committed procedure and offices, a calendar, and a diary of what happened to each case. */
import { readFileSync } from 'node:fs'
import { createWorkCalendar, formatDay, parseDay, type WorkCalendar } from '../../src/kernel/calendar.ts'
import { createProcedures } from '../../src/procedures/engine.ts'
import { loadProcedures } from '../../src/procedures/load.ts'
import type { Office, Procedure } from '../../src/procedures/schema.ts'

const read = (name: string) => {
  const path = `data/procedures/${name}`
  return { path, text: readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') }
}
export const FILES = [read('offices.yaml'), read('claim-by-hand.yaml')]
const loaded = loadProcedures(FILES)
export const OFFICES: readonly Office[] = loaded.offices
export const CLAIM: Procedure = loaded.procedures.get('claim_by_hand')!

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
export const EVERY_DAY: WorkCalendar = { isWorking: () => true, nextWorking: (one) => one, addWorking: (one, n) => one + n }

/** The procedure with exactly these papers missing on the first visit, and applicants who come back after so many working days or never. */
export function withMissing(procedure: Procedure, missing: readonly string[], after = 5, giveUp = 0): Procedure {
  return {
    ...procedure,
    papers: procedure.papers.map((paper) => ({ ...paper, missing: { ...paper.missing, value: missing.includes(paper.id) ? 1 : 0 } })),
    steps: procedure.steps.map((step) => ({
      ...step,
      on_fault: step.on_fault && {
        ...step.on_fault,
        after: { ...step.on_fault.after, value: [after, after] },
        give_up: { ...step.on_fault.give_up, value: giveUp },
      },
    })),
  }
}

export interface Entry {
  readonly event: 'returned' | 'approved' | 'paid' | 'refused' | 'given_up'
  readonly caseId: number
  readonly minute: number
  readonly detail?: string
}

/** A county at work; `diary` holds what it announced, in the order of the announcements. */
export function openCounty(options: {
  procedure?: Procedure
  offices?: readonly Office[]
  workCalendar?: WorkCalendar
  queueing?: boolean
  persons?: number
}) {
  const diary: Entry[] = []
  const procedure = options.procedure ?? CLAIM
  const county = createProcedures({
    procedure,
    offices: options.offices ?? OFFICES,
    workCalendar: options.workCalendar ?? AUTUMN_2013,
    queueing: options.queueing ?? false,
    persons: options.persons ?? 300_000,
    effects: {
      approved: (caseId, minute) => diary.push({ event: 'approved', caseId, minute }),
      paid: (caseId, minute) => diary.push({ event: 'paid', caseId, minute }),
      returned: (caseId, minute, paper) => diary.push({ event: 'returned', caseId, minute, detail: procedure.papers[paper].id }),
      refused: (caseId, minute, reason) => diary.push({ event: 'refused', caseId, minute, detail: reason }),
      givenUp: (caseId, minute) => diary.push({ event: 'given_up', caseId, minute }),
    },
  })
  return { county, diary, count: (event: Entry['event']) => diary.filter((entry) => entry.event === event).length }
}
