/** The policy block as a file writes it: parameters by one of their names, and numbers whose sign is part of what they say. */
import type { Fault } from '../../kernel/errors.ts'
import { readChange } from '../../policy/change/change.ts'
import { isMapping, type Mapping } from '../../policy/change/form.ts'
import type { Named, NotNamed } from '../../policy/lookup/parameter-name.ts'
import type { Overrides } from '../../policy/overrides.ts'
import type { Place, ScenarioDocument } from '../document.ts'
import { valueAt } from '../faults.ts'

export interface WrittenPolicy {
  readonly file: string
  /** by dotted name, each change as the text that was written */
  readonly block: Overrides
  readonly faults: readonly Fault[]
  /** parameters at fault: what rests on them is not judged further */
  readonly refused: ReadonlySet<string>
  /** where a parameter, or what is under it, stands */
  at(parameter: string, under: readonly string[], part: 'key' | 'value'): Place
}

/** Reads the block of one file. */
export function writtenPolicy(document: ScenarioDocument, nameOf: (word: string) => Named | NotNamed): WrittenPolicy {
  const written = valueAt(document.value, ['policy'])
  const keys = new Map<string, string>()
  const block: Record<string, unknown> = {}
  const faults: Fault[] = []
  const refused = new Set<string>()
  for (const [key, setting] of Object.entries(isMapping(written) ? written : {})) {
    const place = { file: document.file, ...document.atKey(['policy', key]) }
    const found = nameOf(key)
    if (!('name' in found)) {
      faults.push({ ...place, ...found })
      continue
    }
    const { name } = found
    const first = keys.get(name)
    if (first !== undefined) {
      faults.push({
        code: 'same-parameter',
        ...place,
        message: `'${key}' is '${first}', which is set above`,
        expected: 'each parameter once',
      })
      refused.add(name)
      continue
    }
    keys.set(name, key)
    block[name] = withTexts(document, setting, ['policy', key])
    const told = slips(document, setting, ['policy', key]).map((fault) => ({ ...fault, message: `${key}: ${fault.message}` }))
    if (told.length > 0) refused.add(name)
    faults.push(...told)
  }
  const at: WrittenPolicy['at'] = (parameter, under, part) => {
    const path = ['policy', keys.get(parameter) ?? parameter, ...under]
    return part === 'key' ? document.atKey(path) : document.at(path)
  }
  return { file: document.file, block, faults, refused, at }
}

type Path = readonly (string | number)[]

/** The setting with each change as the text that was written: of +60 YAML makes the number 60. */
function withTexts(document: ScenarioDocument, setting: unknown, path: Path): unknown {
  if (!isMapping(setting) || path.length > DEEPEST) return setting
  const entries = Object.entries(setting).map(([key, value]): [string, unknown] => {
    if (key === 'change') return [key, changeText(typeof value === 'number' ? (document.written([...path, key]) ?? value) : value)]
    return [key, isMapping(value) && 'change' in value ? withTexts(document, value, [...path, key]) : value]
  })
  return Object.fromEntries(entries)
}

/** x2 and ×2 are one change. */
function changeText(written: unknown): unknown {
  const change = readChange(written)
  return 'kind' in change ? change.text : written
}

/** No setting is deeper: bands by date. What is deeper may be an alias of itself. */
const DEEPEST = 5

/** What the values alone do not show: a plus that means nothing, keys that are none. */
function slips(document: ScenarioDocument, setting: unknown, path: Path): Fault[] {
  if (path.length > DEEPEST) return []
  if (Array.isArray(setting)) return setting.flatMap((member, index) => slips(document, member, [...path, index]))
  if (isMapping(setting)) return Object.keys(setting).flatMap((key) => keySlips(document, setting, key, path))
  const text = typeof setting === 'number' ? document.written(path) : undefined
  if (!text?.startsWith('+')) return []
  const message = `${text} would be read as ${setting}, the plus would mean nothing`
  // a change moves the rates of bands, not where they begin
  const expected =
    path[path.length - 1] === 'from'
      ? `${setting} without a sign`
      : `{ change: ${text} } for ${setting} more than the law says, or ${setting} without a sign`
  return [{ code: 'signed', file: document.file, ...document.at(path), message, expected }]
}

function keySlips(document: ScenarioDocument, setting: Mapping, key: string, path: Path): Fault[] {
  const refused = (message: string, expected: string): Fault[] => {
    const place = document.atKey([...path, key])
    return [{ code: 'change', file: document.file, ...place, message, expected }]
  }
  const [, isSo, rest] = /^(change)\s*[:：]?\s*(.*)$/i.exec(key) ?? []
  if (isSo && key !== 'change')
    return refused(`'${key}' is not 'change' with a colon and a blank behind it`, `{ change: ${rest || '+60'} }`)
  if (key === 'over') return refused("'over' is not known", 'a value, values by date, or { change: … }')
  // from: of a band is a number
  const isOfChange = key === 'change' || (path.length === 2 && ['from', 'years'].includes(key))
  return isOfChange ? [] : slips(document, setting[key], [...path, key])
}
