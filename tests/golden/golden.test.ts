import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { IS_QUICK } from '../size.ts'
import { computeGolden, differences, type Golden, MOST_TELLING } from './golden.ts'

const committed: Golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8'))
const ofTheMostTelling = Object.entries(committed).filter(([key]) => key.startsWith(`${MOST_TELLING} `))
/** In npm run test:quick one county is held to it. */
const quick = IS_QUICK

test('Small counties give the same tables and the same lives as when the golden was made (npm run golden tells what differs)', async () => {
  const expected = quick ? Object.fromEntries(ofTheMostTelling) : committed
  expect(Object.keys(expected).length).toBeGreaterThan(quick ? 150 : 300)
  expect(differences(await computeGolden(quick ? MOST_TELLING : undefined), expected)).toEqual([])
})

test('A figure that has moved is told by table and measure', () => {
  const [key] = Object.keys(committed)
  expect(differences({ ...committed, [key]: 'another' }, committed)).toEqual([`${key}: ${committed[key]} → another`])
})
