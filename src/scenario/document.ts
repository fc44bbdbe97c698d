/** A YAML text with the line and column of everything in it, so that each fault can say where it stands. */

import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml'

import type { Fault } from '../kernel/errors.ts'
import { parseBounded } from '../policy/bounded-yaml.ts'
import { danglingAliases } from './policy/aliases.ts'

import { deep, type Misfit, misfits, tooDeep } from './reading/limits.ts'
import { noText } from './reading/no-text.ts'
import { signedNumbers } from './reading/signs.ts'
import { thousandsParted } from './reading/thousands.ts'

export type Path = readonly PropertyKey[]

export interface Place {
  readonly line: number
  readonly column: number
}

export interface ScenarioDocument {
  readonly file: string
  /** the plain value; undefined when the text could not be read at all */
  readonly value: unknown
  readonly faults: readonly Fault[]
  /** where the value at the path stands, or the nearest thing around it */
  at(path: Path): Place
  /** where the key itself stands */
  atKey(path: Path): Place
  /** the scalar at the path exactly as written, e.g. '0012' */
  written(path: Path): string | undefined
}

/**
 * Reads one file's text. Duplicate keys, broken YAML, an empty text and bytes that are no text become faults with their place.
 * Several documents in one file are refused: a scenario file is one mapping.
 */
export function readDocument(file: string, text: string): ScenarioDocument {
  const counter = new LineCounter()
  const bare = text.replace(/^\uFEFF/, '')
  // lines may end with CR alone, as those of CSV may
  const clean = bare.includes('\n') ? bare : bare.replaceAll('\r', '\n')
  const unreadable = noText(clean)
  if (unreadable) return broken(file, [{ code: 'not_text', file, ...unreadable }])
  if (!/^[^\S\r\n\u2028\u2029]*[^\s#]/m.test(clean)) {
    return broken(file, [{ code: 'empty', file, line: 1, column: 1, message: 'the file is empty', expected: 'name, years, population, …' }])
  }
  const nested = tooDeep(clean)
  if (nested) return broken(file, [{ ...nested, file, ...placeIn(clean, nested.at) }])
  // keys that stand twice are looked for below: the parser compares each with each
  const { document, deepAt } = parseBounded(clean, counter, { uniqueKeys: false })
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const located = ({ at, ...fault }: Misfit): Fault => ({ ...fault, file, ...place(at) })
  // One broken line makes the parser stumble over those that follow: only the first is the analyst's fault.
  if (deepAt !== undefined) return broken(file, [located(deep(deepAt))])
  const [error] = document.errors
  if (error) return broken(file, [located(yamlFault(clean, error, document))])
  const parted = thousandsParted(document)
  const found = misfits(document)
  const faults = [...parted, ...found].map(located)
  if (found.some(({ code }) => code !== 'duplicate_key')) return broken(file, faults)
  const dangling = danglingAliases(document).map(({ offset, ...words }): Fault => ({ code: 'yaml', file, ...place(offset), ...words }))
  if (dangling.length > 0) return broken(file, [...faults, ...dangling])
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const message = `no valid YAML: ${error instanceof Error ? error.message : String(error)}`
    return broken(file, [...faults, { code: 'yaml', file, line: 1, column: 1, message }])
  }
  const root = document.contents
  return {
    file,
    value,
    faults: [...faults, ...signedNumbers(document).map(located)],
    at: (path) => place(start(valueNode(document, path)) ?? start(root) ?? 0),
    atKey: (path) => place(start(pairAt(document, path)?.key) ?? start(valueNode(document, path)) ?? 0),
    written: (path) => {
      const node = resolved(document, valueNode(document, path, true))
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined
    },
  }
}

/** What the parser says, or the mark of a Chinese keyboard or the missing blank that made it say so. */
function yamlFault(text: string, { message, pos }: YAMLParseError, document: Document): Misfit {
  if (message.startsWith('Source contains multiple documents'))
    return { code: 'yaml', at: pos[0], message: 'no valid YAML: several documents stand in one file', expected: 'one mapping, without ---' }
  const quote = /^Missing closing .quote/.test(message) ? quoteOpen(document, pos[0]) : undefined
  if (quote !== undefined)
    return {
      code: 'yaml',
      at: quote,
      message: 'no valid YAML: a quote opens here and is not closed',
      expected: 'the same quote at the end',
    }
  const start = text.lastIndexOf('\n', pos[0] - 1) + 1
  const line = /^[^\n]*/.exec(text.slice(start))?.[0] ?? ''
  const wide = /^[^'"#]*?([：，［］｛｝“”‘’])/.exec(line)
  if (wide) {
    const at = start + wide[0].length - 1
    return { code: 'yaml', at, message: `no valid YAML: ‘${wide[1]}’ is a full-width mark`, expected: NARROW[wide[1]] }
  }
  const tight = /^\s*(?:- )?[\w.\p{Script=Han}]+:(?=[^\s:/])/u.exec(line)
  if (tight) return { code: 'yaml', at: start + tight[0].length, message: 'no valid YAML: no space after the colon', expected: "': '" }
  const first = message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, '')
  return { code: 'yaml', at: pos[0], message: `no valid YAML: ${first}`, expected: 'keys and values in YAML' }
}

/** Where the quote opens that runs on to the end. */
function quoteOpen(document: Document, end: number): number | undefined {
  let at: number | undefined
  visit(document, {
    Scalar(_, { type, range }) {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range && range[1] >= end) at = range[0]
    },
  })
  return at
}

const NARROW: Readonly<Record<string, string>> = {
  '：': "a colon and a space, ': '",
  '，': "a comma and a space, ', '",
  '［': "'['",
  '］': "']'",
  '｛': "'{'",
  '｝': "'}'",
  '“': 'straight quotes, "',
  '”': 'straight quotes, "',
  '‘': "straight quotes, '",
  '’': "straight quotes, '",
}

function placeIn(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before[before.length - 1].length + 1 }
}

function broken(file: string, faults: readonly Fault[]): ScenarioDocument {
  const top = { line: 1, column: 1 }
  return { file, value: undefined, faults, at: () => top, atKey: () => top, written: () => undefined }
}

function start(node: unknown): number | undefined {
  return isNode(node) ? (node.range?.[0] ?? undefined) : undefined
}

const indices = new WeakMap<YAMLMap, Map<string, Pair>>()

/** The pair of this key; keys are listed once, since every one of thousands may be asked for. */
function pairIn(map: YAMLMap, key: PropertyKey): Pair | undefined {
  let index = indices.get(map)
  if (!index) {
    index = new Map()
    for (const item of map.items) {
      const name = String(isScalar(item.key) ? (item.key.source ?? item.key.value) : item.key)
      if (!index.has(name)) index.set(name, item)
    }
    indices.set(map, index)
  }
  return index.get(String(key))
}

/** What an alias (*name) stands for. */
function resolved(document: Document, node: Node | undefined): Node | undefined {
  return isAlias(node) ? node.resolve(document) : node
}

function pairAt(document: Document, path: Path): Pair | undefined {
  const around = resolved(document, valueNode(document, path.slice(0, -1), true))
  return isMap(around) && path.length ? pairIn(around, path[path.length - 1]) : undefined
}

/** The node at the path; if it is not there, the deepest node on the way (or undefined when `exact`). */
function valueNode(document: Document, path: Path, exact = false): Node | undefined {
  let node: Node | undefined = document.contents ?? undefined
  for (const key of path) {
    const inner = resolved(document, node)
    const next: unknown = isMap(inner)
      ? pairIn(inner, key)?.value
      : inner && 'items' in inner && Array.isArray(inner.items)
        ? inner.items[Number(key)]
        : undefined
    if (!isNode(next)) return exact ? undefined : node
    node = next
  }
  return node
}
