/** Amendments: a rule wrapped by a module of the scenario, in force for its own county and no longer. */
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/kernel/calendar.ts'
import { InputFaults } from '../../src/kernel/errors.ts'
import { isAmended, type Wrap, withAmendments } from '../../src/kernel/rule.ts'
import { annualRows } from '../../src/measures/annual.ts'
import { readDataFiles, readScenarioText } from '../../src/node/files.ts'
import { readAmendments, withModules } from '../../src/node/given/amendments.ts'
import { identityOf, simulateScenarios } from '../../src/node/simulation.ts'
import { amendmentFiles } from '../../src/scenario/amend/block.ts'
import { underAmendments } from '../../src/scenario/amend/in-force.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import type { LoadedScenario } from '../../src/scenario/load.ts'
import { deductibleDue, emptySettlement, reimburse } from '../../src/scheme/benefit/inpatient.ts'
import { benefitTerms } from '../../src/scheme/benefit/terms.ts'
import { careTerms } from '../../src/scheme/care/terms.ts'
import { EXPECTS, rowOf } from '../../src/scheme/episodes.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { RULE_NAMES, RULES } from '../../src/scheme/rules.ts'
import { emptyFolder, scenarioFiles } from '../cli/command.ts'
import { smallCounty } from '../model/small-county.ts'
import { law, load } from './reader.ts'

const COUNTY = 'years: [2013, 2013]\npopulation: {persons: 3000}\nseed: amend\n'
const TYPES = "import type { Amendment } from '../src/scheme/rules.ts'\n"
const amends = (rule: string, body: string) => `${TYPES}const amendment: Amendment<'${rule}'> = ${body}\nexport default amendment\n`
const POOR = amends('deductible', '(law) => (place, member, terms) => (member.poor ? 0 : law(place, member, terms))')

/** A scenario with these modules, read and compiled. */
async function amended(block: string, modules: Record<string, string>, rest = COUNTY): Promise<LoadedScenario> {
  const folder = emptyFolder()
  const [file] = scenarioFiles(folder, { 'a.yaml': `${rest}${block}\n`, ...modules })
  const scenario = load({ [file]: `${rest}${block}\n` }, file)
  return withModules(scenario, await readAmendments(amendmentFiles(file, readScenarioText)))
}

async function faultsOf(block: string, modules: Record<string, string>) {
  try {
    await amended(block, modules)
  } catch (error) {
    if (error instanceof InputFaults) return error.faults
    throw error
  }
  return []
}

const modelOf = (scenario: LoadedScenario) => countyModel(scenario.settings, scenario.law, readDataFiles())
const rowsOf = (scenario: LoadedScenario) => annualRows('same', [modelOf(scenario).run(1, 0)], scenario.settings.years)

function stays(scenario: LoadedScenario): TraceEvent[] {
  const events: TraceEvent[] = []
  modelOf(scenario).run(1, 0, {
    follow: { everyone: true, tell: (event) => void (event.kind === 'benefit.settled' && events.push(event)) },
  })
  return events
}
const deductibleOf = ({ amounts = [] }: TraceEvent) => amounts.find(({ id }) => id === 'deductible_due')?.fen

const terms = benefitTerms(law, parseDay('2013-01-01') ?? 0)
const settled = (poor: boolean) => reimburse({ place: 2, bill: 500_000 }, { paidThisYear: 0, poor }, terms, emptySettlement())

describe('A rule that is amended', () => {
  test('is asked by every rule that rests on it, as long as the amendment is in force', async () => {
    const under = underAmendments((await amended('amend: {deductible: poor.ts}', { 'poor.ts': POOR })).settings)
    const before = settled(true)
    expect(before.deductible).toBeGreaterThan(0)
    expect(under(() => settled(true)).deductible).toBe(0)
    expect(under(() => settled(true)).paid).toBeGreaterThan(before.paid)
    expect(under(() => settled(false))).toEqual(before)
    expect(settled(true)).toEqual(before)
  })

  test('is wrapped by several modules in their order', async () => {
    const double = amends('deductible', '(law) => (...given) => 2 * law(...given)')
    const more = amends('deductible', '(law) => (...given) => law(...given) + 100')
    const modules = { 'double.ts': double, 'more.ts': more }
    const whole = deductibleDue(2, { paidThisYear: 0 }, terms)
    const due = async (list: string) =>
      underAmendments((await amended(`amend: {起付线: [${list}]}`, modules)).settings)(() => deductibleDue(2, { paidThisYear: 0 }, terms))
    expect(await due('double.ts, more.ts')).toBe(2 * whole + 100)
    expect(await due('more.ts, double.ts')).toBe(2 * (whole + 100))
  })

  test('is that of the nearest file that names it, the others stay', () => {
    const far = `${COUNTY}amend: {deductible: far.ts, 封顶线: far.ts}\n`
    const { amend, settings } = load({ 'far/b.yaml': far, 'a.yaml': 'extends: far/b.yaml\namend: {起付线: near.ts}\n' })
    expect(amend?.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['deductible near.ts', 'ceiling_left far/far.ts'])
    expect(settings.amendments).toEqual([
      { rule: 'deductible', file: 'near.ts' },
      { rule: 'ceiling_left', file: 'far.ts' },
    ])
  })

  test('has a name of its own, which is a term of the glossary', () => {
    const glossary = readDataFiles().find(({ path }) => path === 'data/glossary.csv')?.text ?? ''
    const terms = new Set<string>(glossary.match(/\p{Script=Han}+/gu))
    const names = RULE_NAMES.map((rule) => RULES[rule].zh)
    expect(names.filter((name) => !terms.has(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test('is as before when what ran under the amendment broke', () => {
    const wrap: Wrap = (rule) => rule.bind(undefined)
    const breaks = () =>
      withAmendments([{ rule: 'deductible', wrap }], () => {
        expect(isAmended('deductible')).toBe(true)
        throw new Error('broken')
      })
    expect(breaks).toThrow('broken')
    expect(isAmended('deductible')).toBe(false)
    expect(() =>
      withAmendments(
        [
          { rule: 'deductible', wrap },
          { rule: 'nothing', wrap },
        ],
        () => 0,
      ),
    ).toThrow('no rule is called nothing')
    expect(isAmended('deductible')).toBe(false)
  })
})

describe('The poor pay no deductible', () => {
  test('at any stay of theirs, and everybody else pays what the law says', async () => {
    const told = stays(await amended('amend: {deductible: poor.ts}', { 'poor.ts': POOR }))
    const of = (poor: string) => told.filter(({ facts }) => facts?.poor === poor).map(deductibleOf)
    expect(of('yes').length).toBeGreaterThan(3)
    expect(new Set(of('yes'))).toEqual(new Set([0]))
    expect(of('no').every((fen) => Number(fen) > 0)).toBe(true)
  })

  test('and hear of it when they choose whether and where to seek care', async () => {
    const { settings, data } = smallCounty()
    const day = parseDay('2013-01-01') ?? 0
    const choose = () => careTerms(settings, law, data.quantiles.normal, terms, day).inpatient
    const { settings: own } = await amended('amend: {deductible: poor.ts}', { 'poor.ts': POOR })
    const [byLaw, byAmendment] = [choose(), underAmendments(own)(choose)]
    const row = (expects: number) => rowOf(1, 0, expects, 0)
    expect(byLaw.seek[row(EXPECTS.benefitOfPoor)]).toBe(byLaw.seek[row(EXPECTS.benefit)])
    expect(byAmendment.seek[row(EXPECTS.benefitOfPoor)]).toBeGreaterThan(byLaw.seek[row(EXPECTS.benefitOfPoor)])
    for (const expects of [EXPECTS.nothing, EXPECTS.benefit]) expect(byAmendment.seek[row(expects)]).toBe(byLaw.seek[row(expects)])
  })

  test('changes the results of its own scenario only, wherever the other runs', async () => {
    const base = load(COUNTY)
    const reform = await amended('amend: {deductible: poor.ts}', { 'poor.ts': POOR })
    const before = rowsOf(base)
    const changed = rowsOf(reform)
    expect(changed).not.toEqual(before)
    const [one, other] = [modelOf(base), modelOf(reform)]
    expect(annualRows('same', [other.run(1, 0)], [2013, 2013])).toEqual(changed)
    expect(annualRows('same', [one.run(1, 0)], [2013, 2013])).toEqual(before)
    expect(annualRows('same', [other.run(1, 0)], [2013, 2013])).toEqual(changed)
  })
})

test('Amendments that change nothing change no number', async () => {
  const rules =
    'deductible at_rate guaranteed_minimum ceiling_left visit account critical_illness assistance collective_share newborn_cover surplus'
  const modules = Object.fromEntries(rules.split(' ').map((rule) => [`${rule}.ts`, amends(rule, '(law) => (...given) => law(...given)')]))
  const block = `amend: {${rules
    .split(' ')
    .map((rule) => `${rule}: ${rule}.ts`)
    .join(', ')}}`
  const on = `${COUNTY}mechanisms: {budget_rule: on, second_compensation: on}\n`
  const one = modelOf(load(on)).run(1, 0)
  expect(modelOf(await amended(block, modules, on)).run(1, 0)).toEqual(one)
})

test('An amendment of visits is asked for visits that nobody follows too', async () => {
  const free = amends('visit', '(law) => (visit, account, terms) => (account.poor ? visit.bill : law(visit, account, terms))')
  const scenario = await amended('amend: {门诊统筹: free.ts}', { 'free.ts': free })
  expect(rowsOf(scenario)).not.toEqual(rowsOf(load(COUNTY)))
})

test('A run with workers gives the same records as one without, and rests on the texts of its amendments', async () => {
  const scenario = await amended('amend: {deductible: poor.ts}', { 'poor.ts': POOR })
  const records = async (workers: number) => {
    const options = { out: `${emptyFolder()}/out`, dataHash: 'test', workers, resume: false, quiet: true }
    return [...(await simulateScenarios([scenario], options))[0].records]
  }
  expect(await records(1)).toEqual(await records(0))
  const other = await amended('amend: {deductible: poor.ts}', { 'poor.ts': POOR.replace('? 0', '? 1') })
  const moved = await amended('amend: {deductible: moved.ts}', { 'moved.ts': POOR })
  expect(identityOf(other, 'data')).not.toBe(identityOf(scenario, 'data'))
  expect(identityOf(moved, 'data')).toBe(identityOf(scenario, 'data'))
})

describe('What is wrong with an amendment is told with its place:', () => {
  test.each([
    ['a module that is not there', { 'poor.ts': POOR }, 'por.ts', /a\.yaml:4:21: 'amend' names 'por\.ts': there is no such file.*poor\.ts/],
    ['what is no TypeScript', { 'a.ts': 'const a = 1\nconst = 2\n' }, 'a.ts', /a\.ts:2:7: no valid TypeScript/],
    ['no default export', { 'a.ts': 'export const a = 1\n' }, 'a.ts', /a\.ts:1:1: the module has no default export/],
    [
      'a default export that is no function',
      { 'a.ts': 'export const a = 1\nexport default 5\n' },
      'a.ts',
      /a\.ts:2:1: the default export is 5/,
    ],
    ['an amendment that gives no rule', { 'a.ts': '\nexport default () => 0\n' }, 'a.ts', /a\.ts:2:1: the amendment gives no rule/],
    ['the amendment of another rule', { 'a.ts': amends('visit', '(law) => law') }, 'a.ts', /a\.ts:2:18: this is an amendment of 'visit'/],
    [
      'an import',
      { 'a.ts': `${TYPES}import { x } from './x.ts'\nexport default () => x\n` },
      'a.ts',
      /a\.ts:2:1: the module imports '\.\/x\.ts'/,
    ],
    ['a late import', { 'a.ts': "export default () => () => import('node:fs')\n" }, 'a.ts', /a\.ts:1:28: the module imports while it runs/],
    [
      'what would break when the module has been read',
      { 'a.ts': "/** An async rule, as a note says. */\nPromise.reject(new Error('late'))\nexport default (law: unknown) => law\n" },
      'a.ts',
      /a\.ts:2:1: the module uses Promise: what it answers may rest on nothing but what it is given/,
    ],
    ['a rule that answers later', { 'a.ts': 'export default () => async () => 0\n' }, 'a.ts', /a\.ts:1:22: the module uses async/],
    [
      'what breaks in a queue',
      { 'a.ts': 'queueMicrotask(() => { throw 1 })\nexport default (a: 1) => a\n' },
      'a.ts',
      /uses queueMicrotask/,
    ],
    ['a module that breaks', { 'a.ts': 'throw new Error("no")\nexport default 1\n' }, 'a.ts', /a\.ts:1:1: the module broke: no/],
  ])('%s', async (_, modules, named, message) => {
    const faults = await faultsOf(`amend: {deductible: ${named}}`, modules)
    expect(faults.map((fault) => new InputFaults([fault]).message)).toEqual([expect.stringMatching(message)])
  })

  test.each([
    ['less than nothing', '() => () => -5', /'deductible' gave -5; expected whole fen from 0/],
    ['half a fen', '() => () => 0.5', /'deductible' gave 0\.5; expected whole fen/],
    ['no number', '() => () => Number.NaN', /gave NaN/],
    ['an error', '(law) => () => { throw new Error("out of luck") }', /'deductible' broke: out of luck/],
  ])('a rule that gives %s stops the run as a fault of the module', async (_, body, message) => {
    const scenario = await amended('amend: {deductible: a.ts}', { 'a.ts': amends('deductible', body) })
    expect(() => modelOf(scenario).run(1, 0)).toThrow(InputFaults)
    expect(() => modelOf(scenario).run(1, 0)).toThrow(message)
  })

  test('more than the eligible cost above the deductible', async () => {
    const scenario = await amended('amend: {at_rate: a.ts}', { 'a.ts': amends('at_rate', '() => (eligible) => eligible + 1') })
    expect(() => modelOf(scenario).run(1, 0)).toThrow(/'at_rate' gave \d+; expected whole fen from 0 to \d+/)
  })
})
