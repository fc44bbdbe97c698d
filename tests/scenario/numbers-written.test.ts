/** Numbers that are written otherwise than YAML has them: none is read as something else without a word, and what to write is said. */
import { describe, expect, test } from 'vitest'
import { faultsOf, load, place } from './reader.ts'

const YEARS = 'years: [2012, 2013]\n'
const HEAD = `${YEARS}population: {persons: 500}\n`
/** Place, what was expected and what is nearest. */
const told = (text: string) => faultsOf(text).map((fault) => `${place(fault)} ${fault.nearest ?? fault.expected}`)

describe('A plus before a bare number', () => {
  test.each([
    [
      'of an office',
      'procedures: {offices.county_centre.staff: +0.2}',
      '{ change: +0.2 } for 0.2 more than what holds, or 0.2 without a sign',
    ],
    ['of a deadline', 'procedures: {claim_by_hand.deadline: +30}', '{ change: +30 } for 30 more than what holds, or 30 without a sign'],
    [
      'of a deadline in Chinese',
      'procedures: {手工报销 申报期限: +30}',
      '{ change: +30 } for 30 more than what holds, or 30 without a sign',
    ],
    ['of a paper of its own', 'procedures: {claim_by_hand.papers.photo: {missing: +0.1}}', '0.1 without a sign'],
    ['of two numbers of days', 'procedures: {claim_by_hand.steps.submission.on_fault.after: [+3, 20]}', '3 without a sign'],
    ['of replications', 'replications: +1', '1 without a sign'],
    ['of years before the first', 'burn_in: +1', '1 without a sign'],
    ['of needs', 'mechanisms: {need: {inpatient: +0.05, outpatient: 2}}', '0.05 without a sign'],
    ['of a quintile', 'groups: {a: {who: {income_quintile: [+1]}, policy: {premium.individual: 3}}}', '1 without a sign'],
    ['of an age', 'groups: {a: {who: {age: +60}, policy: {benefit.rate.county_hospital: 1}}}', '60+ from this age on, or 60'],
    ['of a band', 'policy: {critical_illness.bands: [{from: +500, rate: 0.5}]}', '500 without a sign'],
    ['of a county', 'counties: {a: {population: {persons: +500}}}', '500 without a sign'],
    [
      'of an office of a county',
      'counties: {a: {procedures: {offices.county_centre.staff: +1}}}',
      '{ change: +1 } for 1 more than what holds, or 1 without a sign',
    ],
  ])('%s is a fault that says what to write', (_, line, fault) => {
    expect(told(`${HEAD}${line}\n`)).toEqual([`3:${line.indexOf('+') + 1} ${fault}`])
  })

  test('of persons and added villages is one, also in a file that is extended', () => {
    const extended = `${YEARS}population: {persons: +500, added_villages: [+80]}\n`
    const faults = faultsOf({ 'a.yaml': 'extends: b.yaml\n', 'b.yaml': extended })
    expect(faults.map((fault) => `${fault.file} ${place(fault)} ${fault.code}`)).toEqual(['b.yaml 2:23 signed', 'b.yaml 2:46 signed'])
  })

  test('in quotes or of full width has the change beside the level, and no other proposal', () => {
    for (const written of ["'+30'", '＋30', "'+10%'", '＋10％']) {
      const [fault] = faultsOf(`${HEAD}procedures: {claim_by_hand.deadline: ${written}}\n`)
      expect(fault.expected).toMatch(/or \{ change: \+[13]0%? \} to change what holds$/)
      expect(fault.nearest).toBeUndefined()
    }
    expect(told(`${YEARS}population: {persons: '+500'}\n`)).toEqual(['2:23 500'])
  })

  test('is what a change has, and a seed or a title may have', () => {
    const { settings } = load(`${HEAD}seed: +5\nprocedures: {claim_by_hand.deadline: {change: +30}}\n`)
    expect(settings.procedures).toEqual({ 'claim_by_hand.deadline': 210 })
    expect(settings.seed).toBe('+5')
  })
})

describe('A number of a scenario that is written otherwise', () => {
  test.each([
    ['full-width years', 'years: [２０１２, ２０１３]', ['1:9 2012', '1:15 2013']],
    ['years with their sign', 'years: [2012年, 2013年]', ['1:9 2012', '1:16 2013']],
    ['years in quotes', "years: ['2012', '2013']", ['1:9 2012', '1:17 2013']],
    ['years parted by 、', 'years: [2012、2013]', ['1:8 [2012, 2013]']],
    ['years parted by a full-width comma', 'years: [2012，2013]', ['1:8 [2012, 2013]']],
    ['years in full-width brackets', 'years: 【2012, 2013】', ['1:8 [2012, 2013]']],
    ['years from one to the other', 'years: 2012-2013', ['1:8 [2012, 2013]']],
    ['years from one to the other in Chinese', 'years: 2012年至2013年', ['1:8 [2012, 2013]']],
    ['one year', 'years: 2012', ['1:8 [2012, 2012]']],
  ])('%s', (_, line, faults) => {
    expect(told(`${line}\npopulation: {persons: 500}\n`)).toEqual(faults)
  })

  test.each([
    ['full-width digits', '３００', '300'],
    ['marks of thousands', "'20,000'", '20000'],
    ['万', '30万', '300000'],
    ['k', '3k', '3000'],
    ['a unit', '500人', '500'],
  ])('persons with %s', (_, written, nearest) => {
    expect(told(`${YEARS}population:\n  persons: ${written}\n`)).toEqual([`3:12 ${nearest}`])
  })

  test('has its full-width marks named', () => {
    const messages = faultsOf('years: 【2012、2013】\npopulation: {persons: ３００}\n').map(({ message }) => message)
    expect(messages).toEqual([
      "'years' is the text '【2012、2013】', with the full-width ‘【、】’",
      "'population.persons' is the text '３００', with full-width digits",
    ])
  })

  test('a list parted by the marks of a Chinese keyboard is proposed', () => {
    const villages = (written: string) => told(`${YEARS}population: {persons: 500, added_villages: ${written}}\n`)
    expect([villages('80、90'), villages('[80、90]'), villages('【80，90】')]).toEqual([
      ['2:44 [80, 90]'],
      ['2:45 80, 90'],
      ['2:44 [80, 90]'],
    ])
    expect(told(`${HEAD}policy: {budget.step: [50、0.025、25、10000]}\n`)).toEqual(['3:23 [50, 0.025, 25, 10000]'])
    expect(told(`${HEAD}procedures: {claim_by_hand.steps.submission.on_fault.after: [１０、30]}\n`)).toEqual(['3:61 [10, 30]'])
  })

  test('thousands parted by a comma within brackets are one number, told as it is written', () => {
    expect(told(`${YEARS}population: { persons: 1,000,000 }\n`)).toEqual(['2:24 1000000'])
    expect(told(`${YEARS}population: { persons: 500, added_villages: [1,000, 80] }\n`)).toEqual(['2:46 1000'])
    expect(told(`${HEAD}policy: {premium.individual: {change: +1,000}}\n`)).toEqual(['3:39 +1000'])
  })
})
