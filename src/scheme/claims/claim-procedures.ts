/** The procedures by which a claim is made, found by their `purpose`, and which of them a claimant goes through. */
import { OUT_OF_AREA, PLACES } from '../../population/places.ts'
import { theProcedureFor } from '../../procedures/data/effects.ts'
import type { Procedures } from '../../procedures/data/load.ts'
import type { Procedure } from '../../procedures/data/schema.ts'
import { type CaseKey, isChosen, type Plan, planOf } from '../../procedures/plan.ts'

export interface ClaimProcedure {
  readonly procedure: Procedure
  readonly plan: Plan
  /** variant by place of care */
  readonly variantOf: readonly number[]
  /** papers are first handed in at an office of the county */
  readonly atCounty: boolean
  /** 二次报销 of the insurer, after the year's end */
  readonly isSecond: boolean
}

export interface ClaimProcedures {
  /** the ways of a manual claim, the one that needs no choice first, and after them second reimbursement */
  readonly all: readonly ClaimProcedure[]
  readonly second: number
}

/** Throws RangeError without a second reimbursement, or when it is not clear where a claim goes that chooses no other way. */
export function claimProcedures({ procedures, offices }: Procedures): ClaimProcedures {
  const inOrder = [...procedures.values()].sort((a, b) => a.draws - b.draws)
  const ways = inOrder.filter(({ purpose }) => purpose === 'claim')
  const [ordinary, chosen] = [ways.filter((one) => !one.chosen), ways.filter((one) => one.chosen)]
  if (ordinary.length !== 1) throw new RangeError(`${ordinary.length} procedures for claims have no share "chosen"; one must have none`)
  const all = [...ordinary, ...chosen, theProcedureFor('second_claim', procedures)].map((procedure) => ({
    procedure,
    plan: planOf(procedure),
    variantOf: PLACES.map((place) => variantFor(place, procedure)),
    atCounty: offices.find(({ id }) => id === procedure.steps[0].office)?.kind === 'county',
    isSecond: procedure.purpose === 'second_claim',
  }))
  return { all, second: all.length - 1 }
}

/** Where a manual claim goes: by the share `chosen` of each way to that one, otherwise to the ordinary one. */
export function claimsAt({ all, second }: ClaimProcedures, claim: CaseKey): number {
  for (let way = second - 1; way > 0; way--) if (isChosen(all[way].plan, claim)) return way
  return 0
}

/** Index of the variant of a claim procedure for care at this place. */
function variantFor(place: (typeof PLACES)[number], procedure: Procedure): number {
  const name = place === 'out_of_province' ? place : OUT_OF_AREA.includes(place) ? 'elsewhere_in_province' : 'in_county'
  const found = (procedure.variants ?? []).findIndex((variant) => variant.id === name)
  return Math.max(0, found)
}
