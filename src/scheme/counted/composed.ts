/** Sums made of cells that are counted elsewhere. */

import { type Measure, measure } from '../../words/measure.ts'
import { type CellName, DECLARED, SUMS } from '../totals.ts'
import type { AddSum } from './declare.ts'

/** Stretches of cells that are added up; `-` takes one off. */
type Terms = readonly (CellName | `-${CellName}`)[]

interface Composed {
  /** left out where the groups are no parts of a whole */
  readonly whole?: Terms
  readonly kind?: string
  readonly groups?: Readonly<Record<string, Terms>>
  readonly measure?: Measure
}

export const COMPOSED: Readonly<Record<string, Composed>> = {
  chronic: { kind: 'cover', groups: { member: ['chronicEnrolled'], non_member: ['chronicEligible', '-chronicEnrolled'] } },
  eligible_by_cover: { kind: 'cover', groups: { member: ['enrolled'], non_member: ['eligible', '-enrolled'] } },
  benefit_episodes: {
    whole: ['visitsPaid', 'staysPaid', 'deliveries', 'checkUps'],
    kind: 'kind',
    groups: { outpatient: ['visitsPaid'], inpatient: ['staysPaid'], delivery: ['deliveries'], check_up: ['checkUps'] },
    measure: measure(
      'episodes',
      '补偿受益人次',
      'benefit episodes',
      '基金支付的住院、门诊、分娩和体检',
      'stays, visits, deliveries and check-ups for which the fund paid',
    ),
  },
  'cost.uninsured': {
    whole: ['uninsuredStayCost', 'uninsuredVisitCost'],
    measure: measure('yuan', '未参合者费用', 'bills of the uninsured', '未参合者的住院和门诊', 'stays and visits of those not covered'),
  },
}

/** The sums of one of them, the whole first. */
export function addComposed({ whole, kind, groups }: Composed, cells: Float64Array, add: AddSum): void {
  if (whole) add('', total(cells, whole))
  for (const [group, terms] of Object.entries(groups ?? {})) add(`${kind}=${group}`, total(cells, terms))
}

function total(cells: Float64Array, terms: Terms): number {
  let sum = 0
  for (const term of terms) {
    const sign = term.startsWith('-') ? -1 : 1
    const name = term.replace('-', '') as CellName
    for (let i = 0; i < DECLARED[name].cells; i++) sum += sign * cells[SUMS[name] + i]
  }
  return sum
}
