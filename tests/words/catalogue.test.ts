import { describe, expect, test } from 'vitest'
import { COVER } from '../../src/scheme/enrolment/cover-states.ts'
import { AMOUNTS } from '../../src/words/amounts.ts'
import { FACTS } from '../../src/words/facts.ts'
import { FIGURES } from '../../src/words/figures.ts'
import type { Words } from '../../src/words/lang.ts'
import { MODES, modeWord } from '../../src/words/modes.ts'
import { CHANNELS, PLACES, RESIDENCES } from '../../src/words/places.ts'
import * as states from '../../src/words/states.ts'
import { projectLaw } from '../policy/project-law.ts'

const { STATES, ...GROUPS } = states
type Catalogue = Readonly<Record<string, Words>>
const CATALOGUES: Readonly<Record<string, Catalogue>> = { AMOUNTS, FACTS, FIGURES, MODES, STATES }

describe('The words', () => {
  test.each(Object.entries(CATALOGUES))('of %s are Chinese in Chinese and English in English', (_, words) => {
    const wrong = Object.entries(words).filter(([, { en, zh }]) => !/[\u4e00-\u9fff]/.test(zh) || /[\u4e00-\u9fff_]/.test(en) || en === '')
    expect(wrong.map(([id]) => id)).toEqual([])
  })

  test('tell every way that a parameter may name', () => {
    const law = projectLaw()
    const ways = law.names().flatMap((name) => law.entry(name).options ?? [])
    expect(ways.length).toBeGreaterThan(20)
    expect(ways.filter((way) => !/[\u4e00-\u9fff]/.test(modeWord(way, 'zh')) || modeWord(way, 'en').includes('_'))).toEqual([])
    expect(modeWord('whole', 'en')).toBe('all at the rate of the band reached')
  })

  test('of a person’s cover are those of the states that there are, and of no others', () => {
    expect(Object.keys(states.COVER_STATES)).toEqual([...COVER])
  })

  test('name each place, state and way of paying once', () => {
    const ids = [PLACES, RESIDENCES, CHANNELS, ...Object.values(GROUPS)].flatMap((group) => Object.keys(group))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})
