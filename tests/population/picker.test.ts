import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cumulative, pick, picker } from '../../src/population/marginals.ts'

test('A band is picked by a guide as it is by looking through all limits', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(shares, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (parts, rank) => {
      fc.pre(parts.some((part) => part > 0))
      const limits = cumulative(parts)
      for (const at of [rank, Math.floor(rank * 256) / 256, ...limits.filter((limit) => limit < 1)])
        expect(picker(limits)(at)).toBe(pick(limits, at))
    }),
    { numRuns: 500 },
  )
})
