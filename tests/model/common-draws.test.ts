/** Common draws: under another rule a person decides otherwise only where the rule moves the decision past that person's own draw. */
import { describe, expect, test } from 'vitest'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { smallCounty } from './small-county.ts'

interface Lives {
  /** needs for admission by person and number: day, and the place gone to ('' forgone) */
  readonly needs: ReadonlyMap<string, { readonly day: number; readonly place: string }>
  /** fen billed for each stay, by person and number */
  readonly bills: ReadonlyMap<string, number>
  /** visits to the doctor, spending outside the scheme, births, deaths and moves, with all that is told of them */
  readonly rest: ReadonlySet<string>
}

const NEED = /^care\.(admitted|forgone)$/
const REST = /^(care\.(visited|visit_forgone|outside_scheme)|life\.|livelihood\.)/

function livesUnder(policy: Record<string, number>): Lives {
  const needs = new Map<string, { day: number; place: string }>()
  const rest = new Set<string>()
  const bills = new Map<string, number>()
  const tell = (event: TraceEvent) => {
    const { kind, person, day, facts, amounts } = event
    if (NEED.test(kind)) needs.set(`${person} ${facts?.claim}`, { day, place: String(facts?.place ?? '') })
    const bill = amounts?.find(({ id }) => id === 'bill')
    if (facts?.claim && bill) bills.set(`${person} ${facts.claim}`, bill.fen)
    if (REST.test(kind)) rest.add(JSON.stringify([kind, person, day, facts, amounts]))
  }
  smallCounty({ persons: 6000 }, policy).run({ follow: { everyone: true, tell } })
  return { needs, rest, bills }
}

describe('With every inpatient rate five points higher', () => {
  const before = livesUnder({})
  const after = livesUnder({
    'benefit.rate.township_centre': 0.95,
    'benefit.rate.county_hospital': 0.87,
    'benefit.rate.city_hospital': 0.7,
    'benefit.rate.out_of_province': 0.5,
  })
  const pairs = [...before.needs].map(([name, need]) => ({ name, from: need, to: after.needs.get(name) }))

  test('everybody needs admission on the same days, however often they stayed away before', () => {
    expect(after.needs.size).toBe(before.needs.size)
    expect(pairs.filter(({ from, to }) => to?.day !== from.day)).toEqual([])
  })

  test('visits to the doctor, births, deaths and moves are the same, and so is spending outside the scheme', () => {
    expect(before.rest.size).toBeGreaterThan(50_000)
    expect([...after.rest].filter((told) => !before.rest.has(told)).slice(0, 10)).toEqual([])
    expect(after.rest.size).toBe(before.rest.size)
  })

  test('whoever goes where he went before has the same bill to the fen', () => {
    const same = pairs.filter(({ name, from, to }) => from.place && from.place === to?.place && before.bills.has(name))
    expect(same.length).toBeGreaterThan(1000)
    expect(same.filter(({ name }) => after.bills.get(name) !== before.bills.get(name)).slice(0, 10)).toEqual([])
  })

  test('nobody stays away who went before, and of a hundred needs fewer than five are met otherwise', () => {
    expect(pairs.filter(({ from, to }) => from.place && !to?.place)).toEqual([])
    const otherwise = pairs.filter(({ from, to }) => from.place !== to?.place)
    expect(otherwise.length).toBeGreaterThan(0)
    expect(otherwise.length).toBeLessThan(0.05 * pairs.length)
  })
})
