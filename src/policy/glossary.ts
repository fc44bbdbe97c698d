/** The terms of the policy (术语): every parameter's Chinese and English name, as officials use it. */
import type { Law } from './law.ts'
import type { Unit } from './schema.ts'

export interface Term {
  /** dotted name of the parameter */
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly unit: Unit
  /** where the parameter is defined, `file:line` */
  readonly where: string
}

/** All terms in the order of the law's files. */
export function glossary(law: Law): readonly Term[] {
  return law.names().map((name) => {
    const { zh, en, unit, file, line } = law.entry(name)
    return { name, zh, en, unit, where: `${file}:${line}` }
  })
}

/** The terms that contain `word` (Chinese, English or part of a parameter's name), exact matches first. */
export function termsMatching(law: Law, word: string): readonly Term[] {
  const sought = word.trim().toLowerCase()
  const labels = ({ name, zh, en }: Term) => [name, zh, en].map((label) => label.toLowerCase())
  const matching = glossary(law).filter((term) => labels(term).some((label) => label.includes(sought)))
  const exact = matching.filter((term) => labels(term).includes(sought))
  return [...exact, ...matching.filter((term) => !exact.includes(term))]
}
