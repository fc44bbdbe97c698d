/** What is told is what was used: the days of the way that was gone, the day on which it happened, no parameter that decided nothing. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { ExplainedEvent } from '../../src/cli/explain/event.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const SCENARIO = `name: told
years: [2012, 2012]
population: { persons: 600 }
seed: told
policy: { enrolment.registration: { 2011-01-01: resident_notice }, enrolment.partial_probability: 0.3 }
procedures:
  resident_notice_of_payment.steps.registration.on_fault.give_up: 0.4
  claim_by_hand.papers.receipt.missing: 0.6
  claim_by_hand.papers.itemised_list.missing: 0.6
`
const [file] = scenarioFiles(emptyFolder(), { 'told.yaml': SCENARIO })
let all: ExplainedEvent[] = []

beforeAll(async () => {
  const { stdout, stderr } = await hezuo('explain', file, '--all', '--format', 'json')
  expect(stderr).toBe('')
  all = JSON.parse(stdout)
})

const of = (kind: string) => all.filter((event) => event.kind === kind)

describe('explain', () => {
  test('of a claim for care in another province tells the days of that way', () => {
    const approved = of('claim.approved').filter(({ facts }) => facts.way === 'out_of_province')
    expect(approved.length).toBeGreaterThan(0)
    const days = approved.flatMap(({ parameters }) => parameters.filter(({ name }) => name.includes('working_days')))
    expect(new Set(days.map(({ name }) => name.split('.').at(-1)))).toEqual(new Set(['out_of_province']))
  })

  test('a registration is sent back before the step that it holds up is done', () => {
    const back = of('enrolment.sent_back')
    expect(back.length).toBeGreaterThan(0)
    const firstStep = (household: string, year: unknown) =>
      of('enrolment.step').find((event) => event.household === household && event.facts.year === year)?.day ?? '9999'
    const late = back.filter(({ household, day, facts }) => facts.missing !== 'review_fault' && day > firstStep(household, facts.year))
    expect(late).toEqual([])
  })

  test('members left out are found when the household registers, not before it came', () => {
    const caught = of('enrolment.partial_caught').filter(({ facts }) => facts.outcome === 'made_good')
    expect(caught.length).toBeGreaterThan(0)
    const paidOn = (household: string, year: unknown) =>
      of('premium.paid').find((event) => event.household === household && event.facts.year === year)?.day
    const days = caught.map(({ household, facts, day }) => [day, paidOn(household, facts.year) ?? day])
    expect(days.filter(([found, paid]) => found !== paid)).toEqual([])
  })

  test('a claim that is returned names all that is missing at once', () => {
    const several = of('claim.returned').filter(({ facts }) => facts.also_missing !== undefined)
    expect(several.length).toBeGreaterThan(0)
    expect(
      several.some(({ facts }) => facts.missing === 'receipt' && String(facts.also_missing).split(',').includes('itemised_list')),
    ).toBe(true)
  })

  test('who gives up is not told to be too late, nor by which day', () => {
    const givenUp = of('enrolment.given_up')
    expect(givenUp.length).toBeGreaterThan(0)
    expect(givenUp.flatMap(({ parameters }) => parameters)).toEqual([])
    expect(of('enrolment.papers_late').filter(({ facts }) => facts.reason === 'given_up')).toEqual([])
  })
})
