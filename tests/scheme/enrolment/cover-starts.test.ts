import { describe, expect, it } from 'vitest'
import { Beginnings } from '../../../src/scheme/enrolment/cover-starts.ts'

/** Everybody whose cover begins up to `last`, as [day, person]. */
function taken(beginnings: Beginnings, township: number, last: number): [number, number][] {
  const found: [number, number][] = []
  for (let day = 0; day <= last; day++) {
    for (let p = beginnings.take(township, day); p >= 0; p = beginnings.take(township, day)) found.push([day, p])
  }
  return found
}

describe('cover that begins within the year', () => {
  it('begins on the day of the seal or of coming home, in each township for its own people', () => {
    const beginnings = new Beginnings(2, 100)
    beginnings.begin()
    beginnings.sealedLater(3, 12)
    beginnings.sealedLater(7, 9)
    beginnings.sealedLater(1005, 9)
    beginnings.openYear()
    beginnings.openTownship(0, 1000)
    beginnings.add(0, 5, 250)
    beginnings.sort(0)
    beginnings.openTownship(1, 2000)
    beginnings.sort(1)
    expect(taken(beginnings, 0, 8)).toEqual([])
    expect(taken(beginnings, 0, 365)).toEqual([
      [9, 7],
      [12, 3],
      [250, 5],
    ])
    expect(taken(beginnings, 1, 365)).toEqual([[9, 1005]])
  })

  it('knows nothing of the year before', () => {
    const beginnings = new Beginnings(1, 100)
    beginnings.begin()
    beginnings.sealedLater(3, 200)
    beginnings.openYear()
    beginnings.openTownship(0, 10)
    beginnings.sort(0)
    beginnings.openYear()
    beginnings.openTownship(0, 10)
    beginnings.sort(0)
    expect(taken(beginnings, 0, 365)).toEqual([])
  })
})
