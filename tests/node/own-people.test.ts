import { appendFileSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { otherPeople } from '../../src/node/comparison.ts'
import { ownPeopleReader, withPeople } from '../../src/node/own-people.ts'
import { identityOf } from '../../src/node/simulation.ts'
import type { LoadedScenario } from '../../src/scenario/load.ts'
import { load } from '../scenario/reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'hezuo-own-people-'))
afterAll(() => rmSync(folder, { recursive: true }))
const [persons, households] = ['persons.csv', 'households.csv'].map((name) => {
  copyFileSync(`data/microdata/${name}`, join(folder, name))
  return join(folder, name)
})

const scenario = (more = '') =>
  load(`years: [2013, 2013]\npopulation: {microdata: {persons: ${persons}, households: ${households}}${more}}\nreplications: 1\n`)

async function read(one: LoadedScenario, reader = ownPeopleReader()): Promise<LoadedScenario> {
  const people = one.microdata && (await reader(one.microdata))
  if (!people) throw new Error('nobody was read')
  return withPeople(one, people)
}

describe('The people of a scenario', () => {
  test('are counted in its settings: as many as their weights stand for, or as the scenario asks for', async () => {
    const { settings } = await read(scenario())
    expect(settings.persons).toBe(4901)
    expect(settings.microdata?.content).toMatchObject({ persons: 201, households: 60, isWeighted: true })
    expect((await read(scenario(', persons: 1000'))).settings.persons).toBe(1000)
  })

  test('are read once for all scenarios that use them, into memory that all threads share', async () => {
    const reader = ownPeopleReader()
    const [base, reform] = [await read(scenario(), reader), await read(scenario(), reader)]
    expect(reform.given).toBe(base.given)
    const columns = Object.values(base.given ?? {}).filter((column) => ArrayBuffer.isView(column))
    expect(columns.length).toBeGreaterThan(7)
    expect(columns.every(({ buffer }) => buffer instanceof SharedArrayBuffer)).toBe(true)
  })

  test('make another run of a scenario when one byte of a file is another, and other people in a comparison', async () => {
    const before = await read(scenario())
    const again = await read(scenario())
    appendFileSync(households, '\n')
    const after = await read(scenario())
    expect(identityOf(again, 'data')).toBe(identityOf(before, 'data'))
    expect(identityOf(after, 'data')).not.toBe(identityOf(before, 'data'))
    expect(after.hashInput).not.toBe(before.hashInput)
    expect(otherPeople(before.settings, again.settings)).toEqual([])
    expect(otherPeople(before.settings, after.settings)).toEqual(['microdata'])
    expect(otherPeople(before.settings, load('years: [2013, 2013]\npopulation: {persons: 4901}\n').settings)).toEqual(['microdata'])
  })

  test('are only checked where the scenario’s years are at fault', async () => {
    expect(await ownPeopleReader()({ persons, households })).toBeUndefined()
    await expect(ownPeopleReader()({ persons: `${persons}x`, households })).rejects.toThrow()
  })
})
