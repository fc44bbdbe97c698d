/** A YAML text with the line and column of everything in it, so that every fault can say where it stands. */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, visit } from 'yaml'
import type { z } from 'zod'
import { type Fault, isUnusableName, unusableName } from '../kernel/errors.ts'
import { parseBounded } from './bounded-yaml.ts'

export interface InputFile {
  readonly path: string
  readonly text: string
}

interface Position {
  readonly line: number
  readonly column: number
}

/** What is broken once may make each letter after it an error. */
const MOST_ERRORS = 100

type YamlPath = readonly PropertyKey[]

export interface LocatedYaml {
  readonly file: string
  /** the text as plain objects, lists, texts and numbers; undefined when it cannot be read */
  readonly content: unknown
  readonly faults: Fault[]
  /** where the value at `path` stands, or its key; a missing one stands where the next above it stands */
  at(path: YamlPath, part?: 'key' | 'value'): Position
  fault(path: YamlPath, code: string, words: { message: string; expected?: string; nearest?: string }, part?: 'key' | 'value'): Fault
}

/** Reads one file. Syntax errors, duplicate keys and an empty file are faults; nothing is thrown. */
export function readYaml({ path: file, text }: InputFile): LocatedYaml {
  const lines = new LineCounter()
  const { document, deepAt } = parseBounded(text, lines, { uniqueKeys: true })
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const faults: Fault[] = [...document.errors, ...document.warnings].slice(0, MOST_ERRORS).map((error) => ({
    code: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml',
    file,
    ...position(error.pos[0]),
    message: error.code === 'DUPLICATE_KEY' ? 'this key stands here a second time' : error.message,
    expected: error.code === 'DUPLICATE_KEY' ? 'every key once' : undefined,
  }))
  if (deepAt !== undefined) faults.push({ code: 'yaml', file, ...position(deepAt), message: 'too many levels stand within one another' })
  // an alias may mean nothing, or itself; no file of the law has need of one
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || !isUnusableName(String(key.value))) return
      faults.push({ code: 'unusable-name', file, ...position(key.range?.[0] ?? 0), ...unusableName(String(key.value)) })
    },
    Alias: (_, { source, range }) =>
      void faults.push({
        code: 'alias',
        file,
        ...position(range?.[0] ?? 0),
        message: `*${source} is an alias in YAML`,
        expected: 'the value itself',
      }),
  })
  const at = (path: YamlPath, part: 'key' | 'value' = 'value') => position(offsetOf(document, path, part))
  const fault: LocatedYaml['fault'] = (path, code, words, part) => ({ code, file, ...at(path, part), ...words })
  const content: unknown = faults.length > 0 ? undefined : document.toJS()
  if (faults.length === 0 && (content === null || content === undefined)) {
    faults.push({ code: 'empty', file, line: 1, column: 1, message: 'the file is empty' })
  }
  return { file, content, faults, at, fault }
}

function offsetOf(document: Document.Parsed, path: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = document.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (let depth = 0; depth < path.length; depth++) {
    const step = path[depth]
    let child: unknown
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) return offset
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      if (depth === path.length - 1 && part === 'key') return offset
      child = pair.value
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) child = node.items[Number(step)]
    if (!isNode(child)) return offset
    offset = child.range?.[0] ?? offset
    node = child
  }
  return offset
}

/** What zod found wrong, as faults at their places; `under` is where the checked part stands in the file. */
export function schemaFaults(
  yaml: LocatedYaml,
  under: YamlPath,
  error: z.ZodError,
  nearest: (word: string) => string | undefined,
): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = [...under, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        yaml.fault([...path, key], 'unknown-key', { message: `unknown key “${key}”`, nearest: nearest(key) }, 'key'),
      )
    }
    const name = issue.path.map(String).join('.')
    const expected = issue.code === 'invalid_type' ? issue.expected : issue.code === 'invalid_value' ? issue.values.join(', ') : undefined
    return [yaml.fault(path, 'schema', { message: name === '' ? issue.message : `${name}: ${issue.message}`, expected })]
  })
}
