import { describe, expect, test } from 'vitest'
import { ADDED_VILLAGE_ID } from '../../src/population/settlement.ts'
import { large } from '../size.ts'
import { byIdentity, type County, drawCounty, MARGINALS } from './county.ts'

/** Everybody of `small` is in `larger`, but for the last household, which is cut to fit. */
function expectSamePeople(small: County, larger: County): void {
  const [few, many] = [byIdentity(small), byIdentity(larger)]
  const last = [...few.keys()].at(-1)?.split('/').slice(0, 2).join('/')
  const kept = [...few].filter(([identity]) => !identity.startsWith(`${last}/`))
  expect(Object.fromEntries(kept.map(([identity]) => [identity, many.get(identity)]))).toEqual(Object.fromEntries(kept))
}

const PERSONS = large(12_000)

describe('A person', () => {
  const county = drawCounty({ persons: PERSONS })

  test('has the same key, birth day, sex, illness, residence and income whatever the number of persons in the county', () => {
    expectSamePeople(county, drawCounty({ persons: large(41_234) }))
  })

  test('is the same however the townships are cut', () => {
    const cut = drawCounty({ persons: PERSONS, changed: { townshipPersons: 2500 } })
    expect(cut.settlement.townships.length).toBeGreaterThan(county.settlement.townships.length)
    expect(byIdentity(cut)).toEqual(byIdentity(county))
  })

  test('is the same whatever room is kept for newborns', () => {
    expect(byIdentity(drawCounty({ persons: PERSONS, newbornRoom: 0.1 }))).toEqual(byIdentity(county))
  })

  test('of another replication or county is somebody else', () => {
    const [here, there] = [byIdentity(county), byIdentity(drawCounty({ persons: PERSONS, key: 3 }))]
    const sameKey = [...here].filter(
      ([identity, { keyA, keyB }]) => there.get(identity)?.keyA === keyA && there.get(identity)?.keyB === keyB,
    )
    expect(sameKey).toEqual([])
  })

  test('shares the key with nobody', () => {
    const keys = new Set([...byIdentity(county).values()].map(({ keyA, keyB }) => `${keyA}/${keyB}`))
    expect(keys.size).toBe(PERSONS)
  })
})

describe('A village that is added', () => {
  const before = byIdentity(drawCounty({ persons: PERSONS }))
  const county = drawCounty({ persons: PERSONS, addedVillages: [1000, 30] })
  const after = byIdentity(county)

  test('changes nobody else', () => {
    expect(Object.fromEntries([...before.keys()].map((identity) => [identity, after.get(identity)]))).toEqual(Object.fromEntries(before))
  })

  test('has the households asked for, and a name of its own', () => {
    const added = county.settlement.villages.filter(({ id }) => id >= ADDED_VILLAGE_ID)
    expect(added.map(({ firstHousehold, endHousehold }) => endHousehold - firstHousehold)).toEqual([1000, 30])
  })

  test('brings its people beside the number of persons of the county', () => {
    const people = [...after.keys()].filter((identity) => Number(identity.split('/')[0]) >= ADDED_VILLAGE_ID).length
    expect(people).toBeGreaterThan(1030)
    expect(after.size).toBe(PERSONS + people)
    expect(county.settlement.persons).toBe(after.size)
  })
})

describe('A county', () => {
  test.each([1, 7, 999, 20_000, 54_321])('of %i persons has exactly that many', (persons) => {
    const { settlement, rows } = drawCounty({ persons })
    expect(settlement.persons).toBe(persons)
    expect(rows.length).toBe(persons)
    expect(settlement.sizes.reduce((sum, size) => sum + size, 0)).toBe(persons)
  })

  test('has townships of at most the given size, unless one village alone is larger', () => {
    const { settlement, households, people, rows } = drawCounty({ persons: 60_000, changed: { townshipPersons: 5000 } })
    const inVillage = new Map<number, number>()
    for (const p of rows) {
      const v = households.village[people.household[p]]
      inVillage.set(v, (inVillage.get(v) ?? 0) + 1)
    }
    for (const { firstVillage, endVillage, firstPerson, endPerson } of settlement.townships) {
      const villages = Array.from({ length: endVillage - firstVillage }, (_, i) => inVillage.get(firstVillage + i) ?? 0)
      expect(villages.reduce((sum, n) => sum + n, 0)).toBe(endPerson - firstPerson)
      expect(endPerson - firstPerson <= 5000 || villages.length === 1).toBe(true)
    }
  })

  test('has villages of about the published number of households', () => {
    const villages = drawCounty({ persons: 200_000 }).settlement.villages.slice(0, -1)
    const sizes = villages.map(({ firstHousehold, endHousehold }) => endHousehold - firstHousehold)
    const mean = sizes.reduce((sum, n) => sum + n, 0) / sizes.length
    // uniform from 0.6 to 1.4 times the mean: standard deviation 0.8 ÷ √12
    expect(Math.abs(mean / MARGINALS.villageHouseholds - 1)).toBeLessThan((4 * 0.8) / Math.sqrt(12 * sizes.length) + 0.002)
  })
})
