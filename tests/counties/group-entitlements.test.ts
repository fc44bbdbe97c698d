/** What groups get at the end of the year, and what a child born within it gets, event by event against what the scenario says. */
import { expect, test } from 'vitest'
import type { ExplainedEvent } from '../../src/cli/explain/event.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const GROUPED = `name: grouped
years: [2013, 2013]
population: {persons: 700}
seed: grouped
mechanisms: {need: {inpatient: 3, outpatient: 1}, demand_response: off, enrolment_choice: off, enrolment_procedure: off, offices: off}
policy: {critical_illness.in_force: on, critical_illness.threshold: 3000, demography.birth_rate: {change: ×3}, population.poor_share: 0.2}
groups:
  low:
    who: {income_quintile: [1, 2]}
    policy: {critical_illness.threshold: 1000, 'critical_illness.bands': [{from: 0, rate: 0.8}, {from: 5000, rate: 0.9}], critical_illness.ceiling: 6000}
  poor_young:
    who: {poor: yes, age: 0-39}
    policy: {assistance.rate: 0.9, assistance.ceiling: 2500}
  young:
    who: {age: 0-14}
    policy: {benefit.rate.township_centre: 0.99, benefit.rate.county_hospital: 0.98, benefit.rate.city_hospital: 0.97}
`
const BIRTHS = /-b\d+$/

async function events(): Promise<ExplainedEvent[]> {
  const [file] = scenarioFiles(emptyFolder(), { 'grouped.yaml': GROUPED })
  return JSON.parse((await hezuo('explain', file, '--all', '--year', '2013', '--format', 'json')).stdout)
}
const told = await events()
const of = (...kinds: string[]) => told.filter(({ kind }) => kinds.includes(kind))
const yuan = ({ amounts }: ExplainedEvent, id: string) => (amounts.find((one) => one.id === id)?.fen ?? 0) / 100
const fifthOf = new Map(of('cover.year').map(({ household, facts }) => [household, Number(facts.income_quintile)]))
const isLow = ({ household }: ExplainedEvent) => (fifthOf.get(household) ?? 0) <= 2

test('The insurer pays a group by its own threshold, bands and ceiling, everybody else by the law', () => {
  const entitled = of('critical_illness.entitled', 'critical_illness.never_filed')
  const ofLow = (borne: number) => Math.min(6000, 0.8 * Math.max(0, Math.min(borne, 5000) - 1000) + 0.9 * Math.max(0, borne - 5000))
  for (const one of entitled.filter(isLow)) expect(yuan(one, 'owed_by_insurer')).toBeCloseTo(ofLow(yuan(one, 'eligible_cost_borne')), 1)
  expect(entitled.filter((one) => isLow(one) && yuan(one, 'eligible_cost_borne') < 3000).length).toBeGreaterThan(5)
  expect(entitled.some((one) => yuan(one, 'owed_by_insurer') === 6000)).toBe(true)
  const others = entitled.filter((one) => !isLow(one))
  expect(others.length).toBeGreaterThan(5)
  for (const one of others) expect([yuan(one, 'threshold'), yuan(one, 'eligible_cost_borne') > 3000]).toEqual([3000, true])
})

test('Medical assistance pays a group of the poor its own rate up to its own ceiling, the other poor those of the law', () => {
  const assisted = of('assistance.paid').map((one) => {
    const [rate, ceiling] = ['assistance.rate', 'assistance.ceiling'].map((name) =>
      Number(one.parameters.find((other) => other.name === name)?.value),
    )
    return { one, rate, ceiling }
  })
  const law = assisted.filter(({ rate }) => rate !== 0.9)
  expect(new Set(law.map(({ rate, ceiling }) => `${rate} ${ceiling}`)).size).toBe(1)
  for (const { one, rate, ceiling } of assisted)
    expect(yuan(one, 'paid_by_assistance')).toBeCloseTo(
      Math.min(rate === 0.9 ? 2500 : ceiling, rate * yuan(one, 'remaining_eligible_cost')),
      1,
    )
  expect([law.length, assisted.length - law.length].every((count) => count > 5)).toBe(true)
  // a child born within the year is of the age 0, in the group
  const born = assisted.filter(({ one }) => BIRTHS.test(one.person))
  expect(born.length).toBeGreaterThan(0)
  expect(born.filter(({ rate }) => rate !== 0.9)).toEqual([])
})

test('A child born within the year is of the age 0: it has the rate of a group of the young', () => {
  const born = new Set(of('cover.newborn').map(({ person }) => person))
  const rates = of('benefit.settled')
    .filter(({ person }) => BIRTHS.test(person) && born.has(person))
    .flatMap(({ parameters }) => parameters.filter(({ name }) => name.startsWith('benefit.rate.')))
  const values = rates.filter(({ name }) => name !== 'benefit.rate.out_of_province').map(({ value }) => value)
  expect(values.length).toBeGreaterThan(3)
  expect(values.filter((value) => !['0.99', '0.98', '0.97'].includes(value))).toEqual([])
})
