import { describe, expect, test } from 'vitest'
import { type Fault, InputFaults } from '../../src/kernel/errors.ts'
import { loadLaw } from '../../src/policy/load.ts'

const SOURCES = {
  path: 'data/SOURCES.csv',
  text: 'source_id,title,title_zh,publisher,url,note\nYAAN2014,"Ya\'an, 2014",雅安,city,-,\nASSUMED,ours,假定,-,-,\n',
}

/** At the head of every file here that has entries. */
const COVERS = 'covers: [2011, 2016]\n'

function faultsOf(...texts: string[]): readonly Fault[] {
  try {
    const whole = texts.map((text) => (text.startsWith('benefit.') ? COVERS + text : text))
    loadLaw([SOURCES, ...whole.map((text, index) => ({ path: `law/${index + 1}.yaml`, text }))])
  } catch (error) {
    if (error instanceof InputFaults) return error.faults
    throw error
  }
  return []
}

/** A file with one deductible whose value is written as `written`. */
function deductible(written: string, unit = 'yuan'): string {
  return `benefit.deductible.city_hospital:\n  zh: 起付线\n  en: deductible\n  unit: ${unit}\n  values:\n    2011-01-01: ${written}\n`
}

const place = ({ file, line, column }: Fault) => `${file}:${line}:${column}`

describe('an entry of the law', () => {
  test('is refused without a source that stands in SOURCES.csv, and the nearest source is named', () => {
    const [fault, ...others] = faultsOf(deductible('{ value: 500, source: YAAN2015, status: verified }'))
    expect(others).toEqual([])
    expect(fault).toMatchObject({ code: 'unknown-source', nearest: 'YAAN2014' })
    expect(place(fault)).toBe('law/1.yaml:7:39')
  })

  test('is refused when a value has no source at all', () => {
    const [fault] = faultsOf(deductible('{ value: 500, status: verified }'))
    expect(fault).toMatchObject({ code: 'schema', line: 7 })
    expect(fault.message).toContain('source')
  })

  test('needs a range and a reason where a value is assumed', () => {
    const faults = faultsOf(deductible('{ value: 500, source: ASSUMED, status: assumed }'))
    expect(faults.map(({ message }) => message.replace(/^.*: /, ''))).toEqual(['assumed, but no range', 'assumed, but no reason'])
    expect(faultsOf(deductible("{ value: 500, source: ASSUMED, status: assumed, range: [400, 600], reason: 'between' }"))).toEqual([])
  })

  test('has a range that encloses its value', () => {
    const [fault] = faultsOf(deductible("{ value: 500, source: ASSUMED, status: assumed, range: [600, 700], reason: 'between' }"))
    expect(fault).toMatchObject({ code: 'range', line: 7 })
  })

  test.each([
    ['a share above 1', 'share', '75', '0.75'],
    ['negative money', 'yuan', '-1', undefined],
    ['a word where a number belongs', 'yuan', 'five', undefined],
    ['a date that no year has', 'date', "'02-30'", undefined],
    ['month and day exchanged', 'date', "'31-03'", '03-31'],
    ['a day that does not exist', 'day', "'2015-29-01'", '2015-01-29'],
    ['a fraction of a month', 'count', '1.5', undefined],
    ['a list with a negative rate', 'list', '[0.1, -0.2]', undefined],
    ['bands out of order', 'bands', '[{ from: 100, rate: 0.5 }, { from: 50, rate: 0.6 }]', undefined],
    ['a band whose rate is no share', 'bands', '[{ from: 100, rate: 50 }]', '0.5'],
  ])('is refused with %s', (_, unit, value, nearest) => {
    const faults = faultsOf(deductible(`{ value: ${value}, source: YAAN2014, status: verified }`, unit))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ code: 'value', line: 7, column: 26 })
    expect(faults[0].nearest).toBe(nearest)
  })

  test('says where a misspelt key stands and what was probably meant', () => {
    const [fault] = faultsOf(deductible('{ value: 500, sorce: YAAN2014, source: YAAN2014, status: verified }'))
    expect(fault).toMatchObject({ code: 'unknown-key', nearest: 'source', line: 7, column: 31 })
  })

  test('may not have its dates out of order, nor a date that is none', () => {
    const value = '{ value: 500, source: YAAN2014, status: verified }'
    const [order] = faultsOf(`${deductible(value)}    2010-01-01: ${value}\n`)
    expect(order).toMatchObject({ code: 'date-order', line: 8, column: 5 })
    const [date] = faultsOf(`${deductible(value)}    2012-31-01: ${value}\n`)
    expect(date).toMatchObject({ code: 'date', nearest: '2012-01-31', line: 8, column: 5 })
  })
})

describe('the years that an entry covers', () => {
  const sound = deductible('{ value: 500, source: YAAN2014, status: verified }')
  const own = (covers: string) => sound.replace('  values:', `  covers: ${covers}\n  values:`)
  const read = (text: string) => loadLaw([SOURCES, { path: 'law/1.yaml', text }]).entry('benefit.deductible.city_hospital').covers

  test('are those at the head of its file, or its own where it says so', () => {
    expect(read(COVERS + sound)).toEqual([[2011, 2016]])
    expect(read(COVERS + own('[2011, 2014]'))).toEqual([[2011, 2014]])
    expect(read(own('[2012, 2012]'))).toEqual([[2012, 2012]])
  })

  test('must be said: an entry without them is refused where it stands', () => {
    const [fault, ...others] = faultsOf(`# no years\n${sound}`)
    expect(others).toEqual([])
    expect(fault).toMatchObject({ code: 'covers', line: 2, column: 1, expected: expect.stringContaining('covers: [first, last]') })
  })

  test.each([
    ['run backwards', '[2016, 2011]', 'no years of the scheme'],
    ['lie outside the scheme', '[2011, 2040]', 'no years of the scheme'],
    ['are one year', '[2011]', 'covers'],
    ['are no numbers', '[2011, on]', 'covers'],
  ])('may not %s', (_, covers, message) => {
    const [fault] = faultsOf(own(covers))
    expect(fault.message).toContain(message)
    expect(fault.line).toBe(6)
  })

  test('may not end before its last value', () => {
    const value = '{ value: 500, source: YAAN2014, status: verified }'
    const [fault] = faultsOf(`${own('[2011, 2013]')}    2014-01-01: ${value}\n`)
    expect(fault).toMatchObject({ code: 'covers', line: 6, expected: 'covers: [2011, 2014]' })
  })

  test('at the head of a file are two years', () => {
    const faults = faultsOf(`covers: 2011\n${sound}`)
    expect(faults[0]).toMatchObject({ code: 'covers', line: 1 })
  })
})

describe('a file of the law', () => {
  const sound = deductible('{ value: 500, source: YAAN2014, status: verified }')

  test('may not name a parameter twice, in one file or in two', () => {
    expect(faultsOf(sound + sound)[0]).toMatchObject({ code: 'duplicate-key', line: 8, column: 1 })
    const [second] = faultsOf(sound, sound)
    expect(second).toMatchObject({ code: 'duplicate-name', file: 'law/2.yaml', line: 2 })
    expect(second.message).toContain('law/1.yaml:2')
  })

  test('is refused when it is empty or no YAML', () => {
    expect(faultsOf('')[0]).toMatchObject({ code: 'empty', file: 'law/1.yaml', line: 1 })
    expect(faultsOf('a: [1,\nb: 2')[0]).toMatchObject({ file: 'law/1.yaml' })
    expect(faultsOf('- a\n- b\n')[0]).toMatchObject({ code: 'schema', line: 1 })
  })

  test('shows the faults of all files in one pass', () => {
    const faults = faultsOf(
      deductible('{ value: -1, source: YAAN2014, status: verified }'),
      deductible('{ value: 500, source: NOBODY, status: verified }').replace('city_hospital', 'county_hospital'),
    )
    expect(faults.map(({ file, code }) => `${file} ${code}`)).toEqual(['law/1.yaml value', 'law/2.yaml unknown-source'])
  })

  test('is refused as a whole when the list of sources is missing', () => {
    expect(() => loadLaw([{ path: 'law/1.yaml', text: sound }])).toThrow('the list of sources is missing')
  })

  test('may not set a ceiling below a deductible', () => {
    const ceiling = sound.replace('benefit.deductible.city_hospital', 'benefit.ceiling').replace('500', '400')
    expect(faultsOf(sound + ceiling)[0]).toMatchObject({ code: 'contradiction', file: 'law/1.yaml', line: 8 })
  })
})
