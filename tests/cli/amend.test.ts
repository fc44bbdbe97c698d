/** What the command line tells of amended rules: check, run, the report, run.json and explain, in both languages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ExplainedEvent } from '../../src/cli/explain/event.ts'
import { sha256 } from '../../src/node/files.ts'
import { emptyFolder, hezuo, scenarioFiles } from './command.ts'
import { englishLeft } from './language/english-left.ts'

const MODULE = readFileSync('scenarios/rules/poor-pay-no-deductible.ts', 'utf8')
const SMALL = 'years: [2013, 2013]\npopulation: {persons: 300}\nseed: amend\n'
const [base, reform] = scenarioFiles(emptyFolder(), {
  'base.yaml': SMALL,
  'reform.yaml': 'extends: base.yaml\namend: {起付线: poor.ts}\n',
  'poor.ts': MODULE,
})

const json = async (file: string, ...args: string[]): Promise<ExplainedEvent[]> =>
  JSON.parse((await hezuo('explain', file, '--all', '--year', '2013', '--format', 'json', ...args)).stdout)
const fenOf = ({ amounts }: ExplainedEvent, id: string) => amounts.find((amount) => amount.id === id)?.fen

describe('An amended rule', () => {
  test('is named by check', async () => {
    const { stdout, code } = await hezuo('check', reform)
    expect(code).toBe(0)
    expect(stdout).toContain('rule amended: deductible (起付线) by The poor pay no deductible (poor.ts)')
    expect((await hezuo('check', base)).stdout).not.toContain('amended')
  })

  test('is named by run, printed in the report with its text, and told in run.json', async () => {
    const out = join(emptyFolder(), 'out')
    const { stdout, code } = await hezuo('run', reform, '--out', out)
    expect(code).toBe(0)
    expect(stdout).toContain('rule amended: deductible (起付线) by The poor pay no deductible (poor.ts)')
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    for (const text of [
      'Rules amended',
      '改写的规则',
      'The poor pay no deductible</h3>',
      '贫困人口免起付线</h3>',
      sha256(MODULE),
      'member.poor ? 0',
    ])
      expect(report).toContain(text)
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    const title = { en: 'The poor pay no deductible', zh: '贫困人口免起付线' }
    expect(run.scenarios[0].amendments).toEqual([{ rule: 'deductible', file: 'poor.ts', title, sha256: sha256(MODULE) }])
  })

  test('is named by explain at each event that rests on it, and at no other', async () => {
    const events = await json(reform)
    const amended = events.filter(({ amendments }) => amendments)
    expect(new Set(amended.map(({ kind }) => kind))).toEqual(new Set(['benefit.settled']))
    expect(amended).toHaveLength(events.filter(({ kind }) => kind === 'benefit.settled').length)
    const ofPoor = amended.filter(({ facts }) => facts.poor === 'yes')
    expect(ofPoor.length).toBeGreaterThan(0)
    expect(new Set(ofPoor.map((event) => fenOf(event, 'deductible_due')))).toEqual(new Set([0]))
    expect(ofPoor[0].amendments).toEqual([
      { rule: 'deductible', title: 'The poor pay no deductible', file: 'poor.ts', sha256: sha256(MODULE), amount: 'deductible_due' },
    ])
    expect((await json(base)).some(({ amendments }) => amendments)).toBe(false)
  })

  test('is named by explain in words of both languages', async () => {
    const text = async (lang: string) => (await hezuo('explain', reform, '--all', '--year', '2013', '--lang', lang)).stdout
    expect(await text('en')).toContain('amended by The poor pay no deductible (poor.ts): deductible due')
    expect(await text('zh')).toContain('改写 贫困人口免起付线（poor.ts）：应付起付线')
  })

  test('is told in Chinese by compare and by a household held beside the base, the law of the base by no English word', async () => {
    const zh = ['--lang', 'zh']
    const found = await hezuo('explain', base, '--find', 'winner', '--beside', reform, '--format', 'json', '--most', '1')
    const [{ household }] = JSON.parse(found.stdout)
    const { stdout: told } = await hezuo('explain', base, '--household', household, '--beside', reform, ...zh)
    expect(told).toContain('缘于 amend.deductible = 法规 → poor.ts')
    const out = join(emptyFolder(), 'out')
    const compared = await hezuo('compare', base, reform, '--out', out, '--replications', '2', '--charts', 'none', ...zh)
    expect(compared.stderr).toMatch(/amend\.deductible（改写规则：起付线）：各年（.*） 法规 → poor\.ts/)
    // the answer stands in English too, below the Chinese one
    const said = `${told}\n${compared.stderr}\n${compared.stdout.split(/^reform, against/m)[0]}`
    for (const line of said.split('\n')) expect([line, englishLeft(line)]).toEqual([line, undefined])
    expect(said).not.toMatch(/\b(?:law|amended|widest|points|yuan)\b/)
  })

  test('that gives what it may not stops the run, says which and why, and writes nothing', async () => {
    const [wrong] = scenarioFiles(emptyFolder(), {
      'wrong.yaml': `${SMALL}amend: {deductible: wrong.ts}\n`,
      'wrong.ts': 'export default () => () => -1\n',
    })
    const { code, stderr } = await hezuo('run', wrong, '--out', join(emptyFolder(), 'out'), '--quiet')
    expect(code).toBe(2)
    expect(stderr).toContain("wrong.ts: the amended rule 'deductible' gave -1; expected whole fen from 0")
    expect(stderr).not.toContain('bug')
  })
})
