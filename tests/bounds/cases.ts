/** For every parameter and every figure of a procedure: the ends of its bounds as scenarios that run, and what lies just outside them. */

import type { Law } from '../../src/policy/law.ts'
import type { Bounds, Entry } from '../../src/policy/schema.ts'
import { boundsOf, boundsTold, DAY_BOUNDS } from '../../src/policy/value/bounds.ts'
import { boundsTold as figureBoundsTold } from '../../src/procedures/data/bounds.ts'
import type { SettableFigure } from '../../src/procedures/data/places.ts'
import { isUnlimited } from '../../src/words/amount-of-setting.ts'

export interface BoundsCase {
  readonly name: string
  readonly value: unknown
  /** the words of the bound that an impossible value is told; none for an end */
  readonly refused?: string
  /** an end that contradicts other parameters, and may be refused for it */
  readonly mayContradict?: boolean
  readonly text: string
}

const YEARS = 'years: [2014, 2015]\npopulation: {persons: 300}\nseed: ends\nmechanisms: {budget_rule: on, second_compensation: on}\n'

/** What makes a parameter count, or what its end would contradict, by the beginning of its name. */
const BESIDE: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['benefit.deductible.', { 'benefit.ceiling': 1e9 }],
  [
    'benefit.ceiling',
    Object.fromEntries(
      ['township_centre', 'county_hospital', 'city_hospital', 'out_of_province'].map((place) => [`benefit.deductible.${place}`, 0]),
    ),
  ],
  ['benefit.deductible_second_share', { 'benefit.deductible_rule': 'reduced_repeat' }],
  ['benefit.deductible_third_share', { 'benefit.deductible_rule': 'reduced_repeat' }],
  ['benefit.band_multiplier.', { 'benefit.bands': [{ from: 0, rate: 0.5 }] }],
  ['benefit.outpatient.account', { 'benefit.outpatient.mode': 'household_account' }],
  ['benefit.special.', { 'benefit.special.share_certified': 0.5 }],
  ['benefit.listed_disease_', { 'benefit.listed_diseases': 'on' }],
  ['care.undesignated_share.', { 'benefit.undesignated_rate_factor': 0.5 }],
  ['benefit.undesignated_rate_factor', { 'care.undesignated_share.county_hospital': 0.5 }],
  ['critical_illness.', { 'critical_illness.in_force': 'on', 'critical_illness.threshold': 3000 }],
  ['second_reimbursement.', { 'critical_illness.in_force': 'on', 'critical_illness.threshold': 3000 }],
  ['premium.channel_days.street', { 'population.urban_share': 0.5 }],
  ['premium.channel_loss.street', { 'population.urban_share': 0.5 }],
  ['premium.street.', { 'population.urban_share': 0.5 }],
  ['street_enrolment.', { 'population.urban_share': 0.5 }],
  ['offices.street_centre.', { 'population.urban_share': 0.5 }],
  ['offices.community.', { 'population.urban_share': 0.5 }],
  ['cooperative_enrolment.', { 'enrolment.registration': 'cooperative' }],
  ['resident_application.', { 'enrolment.registration': 'resident_application', 'enrolment.application_at_county': 0.5 }],
  ['resident_notice_of_payment.', { 'enrolment.registration': 'resident_notice' }],
]

/** The parts of the whole that a channel's share belongs to: the others share what is left. */
function otherChannels(name: string, value: unknown, law: Law): Record<string, unknown> {
  const start = 'premium.channel_share.'
  if (!name.startsWith(start)) return {}
  const others = law.names().filter((one) => one.startsWith(start) && one !== name)
  const left = Math.min(1, Math.max(0, 1 - Number(value)))
  return Object.fromEntries(others.map((one, at) => [one, at === 0 ? left : 0]))
}

function scenarioOf(name: string, value: unknown, law: Law, block: 'policy' | 'procedures'): string {
  const others = [...BESIDE.filter(([start]) => name.startsWith(start)).map(([, more]) => more), otherChannels(name, value, law)]
  const beside: Record<string, unknown> = Object.assign({}, ...others)
  const policy = block === 'policy' ? { ...beside, [name]: value } : beside
  const own = block === 'procedures' ? `procedures: ${JSON.stringify({ [name]: value })}\n` : ''
  return `name: ends\n${YEARS}policy: ${JSON.stringify(policy)}\n${own}`
}

/** Both ends of the bounds of each parameter; of dates, days and modes all that is possible at all. */
export function parameterEnds(law: Law): BoundsCase[] {
  return law.names().flatMap((name) => {
    const entry = law.entry(name)
    const contradicts = ['date', 'day'].includes(entry.unit) || entry.sumsToOne === true
    return endsOf(entry).map((value) => ({ name, value, mayContradict: contradicts, text: scenarioOf(name, value, law, 'policy') }))
  })
}

/** The least number above an end of 0: neither none, nor any that one may divide by. */
export function nextToNothing(law: Law): BoundsCase[] {
  return law.names().flatMap((name) => {
    const { unit, of = 'ratio', length = 0, sumsToOne } = law.entry(name)
    const isWhole = unit === 'count' || (unit === 'list' && (of === 'count' || sumsToOne === true))
    if (isWhole || unit === 'bands' || name.startsWith('premium.channel_share.') || boundsOf(law.entry(name))?.[0] !== 0) return []
    const value = unit === 'list' ? Array<number>(length).fill(Number.MIN_VALUE) : Number.MIN_VALUE
    return [{ name, value, text: scenarioOf(name, value, law, 'policy') }]
  })
}

/** What lies a little below and a little above the bounds of each parameter, of lists in their first and their last number. */
export function parametersOutside(law: Law): BoundsCase[] {
  return law.names().flatMap((name) => {
    const entry = law.entry(name)
    return outsideOf(entry).map(([value, refused]) => ({ name, value, refused, text: scenarioOf(name, value, law, 'policy') }))
  })
}

function endsOf(entry: Entry): unknown[] {
  const { unit, options = [], length = 0, sumsToOne } = entry
  const bounds = (member = 0) => boundsOf(entry, member) ?? [0, 0]
  const [low, high] = bounds()
  if (unit === 'mode') return [...options]
  if (unit === 'date') return ['01-01', '12-31']
  if (unit === 'day') return [...DAY_BOUNDS]
  if (unit === 'bands') return [[], [{ from: low, rate: 0 }], [{ from: low, rate: 1 }], [{ from: high, rate: 1 }]]
  if (unit !== 'list') return [low, high]
  const members = Array.from({ length }, (_, member) => member)
  const alone = (at: number) => members.map((member) => bounds(member)[member === at ? 1 : 0])
  const all = [0, 1].map((end) => members.map((member) => bounds(member)[end]))
  return [...(sumsToOne ? [] : all), alone(0), alone(length - 1)]
}

/** A number a little beyond each end. */
function beyond([low, high]: Bounds, whole: boolean): number[] {
  const step = (end: number) => (whole ? 1 : Math.max(Math.abs(end) * 1e-9, 1e-9))
  return [low - step(low), high + step(high)]
}

function outsideOf(entry: Entry): [value: unknown, told: string][] {
  const { unit, values, length = 0 } = entry
  const told = (member = 0) => boundsTold(entry, member) ?? ''
  if (unit === 'day') return ['2001-12-31', '2026-01-01'].map((day) => [day, `a day from ${DAY_BOUNDS[0]} to ${DAY_BOUNDS[1]}`])
  const bounds = boundsOf(entry)
  if (!bounds) return []
  if (unit === 'bands') return beyond(bounds, false).map((from) => [[{ from, rate: 0.5 }], told()])
  const above = isUnlimited(bounds[1]) ? `a number (${unit}); where nothing limits, a large one such as 1e9` : told()
  if (unit !== 'list') return beyond(bounds, unit === 'count').map((value) => [value, value > bounds[1] ? above : told()])
  return [0, length - 1].flatMap((member) =>
    beyond(boundsOf(entry, member) ?? bounds, entry.of === 'count').map((number): [unknown, string] => [
      (values[0].value as readonly number[]).map((value, at) => (at === member ? number : value)),
      told(member),
    ]),
  )
}

/** Both ends of the bounds of each figure of procedures and offices; of times, dates and switches all that is possible at all. */
export function figureEnds(figures: readonly SettableFigure[], law: Law): BoundsCase[] {
  return figures.flatMap((figure) =>
    figureValues(figure).map((value) => {
      const { name } = figure
      // a paper cannot be missing and of the wrong kind at once
      const mayContradict = name.includes('.papers.bank_account.')
      return { name, value, mayContradict, text: scenarioOf(name, value, law, 'procedures') }
    }),
  )
}

function figureValues({ name, value, bounds }: SettableFigure): unknown[] {
  if (name.endsWith('.applies')) return [true, false]
  if (name.endsWith('.opens')) return ['00:00']
  if (name.endsWith('.closes')) return ['24:00']
  if (name.endsWith('.until')) return [['01-01'], ['12-31']]
  if (!bounds) return []
  const { low, high } = bounds
  return Array.isArray(value)
    ? [
        [low, low],
        [high, high],
        [low, high],
      ]
    : [low, high]
}

export function figuresOutside(figures: readonly SettableFigure[], law: Law): BoundsCase[] {
  return figures.flatMap(({ name, value: now, bounds }) => {
    if (!bounds) return []
    const { low, high, isWhole } = bounds
    return beyond([low, high], isWhole).map((number) => {
      const span = number < low ? [number, high] : [low, number]
      const value = Array.isArray(now) ? span : number
      return { name, value, refused: figureBoundsTold(bounds), text: scenarioOf(name, value, law, 'procedures') }
    })
  })
}
