/** Desks that are asked for more than they can do are told of before the run, and no other; they are those at which claims wait in the end. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sayIn } from '../../src/cli/language/say.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { proceduresOf } from '../../src/scenario/materials.ts'
import { deskNotes } from '../../src/scenario/procedures/desk-notes.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'
import { load } from './reader.ts'

const COUNTY = 'name: x\nyears: [2012, 2013]\npopulation: {persons: 1500}\nreplications: 1\nseed: desks\n'
const procedures = proceduresOf(readDataFiles())
const notes = (text: string) => deskNotes(load(COUNTY + text), procedures)
const OF_REVIEW = 'procedures: {claim_by_hand.steps.review.minutes: 300}'

describe('A desk', () => {
  test('of no scenario that stands here is told of', () => {
    const texts = Object.fromEntries(
      readdirSync('scenarios').flatMap((name) => (name.endsWith('.yaml') ? [[name, readFileSync(join('scenarios', name), 'utf8')]] : [])),
    )
    expect(Object.keys(texts).length).toBeGreaterThan(8)
    for (const name of Object.keys(texts)) {
      const scenario = load(texts, name)
      for (const one of scenario.counties ?? [scenario]) expect(deskNotes(one, procedures), name).toEqual([])
    }
  })

  test('at which the review takes 300 minutes has about seven times what it can do, told with the figure to change, in both languages', () => {
    const [note, ...more] = notes(OF_REVIEW)
    expect(more).toEqual([])
    const [, times, figure] = /2013 asks about ([\d.]+) times .*; raise offices\.county_centre\.staff or lower (\S+)$/.exec(note) ?? []
    expect(note).toMatch(/^offices\.county_centre \(县合作医疗管理中心\): /)
    expect(Number(times)).toBeGreaterThan(6)
    expect(Number(times)).toBeLessThan(9)
    expect(figure).toBe('claim_by_hand.steps.review.minutes')
    expect(sayIn('zh')(note)).toMatch(
      /^offices\.county_centre（县合作医疗管理中心）：2013 年的工作量约为该窗口能力的 [\d.]+ 倍（需 \d+ 分钟，人员可提供 \d+ 分钟）/,
    )
  })

  test.each([
    ['offices.township_settlement_centre.staff: 0.3', 'claim_by_hand.steps.submission.minutes'],
    ['offices.county_finance.staff: 0.05', 'claim_by_hand.steps.payment.minutes'],
    ['offices.county_centre.hours.opens: "11:00", offices.county_centre.hours.closes: "15:00"', 'claim_by_hand.steps.review.minutes'],
  ])('with so few staff or hours is told of: %s', (figures, most) => {
    const found = notes(`procedures: {${figures}}`)
    expect(found).toHaveLength(1)
    expect(found[0].startsWith(`${/^offices\.\w+/.exec(figures)?.[0]} `)).toBe(true)
    expect(found[0].endsWith(`or lower ${most}`)).toBe(true)
  })

  test('is told of for what brings it more claims, and not where nobody waits or everybody settles with the card', () => {
    const cards = (share: number) =>
      ['county_hospital', 'city_hospital', 'out_of_province'].map((place) => `claims.card_share.${place}: ${share}`)
    expect(notes(`policy: {${cards(0)}}`).length).toBeGreaterThan(1)
    expect(notes(`mechanisms: {need: {inpatient: 1, outpatient: 4}}`).length).toBeGreaterThan(1)
    expect(notes(`${OF_REVIEW}\nmechanisms: {offices: off}`)).toEqual([])
    expect(notes(`${OF_REVIEW}\npolicy: {${cards(1)}}`)).toEqual([])
  })

  test('of which 90 % are asked is told of as close to full, in both languages', () => {
    const staffed = (staff: number) => notes(`procedures: {offices.county_centre.staff: ${staff}}`)
    const [, share = 0] = /asks about ([\d.]+) times/.exec(staffed(0.05)[0]) ?? []
    const full = Number(share) * 0.05
    const [note, ...more] = staffed(Number((full / 0.95).toFixed(3)))
    expect(more).toEqual([])
    expect(note).toMatch(
      /: 2013 asks about 9[456] % of what the desk can do, \d+ minutes .*: close to full, queues grow long; raise offices\.county_centre\.staff or/,
    )
    expect(sayIn('zh')(note)).toMatch(/：2013 年的工作量约为该窗口能力的 9[456]%（.*），接近满负荷，排队会变长；请提高/)
    expect(staffed(Number((full / 0.86).toFixed(3)))).toEqual([])
  })

  test('for second reimbursement is told of where a low threshold or a large group of claims brings more than it can do', () => {
    const inForce = (threshold: number) => notes(`policy: {critical_illness.in_force: on, critical_illness.threshold: ${threshold}}`)
    expect(inForce(12000)).toEqual([])
    const told = inForce(500)
    expect(told.map((note) => note.split(' ')[0])).toContain('offices.county_centre.windows.second_reimbursement')
    expect(told[0]).toMatch(/or lower second_reimbursement\.steps\.application\.minutes$/)
  })

  test('has the work of added villages too', () => {
    const minutes = (villages: string) => {
      const [note] = deskNotes(load(COUNTY.replace('1500}', `1500${villages}}`) + OF_REVIEW), procedures)
      return Number(/, (\d+) minutes of work/.exec(note)?.[1])
    }
    expect(minutes(', added_villages: [150]') / minutes('')).toBeCloseTo(2100 / 1500, 2)
  })

  test('that is told of is one at which claims wait at the end of a run, which says so', async () => {
    const folder = emptyFolder()
    const paths = scenarioFiles(folder, {
      'sound.yaml': COUNTY.replace('name: x', 'name: sound'),
      'slow.yaml': `${COUNTY.replace('name: x', 'name: slow')}${OF_REVIEW}\n`,
    })
    const found = []
    for (const [index, path] of paths.entries()) {
      const out = join(folder, String(index))
      const { code, stderr } = await hezuo('run', path, '--out', out, '--charts', 'none', '--sensitivity', 'none')
      expect(code).toBe(0)
      const rows = readFileSync(join(out, 'monthly.csv'), 'utf8').split('\n')
      const waiting = rows.flatMap((row) => (/,2013,12,.*claims_waiting,/.test(row) ? [Number(row.split(',').at(-1))] : []))
      found.push({ isTold: stderr.includes('claims pile up'), waiting: waiting[0] })
    }
    const [sound, slow] = found
    expect([sound.isTold, slow.isTold]).toEqual([false, true])
    expect(slow.waiting).toBeGreaterThan(3 * sound.waiting)
  })
})
