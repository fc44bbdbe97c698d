/** 位置 The figures of a procedure or an office by their dotted names, and a copy of it with another value at one of them. */
import { type FigureBounds, figureBounds, kindOfFigure } from './bounds.ts'
import { isBlock, listOf } from './checks.ts'
import type { Procedures } from './load.ts'

interface Place {
  readonly name: string
  readonly path: readonly (string | number)[]
  /** a block of value and provenance; none for a bare value */
  readonly figure?: Readonly<Record<string, unknown>>
}

/** A figure that a scenario may set. */
export interface SettableFigure {
  readonly name: string
  readonly value?: unknown
  readonly range?: readonly [number, number]
  /** nothing for times, dates and what is switched on or off */
  readonly bounds?: FigureBounds
}

/** Every name a scenario may set, but for papers of its own. */
export function settableNames(procedures: Procedures): readonly string[] {
  const before = namesBefore.get(procedures)
  if (before) return before
  const names = settableFigures(procedures).map(({ name }) => name)
  namesBefore.set(procedures, names)
  return names
}

/** Asked for again with every name that is none. */
const namesBefore = new WeakMap<Procedures, readonly string[]>()

export function settableFigures({ offices, procedures }: Procedures): SettableFigure[] {
  const named = [...offices.map((office) => [`offices.${office.id}`, office] as const), ...procedures]
  return named.flatMap(([head, block]) =>
    placesIn(block).map((place): SettableFigure => {
      const name = `${head}.${place.name}`
      const kind = kindOfFigure(name)
      const { value, range, bounds } = place.figure ?? {}
      return {
        name,
        value,
        ...(isPair(range) ? { range } : {}),
        ...(kind ? { bounds: figureBounds(kind, isPair(bounds) ? bounds : undefined) } : {}),
      }
    }),
  )
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2
}

/** Everything with a provenance, and what is switched on or off; the entries of lists go by their id. */
export function placesIn(block: unknown, path: readonly (string | number)[] = [], name = ''): Place[] {
  if (Array.isArray(block))
    return listOf(block).flatMap((entry, i) => (isBlock(entry) ? placesIn(entry, [...path, i], joined(name, nameOf(entry))) : []))
  if (!isBlock(block)) return []
  if ('value' in block && 'status' in block) return [{ name, path, figure: block }]
  return Object.entries(block).flatMap(([key, part]) => {
    const bare = key === 'applies' || ('status' in block && (key === 'opens' || key === 'closes'))
    return bare ? [{ name: joined(name, key), path: [...path, key] }] : placesIn(part, [...path, key], joined(name, key))
  })
}

function nameOf(entry: Readonly<Record<string, unknown>>): string {
  return String(entry.id ?? entry.circumstance)
}

function joined(name: string, part: string): string {
  return name === '' ? part : `${name}.${part}`
}

/** A copy with another value at the path. */
export function replaced(block: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(block)) return block.map((entry, i) => (i === key ? replaced(entry, rest, value) : entry))
  return isBlock(block) ? { ...block, [key]: replaced(block[key], rest, value) } : block
}
