/** Ratios are of one population above and below the line: parts of a whole lie between 0 and 1, and what belongs to neither side moves nothing. */
import { describe, expect, test } from 'vitest'
import { annualRows } from '../../src/measures/annual.ts'
import { MEASURES } from '../../src/measures/definitions.ts'
import type { AnnualRow } from '../../src/measures/rows.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import { MECHANISMS_ON } from '../../src/scheme/settings.ts'
import { load } from '../scenario/reader.ts'

const FILES = readDataFiles()
/** A small county: where few are treated, a stay on one side only shows at once. */
const COUNTY = 'years: [2012, 2013]\npopulation: { persons: 250 }\nreplications: 1\n'

function rowsOf(scenario: string, files = FILES): AnnualRow[] {
  const { settings, law } = load(`${COUNTY}${scenario}`)
  return annualRows('ratios', [countyModel(settings, law, files).run(1, 0)], settings.years)
}

/** Of what is no part of a whole: money of the fund against its income, premiums against incomes. */
const NO_PARTS = ['current_balance_rate', 'cumulative_balance_rate', 'use_rate', 'premium_burden']

const LAWS = [
  '',
  `policy:
  benefit.deductible_rule: yearly
  benefit.floor: 0.6
  benefit.listed_diseases: on
  benefit.listed_disease_rate: 1
  benefit.undesignated_rate_factor: 0.8
  benefit.delivery: 1500
  benefit.check_up: 60
  benefit.check_up_share: 0.5
  benefit.outpatient.mode: household_account
  benefit.special.share_certified: 0.5
  critical_illness.threshold: 500
  care.undesignated_share.county_hospital: 0.3
  subsidy.local_top_up: 300
`,
]

/** Mechanisms on and off, so that in 24 scenarios any two of them stand in all four ways: numbers read off their bits. */
const SCENARIOS = Array.from({ length: 24 }, (_, i) => {
  const word = Math.imul(i + 1, 2_654_435_761) >>> 0
  const names = Object.keys(MECHANISMS_ON).filter((name) => name !== 'need')
  const mechanisms = names.map((name, bit) => `${name}: ${(word >>> (bit + 8)) & 1 ? 'on' : 'off'}`).join(', ')
  return `seed: combination-${i}\nmechanisms: { ${mechanisms} }\n${LAWS[i % 2]}`
})

describe('Every share that is a part of a whole', () => {
  const shares = Object.keys(MEASURES).filter((name) => MEASURES[name].unit === 'share' && !NO_PARTS.includes(name))
  const all = SCENARIOS.flatMap((scenario) => rowsOf(scenario).map((row) => ({ ...row, scenario })))

  test('lies between 0 and 1 in all groups, whatever mechanisms and rules are on', () => {
    const found = all.filter(({ measure, value }) => shares.includes(measure) && !(value >= 0 && value <= 1))
    expect(found).toEqual([])
    const told = new Set(all.map(({ measure }) => measure))
    expect(shares.filter((measure) => !told.has(measure))).toEqual([])
  })

  test('is looked at where any two mechanisms are both on, both off, and each without the other', () => {
    const words = SCENARIOS.map((scenario) => [...scenario.matchAll(/: (on|off)[,} ]/g)].map(([, state]) => state))
    for (let one = 0; one < words[0].length; one++)
      for (let other = 0; other < one; other++)
        expect(new Set(words.map((states) => states[one] + states[other])).size, `${one} and ${other}`).toBe(4)
  })
})

describe('The in-policy rate of stays', () => {
  const ofMeasure = (rows: AnnualRow[], name: string) => rows.filter(({ measure }) => measure === name)
  const rate = (rows: AnnualRow[]) => ofMeasure(rows, 'in_policy_inpatient_rate')
  /** Nothing that is paid changes who joins or seeks care. */
  const FIXED = 'mechanisms: { enrolment_choice: off, demand_response: off, facility_choice: off'

  test.each([
    ['the fixed amount for a delivery', `${FIXED} }\npolicy: { benefit.delivery: 1500 }`],
    ['second compensation', `${FIXED}, second_compensation: on }\npolicy: { subsidy.local_top_up: 900, budget.surplus_of_year: 0 }`],
  ])('is not moved by %s, which reimbursed.inpatient holds', (_, scenario) => {
    const [without, with_] = [rowsOf(`${FIXED} }`), rowsOf(scenario)]
    expect(rate(with_)).toEqual(rate(without))
    expect(ofMeasure(with_, 'reimbursed.inpatient')).not.toEqual(ofMeasure(without, 'reimbursed.inpatient'))
  })

  test('holds stays at undesignated hospitals above and below: where all are such and paid half, it is half the rate; unpaid, 0', () => {
    const everywhere = ['township_centre', 'county_hospital', 'city_hospital', 'out_of_province']
    const all = everywhere.map((place) => `care.undesignated_share.${place}: 1, benefit.rate.${place}: 0.8, claims.never_filed.${place}: 0`)
    const paid = (factor: number) => rowsOf(`${FIXED} }\npolicy: { benefit.undesignated_rate_factor: ${factor}, ${all.join(', ')} }`)
    const [none, half] = [rate(paid(0)), rate(paid(0.5))]
    expect(none.length).toBeGreaterThan(5)
    for (const { value } of none) expect(value).toBe(0)
    // some claims are given up, and the ceiling cuts none of so few
    for (const { value } of half.filter(({ group }) => group === '')) expect(value).toBeCloseTo(0.4, 1)
  })

  test('counts of what listed diseases are paid only what is eligible', () => {
    const scenario = `${FIXED} }\npolicy: { benefit.listed_diseases: on, benefit.listed_disease_rate: 1, illness.listed_disease_share: 1, illness.severity_share: [0.1, 0.1, 0.8], benefit.catalogue_share.county_hospital: 0.3 }`
    for (const { value } of rate(rowsOf(scenario))) expect(value).toBeLessThanOrEqual(1)
    expect(rate(rowsOf(scenario)).some(({ value }) => value > 0.9)).toBe(true)
  })
})

test('A claim that is sent back twice is one claim returned', () => {
  const faulty = `    effect: approve
    faulty: { value: 1, status: assumed, range: [0, 1], reason: every review finds a fault once }
    on_fault:
      back_to: review
      after: { value: [1, 2], status: assumed, reason: by telephone }
      give_up: { value: 0, status: assumed, range: [0, 1], reason: nobody }
`
  const files = FILES.map((file) =>
    /claim-(by-hand|at-county)/.test(file.path) ? { ...file, text: file.text.replace('    effect: approve\n', faulty) } : file,
  )
  const procedures =
    'procedures: { claim_by_hand.papers.receipt.missing: 1, claim_at_county.papers.receipt.missing: 1, claim_by_hand.steps.submission.on_fault.give_up: 0, claim_at_county.steps.submission.on_fault.give_up: 0 }'
  const { settings, law } = load(`${COUNTY}${procedures}\npolicy: { claims.card_share.county_hospital: 0 }`)
  const rows = annualRows('ratios', [countyModel(settings, law, files).run(1, 0)], settings.years)
  const shares = rows.filter(({ measure }) => measure === 'claims_returned_share')
  expect(shares.map(({ value }) => value)).toEqual([1, 1])
})
