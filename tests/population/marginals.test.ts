import { mean, sampleCovariance, sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { illnessBand, workingBand } from '../../src/population/ages.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, FEMALE } from '../../src/population/person.ts'
import { drawCounty, MARGINALS, START, standardErrors } from './county.ts'

const PERSONS = 400_000
const { settlement, people, households, rows } = drawCounty({ persons: PERSONS, key: 5 })
const ageOf = (p: number) => Math.floor((START - people.birthDay[p]) / 365.25)

/** Each count lies within 4 standard errors of its share of all. */
function expectShares(counts: readonly number[], shares: readonly number[]): void {
  const n = counts.reduce((sum, count) => sum + count, 0)
  shares.forEach((share, i) => {
    expect(Math.abs(standardErrors(counts[i], n, share)), `${i}: ${counts[i] / n} against ${share}`).toBeLessThan(4)
  })
}

function count(size: number, indices: Iterable<number>): number[] {
  const counts = new Array<number>(size).fill(0)
  for (const i of indices) counts[i]++
  return counts
}

describe('A drawn county within 4 standard errors', () => {
  test('has households of the published sizes', () => {
    // the last household is cut to fit
    const sizes = [...settlement.sizes].slice(0, -1).map((size) => size - 1)
    expectShares(count(MARGINALS.householdSize.length, sizes), MARGINALS.householdSize)
  })

  test('has the published age structure, heads and other members together', () => {
    const bands = rows.map((p) => Math.min(17, Math.floor((START - people.birthDay[p]) / 1826.25)))
    expectShares(count(18, bands), MARGINALS.ageShare)
  })

  test('has ages spread evenly within each five-year band', () => {
    const years = rows.map((p) => Math.floor((((START - people.birthDay[p]) / 1826.25) % 1) * 5))
    expectShares(count(5, years), [0.2, 0.2, 0.2, 0.2, 0.2])
  })

  test('has an adult at the head of every household', () => {
    const heads = rows.filter((p) => households.firstPerson[people.household[p]] === p)
    expect(heads.length).toBe(settlement.sizes.length)
    expect(heads.every((p) => ageOf(p) >= 20)).toBe(true)
  })

  test('has the published shares of men and women, all alive', () => {
    expectShares(
      count(
        2,
        rows.map((p) => (people.traits[p] & FEMALE ? 1 : 0)),
      ),
      [MARGINALS.maleShare, 1 - MARGINALS.maleShare],
    )
    expect(rows.every((p) => people.traits[p] & ALIVE)).toBe(true)
  })

  test.each(MARGINALS.chronicShare.map((share, band) => [band, share] as const))(
    'has the published share of chronically ill in age band %i',
    (band, share) => {
      const inBand = rows.filter((p) => illnessBand(ageOf(p)) === band)
      expectShares(
        count(
          2,
          inBand.map((p) => (people.traits[p] & CHRONIC ? 1 : 0)),
        ),
        [1 - share, share],
      )
    },
  )

  test.each(MARGINALS.awayShare.map((share, band) => [band, share] as const))(
    'has the published share away for work in age band %i',
    (band, share) => {
      const inBand = rows.filter((p) => workingBand(ageOf(p)) === band)
      expectShares(
        count(
          2,
          inBand.map((p) => (people.residence[p] ? 1 : 0)),
        ),
        [1 - share, share],
      )
    },
  )

  test('has those away in another province and in employee insurance in the published shares, and nobody of them at home', () => {
    const away = rows.filter((p) => people.residence[p] !== 0)
    expectShares(
      count(
        2,
        away.map((p) => people.residence[p] - 1),
      ),
      [1 - MARGINALS.awayOtherProvinceShare, MARGINALS.awayOtherProvinceShare],
    )
    const insured = count(
      2,
      away.map((p) => (people.traits[p] & EMPLOYEE_INSURED ? 1 : 0)),
    )
    expectShares(insured, [1 - MARGINALS.employeeInsuredShare, MARGINALS.employeeInsuredShare])
    expect(rows.some((p) => people.residence[p] === 0 && people.traits[p] & EMPLOYEE_INSURED)).toBe(false)
  })

  test('has equal quintiles of households by income, and the assisted poor in the lowest only', () => {
    expectShares(count(5, households.quintile), [0.2, 0.2, 0.2, 0.2, 0.2])
    expectShares(count(2, households.poor), [1 - MARGINALS.poorShare, MARGINALS.poorShare])
    expect([...households.quintile.keys()].every((h) => !households.poor[h] || households.quintile[h] === 0)).toBe(true)
  })

  test('has incomes of mean 1 with the published spread', () => {
    const incomes = [...households.income]
    const s2 = MARGINALS.incomeSigma ** 2
    expect(Math.abs(mean(incomes) - 1)).toBeLessThan(4 * Math.sqrt((Math.exp(s2) - 1) / incomes.length))
    const logs = incomes.map(Math.log)
    expect(Math.abs(sampleVariance(logs) / s2 - 1)).toBeLessThan(4 * Math.sqrt(2 / logs.length))
    // quintiles are those of income: nobody of a lower quintile earns more than anybody of a higher one
    const ends = [0, 1, 2, 3, 4]
      .map((q) => incomes.filter((_, h) => households.quintile[h] === q))
      .map((part) => [Math.min(...part), Math.max(...part)])
    for (let q = 1; q < 5; q++) expect(ends[q][0]).toBeGreaterThanOrEqual(ends[q - 1][1])
  })

  test('has frailty of mean 1 and variance 1 ÷ shape, of which households share the stated part', () => {
    const frailty = (p: number) => 1 / people.resilience[p]
    const all = rows.map(frailty)
    // members of a household are alike, so there are fewer independent ones; nobody is below 1/64, which lifts the mean by about 0.0001
    const alike = 1 + MARGINALS.frailtyHouseholdShare * 3.5
    expect(Math.abs(mean(all) - 1)).toBeLessThan(4 * Math.sqrt(alike / MARGINALS.frailtyShape / PERSONS) + 0.0002)
    // fourth central moment of the gamma: (3 + 6 ÷ shape) × variance²
    const spread = Math.sqrt(((2 + 6 / MARGINALS.frailtyShape) * alike) / PERSONS)
    expect(Math.abs(sampleVariance(all) * MARGINALS.frailtyShape - 1)).toBeLessThan(4 * spread)
    const firstTwo = [...settlement.sizes.keys()].filter((h) => settlement.sizes[h] > 1).map((h) => households.firstPerson[h])
    const shared =
      sampleCovariance(
        firstTwo.map(frailty),
        firstTwo.map((p) => frailty(p + 1)),
      ) * MARGINALS.frailtyShape
    expect(Math.abs(shared - MARGINALS.frailtyHouseholdShare)).toBeLessThan(4 * Math.sqrt(3 / firstTwo.length))
  })

  test('with everybody at home and equally frail has neither migrants nor differences', () => {
    const plain = drawCounty({ persons: 5000, changed: { everybodyHome: true, equalFrailty: true } })
    expect(plain.rows.every((p) => plain.people.residence[p] === 0 && plain.people.resilience[p] === 1)).toBe(true)
  })
})
