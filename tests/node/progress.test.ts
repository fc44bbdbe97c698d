import { describe, expect, test } from 'vitest'
import { createProgress, progressLine } from '../../src/node/progress.ts'

function shownOn(isTTY: boolean, quiet: boolean) {
  const written: string[] = []
  let time = 0
  const stream = { isTTY, columns: 80, write: (text: string) => written.push(text) }
  const progress = createProgress({ stream, quiet, personYears: 1_000_000, now: () => time })
  for (const [seconds, share] of [
    [1, 0.1],
    [2, 0.2],
    [6, 0.6],
    [7, 0.7],
    [10, 1],
  ]) {
    time = seconds * 1000
    progress.update(share)
  }
  progress.end()
  return written
}

describe('Progress', () => {
  test('tells share, rate and time left', () => {
    expect(progressLine(0.25, 4_000_000, 2)).toBe('25 %, 500,000 person-years/s, 6 s left')
    expect(progressLine(0.5, 6_000_000, 2)).toBe('50 %, 1.50 million person-years/s, 2 s left')
    expect(progressLine(1, 1_000_000, 4)).toBe('100 %, 250,000 person-years/s, in 4 s')
    expect(progressLine(0, 1, 0)).toBe('0 %, starting')
  })

  test('is a bar on one line of a terminal', () => {
    const written = shownOn(true, false)
    expect(written.filter((text) => text.startsWith('\r'))).toHaveLength(5)
    expect(written[written.length - 1]).toBe('\n')
  })

  test('is a plain line every few seconds elsewhere, and one at the end', () => {
    expect(shownOn(false, false)).toEqual(['60 %, 100,000 person-years/s, 4 s left\n', '100 %, 100,000 person-years/s, in 10 s\n'])
  })

  test('is nothing when quiet', () => {
    expect(shownOn(true, true)).toEqual([])
  })
})
