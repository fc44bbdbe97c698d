/** Lines no wider than a terminal: what is too long goes on in the next line, further in. Chinese letters count twice. */

/** Where nothing else is known. */
export const TERMINAL = 80
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
/** Stays at the end of a line, and at the head of one. */
const CLOSING = /[，。、；：？！）】」》”%]/
const OPENING = /[（【「《“]/
const FURTHER_IN = 4

export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += WIDE.test(letter) ? 2 : 1
  return width
}

export function foldedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => folded(line))
    .join('\n')
}

/** A word that is wider than the line stays whole. */
function folded(line: string, most = TERMINAL): string {
  if (widthOf(line) <= most) return line
  const [indent] = /^ */.exec(line) ?? ['']
  const margin = ' '.repeat(indent.length + FURTHER_IN)
  const lines: string[] = []
  let now = indent
  for (const part of partsOf(line.slice(indent.length))) {
    if (now.trim() !== '' && widthOf((now + part).trimEnd()) > most) {
      lines.push(now.trimEnd())
      now = margin + part.trimStart()
    } else now += part
  }
  if (now.trim() !== '') lines.push(now.trimEnd())
  return lines.join('\n')
}

/** Pieces between which a line may end: words with the blanks behind them, Chinese letters one by one with their punctuation. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let now = ''
  for (const letter of text) {
    const last = now.at(-1) ?? ''
    const isJoined =
      now === '' || CLOSING.test(letter) || OPENING.test(last) || letter === ' ' || !(last === ' ' || WIDE.test(last) || WIDE.test(letter))
    if (isJoined) now += letter
    else {
      parts.push(now)
      now = letter
    }
  }
  return now === '' ? parts : [...parts, now]
}
