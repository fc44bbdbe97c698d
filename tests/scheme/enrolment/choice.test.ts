import { describe, expect, it } from 'vitest'
import { draw, share } from '../../../src/kernel/random.ts'
import { leastUtility, surelyJoins } from '../../../src/scheme/enrolment/choice.ts'

const WORDS = Array.from({ length: 20_000 }, (_, i) => draw(i, 7, 1, 2))

describe('a household that surely joins', () => {
  it('has a utility above the log odds of its rank, and few that join need to be asked for their rank', () => {
    let joining = 0
    let sure = 0
    for (const [i, word] of WORDS.entries()) {
      const utility = (share(draw(i, 8, 1, 2)) - 0.5) * 12
      const joins = utility > leastUtility(share(word))
      if (joins) joining++
      if (!surelyJoins(utility, word)) continue
      sure++
      expect(joins, `utility ${utility}, word ${word}`).toBe(true)
    }
    expect(sure).toBeGreaterThan(0.95 * joining)
    expect(sure).toBeLessThan(joining)
  })

  it('is none at the very margin: just above and just below its rank the logarithm decides', () => {
    for (const word of WORDS.slice(0, 2000)) {
      const least = leastUtility(share(word))
      expect(surelyJoins(least, word)).toBe(false)
      expect(surelyJoins(least - 1e-12, word)).toBe(false)
    }
  })

  it('is none of the highest ranks, whatever its utility', () => {
    for (const word of [-1, -2, 0xffc00000 | 0]) expect(surelyJoins(1e9, word)).toBe(false)
  })
})
