import { describe, expect, it } from 'vitest'
import * as places from '../../src/population/places.ts'
import * as words from '../../src/words/places.ts'

describe('every place of care, every residence and every way to pay the premium', () => {
  it.each([
    ['places', words.PLACES, places.PLACES],
    ['residences', words.RESIDENCES, places.RESIDENCES],
    ['channels', words.CHANNELS, places.CHANNELS],
  ])('%s: has a name in both languages, different from the others, and there are no other names', (_, named, known) => {
    expect(Object.keys(named)).toEqual([...known])
    for (const lang of ['en', 'zh'] as const) {
      const texts = Object.values(named).map((one) => one[lang])
      expect(texts).not.toContain('')
      expect(new Set(texts).size).toBe(known.length)
    }
  })
})
