/** Scenarios whose answers were once wrong, or are elsewhere: the right value of each, in what a run, a comparison or explain gives. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/node/files.ts'
import { emptyFolder, exitOf, hezuo, scenarioFiles, start } from '../cli/command.ts'

const BARE = ['--charts', 'none', '--quiet']
const COUNTY = 'name: base\nyears: [2012, 2015]\nplace: central\npopulation: {persons: 120}\nreplications: 1\nseed: k\n'
const files = (texts: Record<string, string>) => {
  const folder = emptyFolder()
  return { paths: scenarioFiles(folder, texts), out: join(folder, 'out') }
}
const rowsOf = (out: string, name: string) => {
  const [, ...rows] = readFileSync(join(out, name), 'utf8').trim().split(/\r?\n/)
  return rows.map((row) => row.split(','))
}

interface Told {
  readonly day: string
  readonly kind: string
  readonly person: string
  readonly amounts: readonly { readonly id: string; readonly fen: number }[]
  readonly facts: Readonly<Record<string, string | number>>
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
}
async function told(path: string): Promise<Told[]> {
  const { code, stdout } = await hezuo('explain', path, '--all', '--format', 'ndjson')
  expect(code).toBe(0)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
/** The premium for which households registered, by the year that it covers. */
function premiums(events: readonly Told[]): Record<string, string> {
  const registered = events.filter(({ kind }) => kind === 'enrolment.registered')
  const of = ({ parameters }: Told) => parameters.find(({ name }) => name === 'premium.individual')?.value ?? ''
  return Object.fromEntries(registered.map((event) => [event.facts.year, of(event)]))
}
/** Rows of comparison.csv that differ, by reform and year. */
function differing(out: string): string[] {
  const rows = rowsOf(out, 'comparison.csv').filter((row) => Number(row[9]) !== 0)
  return [...new Set(rows.map(([scenario, , year]) => `${scenario} ${year}`))].sort()
}

const dayOf = (text: string) => Date.parse(text) / 86_400_000

describe('Over the years', () => {
  test('a reform from a later date leaves the years before as its base has them', async () => {
    const { paths, out } = files({
      // with fewer, claims of 2012 wait for money of 2014
      'base.yaml': `${COUNTY.replace('120', '400')}policy: {premium.individual: 95}\n`,
      'dearer.yaml': 'extends: base.yaml\nname: dearer\npolicy: {premium.individual: {2014-01-01: 125}}\n',
    })
    expect(premiums(await told(paths[1]))).toEqual({ 2011: '95', 2012: '95', 2013: '95', 2014: '125', 2015: '125', 2016: '125' })
    expect((await hezuo('compare', ...paths, '--replications', '2', ...BARE, '--out', out)).code).toBe(0)
    expect(differing(out)[0]).toBe('dearer 2013')
  })

  test('a doubled premium is double in every year, and a plain value names the steps of the law that it replaces', async () => {
    const { paths } = files({
      'doubled.yaml': `${COUNTY}policy: {premium.individual: {change: ×2}}\n`,
      'dated.yaml': `${COUNTY}policy: {premium.individual: {2012-01-01: 120, 2013-01-01: 140}}\n`,
    })
    expect(premiums(await told(paths[0]))).toMatchObject({ 2012: '120', 2013: '140', 2014: '180', 2015: '240', 2016: '300' })
    const { stdout } = await hezuo('check', paths[1])
    expect(stdout).toContain("your 140 of 2013 also replaces the law's 90 of 2014, 120 of 2015, 150 of 2016")
  })

  test('the law restated for the years told sets its next step aside, which is told', async () => {
    const { paths } = files({ 'same.yaml': `${COUNTY}policy: {premium.individual: {2014-01-01: 90, 2015-01-01: 120}}\n` })
    expect((await hezuo('check', paths[0])).stdout).toContain("your 120 of 2015 also replaces the law's 150 of 2016")
  })

  test('what is switched in 2014 or 2015 changes nothing before', async () => {
    const { paths, out } = files({
      'base.yaml': COUNTY,
      'late.yaml': 'extends: base.yaml\nname: late\npolicy: {critical_illness.in_force: {2012-01-01: off, 2015-01-01: on}}\n',
      'account.yaml': 'extends: base.yaml\nname: account\npolicy: {benefit.outpatient.mode: {2015-01-01: household_account}}\n',
    })
    expect((await hezuo('compare', ...paths, '--replications', '2', ...BARE, '--out', out)).code).toBe(0)
    expect(differing(out)).toEqual(['account 2015', 'late 2014', 'late 2015'])
  })

  test('a stay over new year is settled by the deductible and the rate of the year of discharge', async () => {
    const { paths } = files({
      'cross.yaml': `name: cross
years: [2014, 2015]
population: {persons: 1000}
seed: k
policy:
  benefit.deductible.county_hospital: {2014-01-01: 100, 2015-01-01: 900}
  benefit.rate.county_hospital: {2014-01-01: 0.5, 2015-01-01: 0.9}
mechanisms: {need: {inpatient: 0.5, outpatient: 0}, facility_choice: {inpatient: county_hospital, outpatient: village_clinic}}
`,
    })
    const events = await told(paths[0])
    const stay = ({ person, facts }: Told) => `${person} ${facts.claim}`
    const admitted = events.filter(({ kind, day }) => kind === 'care.admitted' && day > '2014-11-15' && day < '2015')
    const discharged = new Map(admitted.map((event) => [stay(event), dayOf(event.day) + Number(event.facts.days)]))
    const settled = events.filter((event) => event.kind === 'benefit.settled' && discharged.has(stay(event)))
    const rules = settled.map((event) => {
      const [deductible, rate] = (discharged.get(stay(event)) ?? 0) < dayOf('2015-01-01') ? [100, 0.5] : [900, 0.9]
      const fen = Object.fromEntries(event.amounts.map((amount) => [amount.id, amount.fen]))
      expect(fen.deductible_due).toBe(100 * deductible)
      expect(fen.at_rate).toBe(Math.round((fen.eligible - fen.deductible) * rate))
      return deductible
    })
    for (const deductible of [100, 900]) expect(rules.filter((one) => one === deductible).length).toBeGreaterThan(3)
  })

  test('one year alone is drawn with a figure in every picture', async () => {
    const { paths, out } = files({ 'one.yaml': COUNTY.replace('2012, 2015', '2013, 2013').replace('replications: 1', 'replications: 2') })
    expect((await hezuo('run', paths[0], '--quiet', '--out', out)).code).toBe(0)
    const pictures = readdirSync(join(out, 'charts')).filter((name) => name.endsWith('.en.svg'))
    expect(pictures).toHaveLength(8)
    for (const name of pictures) {
      const svg = readFileSync(join(out, 'charts', name), 'utf8')
      expect(svg, name).not.toMatch(/NaN|undefined|Infinity/)
      expect((svg.match(/>[^<]*\d[^<]*</g) ?? []).length, name).toBeGreaterThan(3)
    }
  })
})

describe('To the fen, and to the byte', () => {
  test('a premium of 100.5 fen is 101 fen a head: halves go up', async () => {
    const { paths } = files({ 'half.yaml': `${COUNTY.replace('120', '60')}policy: {premium.individual: 1.005}\n` })
    const paid = (await told(paths[0])).filter(({ kind, amounts }) => kind === 'premium.paid' && amounts.length > 0)
    expect(paid.length).toBeGreaterThan(5)
    const perHead = paid.map(({ amounts, facts }) => amounts[0].fen / Number(facts.members))
    expect(new Set(perHead)).toEqual(new Set([101]))
  })

  test('limits that bind nobody are the same whether they are a hundred million or 9e99', async () => {
    const limits = (value: string) =>
      `${COUNTY}policy: {benefit.ceiling: ${value}, benefit.outpatient.cap: ${value}, assistance.ceiling: ${value}}\n`
    const { paths, out } = files({ 'large.yaml': limits('100000000'), 'larger.yaml': limits('9e99') })
    const tables = []
    for (const [at, path] of paths.entries()) {
      expect((await hezuo('run', path, ...BARE, '--out', `${out}${at}`)).code).toBe(0)
      tables.push(readFileSync(join(`${out}${at}`, 'annual.csv'), 'utf8'))
    }
    expect(tables[0]).toBe(tables[1])
  })

  test('time zone, language of the system and threads change no byte', async () => {
    const { paths, out } = files({ 'det.yaml': 'name: det\nyears: [2012, 2012]\npopulation: {persons: 300}\nreplications: 2\nseed: k\n' })
    const places = [
      ['Pacific/Kiritimati', 'C', '0'],
      ['America/New_York', 'tr_TR.UTF-8', '2'],
    ]
    const before = { ...process.env }
    const hashes = []
    for (const [zone, locale, workers] of places) {
      Object.assign(process.env, { TZ: zone, LC_ALL: locale })
      const running = start('run', paths[0], ...BARE, '--workers', workers, '--out', `${out}-${zone.slice(0, 4)}`)
      Object.assign(process.env, before)
      if (before.TZ === undefined) delete process.env.TZ
      expect(await exitOf(running)).toBe(0)
      const names = ['annual.csv', 'monthly.csv', 'ledger.csv', 'summary.csv', 'solvency.csv', 'parameters.csv', 'report.html']
      hashes.push(names.map((name) => sha256(readFileSync(join(`${out}-${zone.slice(0, 4)}`, name)))))
    }
    expect(hashes[1]).toEqual(hashes[0])
  })

  test('no share is above one with second compensation, benefits that follow income, or few people', async () => {
    const { paths, out } = files({
      'second.yaml': `${COUNTY.replace('120', '300')}mechanisms: {budget_rule: on, second_compensation: on}\n`,
      'few.yaml': COUNTY.replace('base', 'few').replace('120', '150').replace('replications: 1', 'replications: 8'),
    })
    expect((await hezuo('run', ...paths, ...BARE, '--out', out)).code).toBe(0)
    const rates = rowsOf(out, 'annual.csv')
      .filter((row) => row[4] === 'in_policy_inpatient_rate')
      .map((row) => Number(row[6]))
    expect(rates.length).toBeGreaterThan(100)
    expect(Math.max(...rates)).toBeLessThanOrEqual(1)
  })
})

describe('Titles and seeds', () => {
  test('that are markup or a formula stay text in report, pictures and tables', async () => {
    const { paths, out } = files({
      'markup.yaml': `name: markup
title: {en: '<script>alert(1)</script><img src=x onerror=alert(2)>', zh: '=1+1 <svg onload=alert(3)> 起付线<100'}
years: [2012, 2012]
population: {persons: 300}
seed: '=cmd|calc!A0 "><script>alert(4)</script>'
procedures:
  claim_by_hand.papers.odd_paper: {en: '=1+2', zh: <script>alert(5)</script>, missing: 0.5}
`,
    })
    const { code, stderr } = await hezuo('run', paths[0], '--quiet', '--charts', 'coverage', '--out', out)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const html = readFileSync(join(out, 'report.html'), 'utf8')
    const svg = readdirSync(join(out, 'charts')).filter((name) => name.endsWith('.svg'))
    for (const text of [html, ...svg.map((name) => readFileSync(join(out, 'charts', name), 'utf8'))]) {
      expect(text).not.toMatch(/<script|<img src=x|<svg onload/)
      expect(text).toContain('&lt;script&gt;')
    }
    for (const name of readdirSync(out).filter((one) => one.endsWith('.csv')))
      for (const cells of rowsOf(out, name)) for (const text of cells) expect(text).not.toMatch(/^"?=/)
  })
})
