/** A YAML file read against a schema: every fault with its line and column, all in one pass. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { z } from 'zod'
import { type Fault, isUnusableName, nearestName, unusableName } from '../../kernel/errors.ts'
import { SPAN_OF_DAYS } from './bounds.ts'

export type Path = readonly PropertyKey[]

export interface Reading {
  /** the file as plain data, faulty or not; `undefined` when the text is no YAML at all */
  readonly value: unknown
  readonly faults: Fault[]
  /** a fault at the value that stands at `path`, or at the nearest thing above it that exists */
  faultAt(path: Path, fault: Omit<Fault, 'file' | 'line' | 'column'>): Fault
}

/**
 * Reads one file and holds it against the schema. Duplicate keys, syntax, unknown keys and wrong values become faults; nothing is thrown.
 */
export function readDocument(file: string, text: string, schema: z.ZodType): Reading {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const at = (offset: number | undefined, fault: Omit<Fault, 'file' | 'line' | 'column'>): Fault => {
    if (offset === undefined) return { file, line: 1, column: 1, ...fault }
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col, ...fault }
  }
  const faultAt: Reading['faultAt'] = (path, fault) => at(offsetOf(document, path), fault)

  const faults = document.errors.map((error) =>
    error.code === 'DUPLICATE_KEY'
      ? at(error.pos[0], { code: 'duplicate_key', message: 'this key stands twice in the same block', expected: 'each key once' })
      : at(error.pos[0], { code: 'syntax', message: error.message.split('\n')[0].replace(/ at line \d+.*$/, '') }),
  )
  // an alias may mean nothing, or itself; no file of procedures has need of one
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || !isUnusableName(String(key.value))) return
      faults.push(at(key.range?.[0], { code: 'unusable_name', ...unusableName(String(key.value)) }))
    },
    Alias: (_, alias) =>
      void faults.push(
        at(alias.range?.[0], { code: 'alias', message: `*${alias.source} is an alias in YAML`, expected: 'the value itself' }),
      ),
  })
  if (
    document.errors.some((error) => error.code !== 'DUPLICATE_KEY') ||
    faults.some(({ code }) => code === 'alias' || code === 'unusable_name')
  )
    return { value: undefined, faults, faultAt }
  const value: unknown = document.toJS()
  if (value === null || value === undefined) {
    faults.push(at(undefined, { code: 'empty', message: 'the file is empty' }))
    return { value: undefined, faults, faultAt }
  }

  const outcome = schema.safeParse(value)
  for (const issue of outcome.success ? [] : outcome.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      const valid = keysAt(schema, issue.path)
      for (const key of issue.keys)
        faults.push(
          at(keyOffset(document, [...issue.path, key]), {
            code: 'unknown_key',
            message: `unknown key ${key}`,
            expected: `one of ${valid.join(', ')}`,
            nearest: nearestName(key, valid),
          }),
        )
    } else faults.push(faultAt(issue.path, explainIssue(issue, document.getIn(issue.path))))
  }
  return { value, faults, faultAt }
}

/** The schema's own words for a fault, with what was found and what would be right. */
export function explainIssue(issue: z.core.$ZodIssue, found: unknown): Omit<Fault, 'file' | 'line' | 'column'> {
  const name = String(issue.path.at(-1) ?? 'file')
  const shown = isNode(found) ? 'a block' : JSON.stringify(found)
  switch (issue.code) {
    case 'invalid_type':
      if (found === undefined) return { code: 'missing', message: `${name} is missing`, expected: issue.expected }
      return { code: 'type', message: `${name} is ${shown}`, expected: toldIn(issue) ?? issue.expected }
    case 'invalid_value': {
      const valid = issue.values.map(String)
      if (found === undefined) return { code: 'missing', message: `${name} is missing`, expected: `one of ${valid.join(', ')}` }
      return {
        code: 'value',
        message: `${name} is ${shown}`,
        expected: `one of ${valid.join(', ')}`,
        nearest: nearestName(String(found), valid),
      }
    }
    case 'too_small':
      return { code: 'range', message: `${name} is ${shown}`, expected: toldIn(issue) ?? `at least ${issue.minimum}` }
    case 'too_big':
      return { code: 'range', message: `${name} is ${shown}`, expected: toldIn(issue) ?? `at most ${issue.maximum}` }
    case 'invalid_format':
      return { code: 'format', message: `${name} is ${shown}`, expected: issue.message }
    default: {
      const told = toldIn(issue)
      return told ? { code: 'range', message: `${name} is ${shown}`, expected: told } : { code: 'value', message: issue.message }
    }
  }
}

/** What the schema says in words of its own, where that is what is broken: the bounds of a figure, or that it is two (bounds.ts). */
function toldIn({ message }: z.core.$ZodIssue): string | undefined {
  return message.startsWith('from ') || message === SPAN_OF_DAYS ? message : undefined
}

/** Where the value at `path` begins; missing parts fall back to the block above. */
function offsetOf(document: Document, path: Path): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return undefined
}

function keyOffset(document: Document, path: Path): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1)) : undefined
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path)
}

/** The keys a strict block at `path` may have. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let here: unknown = schema
  for (const part of path) {
    here = bare(here)
    if (here instanceof z.ZodObject) here = here.shape[String(part)]
    else if (here instanceof z.ZodArray) here = here.element
    else if (here instanceof z.ZodRecord) here = here.valueType
    else return []
  }
  here = bare(here)
  return here instanceof z.ZodObject ? Object.keys(here.shape) : []
}

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema
}
