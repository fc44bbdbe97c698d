/** 编码 What a scenario's text is where it is none in UTF-8: named, with how to save it; control characters by their number. */

interface NoText {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly expected: string
}

const SAVED = 'a YAML file saved as UTF-8'

/** The first control character or letter that could not be read, if any. `text`: as decoded from UTF-8, `\ufffd` where that failed. */
export function noText(text: string): NoText | undefined {
  for (let i = 0, line = 1, column = 1; i < text.length; i++, column++) {
    const code = text.charCodeAt(i)
    if (code === 10) {
      line++
      column = 0
    } else if (code === 0xfffd) return { line, column, message: encodingOf(text), expected: SAVED }
    else if (code < 32 && code !== 9 && code !== 13) return { line, column, ...ofControl(text, code) }
  }
}

function ofControl(text: string, code: number) {
  const encoding = encodingOf(text)
  if (encoding !== NOT_UTF8) return { message: encoding, expected: SAVED }
  const letter = `\\x${code.toString(16).padStart(2, '0')}`
  return { message: `the control character ${letter} stands here`, expected: 'a text without control characters' }
}

const NOT_UTF8 = 'the text is not UTF-8 (GBK?)'

/** Of Latin letters every second byte is zero in UTF-16, three of four in UTF-32; archives begin with marks of their own. */
function encodingOf(text: string): string {
  const start = text.slice(0, 400)
  const zeros = start.split('\u0000').length - 1
  if (zeros * 2 > start.length) return 'the text is UTF-32'
  if (zeros * 4 > start.length) return 'the text is UTF-16'
  return text.startsWith('\u001f\ufffd') || text.startsWith('PK\u0003\u0004') ? 'the file is compressed' : NOT_UTF8
}
