/** 编码 What kind of file the bytes are, where they are no text in UTF-8: named, with how to save it, and never read as something else. */

interface Mistaken {
  readonly message: string
  readonly expected: string
  readonly line?: number
}

const AS_CSV = 'CSV saved as UTF-8'

/** Files of other programs by their first bytes, in hexadecimal. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^(fffe0000|0000feff)/, 'the text is UTF-32'],
  [/^(fffe|feff)/, 'the text is UTF-16 (“Unicode text” of Excel)'],
  [/^(1f8b|28b52ffd|425a68|fd377a58|377abcaf|52617221)/, 'the file is compressed'],
  [/^504b0304/, 'this is an Excel workbook (xlsx) or another archive'],
  [/^d0cf11e0/, 'this is an old Excel workbook (xls)'],
  [/^(3c73746174615f647461|7[1-3]0[12]01)/, 'this is a Stata file'],
  [/^24464c[23]/, 'this is an SPSS file'],
  [/^5244[58]/, 'this is a file of R'],
  [/^25504446/, 'this is a PDF'],
  [/^3c(21|3f|68746d6c)/, 'this is a web page or XML'],
]

/** What is wrong with the bytes as CSV in UTF-8; the text where nothing is. */
export function textOf(bytes: Uint8Array): string | Mistaken {
  const beginning = Buffer.from(bytes.subarray(0, 4096)).toString('hex')
  const known = BEGINNINGS.find(([pattern]) => pattern.test(beginning))
  if (known) return { message: known[1], expected: AS_CSV }
  // of four bytes of a Latin letter three are zero
  if (/^(..000000|000000..){4}/.test(beginning)) return { message: 'the text is UTF-32 without its mark', expected: AS_CSV }
  if (bytes.subarray(0, 4096).includes(0)) return { message: 'the text is UTF-16 without its mark, or no text at all', expected: AS_CSV }
  const text = decoded(bytes, true)
  if (text === undefined) {
    const before = decoded(bytes, false)?.split('\uFFFD', 1)[0] ?? ''
    return { message: 'the text is not UTF-8 (GBK?)', expected: AS_CSV, line: lineAt(before) }
  }
  const lost = text.indexOf('\uFFFD')
  if (lost < 0) return text
  return {
    message: 'letters were lost when the file was converted (�)',
    expected: `${AS_CSV} from the original`,
    line: lineAt(text.slice(0, lost)),
  }
}

function decoded(bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

function lineAt(before: string): number {
  return before.split('\n').length
}
