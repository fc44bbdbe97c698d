/** Names of what the facts of an event point to: offices, procedures and papers, as data/procedures call them. */

import type { Procedures } from '../../procedures/load.ts'
import type { Lang } from '../../words/lang.ts'
import type { ExplainedEvent } from './event.ts'
import { wordFor } from './words.ts'

/** The value of a fact in the language; `fact` says what kind of thing it names. */
export type NameFact = (fact: string, value: string | number, event: Pick<ExplainedEvent, 'facts'>, lang: Lang) => string

export function factNames({ procedures, offices }: Procedures): NameFact {
  return (fact, value, { facts }, lang) => {
    const own =
      fact === 'office' ? offices.find(({ id }) => id === value) : fact === 'procedure' ? procedures.get(String(value)) : undefined
    if (own) return own[lang]
    const way = fact === 'way' ? procedures.get(String(facts.procedure))?.variants?.find(({ id }) => id === value) : undefined
    if (way) return way[lang]
    // papers are told in English, several in one text
    const papers = fact === 'papers' && lang === 'zh' ? (procedures.get(String(facts.procedure))?.papers ?? []) : []
    if (papers.length > 0) return papers.reduce((text, paper) => text.replace(paper.en, paper.zh), String(value)).replaceAll(', ', '、')
    return wordFor(value, lang)
  }
}
