/** Scenario texts that are no scenario: too deep, too much, full of themselves, written with another keyboard. */
import { describe, expect, test } from 'vitest'
import { formatFault } from '../../src/kernel/errors.ts'
import { faultsOf, load } from './reader.ts'

const SOUND = 'years: [2012, 2013]\npopulation: {persons: 300}\n'
const told = (text: string) => faultsOf(text).map(formatFault)

describe('A scenario file is refused with its place', () => {
  test.each([
    [
      'an alias that holds itself',
      `${SOUND}policy: {premium.individual: &a [*a]}`,
      'a.yaml:3:34: the alias *a stands within what it means; expected a value',
    ],
    ['one in a mapping', `${SOUND}procedures: &p {x: {y: *p}}`, 'a.yaml:3:24: the alias *p stands within what it means; expected a value'],
    [
      'a list in place of a name',
      `${SOUND}? [a, b]\n: 1`,
      'a.yaml:3:3: a list, a mapping or an alias stands in place of a name; expected a name',
    ],
    [
      'brackets without end',
      `${SOUND}x: ${'['.repeat(5000)}`,
      'a.yaml:3:204: too many levels stand within one another; expected 50 at most',
    ],
    ['mappings 60 deep', `${SOUND}x: ${'{a: '.repeat(60)}1${'}'.repeat(60)}`, '50 levels stand within one another; expected fewer levels'],
    ['lists in lists', `${'- '.repeat(4000)}x`, 'too many levels stand within one another'],
    [
      'more keys than there are parameters',
      `policy:\n${Array.from({ length: 5000 }, (_, index) => `  k${index}: 1\n`).join('')}`,
      '5000 keys in one mapping; expected 2000 at most',
    ],
    ['a list of 100,001', '- a\n'.repeat(100_001), 'the file holds too much; expected 100000 values at most'],
    [
      'aliases that multiply',
      `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`).join('')}`,
      'Excessive alias count',
    ],
  ])('%s', (_, text, message) => {
    const faults = told(text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(message)
  })

  // each of these would take minutes, or for ever, if the work grew faster than the text
  test.each([
    [
      'a mapping without commas, 2,000 lines deep',
      `${SOUND}policy: {\n${'  premium.x: 1\n'.repeat(2000)}`,
      'a.yaml:4:14: no valid YAML: Implicit keys',
    ],
    ['the same, closed', `${SOUND}policy: {\n${'  premium.x: 1\n'.repeat(2000)}}\n`, 'a.yaml:4:14: no valid YAML: Implicit keys'],
    ['a list of them', `${SOUND}policy: [\n${'  premium.x: 1\n'.repeat(20_000)}`, 'a.yaml:4:14: no valid YAML: Implicit keys'],
    [
      '500 levels of one blank each',
      Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''),
      'too many levels stand within one another',
    ],
    ['dashes with blanks between them', `${SOUND}x:\n${'-    '.repeat(45)}${'x'.repeat(500)}\n`, "a.yaml:3:1: 'x' is not known"],
    ['a quote that nothing closes, and empty lines', `${SOUND}title: "${'\n'.repeat(400_000)}`, 'a quote opens here and is not closed'],
    [
      'an anchor 40,000 times',
      `${SOUND}title: ${'&a '.repeat(40_000)}x\n`,
      'a.yaml:3:11: no valid YAML: A node can have at most one anchor',
    ],
    ['brackets that close nothing', `${SOUND}policy: {a: ]\n${']'.repeat(40_000)}\n`, 'a.yaml:3:13: no valid YAML'],
    ['escapes that are none', `${SOUND}title: "${'\\x'.repeat(60_000)}"\n`, 'a.yaml:3:9: no valid YAML: Invalid escape sequence'],
    [
      'a name of 900,000 letters',
      `${SOUND}policy: {${'k'.repeat(900_000)}: 1}\n`,
      'a.yaml:3:10: a name of 900000 letters; expected 200 letters at most',
    ],
  ])('and in time: %s', (_, text, message) => expect(told(text)).toEqual([expect.stringContaining(message)]))

  test('names that are none are looked up once each, and of thousands only the first', () => {
    const names = (count: number, name: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => `  ${name(index)}: 1\n`).join('')
    const faults = told(`${SOUND}policy:\n${names(400, (index) => `premium.individua${index}`)}`)
    expect(faults.filter((fault) => fault.endsWith('nearest premium.individual'))).toHaveLength(300)
    expect(faults.slice(300)).toEqual(
      Array(100).fill(expect.stringContaining('no such parameter; expected the name of a parameter, dotted or Chinese')),
    )
    const counties = names(400, (index) => `c${index}: {policy: {premium.individul: 5}} #`)
    expect(told(`${SOUND}counties:\n${counties}`)).toEqual(Array(400).fill(expect.stringContaining('nearest premium.individual')))
  })

  test('keys that stand twice are told each at its place, beside what else is wrong', () => {
    expect(told(`${SOUND}seed: a\nseed: b\nplace: nowhere\n`)).toEqual([
      "a.yaml:4:1: 'seed' stands twice in the same mapping; expected each key once",
      expect.stringContaining("a.yaml:5:8: 'place' is the text 'nowhere'"),
    ])
  })

  test('years that none can be are told once and not looked up one by one', () => {
    expect(told('years: [2012, 20155]\npopulation: {persons: 300}\n')).toEqual([expect.stringContaining('a.yaml:1:')])
    expect(told('years: [-99999999, 2012]\npopulation: {persons: 300}\n')).toHaveLength(1)
    expect(told('years: [1900, 2200]\nburn_in: 20\npopulation: {persons: 300}\n')).toEqual([
      expect.stringContaining('are not covered by the data'),
    ])
  })

  test('files that extend one another without end', () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [i ? `${i}.yaml` : 'a.yaml', `extends: ${i + 1}.yaml\n`]))
    expect(faultsOf(files).map(formatFault)).toEqual(['29.yaml:1:10: 30 files extend one another; expected fewer files'])
  })

  test.each([
    [
      'a full-width colon',
      `place：central\n${SOUND}`,
      "a.yaml:1:6: no valid YAML: ‘：’ is a full-width mark; expected a colon and a space, ': '",
    ],
    ['no space after a colon', `place:central\n${SOUND}`, "a.yaml:1:7: no valid YAML: no space after the colon; expected ': '"],
    ['a full-width comma', 'years: [2012，2013]\npopulation: {persons: 300}\n', 'nearest [2012, 2013]'],
    ['full-width digits', `${SOUND}policy: {premium.individual: ７０}`, 'nearest 70'],
    ['a percentage', `${SOUND}policy: {benefit.rate.county_hospital: 82%}`, 'nearest 0.82'],
    ['marks of thousands', `${SOUND}policy: {benefit.ceiling: '80,000'}`, 'nearest 80000'],
    ['a unit', `${SOUND}policy: {premium.individual: 70元}`, 'nearest 70'],
    ['no ceiling', `${SOUND}policy: {benefit.ceiling: .inf}`, 'where nothing limits, a large one such as 1e9'],
    ['more than a ceiling can be', `${SOUND}policy: {benefit.ceiling: 1.0e+101}`, 'where nothing limits, a large one such as 1e9'],
    ['a ceiling below nothing', `${SOUND}policy: {benefit.ceiling: -5}`, '-5 is negative; expected from 0 yuan up'],
    ['a ceiling of text', `${SOUND}policy: {benefit.ceiling: none}`, 'expected a number from 0 yuan up'],
    ['a month in place of a day', `${SOUND}policy: {premium.individual: {2013-01: 80}}`, 'did you mean 2013-01-01?'],
    ['a day with slashes', `${SOUND}policy: {premium.individual: {2013/1/1: 80}}`, 'did you mean 2013-01-01?'],
  ])('%s', (_, text, message) => expect(told(text).join('\n')).toContain(message))
})

describe('A desk at which nothing would ever be done is refused', () => {
  test.each([
    ['closes before it opens', '{offices.county_centre.hours.opens: "18:00", offices.county_centre.hours.closes: "08:00"}'],
    ['closes at midnight', '{offices.county_centre.hours.closes: "00:00"}'],
    ['opens when it has closed', '{offices.insurer.hours.opens: "23:59"}'],
    ['a millionth of a post', '{offices.county_centre.staff: 0.000000001}'],
    ['a number next to nothing', '{offices.township_office.staff: 1.0e-320}'],
  ])('%s', (_, procedures) => {
    expect(told(`${SOUND}procedures: ${procedures}\n`)).toEqual([
      expect.stringMatching(/do not follow one another|from 0\.05 to 100000 posts/),
    ])
  })
})

test('hours that contradict each other only over extends are told in the nearer file', () => {
  const files = {
    'a.yaml': 'extends: b.yaml\nprocedures: {offices.insurer.hours.opens: "13:00"}\n',
    'b.yaml': `${SOUND}procedures: {offices.insurer.hours.closes: "12:30"}\n`,
  }
  expect(faultsOf(files, 'b.yaml')).toEqual([])
  expect(faultsOf(files).map(formatFault)).toEqual([expect.stringMatching(/^a\.yaml:\d+:\d+: the opening hours do not follow one another/)])
})

describe('What a scenario says goes into tables, file names and terminals', () => {
  test('a name taken from the file has the letters that a name may have', () => {
    const nameOf = (file: string) => load({ [file]: SOUND }, file).settings.name
    expect(nameOf('folder/=HYPERLINK("http:,x").yaml')).toBe('HYPERLINK-http-x')
    expect(nameOf('a\nb\u001b[2J.yaml')).toBe('a-b-2J')
    expect(nameOf('my scenario.scenario.yaml')).toBe('my-scenario')
    expect(nameOf('补助提高 2014.yml')).toBe('补助提高-2014')
    expect(nameOf('@.yaml')).toBe('scenario')
    expect(nameOf(`${'长'.repeat(200)}.yaml`)).toBe('长'.repeat(80))
  })

  test('titles and seeds that steer a terminal are refused, and what is told of them does not', () => {
    const faults = told(`${SOUND}title: {en: "a\\e[2Jb"}\nseed: "x\\ry"\nplace: "\\e]0;x\\a"\n`)
    expect(faults).toHaveLength(3)
    for (const fault of faults) expect(fault).toMatch(/^[^\p{Cc}]*$/u)
    expect(faults[0]).toContain('in one line without control characters')
  })

  test('more villages are added than can be numbered, or of more households than a county has', () => {
    const added = (villages: string) => told(`years: [2012, 2013]\npopulation: {persons: 300, added_villages: [${villages}]}\n`)
    expect(added(Array(40_001).fill(1).join(','))).toEqual([expect.stringContaining('40000 added villages at most')])
    expect(added(Array(30).fill(100_000).join(','))).toEqual([expect.stringContaining('2500000 households at most in all')])
  })
})
