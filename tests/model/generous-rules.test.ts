/**
 * A more generous rule lowers no household's annual reimbursement: the same thousands of households, on the same draws, under both rules.
 * Everybody is enrolled, no place of care answers to what is paid there, offices are off. Reimbursement is what scheme and critical-illness
 * insurer pay for illness of the year; medical assistance, which pays less where they pay more, is another payer and pays nothing here.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { SimulatedCounty } from '../../src/model/county.ts'
import { readDataFiles } from '../../src/node/files.ts'
import type { Overrides } from '../../src/policy/law.ts'
import { INPATIENT_PLACES } from '../../src/population/places.ts'
import { modelData } from '../../src/scenario/materials.ts'
import { MECHANISMS_ON, type ModelSettings } from '../../src/scheme/settings.ts'
import { large } from '../size.ts'
import { ownLaw } from './small-county.ts'

const YEAR = 2014
const LEAST_HOUSEHOLDS = large(10_000)
/** Of those that lose: a broken rule may lower thousands. */
const TOLD = 10
const data = modelData(readDataFiles())
const settings: ModelSettings = {
  name: 'generous',
  years: [YEAR, YEAR],
  burnInYears: 1,
  region: 'central',
  persons: large(38_000),
  counties: 1,
  addedVillages: [],
  replications: 1,
  seed: 'generous',
  mechanisms: { ...MECHANISMS_ON, facility_choice: false, enrolment_choice: false, offices: false },
}

const everywhere = (name: string, values: readonly number[]): Overrides =>
  Object.fromEntries(INPATIENT_PLACES.map((place, index) => [`${name}.${place}`, values[index] ?? values[0]]))
const bands = (...rates: readonly number[]) => rates.map((rate, index) => ({ from: [0, 5000, 15_000][index], rate }))

/** Marginal bands; ceiling and threshold low enough for many to reach them. */
const BASE: Overrides = {
  'assistance.rate': 0,
  'benefit.bands': bands(0.5, 0.6, 0.7),
  'benefit.bands_mode': 'marginal',
  'benefit.ceiling': 20_000,
  'critical_illness.threshold': 6000,
}

/** One line a rule: what is more generous than in BASE. */
const MORE_GENEROUS: readonly (readonly [string, Overrides])[] = [
  ['a higher rate of the first band', { 'benefit.bands': bands(0.6, 0.6, 0.7) }],
  ['a higher rate of the second band', { 'benefit.bands': bands(0.5, 0.7, 0.7) }],
  ['a higher rate of the last band', { 'benefit.bands': bands(0.5, 0.6, 0.8) }],
  ['lower deductibles', everywhere('benefit.deductible', [50, 100, 250, 500])],
  ['a higher ceiling', { 'benefit.ceiling': 40_000 }],
  ['a higher outpatient rate', { 'benefit.outpatient.rate.village_clinic': 0.6, 'benefit.outpatient.rate.township_centre': 0.6 }],
  ['a higher outpatient ceiling', { 'benefit.outpatient.cap': 150 }],
  ['a guaranteed minimum', { 'benefit.floor': 0.4 }],
  ['a higher critical-illness rate', { 'critical_illness.bands': bands(0.6, 0.6, 0.65) }],
  ['a lower critical-illness threshold', { 'critical_illness.threshold': 4000 }],
]

interface Households {
  /** fen received for the year, and members on 1 January, by household */
  readonly received: Int32Array
  readonly size: Uint8Array
}

function householdsUnder(policy: Overrides): Households {
  const model = new SimulatedCounty(settings, ownLaw().with({ ...BASE, ...policy }), data)
  model.run(1, 0)
  const { received, size } = model.households().of(YEAR)
  return { received: received.slice(), size: size.slice() }
}

/** Households that receive less, and more, under the second rule. */
function changed(before: Households, after: Households): { less: number[]; more: number[] } {
  const rows = [...before.received.keys()]
  return {
    less: rows.filter((row) => after.received[row] < before.received[row]),
    more: rows.filter((row) => after.received[row] > before.received[row]),
  }
}

describe.each([
  ['some bills settled with the card, some claimed by hand, some never, as the law has it', {}],
  ['every bill settled with the card', { ...everywhere('claims.card_share', [1]), ...everywhere('claims.never_filed', [0]) }],
  [
    'every bill claimed by hand, and a third never',
    { ...everywhere('claims.card_share', [0]), ...everywhere('claims.never_filed', [0.33]) },
  ],
])('A more generous rule lowers no household’s annual reimbursement: %s', (_, filing) => {
  let base: Households
  beforeAll(() => {
    base = householdsUnder(filing)
  })

  test('among ten thousand households', () => {
    expect(base.size.filter((members) => members > 0).length).toBeGreaterThan(LEAST_HOUSEHOLDS)
  })

  test.each(MORE_GENEROUS)('%s', (_, policy) => {
    const { less, more } = changed(base, householdsUnder({ ...filing, ...policy }))
    expect(less.slice(0, TOLD)).toEqual([])
    expect(more.length).toBeGreaterThan(0)
  })
})
