import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, describe, expect, test } from 'vitest'
import { otherPeople } from '../../src/node/comparison.ts'
import { ownPeopleReader, withPeople } from '../../src/node/given/own-people.ts'
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

  test('make another run of a scenario when one byte of a file is another', async () => {
    const before = await read(scenario())
    const again = await read(scenario())
    appendFileSync(households, '\n')
    const after = await read(scenario())
    expect(identityOf(again, 'data')).toBe(identityOf(before, 'data'))
    expect(identityOf(after, 'data')).not.toBe(identityOf(before, 'data'))
    expect(after.hashInput).not.toBe(before.hashInput)
  })

  test('are the same in a comparison under another name and in another form, and others when one of them is another', async () => {
    const [base, text] = [await read(scenario()), readFileSync(households, 'utf8')]
    const named = (name: string, content: string | ArrayBuffer) => {
      const path = join(folder, name)
      writeFileSync(path, typeof content === 'string' ? content : new Uint8Array(content))
      return read(load(`years: [2013, 2013]\npopulation: {microdata: {persons: ${persons}, households: ${path}}}\nreplications: 1\n`))
    }
    expect(otherPeople(base, await named('renamed.csv', text))).toEqual([])
    const rows = text
      .trim()
      .split('\n')
      .map((row) => row.split(','))
    const columnData = rows[0].map((name, column) => ({ name, data: rows.slice(1).map((row) => row[column]), type: 'STRING' as const }))
    expect(otherPeople(base, await named('form.parquet', parquetWriteBuffer({ columnData })))).toEqual([])
    const poorer = text.replace(/\n([^,]*,[^,]*),[^,]*,/, '\n$1,1,')
    expect(poorer).not.toBe(text)
    expect(otherPeople(base, await named('poorer.csv', poorer))).toEqual(['microdata'])
  })

  test('are only checked where the scenario’s years are at fault', async () => {
    expect(await ownPeopleReader()({ persons, households })).toBeUndefined()
    await expect(ownPeopleReader()({ persons: `${persons}x`, households })).rejects.toThrow()
  })
})
