/** Counties that have the same: what is worked out of one is not worked out again of the others, and of very many the first are shown. */
import { describe, expect, test } from 'vitest'
import { ofEach } from '../../src/scenario/counties/alike.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'
import { load } from '../scenario/reader.ts'

const of = (count: number, own: (index: number) => string) =>
  `years: [2013, 2013]\npopulation: {persons: 300}\ncounties:\n${Array.from({ length: count }, (_, index) => `  c${index}: {${own(index)}}\n`).join('')}`
const premium = (change: number) => `policy: {premium.individual: {change: +${change}}}`

describe('What is worked out of a county', () => {
  test.each([
    ['of 40 counties with four premiums four times', of(40, (index) => premium(index % 4)), 4],
    ['once of counties that differ in title', of(9, (index) => `title: {en: t${index}}, ${premium(1)}`), 1],
    ['by itself of each other place', of(8, (index) => `place: ${index % 2 ? 'east' : 'west'}, ${premium(1)}`), 2],
    ['and of other procedures', of(4, (index) => `procedures: {claim_by_hand.deadline: ${90 + (index % 2)}}`), 2],
  ])('%s', (_, text, times) => {
    const { counties = [] } = load(text)
    const asked: string[] = []
    const values = ofEach(counties, ({ area, policy, settings }) => {
      asked.push(area)
      return [policy, settings.region, settings.procedures]
    })
    expect(asked).toHaveLength(times)
    expect(values).toEqual(counties.map(({ policy, settings }) => [policy, settings.region, settings.procedures]))
  })
})

test('Of 130 counties that change something a hundred stand in the table, the others are counted; each has its line of notes', async () => {
  const folder = emptyFolder()
  const [path] = scenarioFiles(folder, { 'a.yaml': of(130, (index) => premium(1 + (index % 3))) })
  const said = (await hezuo('check', path)).stdout.split('\n')
  expect(said.filter((line) => /^ *│ c\d+: premium\.individual/.test(line))).toHaveLength(100)
  expect(said).toContain('  and 30 more: a run writes all to parameters.csv')
  expect(said.filter((line) => /^ {2}c\d+: premium\.individual .*makes/.test(line))).toHaveLength(130)
  const [few] = scenarioFiles(folder, { 'b.yaml': of(100, (index) => premium(1 + (index % 3))) })
  expect((await hezuo('check', few)).stdout).not.toContain(' more: ')
})
