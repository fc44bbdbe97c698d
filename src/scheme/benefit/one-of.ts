/** A choice of the law as the literal that rules compare with. */

/**
 * The choice a text names; the law has checked that it is one. The literal of the list is given back, which V8 compares by its address,
 * not the text read from a file, which it would compare letter by letter at each visit.
 */
export function oneOf<T extends string>(choices: readonly T[], text: string): T {
  const found = choices.find((choice) => choice === text)
  if (found === undefined) throw new RangeError(`${text}; expected ${choices.join(' or ')}`)
  return found
}
