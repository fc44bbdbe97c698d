import { expect, test } from 'vitest'
import { bytesOf, refuseTooMuch } from '../../src/node/memory.ts'
import { load } from '../scenario/reader.ts'

const of = (counties: number, replications: number) =>
  load(`years: [2012, 2015]\npopulation: {persons: 100, counties: ${counties}}\nreplications: ${replications}\n`)
const GIB = 2 ** 30

test('Results for which there is no room are refused before the simulation, with the way out', () => {
  expect(() => refuseTooMuch([of(2, 10_000)], 4 * GIB)).toThrow(
    /^a\.yaml: 2 counties and 10000 replications: the results take about 30,556 MiB, Node gives this process 4,096;/,
  )
  expect(() => refuseTooMuch([of(1, 10_000)], 4 * GIB)).toThrow(
    /expected fewer counties or replications, or NODE_OPTIONS=--max-old-space-size=\d+$/,
  )
  expect(() => refuseTooMuch([of(3000, 1), of(200, 1), of(1, 500)], 2 * GIB)).not.toThrow()
})

test('Three thousand counties take little more room than three', () => {
  expect(bytesOf([of(3000, 1).settings])).toBeLessThan(2 ** 24)
  expect(bytesOf([of(3000, 1).settings])).toBeLessThan(4 * bytesOf([of(3, 1).settings]))
})
