/** Reads the law: every YAML file of data/law and data/behaviour, with data/SOURCES.csv. All faults of all files in one pass. */
import { parseDay } from '../kernel/calendar.ts'
import { type Fault, InputFaults, nearestName } from '../kernel/errors.ts'
import { contradictions } from './consistency.ts'
import { coversComplaint } from './covers.ts'
import { createLaw, type Law } from './law.ts'
import { type InputFile, type LocatedYaml, readYaml, schemaFaults } from './located-yaml.ts'
import { CoversText, type DatedValue, type Entry, EntryText, type Span, type ValueShape, ValueText } from './schema.ts'
import { dataSources } from './sources.ts'
import { writtenBoundsComplaint } from './value/bounds.ts'
import { complaintAbout, dayComplaint, fits, rangeComplaint } from './value/value-check.ts'

const KEYS = [...Object.keys(EntryText.shape), ...Object.keys(ValueText.shape)]
/** No parameters: holidays and milestones, read by holidays.ts and history.ts, and procedures, read by their engine. */
const ELSEWHERE = /(^|\/)((holidays|history)\.yaml$|procedures\/)/
const SOURCES = /(^|\/)SOURCES\.csv$/

/**
 * The law from its files: entries (`*.yaml`, but holidays.yaml) and the sources they cite (`SOURCES.csv`, which must be among them).
 * Throws InputFaults with all faults: YAML that cannot be read, duplicate keys and names, unknown units and sources, values that do
 * not fit their unit, dates that are none or not in order, assumed values without range or reason, contradictions between entries.
 */
export function loadLaw(files: readonly InputFile[]): Law {
  return createLaw(lawEntries(files))
}

/** The entries of the law by name, as `loadLaw` has them. Throws InputFaults as it does. */
export function lawEntries(files: readonly InputFile[]): Map<string, Entry> {
  const { sources, faults } = readSources(files)
  const entries = new Map<string, Entry>()
  for (const file of files) {
    if (!file.path.endsWith('.yaml') || ELSEWHERE.test(file.path)) continue
    const yaml = readYaml(file)
    faults.push(...yaml.faults)
    if (yaml.faults.length > 0) continue
    if (typeof yaml.content !== 'object' || yaml.content === null || Array.isArray(yaml.content)) {
      faults.push(yaml.fault([], 'schema', { message: 'no entries here', expected: 'name of a parameter: { zh, en, unit, values }' }))
      continue
    }
    const { covers, ...contents } = yaml.content as Record<string, unknown>
    const ofFile = coversOfFile(yaml, covers, faults)
    for (const [name, content] of Object.entries(contents)) {
      const earlier = entries.get(name)
      const entry = readEntry({ yaml, name, sources, faults, covers: ofFile }, content)
      if (earlier) {
        const message = `${name} is given a second time; first in ${earlier.file}:${earlier.line}`
        faults.push(yaml.fault([name], 'duplicate-name', { message, expected: 'every parameter once' }, 'key'))
      } else if (entry) entries.set(name, entry)
    }
  }
  if (faults.length === 0) {
    for (const { names, message, expected } of contradictions(entries)) {
      const { file, line } = entries.get(names[0])!
      faults.push({ code: 'contradiction', file, line, column: 1, message, expected })
    }
  }
  if (faults.length > 0) throw new InputFaults(faults)
  return entries
}

function readSources(files: readonly InputFile[]): { sources: ReadonlySet<string>; faults: Fault[] } {
  const file = files.find(({ path }) => SOURCES.test(path))
  if (!file) {
    const fault = {
      code: 'missing-file',
      file: 'data/SOURCES.csv',
      message: 'the list of sources is missing',
      expected: 'SOURCES.csv among the files',
    }
    return { sources: new Set(), faults: [fault] }
  }
  try {
    return { sources: new Set(dataSources(file.text, file.path).keys()), faults: [] }
  } catch (error) {
    if (error instanceof InputFaults) return { sources: new Set(), faults: [...error.faults] }
    throw error
  }
}

/** `covers: [first, last]` at the head of a file: for all its entries but those which say otherwise. */
function coversOfFile(yaml: LocatedYaml, written: unknown, faults: Fault[]): Span | undefined {
  const checked = CoversText.safeParse(written)
  if (written !== undefined && !checked.success) {
    faults.push(yaml.fault(['covers'], 'covers', { message: 'covers: not two years', expected: 'covers: [first, last]' }))
  }
  return checked.data
}

type Words = { message: string; expected?: string; nearest?: string }

/** What the reading of one entry needs to know, and where it leaves its faults. */
interface Reading {
  readonly yaml: LocatedYaml
  readonly name: string
  readonly sources: ReadonlySet<string>
  readonly faults: Fault[]
  /** what the file says that its entries cover */
  readonly covers?: Span
}

function readEntry(reading: Reading, content: unknown): Entry | undefined {
  const { yaml, name, faults } = reading
  if (!/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/.test(name)) {
    refuse(reading, [], 'name', { message: 'not a dotted name', expected: 'chapter.parameter, small letters' }, 'key')
  }
  const checked = EntryText.safeParse(content)
  if (!checked.success) {
    faults.push(...schemaFaults(yaml, [name], checked.error, (word) => nearestName(word, KEYS)))
    return undefined
  }
  const text = checked.data
  const shape = shapeOf(text)
  if (text.unit === 'mode' && !text.options) {
    refuse(reading, [], 'schema', { message: 'a mode without its options', expected: 'options: [word, word]' }, 'key')
  }
  const complaint = writtenBoundsComplaint(shape)
  if (complaint) refuse(reading, ['bounds'], 'bounds', complaint, 'key')
  const values: DatedValue[] = []
  for (const date of Object.keys(text.values)) {
    const value = readValue(reading, date, text, shape)
    if (value && values.some((other) => other.from >= value.from)) {
      const words = { message: `${date} does not come after the date before it`, expected: 'earliest first' }
      refuse(reading, ['values', date], 'date-order', words, 'key')
    } else if (value) values.push(value)
  }
  const covers = coversOf(reading, text, values)
  if (!covers) return undefined
  const { zh, en, note } = text
  return { name, zh, en, note, ...shape, covers: [covers], file: yaml.file, line: yaml.at([name], 'key').line, values }
}

/** The years an entry covers, its own or those of its file; told when there are none, or when its values lie elsewhere. */
function coversOf(reading: Reading, text: EntryText, values: readonly DatedValue[]): Span | undefined {
  const covers = text.covers ?? reading.covers
  if (!covers) {
    const words = { message: 'it does not say which years it covers', expected: 'covers: [first, last], here or at the head of the file' }
    refuse(reading, [], 'covers', words, 'key')
    return undefined
  }
  // a refused value would make the others look as if they lay elsewhere
  const complaint = values.length === Object.keys(text.values).length ? coversComplaint(covers, values) : undefined
  if (complaint) refuse(reading, text.covers ? ['covers'] : [], 'covers', complaint, 'key')
  return covers
}

/** Lists keep the length of their first value. */
function shapeOf(text: EntryText): ValueShape {
  const first = text.unit === 'list' ? Object.values(text.values)[0].value : undefined
  const length = Array.isArray(first) ? first.length : undefined
  return { unit: text.unit, of: text.of, sumsToOne: text.sums_to_one, options: text.options, bounds: text.bounds, length }
}

/** One dated value; undefined when something is wrong with it. The entry's reason serves the assumed values that state none. */
function readValue(reading: Reading, date: string, text: EntryText, shape: ValueShape): DatedValue | undefined {
  const { value, source, status, range, ...own } = text.values[date]
  const { reason, reason_zh: reasonZh } = own.reason === undefined && status === 'assumed' ? text : own
  const here = ['values', date]
  const before = reading.faults.length
  const from = parseDay(date)
  if (from === undefined) refuse(reading, here, 'date', dayComplaint(date) ?? { message: 'not a day' }, 'key')
  const complaint = complaintAbout(value, shape)
  if (complaint) refuse(reading, [...here, 'value'], 'value', complaint)
  if (!reading.sources.has(source)) {
    const nearest = nearestName(source, reading.sources)
    refuse(reading, [...here, 'source'], 'unknown-source', {
      message: `unknown source ${source}`,
      expected: 'a source_id of SOURCES.csv',
      nearest,
    })
  }
  if (status === 'assumed' && !range)
    refuse(reading, here, 'assumed', { message: 'assumed, but no range', expected: 'range: [lowest, highest]' })
  if (status === 'assumed' && !reason)
    refuse(reading, here, 'assumed', { message: 'assumed, but no reason', expected: 'reason: why this value' })
  if (range && fits(value, shape)) {
    const outside = rangeComplaint(range, value, shape)
    if (outside) refuse(reading, [...here, 'range'], 'range', outside)
  }
  if (reading.faults.length > before || from === undefined || !fits(value, shape)) return undefined
  return { value, source, status, range, reason, reasonZh, from, setBy: 'data' }
}

function refuse({ yaml, name, faults }: Reading, path: string[], code: string, words: Words, part?: 'key' | 'value'): void {
  faults.push(yaml.fault([name, ...path], code, { ...words, message: `${name}: ${words.message}` }, part))
}
