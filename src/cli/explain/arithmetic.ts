/** How each amount of a settlement follows from those before it: the arithmetic that leads to the fen, from ids of amounts. */

import type { AmountId } from '../../words/amounts.ts'
import type { Lang } from '../../words/lang.ts'
import type { ExplainedEvent } from './event.ts'
import { amountName, wordFor } from './words.ts'

/** What may be due for a stay; the most of it is paid. */
const EARNED = ['at_rate', 'guaranteed_minimum', 'as_listed_disease'] as const

/** What an event holds: is there an amount of this id, a parameter of this name, this fact? */
interface Told {
  has(id: AmountId): boolean
  uses(parameter: string, value?: string): boolean
  is(fact: string, value: string): boolean
}

/** Limits of bands are amounts of the whole cost, not of what is above the deductible or threshold: each part is paid at its band's rate. */
const BY_BANDS = (cost: string, above: string) => `Σ ([the part of] ${cost} [above] ${above} [that lies in a band] × [rate of that band])`

/** {id} stands for another amount of the same event, [word] for a figure among its parameters or facts. '' when it stands by itself. */
const HOW: Readonly<Partial<Record<AmountId, (told: Told) => string>>> = {
  before_cover: () => '{bill} × (1 − [share of covered days])',
  outside_catalogue: ({ has }) =>
    has('before_cover') ? '({bill} − {before_cover}) × (1 − [share inside the catalogue])' : '{bill} × (1 − [share inside the catalogue])',
  eligible: ({ has }) =>
    !has('outside_catalogue')
      ? '{bill} × [share inside the catalogue]'
      : has('before_cover')
        ? '{bill} − {before_cover} − {outside_catalogue}'
        : '{bill} − {outside_catalogue}',
  deductible: ({ has }) => (has('deductible_due') ? 'min({eligible}, {deductible_due})' : ''),
  at_rate: ({ has, uses }) => {
    const above = has('deductible') ? '({eligible} − {deductible})' : '{eligible}'
    if (!uses('benefit.bands')) return `${above} × [rate]`
    return uses('benefit.bands_mode', 'whole') ? `${above} × [rate of its band]` : BY_BANDS('{eligible}', '{deductible}')
  },
  guaranteed_minimum: () => '({bill} − {deductible}) × [guaranteed share]',
  as_listed_disease: () => 'min({bill}, [limit of the list]) × [rate of the list]',
  ceiling_left: ({ has }) => (has('paid_for_stays_before') ? '[ceiling] − {paid_for_stays_before}' : ''),
  owed_by_insurer: () => `min(${BY_BANDS('{eligible_cost_borne}', '{threshold}')}, [ceiling])`,
  paid_by_assistance: () => 'min({remaining_eligible_cost} × [rate of assistance], [ceiling])',
  paid_from_pool: ({ uses }) =>
    uses('benefit.outpatient.cap_per_visit') ? 'min({at_rate}, [cap per visit], {ceiling_left})' : 'min({at_rate}, {ceiling_left})',
  paid_by_fund: (told) => {
    const { has, is } = told
    if (has('fixed_amount')) return 'min({bill}, {fixed_amount})'
    if (has('paid_from_pool')) return has('paid_from_account') ? '{paid_from_pool} + {paid_from_account}' : '{paid_from_pool}'
    if (is('designated', 'no')) return 'min({at_rate} × [share at an undesignated hospital], {ceiling_left})'
    const earned = EARNED.filter(has).map((id) => `{${id}}`)
    return `min(${earned.length > 1 ? `max(${earned.join(', ')})` : earned.join()}, {ceiling_left})`
  },
  borne_by_household: () => 'max(0, {billed_in_year} − {received_in_year})',
  out_of_pocket: () => '{bill} − {paid_by_fund}',
}

type Arithmetic = Pick<ExplainedEvent, 'amounts' | 'parameters' | 'facts' | 'amendments'>

/** '' for an amount that stands by itself, or when an amount it follows from is not among those of the event. */
export function arithmeticOf(id: AmountId, event: Arithmetic, lang: Lang): string {
  // what an amended rule gives follows from its text, not from the law's
  if (event.amendments?.some(({ amount }) => amount === id)) return ''
  const has = (other: string) => event.amounts.some((amount) => amount.id === other)
  // a limit of 0 is none
  const uses = (name: string, value?: string) =>
    event.parameters.some(
      (parameter) => parameter.name === name && (value === undefined ? parameter.value !== '0' : parameter.value === value),
    )
  const is = (fact: string, value: string) => event.facts[fact] === value
  const how = HOW[id]?.({ has, uses, is }) ?? ''
  const needed = [...how.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)
  if (!needed.every(has)) return ''
  return how.replace(/\{(\w+)\}|\[([^\]]+)\]/g, (_, amount?: AmountId, word = '') =>
    amount ? amountName(amount, lang) : wordFor(word, lang),
  )
}
