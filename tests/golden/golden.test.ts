import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { computeGolden, differences, type Golden } from './golden.ts'

const committed: Golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8'))

test('Small counties give the same tables and the same lives as when the golden was made (npm run golden tells what differs)', async () => {
  expect(Object.keys(committed).length).toBeGreaterThan(300)
  expect(differences(await computeGolden(), committed)).toEqual([])
})

test('A figure that has moved is told by table and measure', () => {
  const [key] = Object.keys(committed)
  expect(differences({ ...committed, [key]: 'another' }, committed)).toEqual([`${key}: ${committed[key]} → another`])
})
