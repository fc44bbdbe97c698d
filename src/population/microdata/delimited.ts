/** A CSV text as columns, in one pass: quotes as in RFC 4180, lines that end with LF, CRLF or CR alone, as spreadsheets write them. */

export interface Delimited {
  readonly names: readonly string[]
  readonly headerLine: number
  /** a column each name; undefined where nothing but blanks stands */
  readonly columns: readonly (string | undefined)[][]
  /** line on which each row begins */
  readonly lines: readonly number[]
  /** rows with more or fewer fields than names */
  readonly uneven: readonly Uneven[]
  /** where a quote stands that nothing closes: line, column, and the row that it swallowed the rest into */
  readonly unclosed?: { readonly line: number; readonly column: number; readonly row: number }
}

interface Uneven {
  readonly row: number
  readonly line: number
  readonly fields: number
  /** one of its fields goes over several lines */
  readonly isBroken: boolean
}

const [QUOTE, COMMA, LF, CR] = ['"', ',', '\n', '\r'].map((letter) => letter.charCodeAt(0))

/** Undefined when nothing stands in the text. Blank lines are skipped; `most` rows are read, and then no more. */
export function readDelimited(text: string, most: number): Delimited | undefined {
  const records = recordsOf(text)
  const header = records.next().value
  if (!header) return undefined
  const names = header.fields.map((name) => name.trim())
  const columns = names.map((): (string | undefined)[] => [])
  const lines: number[] = []
  const uneven: Uneven[] = []
  let unclosed: Delimited['unclosed'] = header.unclosed && { ...header.unclosed, row: -1 }
  for (const record of records) {
    const { line, fields } = record
    if (record.unclosed) unclosed = { ...record.unclosed, row: lines.length }
    if (fields.length !== names.length) uneven.push({ row: lines.length, line, fields: fields.length, isBroken: record.breaks > 0 })
    for (let column = 0; column < names.length; column++) columns[column].push(textOrNothing(fields[column]))
    lines.push(line)
    if (lines.length > most) break
  }
  return { names, headerLine: header.line, columns, lines, uneven, unclosed }
}

interface Record {
  readonly line: number
  readonly fields: readonly string[]
  /** ends of lines within its fields */
  readonly breaks: number
  readonly unclosed?: { readonly line: number; readonly column: number }
}

/** Fields of each record and the line on which it begins. */
function* recordsOf(text: string): Generator<Record, undefined> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const record: { line: number; fields: string[]; breaks: number; unclosed?: Record['unclosed'] } = { line, fields: [], breaks: 0 }
    for (;;) {
      const field = fieldAt(text, at)
      record.fields.push(field.text)
      record.breaks += field.breaks
      if (field.isUnclosed) record.unclosed = { line, column: record.fields.length }
      line += field.breaks
      at = field.end
      if (text.charCodeAt(at) !== COMMA) break
      at++
    }
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++
    at++
    line++
    if (record.fields.length > 1 || record.fields[0].trim() !== '') yield record
  }
}

/** The field that begins at `at`: its text, where it ends, and how many lines end within it. A quote that is never closed takes the rest. */
function fieldAt(text: string, at: number): { text: string; end: number; breaks: number; isUnclosed?: boolean } {
  let from = at
  while (text[from] === ' ') from++
  if (text.charCodeAt(from) !== QUOTE) {
    const end = fieldEnd(text, at)
    return { text: text.slice(at, end), end, breaks: 0 }
  }
  const parts: string[] = []
  let next = from + 1
  for (;;) {
    const close = text.indexOf('"', next)
    if (close < 0) {
      parts.push(text.slice(next))
      return { text: parts.join(''), end: text.length, breaks: breaksIn(text.slice(from)), isUnclosed: true }
    }
    const isDoubled = text.charCodeAt(close + 1) === QUOTE
    parts.push(text.slice(next, isDoubled ? close + 1 : close))
    next = close + (isDoubled ? 2 : 1)
    if (isDoubled) continue
    const end = fieldEnd(text, next)
    parts.push(text.slice(next, end))
    return { text: parts.join(''), end, breaks: breaksIn(text.slice(from, close)) }
  }
}

function fieldEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === COMMA || letter === LF || letter === CR) break
  }
  return at
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

function textOrNothing(field: string | undefined): string | undefined {
  const text = field?.trim()
  return text === '' ? undefined : text
}
