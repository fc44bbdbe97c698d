/** The procedures by which a claim is made, and which of them a claimant goes through. */
import { OUT_OF_AREA, PLACES } from '../../population/places.ts'
import type { Procedure } from '../../procedures/data/schema.ts'
import { type CaseKey, isChosen, type Plan, planOf } from '../../procedures/plan.ts'

/** The ways of a manual claim; the first is where a claim goes that chooses none of the others by the share their files state. */
const WAYS = ['claim_by_hand', 'claim_at_county'] as const
/** All procedures the desk runs for claims. */
export const CLAIM_PROCEDURES = [...WAYS, 'second_reimbursement'] as const
export const AT_COUNTY = WAYS.indexOf('claim_at_county')
export const SECOND = WAYS.length

export interface ClaimProcedure {
  readonly procedure: Procedure
  readonly plan: Plan
  /** variant by place of care */
  readonly variantOf: readonly number[]
}

/** In the order of CLAIM_PROCEDURES. Throws RangeError when one is missing. */
export function claimProcedures(procedures: ReadonlyMap<string, Procedure>): readonly ClaimProcedure[] {
  return CLAIM_PROCEDURES.map((id) => {
    const procedure = procedures.get(id)
    if (!procedure) throw new RangeError(`there is no procedure ${id}`)
    return { procedure, plan: planOf(procedure), variantOf: PLACES.map((place) => variantFor(place, procedure)) }
  })
}

/** Where a claimant goes: to the township or, by the share of data/procedures/claim-at-county.yaml, to the county office. Index of CLAIM_PROCEDURES. */
export function claimsAt(known: readonly ClaimProcedure[], claim: CaseKey): number {
  for (let way = SECOND - 1; way > 0; way--) if (isChosen(known[way].plan, claim)) return way
  return 0
}

/** Index of the variant of a claim procedure for care at this place. */
export function variantFor(place: (typeof PLACES)[number], procedure: Procedure): number {
  const name = place === 'out_of_province' ? place : OUT_OF_AREA.includes(place) ? 'elsewhere_in_province' : 'in_county'
  const found = (procedure.variants ?? []).findIndex((variant) => variant.id === name)
  return Math.max(0, found)
}
