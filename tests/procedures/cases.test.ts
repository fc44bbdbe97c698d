/**
 * Every case runs twice: at the county's offices with nobody waiting, and as a walk without offices. Both must give the same dates.
 * The file of the cases is named after the procedure.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Effect } from '../../src/procedures/data/effects.ts'
import type { Circumstance, Procedure } from '../../src/procedures/data/schema.ts'
import { ALL_MET, circumstancesOf } from '../../src/procedures/plan.ts'
import { walkThrough } from '../../src/procedures/walk.ts'
import { AUTUMN_2013, dateOf, day, type Fate, openCounty, procedureOf, withFate } from './county.ts'

interface PolicyCase {
  title: string
  rows: string[]
  given: {
    submitted: string
    /** day the deadline counts from */
    discharged?: string
    /** last day of a campaign */
    last_day?: string
    variant?: string
    /** conditions that are not met */
    lacks?: Circumstance[]
    missing?: string[]
    wrong?: string[]
    faulty?: string[]
    back_after?: number
    gives_up?: boolean
    agent?: boolean
  }
  expected: Partial<Record<'returned' | 'paper' | 'reason' | Outcome, string>>
}
type Outcome = 'registered' | 'certified' | 'recorded' | 'approved' | 'paid' | 'card' | 'refused' | 'given_up'

const WORD: Readonly<Partial<Record<Effect, Outcome>>> = {
  register: 'registered',
  certify: 'certified',
  record: 'recorded',
  approve: 'approved',
  pay: 'paid',
  issue_card: 'card',
}
const OFFICES_SAY: Readonly<Record<string, string>> = { ...WORD }

const folder = new URL('../cases/procedures/', import.meta.url)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  describe(`cases of ${file}`, () => {
    const committed = procedureOf(file.replace('.yaml', '').replaceAll('-', '_'))
    const cases: PolicyCase[] = parse(readFileSync(new URL(file, folder), 'utf8'))
    it.each(cases)('$title', ({ given, expected }) => {
      const procedure = withFate(committed, fateOf(given))
      expect(atOffices(procedure, given), 'at the offices').toEqual(expected)
      const { returned: _, paper: __, ...dates } = expected
      expect(walked(procedure, given), 'as a walk').toEqual(dates)
    })
  })
}

function fateOf(given: PolicyCase['given']): Fate {
  const { missing, wrong, faulty, back_after: after, gives_up: givesUp, agent } = given
  return { missing, wrong, faulty, after, givesUp, agent }
}

const setting = (procedure: Procedure, given: PolicyCase['given']) => {
  const variant = given.variant === undefined ? 0 : (procedure.variants ?? []).findIndex((one) => one.id === given.variant)
  expect(variant).toBeGreaterThanOrEqual(0)
  const circumstances = ALL_MET & ~circumstancesOf(given.lacks ?? [])
  return { keyA: 11, keyB: 22, occasion: 1, variant, circumstances }
}

function atOffices(procedure: Procedure, given: PolicyCase['given']): PolicyCase['expected'] {
  const { county, diary } = openCounty({ procedure })
  const lastDay = given.last_day === undefined ? undefined : day(given.last_day)
  const since = given.discharged === undefined ? undefined : day(given.discharged)
  county.submit(1, day(given.submitted), 11, 22, 1, since, 0, { ...setting(procedure, given), lastDay })
  county.runUntil(day('2015-12-31'))
  expect(county.openCases()).toBe(0)
  const happened: PolicyCase['expected'] = {}
  // a Saturday's case is refused or returned on the day the office sees it, so the dates are those of the office;
  // a case sent back does earlier steps once more: the last time counts
  for (const { event, minute, detail } of diary) {
    happened[(OFFICES_SAY[event] ?? event) as Outcome] = dateOf(minute)
    if (event === 'returned') happened.paper = detail
    if (event === 'refused') happened.reason = detail
  }
  return happened
}

function walked(procedure: Procedure, given: PolicyCase['given']): PolicyCase['expected'] {
  const { deadline } = procedure
  const last =
    given.last_day ?? (deadline && given.discharged !== undefined ? dateOf((day(given.discharged) + deadline.value) * 1440) : undefined)
  const start = day(given.submitted)
  const walk = walkThrough(procedure, {
    ...setting(procedure, given),
    start,
    calendar: AUTUMN_2013,
    deadline: last === undefined ? undefined : day(last),
  })
  const happened: PolicyCase['expected'] = {}
  procedure.steps.forEach(({ effect }, at) => {
    const word = WORD[effect]
    if (word && walk.stepDays[at] >= 0) happened[word] = dateOf(walk.stepDays[at] * 1440)
  })
  if (walk.outcome === 'given_up') happened.given_up = dateOf(walk.day * 1440)
  else if (walk.outcome !== 'done') Object.assign(happened, { refused: dateOf(walk.day * 1440), reason: walk.refusedFor ?? 'late' })
  return happened
}
