/** Which parameter is meant by a name: its dotted name, or its Chinese one. What is a term of several is never guessed. */
import { nearestName, withBlanks } from '../../kernel/errors.ts'
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
  /** of the Chinese name without 住院 and 门诊 */
  readonly bareLetters: string
  /** which care the Chinese name tells, and which any of the names */
  readonly care: Care | undefined
  readonly anyCare: Care | undefined
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
    const { zh, en } = entry
    const letters = { letters: lettersOf(zh), bareLetters: lettersOf(withoutCare(zh)), words: wordsOf(name) }
    return { entry, name, zh: plain(zh), en: plain(en), care: careOf(zh), anyCare: careOf(`${name} ${zh} ${en}`), ...letters }
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
  const called = new Map(known.map(({ name, entry }) => [name, entry.zh]))
  const terms = concepts.map(({ zh, en, parameters }) => ({ words: [...zh, ...en].map(plain), parameters }))

  /** Parameters that a term may stand for: the kind of name that fits best and no other. */
  const candidates = (word: string): string[] => {
    const sought = plain(word)
    if (sought.length < 2) return []
    const meant = terms.filter(({ words }) => words.includes(sought))
    const [kind, letters] = [careOf(word), lettersOf(word)]
    const fits: ((one: Known) => boolean)[] = [
      ({ name, zh }) => zh.startsWith(`${sought}(`) || belongsTo(name, word),
      ({ zh }) => zh.startsWith(sought),
      (one) => one.en === sought || one.letters === letters,
      // 报销比例（县级医院） is said of inpatient and of outpatient care
      ({ care, bareLetters }) => kind === undefined && care !== undefined && bareLetters === letters,
      ({ zh }) => zh.includes(sought),
      ({ name }) => meant.some(({ parameters }) => parameters.some((prefix) => belongsTo(name, prefix))),
    ]
    const sameCare = known.filter((one) => !isOtherCare(kind, one))
    const best = fits.find((fit) => sameCare.some(fit))
    return best ? sameCare.filter(best).map(({ name }) => name) : []
  }

  return (word) => {
    const fitting = candidates(word)
    const meant = fitting.length > 0 ? fitting : nearestOf(word, known)
    if (meant.length > 1) {
      const more = meant.length > NAMED ? ` and ${meant.length - NAMED} more` : ''
      const shown = meant.slice(0, NAMED).map((name) => `${name} (${called.get(name)})`)
      const expected = `one of ${shown.join(', ')}${more}`
      return { code: 'ambiguous-parameter', message: `'${word}' may be any of ${meant.length} parameters`, expected }
    }
    const [near] = meant
    if (near) return unknown(word, `such as ${near} or ${called.get(near)}`, HAN.test(word) ? called.get(near) : near)
    const alike = ofTheSameWords(word, known)
    return unknown(word, alike.length ? `such as ${alike.join(', ')}` : 'dotted or Chinese')
  }
}

function unknown(word: string, such: string, nearest?: string): NotNamed {
  const message = `${withBlanks(word)}: the law has no such parameter`
  return { code: 'unknown-parameter', message, expected: `the name of a parameter, ${such}`, ...(nearest ? { nearest } : {}) }
}

/** The parameter of the nearest name, of the care that is asked for; where none is said and the other care has a twin, both. */
function nearestOf(word: string, known: readonly Known[]): string[] {
  const kind = careOf(word)
  const sameCare = known.filter((one) => !isOtherCare(kind, one))
  const byName = new Map(sameCare.map((one) => [one.name, one]))
  const byTerm = new Map(sameCare.flatMap((one) => [one.zh, one.en].map((term) => [term, one] as const)))
  const found = byName.get(nearestName(word, byName.keys()) ?? '') ?? byTerm.get(nearestName(plain(word), byTerm.keys()) ?? '')
  if (!found) return []
  if (kind !== undefined || found.care === undefined) return [found.name]
  return known.filter(({ bareLetters }) => bareLetters === found.bareLetters).map(({ name }) => name)
}

/** Full-width and half-width brackets, letters and blanks are the same. */
function plain(word: string): string {
  return word.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

type Care = 'inpatient' | 'outpatient'

/** 住院, 门诊 Which care a term names; undefined where it names neither or both. */
function careOf(term: string): Care | undefined {
  const [isInpatient, isOutpatient] = [/住院|inpatient/i.test(term), /门诊|outpatient/i.test(term)]
  return isInpatient === isOutpatient ? undefined : isInpatient ? 'inpatient' : 'outpatient'
}

const withoutCare = (term: string): string => term.replace(/住院|门诊/g, '')

/** Is the parameter one of the care that is not asked for? Where neither is named (起付线) it is inpatient care, or all care. */
function isOtherCare(kind: Care | undefined, { anyCare }: Known): boolean {
  return kind === 'outpatient' ? anyCare !== 'outpatient' : kind === 'inpatient' && anyCare === 'outpatient'
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
