/**
 * Sentences of the command line in both languages. What varies stands in angle brackets: `<name>` is taken over as it is, `<*name>` is said
 * in the language too where it is a sentence of its own, and with `<!name>` nothing else than such a sentence fits.
 */
import { literal } from './literal.ts'

/** The names of what varies in a sentence. */
type Holes<Text extends string> = Text extends `${string}<${infer Hole}>${infer Rest}` ? Bare<Hole> | Holes<Rest> : never
type Bare<Hole extends string> = Hole extends `${'*' | '!'}${infer Name}` ? Name : Hole

/** English sentences, each with its Chinese. */
export type Phrases = Readonly<Record<string, string>>

/** A table whose Chinese sentences hold just what varies in the English ones: anything else does not compile. */
export function phrases<const Table extends Phrases>(
  table: Table & { readonly [English in keyof Table & string]: SameHoles<English, Table[English]> },
): Phrases {
  return table
}

type SameHoles<English extends string, Chinese extends string> = [Holes<English>, Holes<Chinese>] extends [Holes<Chinese>, Holes<English>]
  ? Chinese
  : never

export interface Pattern {
  readonly expression: RegExp
  readonly holes: readonly { readonly name: string; readonly mark: '' | '*' | '!' }[]
  readonly chinese: string
}

/** The sentences as they are looked for: those with the most letters of their own first, since others fit almost anything. */
export function patternsOf(tables: readonly Phrases[]): Pattern[] {
  const all = tables.flatMap((table) => Object.entries(table))
  const own = (english: string) => english.replace(HOLE, '').length
  return all.sort(([one], [other]) => own(other) - own(one)).map(([english, chinese]) => patternOf(english, chinese))
}

const HOLE = /<([*!]?)([a-z]+)>/g

function patternOf(english: string, chinese: string): Pattern {
  const holes = [...english.matchAll(HOLE)].map(([, mark, name]) => ({ name, mark: mark as '' | '*' | '!' }))
  const texts = english.split(/<[*!]?[a-z]+>/).map(literal)
  const gaps = holes.map(({ mark }) => (mark === '' ? '([^]*?)' : '([^]+?)'))
  return { expression: new RegExp(`^${texts.map((text, at) => text + (gaps[at] ?? '')).join('')}$`), holes, chinese }
}
