/** How well a name answers to the word that was asked for. */

const LETTER = /[\p{L}\p{N}]/u

/**
 * 0 it is the word; 1 it begins with it (补助标准 for 补助); 2 it is a kind of it, the word being its noun, which stands last in both languages
 * (财政补助 for 补助, reimbursement rate for rate); 3 it holds it somewhere; undefined where it does not.
 */
export function fitOf(name: string, word: string): number | undefined {
  const [whole, sought] = [name.toLowerCase(), word.toLowerCase()]
  const at = whole.indexOf(sought)
  if (at < 0 || sought === '') return undefined
  if (whole === sought) return 0
  const isLatin = /^[\p{Script=Latin}\p{N}]/u.test(sought)
  // in English half a word is none: rate is no beginning of rated
  const ends = (end: number) => !isLatin || !LETTER.test(whole[end] ?? '')
  const begins = (begin: number) => !isLatin || !LETTER.test(whole[begin - 1] ?? '')
  if (at === 0 && ends(sought.length)) return 1
  if (whole.endsWith(sought) && begins(whole.length - sought.length)) return 2
  return 3
}

/** The best of several names. */
export function bestFit(names: readonly string[], word: string): number | undefined {
  const fits = names.map((name) => fitOf(name, word)).filter((fit) => fit !== undefined)
  return fits.length > 0 ? Math.min(...fits) : undefined
}

/** Those of which a name holds the word, the best fit first. Signs, and a letter or two of Latin, stand in every name: nothing fits them. */
export function fitting<One>(all: readonly One[], namesOf: (one: One) => readonly string[], word: string): One[] {
  if (!/[\p{L}\p{N}]/u.test(word) || /^[\p{Script=Latin}\p{N}]{1,2}$/u.test(word)) return []
  const fits = all.map((one) => ({ one, fit: bestFit(namesOf(one), word) }))
  return fits
    .filter(({ fit }) => fit !== undefined)
    .sort((a, b) => (a.fit ?? 0) - (b.fit ?? 0))
    .map(({ one }) => one)
}
