/** Keys of a scenario file: found by their name, their Chinese or English term, and told by the page that documents them. */
import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml'
import type { InputFile } from '../../policy/located-yaml.ts'
import type { Lang } from '../../words/lang.ts'
import { MECHANISM_WORDS } from '../../words/mechanisms.ts'
import { SCENARIO_KEYS } from '../../words/scenario-keys.ts'
import { fitting } from './fit.ts'
import type { Mention } from './index.ts'

export interface ScenarioKey {
  /** `counties`, `population.persons`, `mechanisms.offices` */
  readonly key: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** Every key of docs/scenario.md. */
export const KEYS: readonly ScenarioKey[] = [
  ...Object.entries(SCENARIO_KEYS).map(([key, terms]) => ({ key, ...terms })),
  ...Object.entries(MECHANISM_WORDS).map(([name, { zh, en }]) => ({ key: `mechanisms.${name}`, zh: [zh], en: [name, en] })),
]

const namesOf = ({ key, zh, en }: ScenarioKey) => [key, ...zh, ...en].map((name) => name.toLowerCase())

/** Keys that are called so. */
export function keysCalled(word: string): ScenarioKey[] {
  return KEYS.filter((one) => namesOf(one).includes(word.toLowerCase()))
}

/** Keys whose names hold the word, those that fit best first. */
export function keysLike(word: string): ScenarioKey[] {
  return fitting(KEYS, namesOf, word)
}

export const KEY_NAMES = KEYS.flatMap(({ key, zh, en }) => [key, ...zh, ...en])

/** What the page says of a key: its line, its first sentence, and the example. */
interface KeyPage {
  readonly line: number
  readonly says: string
  readonly example: readonly string[]
}

/** @param page docs/scenario.md or its Chinese twin */
export function pageOf(key: string, page: InputFile | undefined): KeyPage | undefined {
  const lines = page?.text.split('\n') ?? []
  const at = lines.findIndex((line) => /^#+ /.test(line) && line.endsWith(`\`${key}\``))
  if (at < 0) return undefined
  const after = lines.slice(at + 1).findIndex((line) => /^#+ /.test(line))
  const section = lines.slice(at + 1, after < 0 ? undefined : at + 1 + after)
  const begin = section.indexOf('```yaml')
  const text = section
    .slice(0, begin < 0 ? undefined : begin)
    .join(' ')
    .trim()
  const example = begin < 0 ? [] : section.slice(begin + 1, section.indexOf('```', begin + 1))
  return { line: at + 1, says: /^.*?(?:。|\.(?= |$)|$)/.exec(text)?.[0] ?? text, example }
}

/** The page in the reader's language. */
export const pagePath = (lang: Lang) => (lang === 'zh' ? 'docs/scenario.zh.md' : 'docs/scenario.md')

/** Scenario files that have the key. */
export function filesWithKey(key: string, files: readonly InputFile[]): Mention[] {
  const [first, ...rest] = key.split('.')
  return files.flatMap(({ path, text }): Mention[] => {
    const counter = new LineCounter()
    let pair = pairIn(parseDocument(text, { lineCounter: counter }).contents, first)
    for (const name of rest) pair = pairIn(pair?.value, name)
    if (!isScalar(pair?.key)) return []
    const { line } = counter.linePos(pair.key.range?.[0] ?? 0)
    return [{ file: path, line, text: text.split('\n')[line - 1].trim() }]
  })
}

function pairIn(node: unknown, name: string): Pair | undefined {
  return isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === name) : undefined
}
