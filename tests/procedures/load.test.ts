import { describe, expect, it } from 'vitest'
import { formatFault, InputFaults } from '../../src/kernel/errors.ts'
import { loadProcedures } from '../../src/procedures/data/load.ts'
import { describe as describeProcedure } from '../../src/procedures/describe.ts'
import { CLAIM, FILES, OFFICES } from './county.ts'

const claimFile = FILES.find((file) => file.path.endsWith('claim-by-hand.yaml'))!

/** The faults of the committed files with these changes made in the offices and one procedure, one line each. */
function faultsAfter(...changes: readonly (readonly [from: string | RegExp, to: string, name?: string])[]): string[] {
  const files = FILES.map((file) => {
    const path = file.path.replace('data/procedures/', '')
    const concerns = (name = 'claim-by-hand.yaml') => path === 'offices.yaml' || path === name
    return { path, text: changes.reduce((text, [from, to, name]) => (concerns(name) ? text.replace(from, to) : text), file.text) }
  })
  expect(files.map((file) => file.text)).not.toEqual(FILES.map((file) => file.text))
  return faultsOf(files)
}
function faultsOf(files: { path: string; text: string }[]): string[] {
  try {
    loadProcedures(files)
  } catch (error) {
    if (error instanceof InputFaults) return error.faults.map(formatFault)
    throw error
  }
  return []
}
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('procedure files', () => {
  it('the committed ones are without fault', () => {
    expect(faultsOf([...FILES])).toEqual([])
    expect(CLAIM.steps.map((step) => step.office)).toEqual(OFFICES.slice(0, 3).map((office) => office.id))
  })

  it('a misspelt key is named with the nearest valid one', () => {
    const line = lineOf(claimFile.text, 'office: county_centre')
    expect(faultsAfter(['office: county_centre', 'ofice: county_centre'])).toEqual([
      `claim-by-hand.yaml:${line - 3}:5: office is missing; expected string`,
      `claim-by-hand.yaml:${line}:5: unknown key ofice; expected one of id, zh, en, office, office_by_variant, document, minutes, minutes_each, working_days, working_days_by_variant, checks, faulty, if_faulty, on_fault, gathers, by_deadline, effect, grants, takes_effect; nearest office`,
    ])
  })

  it.each<[string, [string | RegExp, string, string?], RegExp]>([
    [
      'an unknown office',
      ['office: county_centre', 'office: county_center'],
      /^claim-by-hand.yaml:\d+:13: there is no office county_center; .*; nearest county_centre$/,
    ],
    [
      'an unknown step to go back to',
      ['back_to: submission', 'back_to: submision'],
      /there is no step up to here called submision; .*; nearest submission$/,
    ],
    [
      'a step further on to go back to',
      ['back_to: submission', 'back_to: payment'],
      /no step up to here called payment; expected one of submission$/,
    ],
    ['an unknown paper to check', ['checks: [identity,', 'checks: [identty,'], /there is no paper identty; .*; nearest identity$/],
    [
      'an unknown variant',
      ['\n      out_of_province:', '\n      out_of_provinze:'],
      /there is no variant out_of_provinze; .*; nearest out_of_province$/,
    ],
    ['an unknown effect', ['effect: approve', 'effect: aprove'], /effect is "aprove"; expected one of none, [a-z_, ]+; nearest approve$/],
    ['a paper that nobody checks', [', other_papers]', ']'], /no step checks the paper other_papers$/],
    ['a check without a way back', [/ {4}on_fault:[\s\S]*?(?= {4}effect)/, ''], /a step that checks papers needs on_fault/],
    ['a share written as per cent', ['missing: { value: 0.06', 'missing: { value: 6'], /value is 6; expected from 0 to 1$/],
    ['negative days', ['value: 24', 'value: -24'], /value is -24; expected from 0 to 366 days$/],
    ['a value outside its own range', ['value: 24', 'value: 99'], /value 99 lies outside its range$/],
    ['an assumption without a range', ['range: [14, 55]', ''], /an assumed value needs a range$/],
    ['an assumption without a reason', [', reason: kept at home', ''], /an assumed value needs a reason$/],
    [
      'a published value without its source',
      ['value: 25, status: assumed', 'value: 25, status: verified'],
      /a value marked verified needs a source$/,
    ],
    [
      'a key that stands twice',
      ['applicant: person', 'applicant: person\napplicant: person'],
      /^claim-by-hand.yaml:\d+:1: this key stands twice/,
    ],
    ['two steps of one name', ['id: payment', 'id: review'], /review stands twice among the steps$/],
    [
      'payment before the last step',
      ['effect: approve', 'effect: pay'],
      /payment ends a procedure; expected effect pay in the last step only$/,
    ],
    [
      'a time of day that does not exist',
      ["'17:30'", "'25:30'"],
      /^offices.yaml:\d+:\d+: closes is "25:30"; expected a time of day as HH:MM$/,
    ],
    ['an office that closes before it opens', ["'17:30'", "'07:30'"], /^offices.yaml:\d+:\d+: the opening hours do not follow one another/],
    [
      'a condition nobody knows',
      ['circumstance: lives_here', 'circumstance: lives_there', 'resident-application.yaml'],
      /circumstance is "lives_there"; expected one of registered_here, .*; nearest lives_here$/,
    ],
    [
      'an office of a variant that does not exist',
      ['{ service_point: township_service_centre }', '{ service_point: township_servise_centre }', 'resident-application.yaml'],
      /there is no office township_servise_centre; .*; nearest township_service_centre$/,
    ],
    [
      'a window for a procedure nobody knows',
      ['takes: [second_reimbursement]', 'takes: [second_reimbursment]'],
      /^offices.yaml:\d+:\d+: there is no procedure second_reimbursment; .*; nearest second_reimbursement$/,
    ],
    [
      'two windows of an office for one procedure',
      ['takes: [second_reimbursement]', 'takes: [street_enrolment]'],
      /another window of this office takes street_enrolment already$/,
    ],
    ['the draws of another procedure', ['draws: 0', 'draws: 1'], /another procedure has the draws 1 already$/],
    [
      'a certificate without the step that seals it',
      ['grants: certificate', 'grants: card', 'cooperative-enrolment.yaml'],
      /effect certify and grants card do not go together; expected grants: certificate$/,
    ],
    [
      'a review that may find a fault and says nothing of it',
      [
        / {4}on_fault:\n {6}back_to: registration\n {6}after: .*by way of the village[\s\S]*?(?= {4}effect)/,
        '',
        'cooperative-enrolment.yaml',
      ],
      /a step that may find a fault needs on_fault/,
    ],
    [
      'a paper of an agent where nobody may come for another',
      [/agent:\n(?: {2}.*\n)+\n/, '', 'second-reimbursement.yaml'],
      /nobody comes for another here; expected agent$/,
    ],
    [
      'more papers unfit than there are',
      [/share: \{ value: 0.1,.*\}/, 'share: { value: 0.99, status: assumed, range: [0, 1], reason: none }', 'second-reimbursement.yaml'],
      /missing and of the wrong kind are 1.02 together; expected at most 1$/,
    ],
    [
      'an effect that means nothing in a claim',
      ['effect: none', 'effect: register'],
      /effect register does nothing in a procedure for claim; expected one of none, approve, [a-z_, ]*pay$/,
    ],
    ['a use that the model does not know', ['purpose: claim', 'purpose: clam'], /purpose is "clam"; .*; nearest claim$/],
    ['a date that not every year has', ["'11-30'", "'02-29'", 'cooperative-enrolment.yaml'], /a day that every year has$/],
    ['text that is no YAML', ['applicant: person', 'applicant: [person'], /^claim-by-hand.yaml:\d+:\d+: /],
  ])('%s is one located fault', (_, change, expected) => {
    const faults = faultsAfter(change)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(expected)
  })

  it('all faults of all files come at once', () => {
    const faults = faultsAfter(
      ['office: county_finance', 'office: county_finanse'],
      ['value: 0.14', 'value: lots'],
      ['effect: pay', 'effect: paid'],
    )
    expect(faults.map((fault) => fault.replace(/:\d+:\d+.*/, ''))).toEqual(['offices.yaml', 'claim-by-hand.yaml', 'claim-by-hand.yaml'])
  })

  it('an empty file, a missing office file and a procedure given twice are faults', () => {
    expect(faultsOf([...FILES, { path: 'x.yaml', text: '# nothing\n' }])).toEqual(['x.yaml:1:1: the file is empty'])
    expect(faultsOf([claimFile])).toEqual(['offices.yaml: no offices.yaml among the procedure files'])
    expect(faultsOf([...FILES, { ...claimFile, path: 'again.yaml' }])[0]).toMatch(/^again.yaml:\d+:5: procedure claim_by_hand is already/)
  })
})

describe('the description of a procedure', () => {
  it('names applicant, term, papers and steps with their days in both languages', () => {
    const [en, zh] = [describeProcedure(CLAIM, 'en', OFFICES), describeProcedure(CLAIM, 'zh', OFFICES)]
    expect(en).toHaveLength(3 + 6 + 3)
    expect(zh).toHaveLength(en.length)
    expect(en[0]).toContain('000_62122a38d45d35a2.txt')
    expect(en.at(-2)).toBe(
      'step 2: review and calculation of the benefit, county office: 20 minutes of staff time, 6 working days, care elsewhere in the province 10 working days, care in another province 24 working days; approved',
    )
    expect(zh.at(-1)).toBe('第 3 步：拨付，县财政局：经办 6 分钟，5 个工作日；拨付到账')
    expect(en[9]).toContain('goes back to "papers handed in and checked" and returns after 3 to 20 working days, 5 % give up')
  })
})
