/** How each amount of a settlement follows from those before it: the arithmetic that leads to the fen, in the labels of the amounts. */
import { type Lang, wordFor } from './explain-words.ts'

/** {label} stands for another amount of the same event; [word] for a figure among its parameters. */
const HOW: Readonly<Record<string, string>> = {
  eligible: '{bill} − {outside the catalogue}',
  'outside the catalogue': '{bill} × (1 − [share inside the catalogue])',
  deductible: 'min({eligible}, [deductible])',
  'at the rate': '({eligible} − {deductible}) × [rate]',
  'paid by the fund': 'min({at the rate}, {ceiling left})',
  'out of pocket': '{bill} − {paid by the fund}',
}

/** '' for an amount that stands by itself, or when an amount it follows from is not among `labels`. */
export function arithmeticOf(label: string, labels: readonly string[], lang: Lang): string {
  const how = HOW[label]
  if (how === undefined) return ''
  const needed = [...how.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)
  if (needed.some((name) => !labels.includes(name))) return ''
  return how.replace(/[{[]([^}\]]+)[}\]]/g, (_, word: string) => wordFor(word, lang))
}
