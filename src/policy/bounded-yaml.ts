/** A YAML text parsed within bounds: however it is broken, the parser does not call itself without end, and its errors cost little. */
import { Composer, type CST, type Document, Lexer, type LineCounter, Parser, YAMLParseError } from 'yaml'

/** Lists, mappings and texts that may be open at once: the parser calls itself for each. */
const MOST_OPEN = 400

interface BoundedDocument {
  readonly document: Document.Parsed
  /** where too much was open at once, and no error before it says why; what follows was not read */
  readonly deepAt?: number
}

/** Like `parseDocument` of yaml, its errors as the parser tells them. */
export function parseBounded(text: string, lines: LineCounter, { uniqueKeys }: { uniqueKeys: boolean }): BoundedDocument {
  let stopped: number | undefined
  function* tokens(): Generator<CST.Token> {
    const parser = new Parser(lines.addNewLine)
    lines.addNewLine(0)
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme)
      if (parser.stack.length <= MOST_OPEN) continue
      stopped = parser.offset
      break
    }
    yield* parser.end()
  }
  const document = withoutTraces(() => composed(tokens(), text.length, uniqueKeys))
  // where the parser was stopped it misses every bracket that is open
  const isBrokenBefore = stopped === undefined || document.errors.some(({ pos }) => pos[0] < Number(stopped))
  return isBrokenBefore ? { document } : { document, deepAt: stopped }
}

function composed(tokens: Iterable<CST.Token>, end: number, uniqueKeys: boolean): Document.Parsed {
  let document: Document.Parsed | undefined
  const composer = new Composer({ strict: true, uniqueKeys, logLevel: 'error' })
  for (const found of composer.compose(tokens, true, end)) {
    if (document) {
      const message = 'Source contains multiple documents; please use YAML.parseAllDocuments()'
      document.errors.push(new YAMLParseError([found.range[0], found.range[1]], 'MULTIPLE_DOCS', message))
      break
    }
    document = found
  }
  if (!document) throw new Error('yaml gives a document also for an empty text')
  return document
}

/** Each of a hundred thousand errors would hold where in the parser it was made, which nobody asks. */
function withoutTraces<T>(work: () => T): T {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = before
  }
}
