/** Which parameter is meant by a name: its dotted name, or its Chinese one. What is a term of several is never guessed. */
import { nearestName } from '../../kernel/errors.ts'
import type { Law } from '../law.ts'
import type { Entry } from '../schema.ts'
import type { Complaint } from '../value/value-check.ts'
import { belongsTo, type Concept } from './concepts.ts'

export interface Named {
  readonly name: string
}

export interface NotNamed extends Complaint {
  readonly code: 'unknown-parameter' | 'ambiguous-parameter'
}

/** How many candidates a message names before the others are counted. */
const NAMED = 8
const HAN = /\p{Script=Han}/u

/** A parameter with its names as they are compared. */
interface Known {
  readonly entry: Entry
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly letters: string
  readonly words: readonly string[]
}

/**
 * Names that are none are looked up by themselves up to this number; of thousands, from a file that means something else, each would cost
 * as much as the whole scenario.
 */
const MOST_SOUGHT = 300

/** Looks names up in a law and, for terms that are no parameter's name, in the glossary that `hezuo where` uses. Each word is looked up once. */
export function parameterNames(law: Law, concepts: readonly Concept[] = []): (word: string) => Named | NotNamed {
  const known = law.names().map((name): Known => {
    const entry = law.entry(name)
    return { entry, name, zh: plain(entry.zh), en: plain(entry.en), letters: lettersOf(entry.zh), words: wordsOf(name) }
  })
  const names = new Set(known.map(({ name }) => name))
  const seek = seekerOf(known, concepts)
  const found = new Map<string, NotNamed>()
  return (word) => {
    if (names.has(word)) return { name: word }
    const before = found.get(word)
    if (before) return before
    const bare = plain(word)
    const same = known.filter(({ zh }) => zh === bare)
    if (same.length === 1) return { name: same[0].name }
    if (found.size >= MOST_SOUGHT) return unknown(word, 'dotted or Chinese')
    const told = seek(word)
    found.set(word, told)
    return told
  }
}

/** What is told of a word that names no parameter. */
function seekerOf(known: readonly Known[], concepts: readonly Concept[]): (word: string) => NotNamed {
  const names = known.map(({ name }) => name)
  const called = new Map(known.map(({ name, entry }) => [name, entry.zh]))
  const inWords = known.flatMap(({ zh, en }) => [zh, en])
  const terms = concepts.map(({ zh, en, parameters }) => ({ words: [...zh, ...en].map(plain), parameters }))

  /** Parameters that a term may stand for: the kind of name that fits best and no other. */
  const candidates = (word: string): string[] => {
    const sought = plain(word)
    if (sought.length < 2) return []
    const meant = terms.filter(({ words }) => words.includes(sought))
    const letters = lettersOf(word)
    const fits: ((one: Known) => boolean)[] = [
      ({ name, zh }) => zh.startsWith(`${sought}(`) || belongsTo(name, word),
      ({ zh }) => zh.startsWith(sought),
      (one) => one.en === sought || one.letters === letters,
      ({ zh }) => zh.includes(sought),
      ({ name }) => meant.some(({ parameters }) => parameters.some((prefix) => belongsTo(name, prefix))),
    ]
    const best = fits.find((fit) => known.some(fit))
    return best ? known.filter(best).map(({ name }) => name) : []
  }
  const nearest = (word: string): string | undefined => {
    const found = nearestName(word, names) ?? nearestName(plain(word), inWords)
    if (found === undefined || called.has(found)) return found
    return known.find(({ zh, en }) => zh === found || en === found)?.name
  }

  return (word) => {
    const meant = candidates(word)
    if (meant.length > 1) {
      const more = meant.length > NAMED ? ` and ${meant.length - NAMED} more` : ''
      const shown = meant.slice(0, NAMED).map((name) => `${name} (${called.get(name)})`)
      const expected = `one of ${shown.join(', ')}${more}`
      return { code: 'ambiguous-parameter', message: `'${word}' may be any of ${meant.length} parameters`, expected }
    }
    const near = meant[0] ?? nearest(word)
    if (near) return unknown(word, `such as ${near} or ${called.get(near)}`, HAN.test(word) ? called.get(near) : near)
    const alike = ofTheSameWords(word, known)
    return unknown(word, alike.length ? `such as ${alike.join(', ')}` : 'dotted or Chinese')
  }
}

function unknown(word: string, such: string, nearest?: string): NotNamed {
  const message = `${word}: the law has no such parameter`
  return { code: 'unknown-parameter', message, expected: `the name of a parameter, ${such}`, ...(nearest ? { nearest } : {}) }
}

/** Full-width and half-width brackets, letters and blanks are the same. */
function plain(word: string): string {
  return word.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/** Three names that hold words of a name that is like none: most words first, then those that begin alike. */
function ofTheSameWords(word: string, known: readonly Known[]): string[] {
  const sought = wordsOf(word)
  const alike = known.flatMap(({ name, words }) => {
    const shared = words.filter((own) => sought.includes(own)).length
    return shared > 0 ? [{ name, shared, begins: words[0] === sought[0] ? 1 : 0 }] : []
  })
  alike.sort((one, other) => other.shared - one.shared || other.begins - one.begins)
  return alike.slice(0, 3).map(({ name }) => name)
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[a-z]{3,}/g) ?? []

/** 县级医院起付线 and 起付线（县级医院） have the same letters. */
function lettersOf(word: string): string {
  return [...plain(word).replace(/[()]/g, '')].sort().join('')
}
