/** 家庭年度负担 What a year cost one household, in the words of `explain`: the household's part of the measures of protection. */
import { fenOf } from '../kernel/money.ts'
import type { CountyHouseholds, CountyTerms, HouseholdMeans } from './county-protection.ts'

const FEN = 100

export interface Burden {
  readonly rule: string
  readonly amounts: readonly { readonly label: string; readonly fen: number }[]
  readonly facts: Readonly<Record<string, string | number>>
}

/** Of household `row`; resources and subsistence are told to the fen, and reckoned with as they are. */
export function burdenOf(row: number, year: CountyHouseholds, means: HouseholdMeans, terms: CountyTerms): Burden {
  const [billed, received, members] = [year.billed[row], year.received[row], year.size[row]]
  const borne = Math.max(0, billed - received)
  const [gross, net] = [billed / FEN, borne / FEN]
  const [resources, need] = [means.resources[row], means.subsistence[row]]
  const consumed = resources + (terms.basis === 'resources' ? 0 : net)
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  const line = members * (terms.povertyLine ?? 0)
  return {
    rule: 'results/county-protection.ts countyProtection',
    amounts: [
      { label: 'billed in the year', fen: billed },
      { label: 'received for it', fen: received },
      { label: 'borne by the household', fen: borne },
      { label: 'premiums of the household', fen: year.premium[row] },
      { label: 'resources before any payment for care', fen: fenOf(resources) },
      { label: 'subsistence need', fen: fenOf(need) },
    ],
    facts: {
      members,
      catastrophic_10: yes(net / consumed > 0.1),
      catastrophic_25: yes(net / consumed > 0.25),
      catastrophic_40: yes(net / (consumed - need) >= 0.4),
      poor_before_payment: yes(resources < line),
      poor_after_payment: yes(resources - gross < line),
      poor_after_reimbursement: yes(resources - net < line),
    },
  }
}
