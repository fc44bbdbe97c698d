/** What a YAML text may not hold although it can be parsed: too much, too deep, an alias of itself, one key twice, a name that cannot be one. */
import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml'
import { isUnusableName, unusableName } from '../../kernel/errors.ts'

/** The law has fewer than 300 parameters with fewer than 20 dates each. */
const MOST_KEYS = 2_000
const MOST_NODES = 100_000
const MOST_LEVELS = 50
/** No name that means something has half of these. */
const MOST_LETTERS = 200
/** Brackets that may be open at once: the parser calls itself for each. */
const MOST_BRACKETS = 200
const MOST_INDENTS = 200

export interface Misfit {
  readonly code: 'duplicate_key' | 'yaml' | 'wrong_value' | 'signed'
  /** where it stands in the text */
  readonly at: number
  readonly message: string
  readonly expected: string
  readonly nearest?: string
}

/** Nesting that would break the parser, seen in the text itself. */
export function tooDeep(text: string): Misfit | undefined {
  let open = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '[' || letter === '{') open++
    else if ((letter === ']' || letter === '}') && open > 0) open--
    if (open > MOST_BRACKETS) return deep(at)
  }
  const indents = new RegExp(`^(?:[ \\t]*[-?:](?=[ \\t])){${MOST_LEVELS}}|^ {${MOST_INDENTS * 4}}`, 'm').exec(text)
  return indents ? deep(indents.index) : undefined
}

/** All that does not fit, in the order of the text; what follows a limit that is passed is not looked at. */
export function misfits(document: Document): Misfit[] {
  const found: Misfit[] = []
  const around: Node[] = []
  let nodes = 0
  const walk = (node: unknown): boolean => {
    if (!isNode(node)) return true
    if (++nodes > MOST_NODES) return refuse(node, 'the file holds too much', `${MOST_NODES} values at most`)
    // !!str 007 is a text; other tags would make of a value what no key takes
    const tag = isAlias(node) ? undefined : node.tag
    if (tag !== undefined && tag !== 'tag:yaml.org,2002:str' && tag !== '!')
      found.push(misfit(node, `${tag.replace('tag:yaml.org,2002:', '!!')} is a tag in YAML`, 'the value itself'))
    if (isAlias(node)) {
      const meant = node.resolve(document)
      if (meant && around.includes(meant)) found.push(misfit(node, `the alias *${node.source} stands within what it means`, 'a value'))
      return true
    }
    if (!isMap(node) && !isSeq(node)) return true
    if (around.length === MOST_LEVELS) return refuse(node, `${MOST_LEVELS} levels stand within one another`, 'fewer levels')
    if (isMap(node) && node.items.length > MOST_KEYS)
      return refuse(node, `${node.items.length} keys in one mapping`, `${MOST_KEYS} at most`)
    if (isMap(node)) found.push(...keyFaults(node.items.map(({ key }) => key)))
    around.push(node)
    const isWhole = node.items.every((item) => (isPair(item) ? walk(item.value) : walk(item)))
    around.pop()
    return isWhole
  }
  const refuse = (node: Node, message: string, expected: string) => {
    found.push(misfit(node, message, expected))
    return false
  }
  walk(document.contents)
  return found
}

function keyFaults(keys: readonly unknown[]): Misfit[] {
  const seen = new Set<unknown>()
  return keys.flatMap((key) => {
    if (!isScalar(key)) return isNode(key) ? [misfit(key, 'a list, a mapping or an alias stands in place of a name', 'a name')] : []
    const { length } = String(key.value)
    if (length > MOST_LETTERS) return [misfit(key, `a name of ${length} letters`, `${MOST_LETTERS} letters at most`)]
    const { message: unusable, expected } = unusableName(String(key.value))
    if (isUnusableName(String(key.value))) return [misfit(key, unusable, expected)]
    if (key.value === '<<' && key.source === '<<' && key.type === 'PLAIN')
      return [misfit(key, '<< would merge another mapping in YAML, which is not read', 'the values themselves, or extends')]
    if (!seen.has(key.value)) {
      seen.add(key.value)
      return []
    }
    const message = `'${String(key.source ?? key.value)}' stands twice in the same mapping`
    return [{ ...misfit(key, message, 'each key once'), code: 'duplicate_key' as const }]
  })
}

function misfit(node: Node, message: string, expected: string): Misfit {
  return { code: 'yaml', at: node.range?.[0] ?? 0, message, expected }
}

/** Too much stands within one another. */
export function deep(at: number): Misfit {
  return { code: 'yaml', at, message: 'too many levels stand within one another', expected: `${MOST_LEVELS} at most` }
}
