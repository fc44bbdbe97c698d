/**
 * 定点医院结算窗口 Settlement with the card before the patient leaves (data/procedures/claim-at-hospital.yaml): who has not got card and
 * identity at hand fetches them, or pays the whole bill and claims by hand later.
 */

import { CERTIFIED, type People } from '../../population/person.ts'
import { firstOf, givesUp, planOf, unfitPapers } from '../../procedures/plan.ts'
import type { ModelData } from '../data.ts'
import { claimNumber } from '../episodes.ts'
import { happens, type Watch } from '../trace.ts'

const PROCEDURE = 'claim_at_hospital'

/**
 * A question for each stay that a hospital would settle with the card: are the papers there in the end? It is told where a claim follows (`tells`). `papersAsked` false: always, for
 * whoever holds a certificate. Throws RangeError without the procedure.
 */
export function createHospitalWindow(people: People, data: ModelData, papersAsked: boolean, watch: Watch) {
  const procedure = data.procedures.procedures.get(PROCEDURE)
  if (!procedure) throw new RangeError(`there is no procedure ${PROCEDURE}`)
  const plan = planOf(procedure)
  const { keyA, keyB, traits, household } = people

  return function showsCard(p: number, day: number, occasion: number, tells: boolean): boolean {
    if (!(traits[p] & CERTIFIED)) return false
    if (!papersAsked) return true
    const unfit = unfitPapers(plan, 0, keyA[p], keyB[p], occasion, 0, false)
    if (unfit === 0 || !givesUp(plan, 0, keyA[p], keyB[p], occasion, false)) return true
    if (tells && happens(watch, p, household[p])) {
      const paper = procedure.papers[firstOf(unfit)]
      watch.tell(p, day, 'claim.card_missing', {
        rule: 'scheme/claims/hospital-window.ts showsCard',
        facts: {
          claim: claimNumber(occasion),
          procedure: procedure.id,
          office: procedure.steps[0].office,
          missing: paper.en,
          missing_zh: paper.zh,
        },
      })
    }
    return false
  }
}
