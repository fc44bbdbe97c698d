/**
 * 家庭年度负担 What a year cost one household, in the words of `explain`. Only what is the household's own: its resources, and so whether the
 * burden is catastrophic, are measured against the whole county (county-protection.ts), and nobody's history may hang on who else lives there.
 */
import type { CountyHouseholds } from './county.ts'

export interface Burden {
  readonly rule: string
  readonly amounts: readonly { readonly label: string; readonly fen: number }[]
  readonly facts: Readonly<Record<string, string | number>>
}

/** Of household `row` in a year. */
export function burdenOf(row: number, year: CountyHouseholds): Burden {
  const [billed, received, members] = [year.billed[row], year.received[row], year.size[row]]
  return {
    rule: 'measures/protection/household-burden.ts burdenOf',
    amounts: [
      { label: 'billed in the year', fen: billed },
      { label: 'received for it', fen: received },
      { label: 'borne by the household', fen: Math.max(0, billed - received) },
      { label: 'premiums of the household', fen: year.premium[row] },
    ],
    facts: { members },
  }
}
