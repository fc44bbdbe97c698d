import { describe, expect, test } from 'vitest'
import { eventText } from '../../src/cli/explain.ts'
import { dayOf } from '../../src/kernel/calendar.ts'
import { emptyFolder, hezuo, scenarioFiles, TINY } from './command.ts'

const [tiny] = scenarioFiles(emptyFolder(), { 'tiny.yaml': TINY })
const PERSON = 'c0-v0-h1-m0'

describe('hezuo explain', () => {
  test('tells the life of a person in the order of the days, with rule and parameters', () => {
    const { code, stdout } = hezuo('explain', tiny, '--person', PERSON)
    expect(code).toBe(0)
    const dates = [...stdout.matchAll(/^(\d{4}-\d{2}-\d{2}) /gm)].map(([, date]) => date)
    expect(dates.length).toBeGreaterThan(3)
    expect(dates).toEqual([...dates].sort())
    expect(stdout).toMatch(/rule institutions\//)
    expect(stdout).toMatch(/parameter premium\.individual = /)
  })

  test('of one year tells that year only, as lines of JSON if wanted', () => {
    const { stdout } = hezuo('explain', tiny, '--person', PERSON, '--year', '2013', '--format', 'ndjson')
    const events = stdout
      .trim()
      .split('\n')
      .map((line): { date: string; person: string } => JSON.parse(line))
    expect(events.length).toBeGreaterThan(0)
    expect(events.every(({ date, person }) => date.startsWith('2013-') && person === PERSON)).toBe(true)
  })

  test('speaks Chinese', () => {
    const { stdout } = hezuo('explain', tiny, '--person', PERSON, '--lang', 'zh')
    expect(stdout).toContain(`参合人 ${PERSON}`)
    expect(stdout).toMatch(/2012-01-01 {2}参合年度开始/)
    expect(stdout).toMatch(/参数 premium\.individual = \d+ {2}个人缴费标准/)
  })

  test.each(['nobody', 'c9-v0-h0-m0', 'c0-v0-h0-m77'])('knows nobody called %s', (person) => {
    expect(hezuo('explain', tiny, '--person', person)).toMatchObject({ code: 2, stderr: expect.stringContaining(`called '${person}'`) })
  })

  test('shows amounts in yuan in the order of the arithmetic', () => {
    const event = {
      day: dayOf(2013, 3, 4),
      kind: 'benefit.settled',
      person: PERSON,
      household: PERSON,
      rule: 'institutions/benefit.ts reimburse',
      parameters: [{ name: 'benefit.ceiling', value: '80000' }],
      amounts: [
        { label: 'bill', fen: 123456 },
        { label: 'paid by the fund', fen: 100 },
      ],
      facts: { place: 'county_hospital' },
    }
    expect(eventText(event, () => '封顶线', 'zh').split('\n')).toEqual([
      '2013-03-04  住院补偿结算  (就医地点 县级医院)',
      '    医疗费用: 1234.56 元',
      '    基金支付: 1.00 元',
      '    参数 benefit.ceiling = 80000  封顶线',
      '    规则 institutions/benefit.ts reimburse',
    ])
  })
})
