/** From what explain tells of everybody every fen and every row of annual.csv can be worked out again; what is off is found. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyFolder } from '../cli/command.ts'
import { everyRule, explainAndRun, recompute, schedule, shortOfCash } from './recompute-county.ts'

/** Enough for nearly every measure to be of something. */
const PERSONS_OF_EVERY_RULE = 1000
/** Enough people to plant a fault among. `npm run recompute` does the same for 20,000, npm run test:long for 3,000. */
const FEW = 250

type Told = Awaited<ReturnType<typeof explainAndRun>>
const equal = {
  status: 0,
  stdout: expect.stringMatching(/\d{4} rows of the run worked out\n\d{4} rows of its months, books, solvency [\s\S]*all equal/),
}

/** The run with another text of annual.csv, the other tables as they are. */
function withAnnual(told: Told, text: string): Told {
  const folder = emptyFolder()
  const annual = join(folder, 'annual.csv')
  cpSync(dirname(told.annual), folder, { recursive: true })
  writeFileSync(annual, text)
  return { ...told, annual }
}

const linesOf = (told: Told) => readFileSync(told.annual, 'utf8').trim().split('\r\n')

/** Measures whose every row says nothing. */
function measuresOfNothing(told: Told): string[] {
  const rows = linesOf(told)
    .slice(1)
    .map((line) => line.split(','))
  const found = new Set(rows.flatMap(([, , , , measure, , value]) => (Number(value) === 0 ? [] : [measure])))
  return [...new Set(rows.map((row) => row[4]))].filter((measure) => !found.has(measure))
}

/** Puts another digit into the first row of 2013 that has a new word in this column; how many there were. */
function changeDigits(file: string, column: number, digit: RegExp): number {
  const seen = new Set<string>()
  const lines = readFileSync(file, 'utf8').split('\r\n')
  const changed = lines.map((line) => {
    const cells = line.split(',')
    if (!cells.includes('2013') || seen.has(cells[column])) return line
    seen.add(cells[column])
    return line.replace(digit, (one) => String((Number(one) + 1) % 10))
  })
  writeFileSync(file, changed.join('\r\n'))
  return seen.size
}

describe('From what explain tells of everybody', () => {
  let few: Told
  beforeAll(async () => {
    few = await explainAndRun(schedule(FEW))
  })

  test('every fen paid and every row of annual.csv can be worked out again', () => {
    const { status, stdout } = recompute(few)
    expect({ status, stdout }).toEqual(equal)
    expect(stdout).toMatch(/stays: \d{2,} worked out/)
    expect(stdout).toMatch(/visits: \d{4,} worked out/)
    expect(stdout).toMatch(/manual claims: \d{2,} worked out/)
  })

  test('the same holds with every rule and mechanism in use and groups, when all but a few measures are of something', async () => {
    const every = await explainAndRun(everyRule(PERSONS_OF_EVERY_RULE))
    const { status, stdout } = recompute(every)
    expect({ status, stdout }).toEqual(equal)
    // in a county of 3,000 the first two are of something, in one that is short of cash (below) the others
    const ofNothing = ['admissions_listed', 'stays_begun_before_cover', 'cash_short_days', 'deficit', 'insolvent']
    expect(measuresOfNothing(every).sort()).toEqual(ofNothing.sort())
    expect(stdout).toMatch(/second_compensation: \d{3,} worked out/)
    const events = readFileSync(every.events, 'utf8')
    for (const rule of [
      '"regime":"household_account"',
      '"regime":"special_disease"',
      '"guaranteed_minimum"',
      '"admission":3',
      '"status":"adjusted"',
    ])
      expect(events.includes(rule), rule).toBe(true)
  })

  test('the same holds in a county whose insurer and hospitals wait two years for cash, with resources for consumption and the official poverty line', async () => {
    const short = await explainAndRun(shortOfCash(400))
    const { status, stdout } = recompute(short)
    expect({ status, stdout }).toEqual(equal)
    expect(readFileSync(short.events, 'utf8')).toContain('"waited_for_cash"')
    expect(measuresOfNothing(short)).not.toEqual(expect.arrayContaining(['cash_short_days', 'deficit', 'insolvent']))
  })

  test('the same holds where desks are so slow that claims are worked off years after the last one', async () => {
    const slow = await explainAndRun(`${schedule(400)}procedures: {claim_by_hand.steps.review.minutes: 300}\n`)
    const { status, stdout } = recompute(slow)
    expect({ status, stdout }).toEqual(equal)
    expect(readFileSync(slow.events, 'utf8')).toMatch(/"day":"201[6-9]-/)
  })

  test.each([
    ['one fen more paid for a stay', /("kind":"benefit\.settled".*"paid_by_fund","fen":)(\d+)/],
    ['one fen more approved', /("kind":"claim\.approved".*"benefit","fen":)(\d+)/],
    ['one fen more paid for a visit', /("kind":"benefit\.visit".*"paid_by_fund","fen":)(\d+)/],
    [
      'one fen more of premium',
      /("kind":"premium\.paid","title":"[^"]*","person":"","household":"[^"]*".*"year":2013.*)?("by_household","fen":)(\d+)/,
    ],
  ])('%s is found', (_, place) => {
    const text = readFileSync(few.events, 'utf8').replace(place, (whole: string) =>
      whole.replace(/(\d+)$/, (fen) => String(Number(fen) + 1)),
    )
    const changed = join(emptyFolder(), 'events.ndjson')
    writeFileSync(changed, text)
    expect(recompute({ ...few, events: changed })).toMatchObject({ status: 1, stdout: expect.stringMatching(/\d differ/) })
  })

  test('a row of any measure whose last digit is another is found, and so is one of months, books, chances and headlines', () => {
    const folder = dirname(withAnnual(few, readFileSync(few.annual, 'utf8')).annual)
    let changed = 0
    for (const [table, column, digit, least] of [
      ['annual', 4, /\d$/, 121],
      ['monthly', 5, /\d$/, 8],
      ['ledger', 4, /\d$/, 20],
      ['solvency', 4, /\d(?=,[^,]*,[^,]*,[^,]*,[^,]*$)/, 9],
      ['headline', 1, /\d(?=,\d+\.\d\d,\d)/, 1],
    ] as const) {
      const found = changeDigits(join(folder, `${table}.csv`), column, digit)
      expect(found, table).toBeGreaterThanOrEqual(least)
      changed += found
    }
    const annual = join(folder, 'annual.csv')
    expect(recompute({ ...few, annual })).toMatchObject({ status: 1, stdout: expect.stringContaining(`\n${changed} differ`) })
  })

  test('a row that is missing is found', () => {
    const without = linesOf(few).filter((line) => !/,2013,.*,che10,quintile=2,/.test(line))
    expect(recompute(withAnnual(few, without.join('\r\n')))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('che10|quintile=2|2013 is worked out and stands not in the run'),
    })
  })

  test('a measure that nobody works out is told by its name', () => {
    const text = readFileSync(few.annual, 'utf8').replaceAll(',births,', ',births_of_twins,')
    expect(recompute(withAnnual(few, text))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('nobody works out births_of_twins'),
    })
  })
})
