/**
 * 家庭年度负担 What a year cost one household, in the words of `explain`. Only what is the household's own: its resources, and so whether the
 * burden is catastrophic, are measured against the whole county (county.ts), and nobody's history may hang on who else lives there.
 */
import type { TraceAmount } from '../../scheme/trace.ts'
import type { CountyHouseholds } from './county.ts'

interface Burden {
  readonly rule: string
  readonly amounts: readonly TraceAmount[]
  readonly facts: { readonly members: number }
}

/** Of household `row` in a year. */
export function burdenOf(row: number, year: CountyHouseholds): Burden {
  const [billed, received, members] = [year.billed[row], year.received[row], year.size[row]]
  return {
    rule: 'measures/protection/household-burden.ts burdenOf',
    amounts: [
      { id: 'billed_in_year', fen: billed },
      { id: 'received_in_year', fen: received },
      { id: 'borne_by_household', fen: Math.max(0, billed - received) },
      { id: 'premiums_of_household', fen: year.premium[row] },
    ],
    facts: { members },
  }
}
