/** The figures of the procedures by dotted name, with the document each rests on: what stands for a source beside a parameter of the law. */
import type { Procedures } from '../procedures/load.ts'
import type { ProcedureFigures } from './explain-event.ts'

/** Every block with a `value` and a `status`, e.g. `claim_by_hand.deadline` or `claim_by_hand.steps.review.minutes`. */
export function figuresOfProcedures({ procedures }: Procedures): ProcedureFigures {
  const figures = new Map<string, { source: string; status: string }>()
  for (const procedure of procedures.values()) collect(procedure, procedure.id, procedure.documents.join(', '), figures)
  return figures
}

function collect(block: unknown, name: string, source: string, figures: Map<string, { source: string; status: string }>): void {
  if (typeof block !== 'object' || block === null) return
  if ('value' in block && 'status' in block && typeof block.status === 'string') {
    figures.set(name, { source, status: block.status })
    return
  }
  for (const [key, part] of Object.entries(block)) {
    const id = typeof part === 'object' && part !== null && 'id' in part && typeof part.id === 'string' ? part.id : key
    collect(part, `${name}.${id}`, source, figures)
  }
}
