/** A scenario of scenarios/exact, with other numbers where a test wants them: what it must give, and what the model gives. */

import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { readDataFiles } from '../../src/node/files.ts'
import type * as Simulating from '../../src/node/simulate.ts'
import { loadScenario } from '../../src/scenario/load.ts'
import { lawOf } from '../../src/scenario/materials.ts'
import { planJobs } from '../../src/scenario/run.ts'
import { IS_LONG } from '../size.ts'
import { limited, moments, payment, type Rule, yearly, yearlyUpTo } from './closed-form.ts'

const files = readDataFiles()
const law = lawOf(files)
/** As a run simulates: some twenty million person-years take a third of the time. */
const { importCompiled } = await import(new URL('../../src/node/build.mjs', import.meta.url).href)
const compiled: typeof Simulating = await importCompiled('worker')

/** The numbers of an exact case; whatever is not given is as in the file. Yuan, shares, admissions per person and year. */
export interface Numbers {
  mean?: number
  sigma?: number
  need?: number
  catalogueShare?: number
  deductible?: number
  rate?: number
  ceiling?: number
  bands?: Rule['bands']
}

interface Written {
  policy: Record<string, unknown>
  mechanisms: { need: { inpatient: number; outpatient: number } }
  population: { persons: number }
  years: [number, number]
  replications: number
}

const NAMES: Record<Exclude<keyof Numbers, 'need'>, string> = {
  mean: 'care.cost.inpatient.county_hospital',
  sigma: 'care.cost.inpatient_sigma.county_hospital',
  catalogueShare: 'benefit.catalogue_share.county_hospital',
  deductible: 'benefit.deductible.county_hospital',
  rate: 'benefit.rate.county_hospital',
  ceiling: 'benefit.ceiling',
  bands: 'benefit.bands',
}

/** Reads a file of scenarios/exact and sets other numbers in it. */
export function exactCase(file: string, numbers: Numbers = {}): Written {
  const written: Written = parse(readFileSync(new URL(`../../scenarios/exact/${file}`, import.meta.url), 'utf8'))
  for (const [key, name] of Object.entries(NAMES)) {
    const value = numbers[key as keyof typeof NAMES]
    if (value !== undefined) written.policy[name] = value
  }
  written.mechanisms.need.inpatient = numbers.need ?? written.mechanisms.need.inpatient
  return written
}

/** Mean and standard deviation of what one person gives in one year. */
export interface Figure {
  readonly mean: number
  readonly sd: number
}
const FIGURES = ['admissions', 'cost.inpatient', 'reimbursed.inpatient'] as const
export type FigureName = (typeof FIGURES)[number]

/** What the case must give, by its numbers as written. */
export function expectedFigures({ policy, mechanisms }: Written): Record<FigureName, Figure> {
  const number = (key: keyof typeof NAMES) => Number(policy[NAMES[key]])
  const need = mechanisms.need.inpatient
  const bill = { mean: number('mean'), sigma: number('sigma') }
  const eligible = { ...bill, mean: bill.mean * number('catalogueShare') }
  const bands = (policy['benefit.bands'] ?? [{ from: 0, rate: number('rate') }]) as Rule['bands']
  const pieces = payment({ deductible: number('deductible'), bands, whole: policy['benefit.bands_mode'] === 'whole' })
  const perYear = policy['benefit.ceiling_per'] === 'year'
  const paid = perYear
    ? yearlyUpTo(number('ceiling'), need, pieces, eligible)
    : yearly(need, moments(limited(pieces, number('ceiling')), eligible))
  const cost = yearly(need, moments([{ from: 0, to: Number.POSITIVE_INFINITY, base: 0, slope: 1 }], bill))
  const figure = ({ mean, meanSquare }: { mean: number; meanSquare: number }) => ({ mean, sd: Math.sqrt(meanSquare - mean ** 2) })
  return { admissions: { mean: need, sd: Math.sqrt(need) }, 'cost.inpatient': figure(cost), 'reimbursed.inpatient': figure(paid) }
}

/** Four standard errors of the payout are at most this part of it; in npm test more, with a seventh of the people. */
export const WIDTH = IS_LONG ? 0.003 : 0.008

/** As many people over four years and 20 replications as make 4 standard errors of the payout a little less than WIDTH. */
export function largeEnough(written: Written): Written {
  const { mean, sd } = expectedFigures(written)['reimbursed.inpatient']
  const personYears = ((4 * sd) / (0.97 * WIDTH * mean)) ** 2
  return { ...written, years: [2012, 2015], replications: 20, population: { persons: Math.ceil(personYears / 80) } }
}

/** What the model gives per member and year, and the number of person-years it rests on. */
export interface Outcome {
  readonly personYears: number
  readonly perMember: Record<FigureName, number>
  /** fund expenditure ÷ enrolled, by replication: payout_per_member */
  readonly payouts: readonly number[]
}

/** Runs all replications of the case in this process. */
export function simulate(written: Written): Outcome {
  const { settings, policy } = loadScenario('exact.yaml', () => stringify(written), law)
  const sums: Record<FigureName, number> = { admissions: 0, 'cost.inpatient': 0, 'reimbursed.inpatient': 0 }
  const payouts: number[] = []
  let enrolled = 0
  for (const job of planJobs(settings)) {
    const outcome = compiled.simulate({ settings, policy, job, slot: 0 })
    if (!('record' in outcome)) throw new Error(JSON.stringify(outcome))
    const { years } = outcome.record
    const add = (name: string) => years.reduce((sum, year) => sum + year.sums[name], 0)
    for (const name of FIGURES) sums[name] += add(name)
    enrolled += add('enrolled')
    payouts.push(add('fund_expenditure') / 100 / add('enrolled'))
  }
  const perMember = {
    admissions: sums.admissions / enrolled,
    'cost.inpatient': sums['cost.inpatient'] / 100 / enrolled,
    'reimbursed.inpatient': sums['reimbursed.inpatient'] / 100 / enrolled,
  }
  return { personYears: enrolled, perMember, payouts }
}
