/** Scenario files as they are written in haste, by machines and by those who mean harm: what `hezuo check` says of each. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'
import { HOUSEHOLDS } from './people.ts'

const SOUND = 'years: [2012, 2013]\npopulation: {persons: 300}\n'
/** What is said of one file, its folder left out. */
async function saidOf(text: string, name = 'a.yaml') {
  const folder = emptyFolder()
  const [path] = scenarioFiles(folder, { [name]: text })
  const { code, stdout, stderr } = await hezuo('check', path)
  return { code, stdout, faults: stderr.replaceAll(`${folder}/`, '').trim().split('\n').slice(0, -1) }
}

describe('Full-width marks and signs of a spreadsheet are told for what they are', () => {
  test.each([
    [`place：central\n${SOUND}`, "a.yaml:1:6: no valid YAML: ‘：’ is a full-width mark; expected a colon and a space, ': '"],
    [`${SOUND}policy：\n  premium.individual： 80\n`, 'a.yaml:3:7: no valid YAML: ‘：’ is a full-width mark'],
    [`place:central\n${SOUND}`, "a.yaml:1:7: no valid YAML: no space after the colon; expected ': '"],
    [
      SOUND.replace(', ', '，'),
      "'years' is [2012，2013], with the full-width ‘，’; expected two years, [first, last]; nearest [2012, 2013]",
    ],
    [`${SOUND}place: “central”\n`, 'nearest central'],
    [
      `${SOUND}policy: {premium.individual: ８５}\n`,
      'premium.individual: “８５” is not a number; expected a number from 0 to 100000 yuan; nearest 85',
    ],
    [`${SOUND}policy: {benefit.rate.county_hospital: 76%}\n`, 'nearest 0.76'],
    [`${SOUND}policy: {benefit.ceiling: "90,000"}\n`, 'nearest 90000'],
    [`${SOUND}policy: {subsidy.standard: 3_20}\n`, 'nearest 320'],
    [`${SOUND}policy: {premium.individual: 85元}\n`, 'nearest 85'],
    [`${SOUND}policy: {benefit.ceiling: .inf}\n`, 'expected a number (yuan); where nothing limits, a large one such as 1e9'],
    ...['2013-01', '2013-1-1', '2013/01/01', '2013'].map((day) => [
      `${SOUND}policy: {premium.individual: {${day}: 85}}\n`,
      `“${day}” is not a day of the calendar; did you mean 2013-01-01?; expected YYYY-MM-DD; nearest 2013-01-01`,
    ]),
  ])('%j', async (text, message) => {
    const { code, faults } = await saidOf(text)
    expect({ code, faults }).toEqual({ code: 2, faults: [expect.stringContaining(message)] })
  })

  test('seven slips are told in one pass, and nothing is dropped in silence', async () => {
    const { faults } = await saidOf(`${SOUND}premium.individual: 80
policies: {premium.individual: 80}
mechanisms: {offices: no, demography: yes}
policy:
  premium: {individual: 80}
  benefit.ceiling: {2013-01-01: 70000, "2013-01-01": 90000}
  subsidy.standard: {2013-31-01: 320}
`)
    expect(faults.map((fault) => /^a\.yaml:(\d+)/.exec(fault)?.[1])).toEqual(['3', '4', '5', '5', '7', '8', '9'])
    expect(faults[6]).toContain('nearest 2013-01-31')
  })
})

describe('A scenario that could never end, or end wrongly, is refused', () => {
  const inPlace = (key: string, value: string) => [
    `${SOUND}${key}: ${value}\n`,
    'the alias *a stands within what it means; expected a value',
  ]
  test.each([
    inPlace('policy', '{premium.individual: &a [*a]}'),
    inPlace('procedures', '{offices.county_centre.staff: &a [*a]}'),
    inPlace('policy', '{benefit.bands: [&a {from: 0, rate: *a}]}'),
    [`${SOUND}policy: {? [b] : 1}\n`, 'a list, a mapping or an alias stands in place of a name; expected a name'],
    ['population: {persons: !!js/function "function(){ return 7 }"}\nyears: [2012, 2012]\n', '!!js/function is a tag in YAML'],
    [
      `${SOUND}procedures: {offices.county_centre.hours.opens: "19:00"}\n`,
      'the opening hours do not follow one another; expected opens, lunch, closes in this order',
    ],
    [`${SOUND}procedures: {offices.county_centre.hours.closes: "00:00"}\n`, 'the opening hours do not follow one another'],
    [`${SOUND}procedures: {offices.county_centre.staff: 0.0000001}\n`, 'staff is 1e-7; expected from 0.05 to 100000 posts'],
    [`${SOUND}policy: {illness.trend_base_year: 500000000}\n`, '500000000 is out of bounds; expected from 2003 to 2025'],
    [`${SOUND}policy: {care.length_of_stay.township_centre: 1e300}\n`, '1e+300 is out of bounds; expected from 1 to 90 days'],
    [`${SOUND}policy: {premium.individual: 2e13}\n`, '20000000000000 is out of bounds; expected from 0 to 100000 yuan'],
    [`${SOUND}policy: {benefit.outpatient.account: 25000000}\n`, '25000000 is out of bounds; expected from 0 to 3000 yuan'],
    [`${SOUND}policy: {illness.inpatient_trend: -0.99}\n`, '-0.99 is out of bounds; expected a fraction from -0.3 to 0.3'],
    [
      SOUND.replace('300', `300, added_villages: [${'1,'.repeat(50_000)}1]`),
      "'population.added_villages' is a list; expected 40000 added villages at most",
    ],
    [SOUND.replace('2013', '2020'), 'the years 2012 to 2020 are not covered by the data'],
    [
      `policy:\n${Array.from({ length: 2500 }, (_, at) => `  premium.individua${at}: 1\n`).join('')}${SOUND}`,
      '2500 keys in one mapping; expected 2000 at most',
    ],
    ['- a\n'.repeat(1_500_000), 'the file is too large; expected a readable scenario file'],
  ])('%.60j', async (text, message) => {
    const { code, faults } = await saidOf(text)
    expect({ code, faults }).toEqual({ code: 2, faults: [expect.stringContaining(message)] })
  })
})

test('Three thousand counties are as many as there may be, and what they take is told', async () => {
  const of = (counties: number) => saidOf(`years: [2012, 2015]\npopulation: {persons: 100, counties: ${counties}}\n`)
  const { code, stdout } = await of(3000)
  expect(code).toBe(0)
  expect(stdout).toMatch(/a run takes about \d min of processor time, 3\d\d MiB of memory and 1,\d{3} MiB on the disk/)
  expect((await of(10)).stdout).not.toContain('processor time')
  expect((await of(3001)).code).toBe(2)
})

describe('What a file holds steers nothing and shows little of other files', () => {
  test('escape sequences are told as what they are', async () => {
    const { code, faults } = await saidOf(`${SOUND}place: "\\e[2J\\e[32mwest: valid"\npolicy: {"\\e]0;hezuo\\a": 1}\n`)
    expect({ code, faults: faults.length }).toEqual({ code: 2, faults: 2 })
    expect(faults[0]).toContain("'place' is the text '\\x1b[2J\\x1b[32mwest: valid'")
    expect(faults[1]).toContain('\\x1b]0;hezuo\\x07: the law has no such parameter')
  })

  test('a file name that a spreadsheet would take for a formula is no name of a scenario', async () => {
    const { code, stdout } = await saidOf(SOUND, '=HYPERLINK("x,y").yaml')
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('valid. HYPERLINK-x-y: 300 persons') })
  })

  test.runIf(process.platform !== 'win32')('a file of the system that is extended is told in a line, a device not read', async () => {
    const ofSystem = await saidOf(`extends: /etc/hostname\nname: x\n`)
    expect(ofSystem).toMatchObject({ code: 2, faults: [expect.stringMatching(/^\/etc\/hostname:1:1: .{1,200}$/)] })
    const device = await saidOf(`extends: /dev/zero\nname: x\n`)
    expect(device.faults).toEqual([expect.stringContaining("'/dev/zero': this is a pipe or a device, not a file")])
  })

  test.runIf(process.platform !== 'win32')('of files of the system in place of persons one line is shown at most', async () => {
    const { code, faults } = await saidOf('years: [2013, 2013]\npopulation: {microdata: {persons: /etc/passwd, households: /etc/hosts}}\n')
    expect(code).toBe(2)
    for (const fault of faults) expect(fault.length).toBeLessThan(300)
    expect(faults.filter((fault) => fault.includes('/bin/'))).toHaveLength(1)
  })

  test('a small file of very many rows is refused from its first page', async () => {
    const folder = emptyFolder()
    const [path] = scenarioFiles(folder, {
      'bomb.yaml': 'years: [2013, 2013]\npopulation: {microdata: {persons: p.parquet, households: h.csv}}\n',
      'h.csv': HOUSEHOLDS,
    })
    const columnData = [{ name: 'household', data: new Array(2_000_001).fill('71'), type: 'STRING' as const }]
    writeFileSync(join(folder, 'p.parquet'), new Uint8Array(parquetWriteBuffer({ codec: 'SNAPPY', columnData })))
    const { code, stderr } = await hezuo('check', path)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('p.parquet: more than 2000000 rows') })
  })
})
