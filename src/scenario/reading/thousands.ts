/** 千分位 `{ persons: 20,000 }` and `[1,000]`: within brackets YAML takes the comma for the end of the number. */
import { type Document, isPair, isScalar, type Scalar, visit } from 'yaml'
import type { Misfit } from './limits.ts'

/** Each such number, told where it begins; in the document it is put together again, so that nothing else is said of it. */
export function thousandsParted(document: Document): Misfit[] {
  const found: Misfit[] = []
  visit(document, {
    Map: (_, map) => {
      if (map.flow) map.items = joined(map.items, (pair) => (isTail(pair.key) && isEmpty(pair.value) ? pair.key : undefined), found)
    },
    Seq: (_, seq) => {
      // [1,200] may be two numbers, 000 and 050 are none
      if (seq.flow) seq.items = joined(seq.items, (item) => (isTail(item) && /^0/.test(sourceOf(item)) ? item : undefined), found)
    },
  })
  return found
}

/** Items without those that are the end of the number before them. */
function joined<Item>(items: readonly Item[], tailOf: (item: Item) => Scalar | undefined, found: Misfit[]): Item[] {
  const kept: Item[] = []
  for (const item of items) {
    const before = numberIn(kept[kept.length - 1])
    const tail = tailOf(item)
    if (before && tail && /^[+-]?\d{1,3}(,\d{3})*$/.test(sourceOf(before))) append(before, sourceOf(tail))
    else kept.push(item)
  }
  for (const item of kept) {
    const number = numberIn(item)
    if (number && sourceOf(number).includes(',')) found.push(misfitOf(number))
  }
  return kept
}

function append(number: Scalar, tail: string): void {
  number.source = `${sourceOf(number)},${tail}`
  number.value = Number(number.source.replaceAll(',', ''))
}

function misfitOf(number: Scalar): Misfit {
  const written = sourceOf(number)
  number.source = written.replaceAll(',', '')
  const message = `the comma in ${written} ends the number`
  return {
    code: 'wrong_value',
    at: number.range?.[0] ?? 0,
    message,
    expected: 'a number without marks of thousands',
    nearest: number.source,
  }
}

function numberIn(item: unknown): Scalar | undefined {
  const value = isPair(item) ? item.value : item
  return isScalar(value) && typeof value.value === 'number' ? value : undefined
}

function isTail(node: unknown): node is Scalar {
  return /^\d{3}$/.test(sourceOf(node)) && isScalar(node)
}

const sourceOf = (node: unknown): string => (isScalar(node) && node.type === 'PLAIN' ? (node.source ?? '') : '')

const isEmpty = (value: unknown): boolean => value === null || value === undefined || (isScalar(value) && value.value === null)
