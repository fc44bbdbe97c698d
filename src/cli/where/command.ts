/** hezuo where: where a term of the policy is defined, valued, amended and tested, by its Chinese, its English or its parameter's name. */
import { InputFaults, nearestName } from '../../kernel/errors.ts'
import { readProjectTexts } from '../../node/files.ts'
import { belongsTo, type Concept, loadConcepts } from '../../policy/lookup/concepts.ts'
import { amendmentsOf } from './amended.ts'
import {
  definedTerms,
  type Mention,
  procedureFigures,
  proceduresAndOffices,
  settingsOf,
  type TestWords,
  testsOf,
  type ValuedParameter,
  valuedParameters,
  valueLines,
} from './index.ts'

/** More lines of one kind than this are counted, not shown. */
const SHOWN = 12
/** More terms than this that merely contain the word are not shown. */
const MOST_TERMS = 5

/** What one answer is about: a term of the glossary, some of its parameters, or parameters without a term. */
interface Found {
  readonly concept?: Concept
  readonly parameters: readonly ValuedParameter[]
}

/** Prints the places of a term. Throws InputFaults with the nearest term when nothing is found. */
export function where(word: string): void {
  const [file] = readProjectTexts('data', /glossary\.csv$/)
  const concepts = loadConcepts(file)
  const procedures = readProjectTexts('data', /\/procedures\/[\w-]+\.yaml$/)
  const parameters = [
    ...valuedParameters(readProjectTexts('data', /\/(law|behaviour)\/[\w-]+\.yaml$/)),
    ...proceduresAndOffices(procedures),
    ...procedureFigures(procedures),
  ]
  const found = look(word.trim(), concepts, parameters)
  if (found.length === 0) {
    const names = [...concepts.flatMap(({ zh, en }) => [...zh, ...en]), ...parameters.flatMap(({ name, zh, en }) => [name, zh, en])]
    const expected = 'a Chinese or English term of the policy, or the name of a parameter, a procedure or one of its figures'
    throw new InputFaults([
      { code: 'term', file: 'where', message: `nothing is called '${word}'`, expected, nearest: nearestName(word.trim(), names) },
    ])
  }
  const index = {
    terms: definedTerms(readProjectTexts('src', /\.ts$/)),
    scenarios: readProjectTexts('scenarios', /\.yaml$/),
    tests: readProjectTexts('tests', /\.(yaml|ts)$/),
  }
  console.log(found.map((one) => answer(one, index)).join('\n\n'))
}

/** Exact names first, then parameters that begin with the word, then whatever contains it. */
function look(word: string, concepts: readonly Concept[], parameters: readonly ValuedParameter[]): Found[] {
  const sought = word.toLowerCase()
  if (sought === '') return []
  const ofConcept = (concept: Concept): Found => ({
    concept,
    parameters: parameters.filter(({ name }) => concept.parameters.some((prefix) => belongsTo(name, prefix))),
  })
  const names = ({ zh, en }: Concept) => [...zh, ...en].map((name) => name.toLowerCase())
  const exact = concepts.find((concept) => names(concept).includes(sought) || concept.parameters[0] === sought)
  if (exact) return [ofConcept(exact)]
  const owner = (name: string) => ownerOf(name, concepts)
  const named = parameters.filter(({ name, zh, en }) => name === sought || zh === word || en.toLowerCase() === sought)
  if (named.length > 0) return [{ concept: owner(named[0].name), parameters: named }]
  const begun = parameters.filter(({ name }) => belongsTo(name, sought))
  if (begun.length > 0) return [{ concept: owner(begun[0].name), parameters: begun }]
  // a word of signs stands in every name and means none
  if (!/[\p{L}\p{N}]/u.test(sought)) return []
  const containing = concepts.filter((concept) => names(concept).some((name) => name.includes(sought))).map(ofConcept)
  const loose = parameters.filter((one) => [one.name, one.zh, one.en].some((name) => name.toLowerCase().includes(sought)))
  const rest = loose.filter((one) => !containing.some((found) => found.parameters.includes(one)))
  return [...containing, ...(rest.length > 0 ? [{ concept: owner(rest[0].name), parameters: rest }] : [])].slice(0, MOST_TERMS)
}

/** The concept with the longest name that the parameter begins with. */
function ownerOf(name: string, concepts: readonly Concept[]): Concept | undefined {
  const longest = ({ parameters }: Concept) => Math.max(0, ...parameters.filter((one) => belongsTo(name, one)).map((one) => one.length))
  const best = concepts.reduce((found, one) => (longest(one) > longest(found) ? one : found), concepts[0])
  return longest(best) > 0 ? best : undefined
}

interface Index {
  readonly terms: ReturnType<typeof definedTerms>
  readonly scenarios: ReturnType<typeof readProjectTexts>
  readonly tests: ReturnType<typeof readProjectTexts>
}

function answer({ concept, parameters }: Found, { terms, scenarios, tests }: Index): string {
  const lines = [concept ? `${concept.zh.join('、')}  ${concept.en.join(', ')}  (${concept.rows.join(', ')})` : headingOf(parameters)]
  const defined = concept ? terms.filter(({ zh, file }) => file === `src/${concept.rule}` && concept.zh.includes(zh)) : []
  lines.push(
    ...section(
      'defined',
      defined.map(({ file, line, declares }) => `${file}:${line}  ${declares}`.trimEnd()),
    ),
  )
  const valued = parameters.map((one) => [`${one.file}:${one.line}  ${one.name}  ${one.zh}`, ...valueLines(one).map((line) => `  ${line}`)])
  lines.push(...section('valued', valued.flat(), SHOWN * 4))
  const isMeant = (name: string) => parameters.some((one) => one.name === name || one.zh === name)
  lines.push(...section('amended', mentions([...settingsOf(scenarios, isMeant), ...amendmentsOf(scenarios, concept?.zh ?? [])])))
  lines.push(...section('tested', mentions(testsOf(tests, wordsOf(concept, parameters)))))
  return lines.join('\n')
}

function headingOf(parameters: readonly ValuedParameter[]): string {
  return parameters.length === 1 ? `${parameters[0].zh}  ${parameters[0].en}` : parameters.map(({ zh }) => zh).join('、')
}

function section(name: string, lines: readonly string[], most = SHOWN): string[] {
  const shown = lines.length > most ? [...lines.slice(0, most), `… and ${lines.length - most} more`] : lines
  return (shown.length > 0 ? shown : ['–']).map((line, at) => `  ${(at === 0 ? name : '').padEnd(8)} ${line}`)
}

function mentions(found: readonly Mention[]): string[] {
  return found.map(({ file, line, text }) => `${file}:${line}  ${text}`)
}

/** What a test must mention to count: a parameter or the Chinese term anywhere, the English term in its title. */
function wordsOf(concept: Concept | undefined, parameters: readonly ValuedParameter[]): TestWords {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const names = parameters.map(({ name }) => `(?<![\\w.])${literal(name)}(?![\\w.])`)
  const procedures = parameters
    .filter(({ unit, told }) => unit === '' && told === undefined)
    .map(({ name }) => `/${name.replaceAll('_', '-')}\\.yaml$`)
  const never = '(?!)'
  return {
    anywhere: new RegExp([...names, ...(concept?.zh.map(literal) ?? [])].join('|') || never),
    inTitle: new RegExp(concept?.en.map((term) => `\\b${literal(term)}\\b`).join('|') || never, 'i'),
    ofFile: new RegExp(procedures.join('|') || never),
  }
}
