import { describe, expect, test } from 'vitest'
import { TINY as COUNTY, emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'
import { otherRules } from './recompute-county.ts'

const SMALL = 400
const TINY = COUNTY.replace('1500', String(SMALL))
const REGIMES: Readonly<Record<string, string>> = {
  'the default schedule': TINY,
  'bands, reduced deductibles, household accounts, special diseases and second compensation': otherRules(SMALL),
  'the notice of payment, newborns registered by themselves and medical assistance': `${TINY}policy:
  enrolment.registration: resident_notice
  enrolment.newborn_rule: registered
  benefit.bands: [{ from: 0, rate: 0.5 }, { from: 2000, rate: 0.7 }]
  benefit.bands_mode: whole
  benefit.ceiling_per: admission
  critical_illness.in_force: 'on'
  critical_illness.threshold: 3000
`,
  'the resident application': `${TINY}policy:\n  enrolment.registration: resident_application\n  benefit.deductible_rule: yearly\n`,
}

const NAMES = /c\d+-vx?\d+-h\d+(?:-m\d+(?:-b\d+)*)?|\d{3}_[0-9a-f]{16}\.txt|\bR\d+a?\b/g
/** Journals and authors are cited by their names; what they say stands in Chinese. */
const isTitle = (authority: string) => /[\u4e00-\u9fff]/.test(authority)

/** What a line tells in words: without rule, and without the names and the source of a parameter. */
function wordsOf(line: string): string {
  if (/^ {4}规则 /.test(line)) return ''
  const parameter = /^ {4}参数 [\w.]+ = (.*?) {2}(.*?) {2}\[(.*)\]$/.exec(line)
  if (!parameter) return line.replace(NAMES, '')
  const [, value, title, authority] = parameter
  return `${value} ${title} ${isTitle(authority) ? '' : authority}`
}

async function tell(text: string, ...args: string[]): Promise<string> {
  const [file] = scenarioFiles(emptyFolder(), { 'small.yaml': text })
  const { code, stdout, stderr } = await hezuo('explain', file, '--lang', 'zh', ...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

const unspoken = (text: string) => [...new Set(text.split('\n').filter((line) => /[A-Za-z_]/.test(wordsOf(line))))].slice(0, 10)

describe('Told in Chinese', () => {
  test.each(Object.entries(REGIMES))('everybody under %s hears no English word', async (_, text) => {
    const told = await tell(text, '--all')
    expect(told.split('\n').length).toBeGreaterThan(10_000)
    // a parameter without a title would not be read as one
    expect(unspoken(told)).toEqual([])
  })

  test('the milestones have no English word either', async () => {
    const told = await tell(TINY, '--history')
    expect(told).toMatch(/subsidy\.standard = 280 {2}财政补助标准 {2}\[已核实：2013年新农合补助由240元/)
    const measure = '指标 in_policy_inpatient_rate: 0.75  政策范围内住院报销比例'
    expect(told).toContain(measure)
    expect(unspoken(told.replace(measure, '').replace(/\n {8}/g, ''))).toEqual([])
  })

  test('lines of JSON hold the Chinese names beside the stable English keys', async () => {
    const told = await tell(TINY, '--all', '--format', 'ndjson', '--year', '2012')
    const spoken = new Set<string>()
    for (const line of told.trim().split('\n')) {
      const event: { title: string; amounts: { name: string }[]; parameters: { name: string; title: string }[] } = JSON.parse(line)
      for (const title of [event.title, ...event.amounts.map(({ name }) => name), ...event.parameters.map((one) => one.title)])
        spoken.add(title)
    }
    expect([...spoken].filter((title) => !/[\u4e00-\u9fff]/.test(title))).toEqual([])
    expect(told).toMatch(/"kind":"benefit\.settled","title":"住院补偿结算"/)
    expect(told).toMatch(/\{"id":"bill","fen":\d+,"name":"医疗费用"\}/)
  })
})
