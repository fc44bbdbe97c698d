/** 正负号 A plus before a bare number means nothing to YAML, and much to who writes it. */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Misfit } from './limits.ts'

type Path = readonly string[]

/** Where no number stands, or where policy blocks are read, which say it of their parameters (policy/written.ts). */
const ELSEWHERE = /^((counties|groups)\.[^.]+\.)?(policy|title)$|^(seed|name)$/

/** Each number that is written with a plus, but for changes, which need one. */
export function signedNumbers(document: Document): Misfit[] {
  const found: Misfit[] = []
  const walk = (node: unknown, path: Path): void => {
    if (isAlias(node) || ELSEWHERE.test(path.join('.'))) return
    if (isMap(node)) for (const { key, value } of node.items) walk(value, [...path, String(isScalar(key) ? (key.source ?? key.value) : '')])
    else if (isSeq(node)) for (const item of node.items) walk(isPair(item) ? item.value : item, path)
    else if (isScalar(node) && typeof node.value === 'number' && node.source?.startsWith('+') && path[path.length - 1] !== 'change') {
      const message = `${node.source} would be read as ${node.value}, the plus would mean nothing`
      found.push({ code: 'signed', at: node.range?.[0] ?? 0, message, expected: expectedAt(path, node.source, String(node.value)) })
    }
  }
  walk(document.contents, [])
  return found
}

/** A figure of procedures may be changed, an age may begin somewhere, all else is a number and no more. */
function expectedAt(path: Path, written: string, value: string): string {
  const own = path[0] === 'counties' ? path.slice(2) : path
  const isFigure = own[0] === 'procedures' && own.length === 2 && !/\.after$/.test(own[1])
  if (isFigure) return `{ change: ${written} } for ${value} more than what holds, or ${value} without a sign`
  return path[path.length - 1] === 'age' ? `${value}+ from this age on, or ${value}` : `${value} without a sign`
}
