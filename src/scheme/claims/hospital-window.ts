/**
 * 定点医院结算窗口 Settlement with the card before the patient leaves (data/procedures/claim-at-hospital.yaml): who has not got card and
 * identity at hand fetches them, or pays the whole bill and claims by hand later.
 */

import { CERTIFIED } from '../../population/person.ts'
import { theProcedureFor } from '../../procedures/data/effects.ts'
import type { Procedure } from '../../procedures/data/schema.ts'
import { firstOf, givesUp, type Plan, planOf, unfitPapers } from '../../procedures/plan.ts'
import type { County } from '../county.ts'
import { happens } from '../trace.ts'
import { cardMissingDetail } from './explanation.ts'

export class HospitalWindow {
  readonly #county: County
  readonly #procedure: Procedure
  readonly #plan: Plan

  /** Throws RangeError unless one procedure is for settlement. */
  constructor(county: County) {
    const procedure = theProcedureFor('settlement', county.data.procedures.procedures)
    this.#county = county
    this.#procedure = procedure
    this.#plan = planOf(procedure)
  }

  /**
   * A question for each stay that a hospital would settle with the card: are the papers there in the end? It is told where a claim follows
   * (`tells`). Without the mechanism of offices: always, for whoever holds a certificate.
   */
  showsCard(p: number, day: number, occasion: number, tells: boolean): boolean {
    const { people, mechanisms, watch } = this.#county
    if (!(people.traits[p] & CERTIFIED)) return false
    if (!mechanisms.offices) return true
    const key = { keyA: people.keyA[p], keyB: people.keyB[p], occasion }
    const unfit = unfitPapers(this.#plan, 0, key, 0, false)
    if (unfit === 0 || !givesUp(this.#plan, 0, key, false)) return true
    if (tells && happens(watch, p, people.household[p]))
      watch.tell(p, day, 'claim.card_missing', cardMissingDetail(this.#procedure, firstOf(unfit), occasion))
    return false
  }
}
