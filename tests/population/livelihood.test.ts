import { describe, expect, test } from 'vitest'
import { agesAt, workingBand } from '../../src/population/ages.ts'
import { drawWorkAndSpending, moveForWork, workTurn } from '../../src/population/livelihood.ts'
import { EMPLOYEE_INSURED } from '../../src/population/person.ts'
import { type County, drawCounty, FIRST_YEAR, LIVELIHOOD, standardErrors } from './county.ts'

/** Share away by age band on 1 January of `year`, as [away, all]. */
function away({ people, rows }: County, year: number): [number, number][] {
  const ageOf = agesAt(year)
  const counts: [number, number][] = LIVELIHOOD.awayShare.map(() => [0, 0])
  for (const p of rows) {
    const band = workingBand(ageOf(people.birthDay[p]))
    if (band < 0) continue
    counts[band][1]++
    if (people.residence[p] !== 0) counts[band][0]++
  }
  return counts
}

function move({ people, rows }: County, year: number, ageing: boolean): void {
  const ageOf = agesAt(ageing ? year : FIRST_YEAR)
  const turn = workTurn(year, LIVELIHOOD, ageing)
  for (const p of rows) moveForWork(people, p, ageOf(people.birthDay[p]), drawWorkAndSpending(people, p, year), turn)
}

function expectPublished(counts: readonly [number, number][], year: number): void {
  counts.forEach(([gone, all], band) => {
    expect(Math.abs(standardErrors(gone, all, LIVELIHOOD.awayShare[band])), `${year}, band ${band}: ${gone / all}`).toBeLessThan(4)
  })
}

describe('Those away for work', () => {
  test('stay the published share of every age for ten years while people grow older', () => {
    const county = drawCounty({ persons: 150_000, key: 8 })
    for (let year = FIRST_YEAR; year < FIRST_YEAR + 10; year++) {
      expectPublished(away(county, year), year)
      move(county, year, true)
    }
  })

  test('stay the published share of every age where a scenario keeps everybody’s age', () => {
    const county = drawCounty({ persons: 150_000, key: 9 })
    for (let year = FIRST_YEAR; year < FIRST_YEAR + 10; year++) move(county, year, false)
    expectPublished(away(county, FIRST_YEAR), FIRST_YEAR)
  })

  test('come back within a year at the return rate, as long as they stay in their age band', () => {
    const { people, rows } = drawCounty({ persons: 150_000, key: 10 })
    const gone = rows.filter((p) => people.residence[p] !== 0 && workingBand(agesAt(FIRST_YEAR)(people.birthDay[p])) === 1)
    const turn = workTurn(FIRST_YEAR, LIVELIHOOD, false)
    for (const p of gone) moveForWork(people, p, 30, drawWorkAndSpending(people, p, FIRST_YEAR), turn)
    const back = gone.filter((p) => people.residence[p] === 0).length
    expect(Math.abs(standardErrors(back, gone.length, LIVELIHOOD.returnRate))).toBeLessThan(4)
  })

  test('keep their shares in other provinces and in employee insurance, and leave that insurance when they come back', () => {
    const county = drawCounty({ persons: 150_000, key: 11 })
    for (let year = FIRST_YEAR; year < FIRST_YEAR + 10; year++) move(county, year, true)
    const { people, rows } = county
    const gone = rows.filter((p) => people.residence[p] !== 0)
    const far = gone.filter((p) => people.residence[p] === 2).length
    expect(Math.abs(standardErrors(far, gone.length, LIVELIHOOD.awayOtherProvinceShare))).toBeLessThan(4)
    const insured = gone.filter((p) => people.traits[p] & EMPLOYEE_INSURED).length
    expect(Math.abs(standardErrors(insured, gone.length, LIVELIHOOD.employeeInsuredShare))).toBeLessThan(4)
    expect(rows.some((p) => people.residence[p] === 0 && people.traits[p] & EMPLOYEE_INSURED)).toBe(false)
  })

  test('are never children', () => {
    const county = drawCounty({ persons: 50_000, key: 12 })
    for (let year = FIRST_YEAR; year < FIRST_YEAR + 3; year++) move(county, year, true)
    const ageOf = agesAt(FIRST_YEAR + 3)
    expect(county.rows.filter((p) => county.people.residence[p] !== 0).every((p) => ageOf(county.people.birthDay[p]) >= 16)).toBe(true)
  })
})
