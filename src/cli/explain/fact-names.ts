/** Names of what the facts of an event point to: offices, procedures, their steps and papers, as data/procedures call them. */

import type { Procedures } from '../../procedures/data/load.ts'
import type { Paper, Procedure } from '../../procedures/data/schema.ts'
import type { Lang } from '../../words/lang.ts'
import type { ExplainedEvent } from './event.ts'
import { factValue, valueName } from './words.ts'

/** The value of a fact in the language; `fact` says what kind of thing it names. */
export type NameFact = (fact: string, value: string | number, event: Pick<ExplainedEvent, 'facts'>, lang: Lang) => string

type Facts = ExplainedEvent['facts']
type Named = Readonly<Record<Lang, string>>

/** What stands for a paper where the review found a fault of another kind. */
const REVIEW_FAULT: Named = { en: 'fault found by the review', zh: '审核发现差错' }

export function factNames({ procedures, offices }: Procedures): NameFact {
  return (fact, value, { facts }, lang) => {
    if (fact === 'office') return offices.find(({ id }) => id === value)?.[lang] ?? valueName(value, lang)
    if (fact === 'procedure') return procedures.get(String(value))?.[lang] ?? valueName(value, lang)
    const procedure = procedures.get(String(facts.procedure))
    const named = procedure && namesOf(fact, String(value), procedure, facts)
    return named ? named.map((one) => one[lang]).join(lang === 'zh' ? '、' : ', ') : factValue(fact, value, lang)
  }
}

/** What a fact of a procedure names; undefined for a fact that names nothing of it. */
function namesOf(fact: string, value: string, procedure: Procedure, facts: Facts): readonly Named[] | undefined {
  const paper = (id: string) => procedure.papers.find((one) => one.id === id)
  const found =
    fact === 'way'
      ? [procedure.variants?.find(({ id }) => id === value)]
      : fact === 'step'
        ? [procedure.steps.find(({ id }) => id === value)]
        : fact === 'papers' || fact === 'also_missing'
          ? value.split(',').map(paper)
          : fact === 'missing'
            ? [value === 'review_fault' ? REVIEW_FAULT : unfit(paper(value), facts)]
            : []
  const known = found.filter((one) => one !== undefined)
  return known.length > 0 ? known : undefined
}

/** The paper that is lacking, or what was brought in its place. */
function unfit(paper: Paper | undefined, facts: Facts): Named | undefined {
  return facts.wrong_kind === 'yes' ? (paper?.wrong_kind ?? paper) : paper
}
