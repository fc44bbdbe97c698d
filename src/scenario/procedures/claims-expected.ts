/** 预计报销件数 About how many claims a year brings to the desks, before anything is simulated: by hand, and for second reimbursement. */
import { type Day, yearStart } from '../../kernel/calendar.ts'
import { exp, log } from '../../kernel/elementary.ts'
import { FEN_PER_YUAN } from '../../kernel/money.ts'
import type { Law } from '../../policy/law.ts'
import { INPATIENT_PLACES, type InpatientPlace, PLACES } from '../../population/places.ts'
import { emptySettlement, reimburse } from '../../scheme/benefit/inpatient.ts'
import { benefitTerms } from '../../scheme/benefit/terms.ts'
import { needLevel } from '../../scheme/care/illness-rates.ts'
import { criticalIllnessTerms } from '../../scheme/critical-illness/terms.ts'
import { type ModelSettings, personsWithVillages } from '../../scheme/settings.ts'

type ByPlace = readonly (readonly [InpatientPlace, number])[]

/** Points of a bill's distribution, in standard deviations. */
const [WIDEST, STEP] = [4, 0.05]

/**
 * Stays of a year by place of care: needs of admission, where they are treated by the constants of the choice. Who goes without care or is
 * not a member about makes up for the older and sicker who are.
 */
function staysByPlace(settings: ModelSettings, law: Law, day: Day): ByPlace {
  const { need, facility_choice: choice } = settings.mechanisms
  const stays = personsWithVillages(settings) * (need === true ? needLevel(law, day, 'inpatient') : need.inpatient)
  const weights = INPATIENT_PLACES.map((place) => {
    if (typeof choice === 'object') return choice.inpatient === place ? 1 : 0
    return exp(law.number(`care.choice.inpatient.${place}`, day))
  })
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return INPATIENT_PLACES.map((place, index) => [place, (stays * weights[index]) / sum] as const)
}

/** Manual claims of a year: what is neither settled with the card nor never filed. */
export function claimsByPlace(settings: ModelSettings, law: Law, day: Day): ByPlace {
  return staysByPlace(settings, law, day).map(([place, stays]) => {
    const byHand = (1 - law.number(`claims.card_share.${place}`, day)) * (1 - law.number(`claims.never_filed.${place}`, day))
    return [place, stays * byHand] as const
  })
}

/** 大病二次报销 Claims of this year for stays of the year before: those of which alone more was borne than the threshold, and that are claimed. */
export function secondClaims(settings: ModelSettings, law: Law, year: number): number {
  const day = yearStart(year - 1)
  const { inForce, threshold } = criticalIllnessTerms(law, day)
  if (!inForce) return 0
  const terms = benefitTerms(law, day)
  const member = { paidThisYear: 0, poor: false }
  const isHigh = (place: InpatientPlace, yuan: number) => {
    const { eligible, paid } = reimburse(
      { place: PLACES.indexOf(place), bill: Math.round(yuan * FEN_PER_YUAN) },
      member,
      terms,
      emptySettlement(),
    )
    return eligible - paid > threshold
  }
  const high = staysByPlace(settings, law, day).map(([place, stays]) => {
    const mean = law.number(`care.cost.inpatient.${place}`, day) * law.number(`care.cost_scale.${place}`, day)
    return stays * shareOfBills(mean, law.number(`care.cost.inpatient_sigma.${place}`, day), (yuan) => isHigh(place, yuan))
  })
  return high.reduce((sum, stays) => sum + stays, 0) * (1 - law.number('critical_illness.never_filed', day))
}

/** The share of log-normal bills of this mean of which it is so. */
function shareOfBills(mean: number, sigma: number, isSo: (yuan: number) => boolean): number {
  if (mean <= 0) return 0
  let [all, found] = [0, 0]
  for (let z = -WIDEST; z <= WIDEST; z += STEP) {
    const weight = exp((-z * z) / 2)
    all += weight
    if (isSo(exp(log(mean) - (sigma * sigma) / 2 + sigma * z))) found += weight
  }
  return found / all
}
