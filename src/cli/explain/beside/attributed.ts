/** Which changes of a reform made which difference: what is no longer so when one of them is taken back was made by it. */
import { InputFaults } from '../../../kernel/errors.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import type { Cause } from './causes.ts'
import { byMatter, type Difference, outcomeOf } from './pair.ts'

/** Each change by itself takes another run of the county. */
const MOST_UNDONE = 12

/**
 * - `these`: without any one of them the difference would not be as it is
 * - `any`: with any one of them taken back it stays, the others make it alone
 * - `unknown`: of so many changes it is not worked out
 */
export type MadeBy = { readonly how: 'these' | 'any' | 'unknown'; readonly causes: readonly Cause[] }

/**
 * @param eventsUnder what happens when this change is taken back
 * @param reform what happens under the reform as it is
 */
export function attribute(
  causes: readonly Cause[],
  reform: ReadonlyMap<string, TraceEvent>,
  eventsUnder: (cause: Cause) => readonly TraceEvent[],
): (difference: Difference) => MadeBy {
  if (causes.length === 1) return () => ({ how: 'these', causes })
  if (causes.length > MOST_UNDONE) return () => ({ how: 'unknown', causes })
  const undone = causes.map((cause) => ({ cause, found: foundUnder(cause, eventsUnder) }))
  return ({ key }) => {
    const as = outcomeOf(reform.get(key))
    const needed = undone.filter(({ found }) => found && outcomeOf(found.get(key)) !== as).map(({ cause }) => cause)
    if (needed.length > 0) return { how: 'these', causes: needed }
    return undone.every(({ found }) => found) ? { how: 'any', causes } : { how: 'unknown', causes }
  }
}

/** Nothing where the rest of the reform does not go with the base's value. */
function foundUnder(cause: Cause, eventsUnder: (cause: Cause) => readonly TraceEvent[]): ReadonlyMap<string, TraceEvent> | undefined {
  try {
    return byMatter(eventsUnder(cause))
  } catch (error) {
    if (error instanceof InputFaults) return undefined
    throw error
  }
}
