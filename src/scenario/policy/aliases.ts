/** Aliases of a YAML text that stand for nothing: who writes *2 mostly means "times two". */
import { type Document, isAlias, isNode, visit } from 'yaml'

interface DanglingAlias {
  readonly offset: number
  readonly message: string
  readonly expected: string
}

/** Aliases without an anchor before them, in the order of the text. */
export function danglingAliases(document: Document): DanglingAlias[] {
  const anchors = new Set<string>()
  const found: DanglingAlias[] = []
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor) anchors.add(node.anchor)
      } else if (!anchors.has(node.source)) {
        const message = `*${node.source} is an alias in YAML, and nothing before it is marked &${node.source}`
        const isFactor = /^[\d.]/.test(node.source)
        const expected = isFactor ? `×${node.source} or x${node.source} for a factor` : 'a name that is marked with & further up'
        found.push({ offset: isNode(node) ? (node.range?.[0] ?? 0) : 0, message, expected })
      }
    },
  })
  return found
}
