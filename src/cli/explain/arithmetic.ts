/** How each amount of a settlement follows from those before it: the arithmetic that leads to the fen, in the labels of the amounts. */
import type { ExplainedEvent } from './event.ts'
import { type Lang, wordFor } from './words.ts'

/** What an event holds: is there an amount of this label, a parameter of this name, this fact? */
interface Told {
  has(label: string): boolean
  uses(parameter: string, value?: string): boolean
  is(fact: string, value: string): boolean
}

/** Limits of bands are amounts of the whole cost, not of what is above the deductible or threshold: each part is paid at its band's rate. */
const BY_BANDS = (cost: string, above: string) => `Σ ([the part of] ${cost} [above] ${above} [that lies in a band] × [rate of that band])`

/** {label} stands for another amount of the same event, [word] for a figure among its parameters or facts. '' when it stands by itself. */
const HOW: Readonly<Record<string, (told: Told) => string>> = {
  'before cover began': () => '{bill} × (1 − [share of covered days])',
  'outside the catalogue': ({ has }) =>
    has('before cover began')
      ? '({bill} − {before cover began}) × (1 − [share inside the catalogue])'
      : '{bill} × (1 − [share inside the catalogue])',
  eligible: ({ has }) =>
    !has('outside the catalogue')
      ? '{bill} × [share inside the catalogue]'
      : has('before cover began')
        ? '{bill} − {before cover began} − {outside the catalogue}'
        : '{bill} − {outside the catalogue}',
  deductible: ({ has }) => (has('deductible due') ? 'min({eligible}, {deductible due})' : ''),
  'at the rate': ({ has, uses }) => {
    const above = has('deductible') ? '({eligible} − {deductible})' : '{eligible}'
    if (!uses('benefit.bands')) return `${above} × [rate]`
    return uses('benefit.bands_mode', 'whole') ? `${above} × [rate of its band]` : BY_BANDS('{eligible}', '{deductible}')
  },
  'guaranteed minimum': () => '({bill} − {deductible}) × [guaranteed share]',
  'as a listed disease': () => 'min({bill}, [limit of the list]) × [rate of the list]',
  'ceiling left': ({ has }) => (has('paid for stays this year before') ? '[ceiling] − {paid for stays this year before}' : ''),
  'owed by the insurer': () => `min(${BY_BANDS('{eligible cost borne in the year}', '{threshold}')}, [ceiling])`,
  'paid by medical assistance': () => 'min({remaining eligible cost} × [rate of assistance], [ceiling])',
  'paid from the pool': ({ uses }) =>
    uses('benefit.outpatient.cap_per_visit') ? 'min({at the rate}, [cap per visit], {ceiling left})' : 'min({at the rate}, {ceiling left})',
  'paid by the fund': (told) => {
    const { has, is } = told
    if (has('fixed sum')) return 'min({bill}, {fixed sum})'
    if (has('paid from the pool'))
      return has('paid from the household account') ? '{paid from the pool} + {paid from the household account}' : '{paid from the pool}'
    if (is('designated', 'no')) return 'min({at the rate} × [share at an undesignated hospital], {ceiling left})'
    const earned = ['at the rate', 'guaranteed minimum', 'as a listed disease'].filter(has).map((label) => `{${label}}`)
    return `min(${earned.length > 1 ? `max(${earned.join(', ')})` : earned.join()}, {ceiling left})`
  },
  'borne by the household': () => 'max(0, {billed in the year} − {received for it})',
  'out of pocket': () => '{bill} − {paid by the fund}',
}

/** '' for an amount that stands by itself, or when an amount it follows from is not among those of the event. */
export function arithmeticOf(label: string, event: Pick<ExplainedEvent, 'amounts' | 'parameters' | 'facts'>, lang: Lang): string {
  const has = (other: string) => event.amounts.some((amount) => amount.label === other)
  // a limit of 0 is none
  const uses = (name: string, value?: string) =>
    event.parameters.some(
      (parameter) => parameter.name === name && (value === undefined ? parameter.value !== '0' : parameter.value === value),
    )
  const is = (fact: string, value: string) => event.facts[fact] === value
  const how = HOW[label]?.({ has, uses, is }) ?? ''
  const needed = [...how.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)
  if (!needed.every(has)) return ''
  return how.replace(/[{[]([^}\]]+)[}\]]/g, (_, word: string) => wordFor(word, lang))
}
