/**
 * 灾难性卫生支出户 Household by household what the measures of protection count: whose spending is catastrophic, whom it makes poor. For finding
 * them one by one; county.ts adds up the same in its fast form, and a test holds the two together.
 */
import { type CountyHouseholds, type CountyTerms, householdMeans } from './county.ts'

const FEN = 100

/** What a household with members on 1 January bore in a year, after reimbursement, beside what it had. */
export interface HouseholdProtection {
  /** of its consumption; catastrophic above 0.1 (`che10`) */
  readonly ofConsumption: number
  /** of its capacity to pay; catastrophic from 0.4 (`che40`) */
  readonly ofCapacity: number
  /** poor before it paid for any care (`poverty_before_payment`) */
  readonly wasPoor: boolean
  /** poor when it had paid and had been reimbursed (`poverty_after_reimbursement`) */
  readonly isPoor: boolean
}

export const isCatastrophic = ({ ofConsumption }: HouseholdProtection): boolean => ofConsumption > 0.1
export const isCatastrophicOfCapacity = ({ ofCapacity }: HouseholdProtection): boolean => ofCapacity >= 0.4
/** 因病致贫 */
export const isMadePoor = ({ wasPoor, isPoor }: HouseholdProtection): boolean => isPoor && !wasPoor

/** Of each household with a member alive on 1 January, in the order of their rows. */
export function protectionByHousehold(year: CountyHouseholds, order: Uint32Array, terms: CountyTerms): HouseholdProtection[] {
  const { size, billed, received } = year
  const { resources, subsistence } = householdMeans(year, order, terms)
  const { povertyLine = 0 } = terms
  const isSurvey = terms.basis !== 'resources'
  const all: HouseholdProtection[] = []
  for (let row = 0; row < order.length; row++) {
    if (size[row] === 0) continue
    const paid = Math.max(0, billed[row] - received[row]) / FEN
    const own = resources[row]
    const capacity = own - subsistence[row]
    const least = size[row] * povertyLine
    all.push({
      ofConsumption: paid / (isSurvey ? own + paid : own),
      ofCapacity: paid / (isSurvey ? capacity + paid : capacity),
      wasPoor: own < least,
      isPoor: own - paid < least,
    })
  }
  return all
}
