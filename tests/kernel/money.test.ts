import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fenOf, perMillion, shareOf, shareOfBill } from '../../src/kernel/money.ts'

const LARGEST_BILL = 2 ** 31 - 1

describe('An amount in yuan', () => {
  test('of half a fen goes up, as it is written and not as binary has it', () => {
    const written = { 1.005: 101, 8.575: 858, 0.005: 1, 1.004: 100, 4.35: 435, 1.0049999: 100, 120: 12_000, 1e13: 1e15 }
    for (const [yuan, fen] of Object.entries(written)) expect([yuan, fenOf(Number(yuan))]).toEqual([yuan, fen])
  })
})

describe('A share of an amount', () => {
  test('is rounded to the nearest fen, halves up', () => {
    expect([shareOf(1, 500_000), shareOf(1, 499_999), shareOf(3, 500_000)]).toEqual([1, 0, 2])
    expect(shareOf(fenOf(1234.56), perMillion(0.75))).toBe(92_592)
  })

  test('of a bill is the same in 32-bit integers, up to the largest bill', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_BILL }), fc.integer({ min: 0, max: 1_000_000 }), (fen, millionths) => {
        expect(shareOfBill(fen, millionths)).toBe(shareOf(fen, millionths))
      }),
      {
        numRuns: 5000,
        examples: [
          [LARGEST_BILL, 1_000_000],
          [LARGEST_BILL, 999_999],
          [0, 1_000_000],
          [1, 500_000],
        ],
      },
    )
  })
})
