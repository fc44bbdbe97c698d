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

/** Looks names up in a law and, for terms that are no parameter's name, in the glossary that `hezuo where` uses. */
export function parameterNames(law: Law, concepts: readonly Concept[] = []): (word: string) => Named | NotNamed {
  const entries = law.names().map((name) => law.entry(name))
  const names = new Set(entries.map(({ name }) => name))
  const called = (word: string) => entries.filter(({ zh }) => plain(zh) === plain(word))
  const shown = (name: string) => `${name} (${law.entry(name).zh})`

  /** Parameters that a term may stand for: the kind of name that fits best and no other. */
  const candidates = (word: string): string[] => {
    const sought = plain(word)
    if (sought.length < 2) return []
    const terms = concepts.filter(({ zh, en }) => [...zh, ...en].some((term) => plain(term) === sought))
    const fits: ((entry: Entry) => boolean)[] = [
      ({ name, zh }) => plain(zh).startsWith(`${sought}(`) || belongsTo(name, word),
      ({ zh }) => plain(zh).startsWith(sought),
      ({ zh, en }) => plain(en) === sought || lettersOf(zh) === lettersOf(word),
      ({ zh }) => plain(zh).includes(sought),
      ({ name }) => terms.some(({ parameters }) => parameters.some((prefix) => belongsTo(name, prefix))),
    ]
    const best = fits.find((fit) => entries.some(fit))
    return best ? entries.filter(best).map(({ name }) => name) : []
  }
  const nearest = (word: string): string | undefined => {
    const found =
      nearestName(word, names) ??
      nearestName(
        plain(word),
        entries.flatMap(({ zh, en }) => [plain(zh), plain(en)]),
      )
    if (found === undefined || names.has(found)) return found
    return entries.find(({ zh, en }) => plain(zh) === found || plain(en) === found)?.name
  }

  return (word) => {
    if (names.has(word)) return { name: word }
    const same = called(word)
    if (same.length === 1) return { name: same[0].name }
    const meant = candidates(word)
    if (meant.length > 1) {
      const more = meant.length > NAMED ? ` and ${meant.length - NAMED} more` : ''
      const expected = `one of ${meant.slice(0, NAMED).map(shown).join(', ')}${more}`
      return { code: 'ambiguous-parameter', message: `'${word}' may be any of ${meant.length} parameters`, expected }
    }
    const near = meant[0] ?? nearest(word)
    const alike = near ? [] : ofTheSameWords(names, word)
    const such = near ? `such as ${near} or ${law.entry(near).zh}` : alike.length ? `such as ${alike.join(', ')}` : 'dotted or Chinese'
    const expected = `the name of a parameter, ${such}`
    const proposal = near && (HAN.test(word) ? law.entry(near).zh : near)
    return {
      code: 'unknown-parameter',
      message: `${word}: the law has no such parameter`,
      expected,
      ...(proposal ? { nearest: proposal } : {}),
    }
  }
}

/** Names that hold words of a name that is like none, most words first, then those that begin alike. */
function ofTheSameWords(names: ReadonlySet<string>, word: string): string[] {
  const sought = wordsOf(word)
  const shared = (name: string) => wordsOf(name).filter((own) => sought.includes(own)).length
  const begins = (name: string) => (wordsOf(name)[0] === sought[0] ? 1 : 0)
  return [...names]
    .filter((name) => shared(name) > 0)
    .sort((one, other) => shared(other) - shared(one) || begins(other) - begins(one))
    .slice(0, 3)
}

/** Full-width and half-width brackets, letters and blanks are the same. */
function plain(word: string): string {
  return word.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[a-z]{3,}/g) ?? []

/** 县级医院起付线 and 起付线（县级医院） have the same letters. */
function lettersOf(word: string): string {
  return [...plain(word).replace(/[()]/g, '')].sort().join('')
}
