import { sampleCorrelation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { draw, masterKey, secondWord, share, spareBits } from '../../src/kernel/random.ts'

describe('Threefry2x32, 13 rounds', () => {
  // the known answers published with Random123: counter, key, result
  test.each([
    [0, 0, 0, 0, 0x9d1c5ec6, 0x8bd50731],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xfd36d048, 0x2d17272c],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xba3e4725, 0xf27d669e],
  ])('counter %i %i under key %i %i gives the published words', (occasion, purpose, keyA, keyB, first, second) => {
    expect(draw(keyA, keyB, purpose, occasion) >>> 0).toBe(first)
    expect(secondWord() >>> 0).toBe(second)
  })
})

/** Chi-square of 256 cells of the top byte of each word. */
function chiSquare(words: number[]): number {
  const counts = new Array<number>(256).fill(0)
  for (const word of words) counts[word >>> 24]++
  const expected = words.length / 256
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

const N = 100_000
const several = (word: (n: number) => number) => Array.from({ length: N }, (_, n) => word(n))
const low = (words: number[]) => words.map((word) => word << 24)

describe('words', () => {
  const sequences: [string, (n: number) => number][] = [
    ['of one person on successive occasions', (n) => draw(12_345, -67_890, 41, n)],
    ['of neighbouring keys', (n) => draw(n, 99, 41, 0)],
    ['of keys that differ in their second word', (n) => draw(99, n, 41, 0)],
    ['for successive purposes', (n) => draw(1, 2, n, 0)],
  ]
  // 255 degrees of freedom: between 161 and 377 but for one case in a million on either side
  test.each(sequences)('%s are uniform in both words and in their high and low bits', (_, word) => {
    const first = several(word)
    const second = several((n) => {
      word(n)
      return secondWord()
    })
    for (const words of [first, second, low(first), low(second)]) {
      expect(chiSquare(words)).toBeGreaterThan(161)
      expect(chiSquare(words)).toBeLessThan(377)
    }
  })

  test.each(sequences)('%s do not hang together', (_, word) => {
    const first = several(word)
    const second = several((n) => {
      word(n)
      return secondWord()
    })
    // 5 standard errors of a correlation of 0
    const bound = 5 / Math.sqrt(N)
    const pairs = [
      [first, second],
      [first.slice(1), first.slice(0, -1)],
      [second.slice(1), second.slice(0, -1)],
    ]
    for (const [left, right] of pairs) expect(Math.abs(sampleCorrelation(left.map(share), right.map(share)))).toBeLessThan(bound)
  })

  test('differ for every key, purpose and occasion near by', () => {
    const words = new Set<string>()
    for (let a = 0; a < 12; a++)
      for (let b = 0; b < 12; b++)
        for (let purpose = 0; purpose < 12; purpose++)
          for (let occasion = 0; occasion < 12; occasion++) words.add(`${draw(a, b, purpose, occasion)},${secondWord()}`)
    expect(words.size).toBe(12 ** 4)
  })

  test('a share is at least 0 and below 1', () => {
    expect(share(0)).toBe(0)
    expect(share(-1)).toBe(1 - 2 ** -32)
    expect(share(1 << 31)).toBe(0.5)
  })
})

describe('the spare bits of a word', () => {
  test('are each of 0 to 65,535 once for the words of one upper half', () => {
    const upper = 0x5a5a0000
    expect(new Set(Array.from({ length: 65_536 }, (_, lower) => spareBits(upper | lower))).size).toBe(65_536)
  })

  test('do not hang together with the rank of the word, nor with its logarithm', () => {
    const words = several((n) => draw(7, n, 41, 0))
    const spare = words.map(spareBits)
    const ranks = words.map(share)
    expect(chiSquare(spare.map((bits) => bits << 16))).toBeLessThan(377)
    expect(Math.abs(sampleCorrelation(spare, ranks))).toBeLessThan(5 / Math.sqrt(N))
    expect(
      Math.abs(
        sampleCorrelation(
          spare,
          ranks.map((rank) => -Math.log(1 - rank)),
        ),
      ),
    ).toBeLessThan(5 / Math.sqrt(N))
  })

  test('do not hang together with the depth of the tail where the upper half is at its end', () => {
    // the 65,536 words from 0 on, the outermost ranks there are: where the upper half is told, the lower one is the depth
    const tail = Array.from({ length: 65_536 }, (_, lower) => lower + 1)
    expect(Math.abs(sampleCorrelation(tail.map(spareBits), tail.map(Math.log)))).toBeLessThan(0.02)
    // and of every 256 that follow one another as many are in each quarter, give or take twelve
    for (let from = 0; from < tail.length; from += 256) {
      const quarters = [0, 0, 0, 0]
      for (const word of tail.slice(from, from + 256)) quarters[spareBits(word) >>> 14]++
      for (const count of quarters) expect(Math.abs(count - 64)).toBeLessThanOrEqual(12)
    }
  })
})

describe('the master key', () => {
  test('is the same for the same seed text, in every version', () => {
    expect(masterKey('1')).toEqual({ a: -2056497075, b: 1260521671 })
    expect(masterKey('subsidy years')).toEqual(masterKey('subsidy years'))
  })

  test.each([
    ['1', '11'],
    ['1', '111'],
    ['ab', 'abab'],
    ['', ' '],
    ['1', '1.'],
    ['Ā', '一'],
    ['合作', '合作合作'],
  ])('of "%s" is not that of "%s"', (one, other) => {
    expect(masterKey(one)).not.toEqual(masterKey(other))
  })

  test('of 2,000 successive numbers is never the same', () => {
    const keys = Array.from({ length: 2000 }, (_, n) => JSON.stringify(masterKey(String(n))))
    expect(new Set(keys).size).toBe(2000)
  })
})
