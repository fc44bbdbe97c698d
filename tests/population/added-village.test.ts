import { describe, expect, test } from 'vitest'
import { readDataFiles } from '../../src/node/files.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { load } from '../scenario/reader.ts'

/** Everything that happens to everybody in 2012 and the year before, as text in a fixed order; `changes`: more lines of the scenario. */
function histories(changes: { added?: number; townshipPersons?: number; persons?: number }): { outside: string[]; inside: string[] } {
  const { added, townshipPersons = 20_000, persons = 1500 } = changes
  const { settings, law } = load(`years: [2012, 2012]
population: { persons: ${persons}, added_villages: [${added ?? ''}] }
policy: { population.township_persons: ${townshipPersons} }
mechanisms: { neighbour_effect: off, offices: off, cash_limit: off }
seed: village
`)
  const events: TraceEvent[] = []
  countyModel(settings, law, readDataFiles()).run(1, 0, { follow: { everyone: true, tell: (event) => events.push(event) } })
  const inAddedVillage = ({ person, household }: TraceEvent) => `${person}${household}`.includes('-vx')
  const asText = (list: TraceEvent[]) => list.map((event) => JSON.stringify(event)).sort()
  return { outside: asText(events.filter((event) => !inAddedVillage(event))), inside: asText(events.filter(inAddedVillage)) }
}

describe('With neighbour effect, offices and cash limit off', () => {
  const alone = histories({})

  test('a village of 400 households added changes nobody else’s history', () => {
    const { outside, inside } = histories({ added: 400 })
    expect(alone.outside.length).toBeGreaterThan(10_000)
    expect(inside.length).toBeGreaterThan(8000)
    expect(outside).toEqual(alone.outside)
  })

  test('how townships are cut changes nobody’s history', () => {
    expect(histories({ townshipPersons: 700 }).outside).toEqual(alone.outside)
  })

  test('a larger county adds people and changes nobody’s history but that of the last household, which was cut to fit', () => {
    const larger = new Set(histories({ persons: 2250 }).outside)
    const others = alone.outside.filter((event) => !larger.has(event)).map((event) => (JSON.parse(event) as TraceEvent).household)
    expect(new Set(others).size).toBeLessThanOrEqual(1)
    expect(larger.size).toBeGreaterThan(alone.outside.length)
  })
})
