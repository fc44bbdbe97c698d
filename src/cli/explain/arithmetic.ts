/** How each amount of a settlement follows from those before it: the arithmetic that leads to the fen, from ids of amounts. */

import { AMOUNTS, type AmountId } from '../../words/amounts.ts'
import { FIGURES, type FigureId } from '../../words/figures.ts'
import type { Lang } from '../../words/lang.ts'
import type { ExplainedEvent } from './event.ts'

/** What may be due for a stay; the most of it is paid. */
const EARNED = ['at_rate', 'guaranteed_minimum', 'as_listed_disease'] as const

/** What an event holds: is there an amount of this id, a parameter of this name, this fact? */
interface Told {
  has(id: AmountId): boolean
  uses(parameter: string, value?: string): boolean
  is(fact: string, value: string): boolean
}

/** Limits of bands are amounts of the whole cost, not of what is above the deductible or threshold: each part is paid at its band's rate. */
const BY_BANDS = (cost: string, above: string) => `Σ ([part_of] ${cost} [above] ${above} [in_a_band] × [rate_of_that_band])`

/** {id} stands for another amount of the same event, [id] for a figure of the law among its parameters or facts. '' when it stands by itself. */
const HOW: Readonly<Partial<Record<AmountId, (told: Told) => string>>> = {
  before_cover: () => '{bill} × (1 − [covered_share])',
  outside_catalogue: ({ has }) =>
    has('before_cover') ? '({bill} − {before_cover}) × (1 − [catalogue_share])' : '{bill} × (1 − [catalogue_share])',
  eligible: ({ has }) =>
    !has('outside_catalogue')
      ? '{bill} × [catalogue_share]'
      : has('before_cover')
        ? '{bill} − {before_cover} − {outside_catalogue}'
        : '{bill} − {outside_catalogue}',
  deductible: ({ has }) => (has('deductible_due') ? 'min({eligible}, {deductible_due})' : ''),
  at_rate: ({ has, uses }) => {
    const above = has('deductible') ? '({eligible} − {deductible})' : '{eligible}'
    if (!uses('benefit.bands')) return `${above} × [rate]`
    return uses('benefit.bands_mode', 'whole') ? `${above} × [rate_of_its_band]` : BY_BANDS('{eligible}', '{deductible}')
  },
  guaranteed_minimum: () => '({bill} − {deductible}) × [guaranteed_share]',
  as_listed_disease: () => 'min({bill}, [limit_of_the_list]) × [rate_of_the_list]',
  ceiling_left: ({ has }) => (has('paid_for_stays_before') ? '[ceiling] − {paid_for_stays_before}' : ''),
  owed_by_insurer: () => `min(${BY_BANDS('{eligible_cost_borne}', '{threshold}')}, [ceiling])`,
  paid_by_assistance: () => 'min({remaining_eligible_cost} × [rate_of_assistance], [ceiling])',
  paid_from_pool: ({ uses }) =>
    uses('benefit.outpatient.cap_per_visit') ? 'min({at_rate}, [cap_per_visit], {ceiling_left})' : 'min({at_rate}, {ceiling_left})',
  paid_by_fund: (told) => {
    const { has, is } = told
    if (has('fixed_amount')) return 'min({bill}, {fixed_amount})'
    if (has('paid_from_pool')) return has('paid_from_account') ? '{paid_from_pool} + {paid_from_account}' : '{paid_from_pool}'
    if (is('designated', 'no')) return 'min({at_rate} × [undesignated_share], {ceiling_left})'
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
  return inWords(how, lang).replace(/\{(\w+)\}|\[(\w+)\]/g, (_, amount?: AmountId, figure?: FigureId) =>
    amount ? AMOUNTS[amount][lang] : figure ? FIGURES[figure][lang] : '',
  )
}

/** 取小、取大 The smaller and the larger of amounts, as offices write them. */
function inWords(how: string, lang: Lang): string {
  return lang === 'en' ? how : how.replaceAll('min(', '取小(').replaceAll('max(', '取大(').replaceAll(', ', '，')
}
