/** What a stay leaves in the member's year hangs on whether anything is ever settled for it: known at discharge, and true to what the desk does. */
import { describe, expect, test } from 'vitest'
import { yearOf } from '../../../src/kernel/calendar.ts'
import type { TraceEvent } from '../../../src/scheme/record.ts'
import { MECHANISMS_ON } from '../../../src/scheme/settings.ts'
import { smallCounty } from '../../model/small-county.ts'
import { large } from '../../size.ts'

interface Told {
  readonly counts: boolean
  readonly paid: number
  readonly before: number
  readonly year: number
  /** kinds of what became of the claim, in their order */
  readonly became: string[]
}

const amountOf = ({ amounts }: TraceEvent, label: string) => amounts?.find((amount) => amount.id === label)?.fen ?? 0

/** Every stay of the county by person and number, in the order of discharge. */
function staysOf(settings: Parameters<typeof smallCounty>[0]): Map<string, Told> {
  const stays = new Map<string, Told>()
  const tell = (event: TraceEvent) => {
    const name = `${event.person} ${event.facts?.claim}`
    if (event.kind === 'benefit.settled')
      stays.set(name, {
        counts: event.facts?.counts_in_the_year === 'yes',
        paid: amountOf(event, 'paid_by_fund'),
        before: amountOf(event, 'paid_for_stays_before'),
        // of discharge
        year: yearOf(event.day),
        became: [],
      })
    else if (event.kind.startsWith('claim.')) stays.get(name)?.became.push(event.kind)
  }
  smallCounty(settings).run({ follow: { everyone: true, tell } })
  return stays
}

const PAID = new Set(['claim.paid', 'claim.settled_with_card'])
const NOTHING = new Set(['claim.never_filed', 'claim.refused', 'claim.given_up'])

describe.each([
  ['with the staff assumed', {}],
  ['with queues of months', { procedures: { 'claim_by_hand.steps.review.minutes': 200 } }],
  ['with a term of thirty days', { procedures: { 'claim_by_hand.deadline': 30, 'claim_at_county.deadline': 30 } }],
  ['without offices', { mechanisms: { ...MECHANISMS_ON, offices: false } }],
])('A stay counts in the year exactly when its benefit is paid in the end, %s', (_, settings) => {
  const stays = [...staysOf({ persons: large(8000), ...settings }).values()].filter(({ paid }) => paid > 0)
  const by = (wanted: boolean) => stays.filter(({ counts }) => counts === wanted)

  test('those that count are settled with the card or paid by the desk', () => {
    expect(by(true).length).toBeGreaterThan(large(500))
    expect(by(true).filter(({ became }) => !became.some((kind) => PAID.has(kind)))).toEqual([])
  })

  test('those that do not are never filed, refused or given up', () => {
    expect(by(false).length).toBeGreaterThan(large(20))
    expect(by(false).filter(({ became }) => !became.some((kind) => NOTHING.has(kind)))).toEqual([])
    expect(new Set(by(false).flatMap(({ became }) => became.filter((kind) => NOTHING.has(kind)))).size).toBeGreaterThan(1)
  })
})

describe('The ceiling of the year', () => {
  test('is used up by what is paid, not by a benefit that nobody claims', () => {
    const years = new Map<string, number>()
    const wrong: string[] = []
    let afterUnpaid = 0
    for (const [name, { year, before, paid, counts }] of staysOf({ persons: large(8000) })) {
      const key = `${name.split(' ')[0]} ${year}`
      const sum = years.get(key) ?? 0
      if (before !== sum) wrong.push(`${key}: ${before} paid before, ${sum} by its stays`)
      if (counts) years.set(key, sum + paid)
      else if (paid > 0) afterUnpaid++
    }
    expect(wrong).toEqual([])
    expect(afterUnpaid).toBeGreaterThan(large(20))
  })
})
