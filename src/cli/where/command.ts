/** hezuo where: where a term of the policy is defined, valued, amended and tested, by its Chinese, its English or its parameter's name; measures too. */
import { InputFaults, nearestName } from '../../kernel/errors.ts'
import { readProjectTexts } from '../../node/files.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import { belongsTo, type Concept, loadConcepts } from '../../policy/lookup/concepts.ts'
import { RULE_NAMES, RULES, ruleCalled } from '../../scheme/rules.ts'
import type { Lang } from '../../words/lang.ts'
import { type Titles, titlesOf } from '../explain/titles.ts'
import { literal } from '../language/literal.ts'
import { amendmentsOf } from './amended.ts'
import { bestFit } from './fit.ts'
import {
  definedTerms,
  procedureFigures,
  proceduresAndOffices,
  settingsOf,
  type TestWords,
  testsOf,
  type ValuedParameter,
  valuedParameters,
} from './index.ts'
import { filesWithKey, KEY_NAMES, keysCalled, keysLike, pageOf, pagePath, type ScenarioKey } from './keys.ts'
import { answerMeasure, MEASURE_NAMES, measuresCalled, measuresLike, measuresOf } from './measures.ts'
import { heading, mentions, SHOWN, section } from './sections.ts'
import { sourcesNamed, valueLines } from './value-lines.ts'

/** More terms than this that merely contain the word are not shown. */
const MOST_TERMS = 5

/** What one answer is about: a term of the glossary, some of its parameters, or parameters without a term. */
interface Found {
  readonly concept?: Concept
  readonly parameters: readonly ValuedParameter[]
}

/** What is looked through, as read: the glossary, what has values, and the texts that mention them. */
export interface Project {
  readonly concepts: readonly Concept[]
  readonly parameters: readonly ValuedParameter[]
  readonly index: Index
  readonly pages: readonly InputFile[]
  /** data/SOURCES.csv */
  readonly sources: readonly InputFile[]
}

/** Reads the glossary, the data, the sources, the scenarios, the tests and the page of scenario keys. */
export function readProject(): Project {
  const [glossary] = readProjectTexts('data', /glossary\.csv$/)
  const procedures = readProjectTexts('data', /\/procedures\/[\w-]+\.yaml$/)
  const sources = readProjectTexts('src', /\.ts$/)
  return {
    concepts: loadConcepts(glossary),
    parameters: [
      ...valuedParameters(readProjectTexts('data', /\/(law|behaviour)\/[\w-]+\.yaml$/)),
      ...proceduresAndOffices(procedures),
      ...procedureFigures(procedures),
    ],
    index: {
      terms: definedTerms(sources),
      sources,
      scenarios: readProjectTexts('scenarios', /\.yaml$/),
      tests: readProjectTexts('tests', /\.(yaml|ts)$/),
    },
    pages: readProjectTexts('docs', /^docs\/scenario(\.zh)?\.md$/),
    sources: readProjectTexts('data', /SOURCES\.csv$/),
  }
}

/** The places of a term, as lines. Throws InputFaults with the nearest term when nothing is found. */
export function where(word: string, lang: Lang, { concepts, parameters, index, pages, sources }: Project = readProject()): string {
  const sought = word.trim()
  const found = withRule(sought, concepts, parameters)
  const called = { keys: keysCalled(sought), measures: measuresCalled(sought) }
  const isCalled = called.keys.length > 0 || called.measures.length > 0 || found.length > 0
  // a key or a measure that merely holds the word is told where nothing else is
  const { keys, measures } = isCalled ? called : { keys: keysLike(sought), measures: measuresLike(sought) }
  if (!isCalled && keys.length === 0 && measures.length === 0) throw notFound(word, concepts, parameters)
  const page = pages.find(({ path }) => path === pagePath(lang))
  const titles = titlesOf(sources, lang)
  const terms = found.map((one) => answer(one, index, lang, titles))
  const told = measures.slice(0, MOST_TERMS).map((one) => answerMeasure(one, index, lang))
  const isTerm = found.some(({ concept }) => [...(concept?.zh ?? []), ...(concept?.en ?? [])].includes(sought))
  const answers = isTerm ? [...terms, ...told] : [...told, ...terms]
  return [...keys.slice(0, MOST_TERMS).map((key) => answerKey(key, page, index, lang)), ...answers].join('\n\n')
}

function notFound(word: string, concepts: readonly Concept[], parameters: readonly ValuedParameter[]): InputFaults {
  const names = [
    ...KEY_NAMES,
    ...concepts.flatMap(({ zh, en }) => [...zh, ...en]),
    ...parameters.flatMap(({ name, zh, en }) => [name, zh, en]),
    ...MEASURE_NAMES,
  ]
  const expected =
    'a Chinese or English term of the policy, the name of a parameter, a procedure or one of its figures, a measure of the results, or a key of a scenario file'
  return new InputFaults([
    { code: 'term', file: 'where', message: `nothing is called '${word}'`, expected, nearest: nearestName(word.trim(), names) },
  ])
}

/** A key of a scenario file: where it is documented, an example, the scenarios that have it, the tests about it. */
function answerKey({ key, zh, en }: ScenarioKey, page: InputFile | undefined, { scenarios, tests }: Index, lang: Lang): string {
  const told = pageOf(key, page)
  const kind = lang === 'en' ? `key of a scenario file: ${key}` : `情景文件的键：${key}`
  const lines = heading({ zh, en }, kind, lang)
  lines.push(...section('defined', told ? [`${pagePath(lang)}:${told.line}  ${told.says}`] : [], lang))
  lines.push(...section('example', told?.example ?? [], lang, SHOWN * 2))
  lines.push(...section('amended', mentions(filesWithKey(key, scenarios)), lang))
  const names = [...new Set([key, ...en])].map(literal).join('|')
  const about = { anywhere: /(?!)/, ofFile: /(?!)/, inTitle: new RegExp(`(?<![\\w.-])(?:${names})(?![\\w-])`, 'i') }
  lines.push(...section('tested', mentions(testsOf(tests, about)), lang))
  return lines.join('\n')
}

/** What is called so, behind the term of the rule that scenarios amend by this name: `at_rate`. */
function withRule(word: string, concepts: readonly Concept[], parameters: readonly ValuedParameter[]): Found[] {
  const rule = ruleCalled(word)
  const ofRule = rule ? look(RULES[rule].zh, concepts, parameters) : []
  return [...ofRule, ...look(word, concepts, parameters).filter(({ concept }) => !ofRule.some((one) => one.concept === concept))]
}

/** What is called exactly so, else parameters that begin with the word, else whatever holds it, in the order of how well it fits. */
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
  const containing = concepts
    .filter((concept) => bestFit(names(concept), sought) !== undefined)
    .map((concept) => ({ ...ofConcept(concept), fit: bestFit(names(concept), sought) ?? 0 }))
    // of two that fit alike the one more of whose parameters are called so
    .sort((one, other) => one.fit - other.fit || calledSo(other, word) - calledSo(one, word))
  const loose = parameters.filter((one) => [one.name, one.zh, one.en].some((name) => name.toLowerCase().includes(sought)))
  const rest = loose.filter((one) => !containing.some((found) => found.parameters.includes(one)))
  return [...containing, ...(rest.length > 0 ? [{ concept: owner(rest[0].name), parameters: rest }] : [])].slice(0, MOST_TERMS)
}

function calledSo({ parameters }: Found, word: string): number {
  return parameters.filter(({ zh, en }) => bestFit([zh, en], word) !== undefined).length
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
  readonly sources: ReturnType<typeof readProjectTexts>
}

function answer({ concept, parameters }: Found, { terms, scenarios, tests }: Index, lang: Lang, titles: Titles): string {
  const lines = concept ? heading(concept, concept.rows.join(', '), lang) : headingOf(parameters, lang)
  const defined = concept ? terms.filter(({ zh, file }) => file === `src/${concept.rule}` && concept.zh.includes(zh)) : []
  const rules = defined.map(({ file, line, declares }) => `${file}:${line}  ${declares}`.trimEnd())
  lines.push(...section('defined', rules, lang))
  const amendable = concept ? RULE_NAMES.filter((name) => concept.zh.includes(RULES[name].zh)) : []
  if (amendable.length > 0)
    lines.push(
      ...section(
        'example',
        amendable.map((name) => `amend: { ${name}: … }  docs/how-to/amendment.md`),
        lang,
      ),
    )
  const valued = parameters.map((one) => [
    `${one.file}:${one.line}  ${one.name}  ${one[lang]}`,
    ...valueLines(one, lang, titles).map((line) => `  ${line}`),
  ])
  lines.push(...section('valued', valued.flat(), lang, SHOWN * 4))
  const documents = titles.documents(parameters.flatMap(sourcesNamed))
  if (documents.length > 0) lines.push(...section('documents', documents, lang))
  const isMeant = (name: string) => parameters.some((one) => one.name === name || one.zh === name)
  // the rule itself amended before the many that set a value
  const amended = [...amendmentsOf(scenarios, concept?.zh ?? []), ...settingsOf(scenarios, isMeant)]
  lines.push(...section('amended', mentions(amended), lang))
  lines.push(...section('tested', mentions(testsOf(tests, wordsOf(concept, parameters))), lang))
  const measures = measuresOf(concept ? [...concept.zh, ...concept.en] : [], lang)
  if (measures.length > 0) lines.push(...section('measured', measures, lang))
  return lines.join('\n')
}

function headingOf(parameters: readonly ValuedParameter[], lang: Lang): string[] {
  return heading({ zh: parameters.map(({ zh }) => zh), en: parameters.map(({ en }) => en) }, '', lang)
}

/** What a test must mention to count: a parameter or the Chinese term anywhere, the English term in its title. */
function wordsOf(concept: Concept | undefined, parameters: readonly ValuedParameter[]): TestWords {
  const names = parameters.map(({ name }) => `(?<![\\w.])${literal(name)}(?![\\w.])`)
  const procedures = parameters
    .filter(({ unit, figure }) => unit === '' && figure === undefined)
    .map(({ name }) => `/${name.replaceAll('_', '-')}\\.yaml$`)
  const never = '(?!)'
  return {
    anywhere: new RegExp([...names, ...(concept?.zh.map(literal) ?? [])].join('|') || never),
    inTitle: new RegExp(concept?.en.map((term) => `\\b${literal(term)}\\b`).join('|') || never, 'i'),
    ofFile: new RegExp(procedures.join('|') || never),
  }
}
