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
    const kind = careOf(word)
    const fits: ((entry: Entry) => boolean)[] = [
      ({ name, zh }) => plain(zh).startsWith(`${sought}(`) || belongsTo(name, word),
      ({ zh }) => plain(zh).startsWith(sought),
      ({ zh, en }) => plain(en) === sought || lettersOf(zh) === lettersOf(word),
      // 报销比例（县级医院） is said of inpatient and of outpatient care
      ({ zh }) => kind === undefined && careOf(zh) !== undefined && lettersOf(withoutCare(zh)) === lettersOf(word),
      ({ zh }) => plain(zh).includes(sought),
      ({ name }) => terms.some(({ parameters }) => parameters.some((prefix) => belongsTo(name, prefix))),
    ]
    const sameCare = entries.filter((entry) => !isOtherCare(kind, entry))
    const best = fits.find((fit) => sameCare.some(fit))
    return best ? sameCare.filter(best).map(({ name }) => name) : []
  }

  return (word) => {
    if (names.has(word)) return { name: word }
    const same = called(word)
    if (same.length === 1) return { name: same[0].name }
    const fitting = candidates(word)
    const meant = fitting.length > 0 ? fitting : nearestOf(word, entries)
    if (meant.length > 1) {
      const more = meant.length > NAMED ? ` and ${meant.length - NAMED} more` : ''
      const expected = `one of ${meant.slice(0, NAMED).map(shown).join(', ')}${more}`
      return { code: 'ambiguous-parameter', message: `'${word}' may be any of ${meant.length} parameters`, expected }
    }
    const [near] = meant
    const alike = near ? [] : ofTheSameWords(word, names)
    const such = near ? `such as ${near} or ${law.entry(near).zh}` : alike.length ? `such as ${alike.join(', ')}` : 'dotted or Chinese'
    const expected = `the name of a parameter, ${such}`
    const proposal = near && (HAN.test(word) ? law.entry(near).zh : near)
    return {
      code: 'unknown-parameter',
      message: `${withBlanks(word)}: the law has no such parameter`,
      expected,
      ...(proposal ? { nearest: proposal } : {}),
    }
  }
}

/** The parameter of the nearest name, of the care that is asked for; where none is said and the other care has a twin, both. */
function nearestOf(word: string, entries: readonly Entry[]): string[] {
  const kind = careOf(word)
  const sameCare = entries.filter((entry) => !isOtherCare(kind, entry))
  const byName = new Map(sameCare.map((entry) => [entry.name, entry]))
  const byTerm = new Map(sameCare.flatMap((entry) => [plain(entry.zh), plain(entry.en)].map((term) => [term, entry] as const)))
  const found = byName.get(nearestName(word, byName.keys()) ?? '') ?? byTerm.get(nearestName(plain(word), byTerm.keys()) ?? '')
  if (!found) return []
  if (kind !== undefined || careOf(found.zh) === undefined) return [found.name]
  return entries.filter(({ zh }) => lettersOf(withoutCare(zh)) === lettersOf(withoutCare(found.zh))).map(({ name }) => name)
}

/** Full-width and half-width brackets, letters and blanks are the same. */
function plain(word: string): string {
  return word.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/** 住院, 门诊 Which care a term names; undefined where it names neither or both. */
function careOf(term: string): 'inpatient' | 'outpatient' | undefined {
  const [isInpatient, isOutpatient] = [/住院|inpatient/i.test(term), /门诊|outpatient/i.test(term)]
  return isInpatient === isOutpatient ? undefined : isInpatient ? 'inpatient' : 'outpatient'
}

const withoutCare = (term: string): string => term.replace(/住院|门诊/g, '')

/** Is the parameter one of the care that is not asked for? Where neither is named (起付线) it is inpatient care, or all care. */
function isOtherCare(kind: ReturnType<typeof careOf>, { name, zh, en }: Entry): boolean {
  const own = careOf(`${name} ${zh} ${en}`)
  return kind === 'outpatient' ? own !== 'outpatient' : kind === 'inpatient' && own === 'outpatient'
}

/** Three names that hold words of a name that is like none: most words first, then those that begin alike. */
function ofTheSameWords(word: string, names: Iterable<string>): string[] {
  const sought = wordsOf(word)
  const shared = (name: string) => wordsOf(name).filter((own) => sought.includes(own)).length
  const begins = (name: string) => (wordsOf(name)[0] === sought[0] ? 1 : 0)
  const alike = [...names].filter((name) => shared(name) > 0)
  return alike.sort((one, other) => shared(other) - shared(one) || begins(other) - begins(one)).slice(0, 3)
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[a-z]{3,}/g) ?? []

/** 县级医院起付线 and 起付线（县级医院） have the same letters. */
function lettersOf(word: string): string {
  return [...plain(word).replace(/[()]/g, '')].sort().join('')
}
