/** Every parameter and every figure of procedures and offices: the ends of its bounds run, what lies outside is refused with the bound. */
import { describe, expect, test } from 'vitest'
import { type BoundsCase, figureEnds, figuresOutside, nextToNothing, parameterEnds, parametersOutside } from './cases.ts'
import { faultsOf, figures, law, runsSoundly } from './run-case.ts'

const byName = (cases: readonly BoundsCase[]) =>
  [...new Set(cases.map(({ name }) => name))].map((name) => ({ name, all: cases.filter((one) => one.name === name) }))

describe('Both ends of the bounds run to a sound end', () => {
  test.each(byName([...parameterEnds(law), ...nextToNothing(law), ...figureEnds(figures, law)]))('$name', ({ all }) => {
    for (const one of all) runsSoundly(one)
  })
})

describe('Just outside of the bounds is refused with the bound', () => {
  test.each(byName([...parametersOutside(law), ...figuresOutside(figures, law)]))('$name', ({ all }) => {
    for (const one of all) expect(faultsOf(one), JSON.stringify(one.value)).toEqual([expect.stringContaining(`expected ${one.refused}`)])
  })
})

test('No numeric parameter and no numeric figure is left out', () => {
  const tried = new Set([...parametersOutside(law), ...figuresOutside(figures, law)].map(({ name }) => name))
  const isText = (name: string) => ['mode', 'date'].includes(law.entry(name).unit)
  expect(law.names().filter((name) => !tried.has(name) && !isText(name))).toEqual([])
  expect(figures.filter(({ name, value }) => typeof value === 'number' && !tried.has(name))).toEqual([])
})
