/** English that is left in a Chinese line: two words of small letters beside each other that are no name, key, value or quotation. */
const QUOTED = /“[^”]*”|'[^']*'|"(?:\\.|[^"\\])*"|\{[^}]*\}|\[[^\]]*\]/g

export function englishLeft(line: string): string | undefined {
  return /(?<![\w./*-])[a-z]{2,}(?: [a-z]{2,})+(?![\w./-])/.exec(line.replace(QUOTED, ' … '))?.[0]
}
