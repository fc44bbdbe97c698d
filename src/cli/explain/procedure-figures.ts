/** The figures of a procedure that an event rests on: the deadline, the chance that a paper is missing, the days of a step. */

import type { Procedures } from '../../procedures/data/load.ts'
import type { Figure, Procedure } from '../../procedures/data/schema.ts'
import { titleOf } from '../../procedures/data/titles.ts'
import type { TraceEvent } from '../../scheme/record.ts'
import type { Lang } from '../../words/lang.ts'
import type { ExplainedParameter, ProcedurePart } from './event.ts'

/** Figures by dotted name, as a scenario sets them (`claim_by_hand.deadline`); their source is the document they rest on, else their own. */
export function procedurePart(
  { kind, facts }: Pick<TraceEvent, 'kind' | 'facts'>,
  { procedures }: Procedures,
  lang: Lang,
): ProcedurePart | undefined {
  const procedure = procedures.get(String(facts?.procedure))
  if (!procedure) return undefined
  const step = kind.split('.')[1]
  const figures: ExplainedParameter[] = []
  const add = (name: string, figure: Figure | undefined, document?: string) => {
    if (figure) figures.push(parameterOf(procedure, name, figure, document, lang))
  }
  if (step === 'submitted' || step === 'refused') add('deadline', procedure.deadline)
  const paper = procedure.papers.find(({ id }) => id === facts?.missing)
  if (paper && facts?.wrong_kind === 'yes') add(`papers.${paper.id}.wrong_kind.share`, paper.wrong_kind?.share, paper.document)
  else if (paper) add(`papers.${paper.id}.missing`, paper.missing, paper.document)
  for (const one of procedure.steps)
    if (one.id === facts?.step || (step === 'approved' && one.effect === 'approve')) {
      const byWay = one.working_days_by_variant?.[String(facts?.way)]
      if (byWay) add(`steps.${one.id}.working_days_by_variant.${facts?.way}`, byWay, one.document)
      else add(`steps.${one.id}.working_days`, one.working_days, one.document)
    }
  return { parameters: figures, documents: procedure.documents }
}

function parameterOf(
  procedure: Procedure,
  name: string,
  { value, source, status }: Figure,
  document: string | undefined,
  lang: Lang,
): ExplainedParameter {
  const title = titleOf(procedure, pathOf(procedure, name.split('.')))[lang]
  return {
    name: `${procedure.id}.${name}`,
    title,
    value: String(value),
    source: source ?? document ?? procedure.documents.join(', '),
    status,
  }
}

/** Where a dotted name leads: papers and steps go by their id. */
function pathOf({ papers, steps }: Procedure, [list, id, ...rest]: readonly string[]): (string | number)[] {
  if (list === 'papers') return [list, papers.findIndex((paper) => paper.id === id), ...rest]
  if (list === 'steps') return [list, steps.findIndex((step) => step.id === id), ...rest]
  return [list]
}
