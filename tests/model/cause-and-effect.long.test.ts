/**
 * Cause and effect at home: each a pair of runs on the same draws (paired-runs.ts), looked at by year of discharge in every reported year.
 */
import { describe, expect, it } from 'vitest'
import { yearOf } from '../../src/kernel/calendar.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { large } from '../size.ts'
import { add, amount, CLAIMS, claimsOf, county, fenOf, PAYOUTS, type Policy, sumsOf, told, waits } from './paired-runs.ts'
import { sum } from './small-county.ts'

const YEARS = [2012, 2013, 2014]
/** Where a claim that fails leaves no more of the ceiling to the person's later stays, payouts differ by the claims and nothing else. */
const NO_CEILING = { 'benefit.ceiling': 10_000_000 }

describe('half the staff', () => {
  it('makes the slow tenth of claims wait longer in every year and changes no payout of any', () => {
    const full = county({ persons: 20_000 })
    const halves = full.data.procedures.offices.flatMap((office) => [
      [`offices.${office.id}.staff`, office.staff.value / 2],
      ...(office.windows ?? []).map((window) => [`offices.${office.id}.windows.${window.id}.staff`, window.staff.value / 2]),
    ])
    const [before, after] = [full, county({ persons: 20_000, procedures: Object.fromEntries(halves) })].map((one) => one.run())
    for (const year of YEARS) {
      expect(waits(after, year).p90, `${year}`).toBeGreaterThan(waits(before, year).p90)
      expect(sumsOf(after, year, PAYOUTS), `${year}`).toEqual(sumsOf(before, year, PAYOUTS))
      expect(sum(after, year, 'claims_approved')).toBeGreaterThan(100)
    }
  })
})

describe('one paper more', () => {
  const PROCEDURES = ['claim_by_hand', 'claim_at_county']
  // many of those sent back give up, so that the loss shows
  const usual = Object.fromEntries(PROCEDURES.map((procedure) => [`${procedure}.steps.submission.on_fault.give_up`, 0.2]))
  const asked = Object.fromEntries(PROCEDURES.map((procedure) => [`${procedure}.papers.residence_proof`, { missing: 0.1 }]))
  const [without, withPaper] = [usual, { ...usual, ...asked }].map((procedures) =>
    told(CLAIMS, { persons: 20_000, procedures }, NO_CEILING),
  )
  const [before, after] = [without, withPaper].map(({ events }) => claimsOf(events))

  it('raises the share of claims returned in every year, and no claim is spared a return', () => {
    for (const year of YEARS) {
      const share = ({ record }: typeof without) => sum(record, year, 'claims_returned') / sum(record, year, 'claims_submitted')
      expect(share(withPaper), `${year}`).toBeGreaterThan(share(without) * 1.2)
    }
    for (const [name, { returned }] of before) if (returned) expect(after.get(name)?.returned, name).toBe(true)
  })

  it('lowers the payouts of a year by the claims given up for it and by nothing else', () => {
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    for (const [name, claim] of before) {
      if (claim.end !== after.get(name)?.end) expect([claim.end, after.get(name)?.end], name).toEqual(['approved', 'given_up'])
    }
    for (const year of YEARS) {
      const lost = [...before]
        .filter(([name, claim]) => claim.year === year && claim.end !== after.get(name)?.end)
        .map(([, claim]) => claim)
      expect(lost.length, `${year}`).toBeGreaterThan(0)
      expect(sum(withPaper.record, year, 'reimbursed.inpatient')).toBe(sum(without.record, year, 'reimbursed.inpatient') - fenOf(lost))
      const rest = ['entitled', 'reimbursed.outpatient', 'claims_submitted', 'claims_late', 'claims_unfiled', 'claims_unfiled_amount']
      expect(sumsOf(withPaper.record, year, rest)).toEqual(sumsOf(without.record, year, rest))
    }
  })
})

describe('a claim window of one month', () => {
  const month = { 'claim_by_hand.deadline': 30, 'claim_at_county.deadline': 30 }
  const [usual, short] = [undefined, month].map((procedures) => told(CLAIMS, { persons: 20_000, procedures }, NO_CEILING))
  const [before, after] = [usual, short].map(({ events }) => claimsOf(events))

  it('refuses every claim that comes later and none that comes earlier', () => {
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    for (const [name, { days, end }] of after) {
      expect(end === 'refused', `${name} came ${days} days after discharge`).toBe(days > 30)
      if (days <= 30) expect(end, name).toBe(before.get(name)?.end)
    }
    for (const year of YEARS)
      expect(
        [...after.values()].some((claim) => claim.year === year && claim.days <= 30),
        `${year}`,
      ).toBe(true)
  })

  it('lowers the payouts of a year by those refused that would have been approved', () => {
    for (const year of YEARS) {
      const lost = [...before]
        .filter(([, claim]) => claim.year === year && claim.days > 30 && claim.end === 'approved')
        .map(([, claim]) => claim)
      expect(lost.length, `${year}`).toBeGreaterThan(10)
      expect(sum(short.record, year, 'claims_late')).toBeGreaterThan(sum(usual.record, year, 'claims_late'))
      expect(sum(short.record, year, 'reimbursed.inpatient')).toBe(sum(usual.record, year, 'reimbursed.inpatient') - fenOf(lost))
      expect(sumsOf(short.record, year, ['entitled', 'reimbursed.outpatient'])).toEqual(
        sumsOf(usual.record, year, ['entitled', 'reimbursed.outpatient']),
      )
    }
  })
})

describe('critical-illness cover', () => {
  const BILLS = /^(benefit\.settled|benefit\.visit|care\.discharged_uninsured|assistance\.paid|second\.paid)$/
  /** everybody entitled claims and sees it through */
  const procedures = { 'second_reimbursement.steps.application.on_fault.give_up': 0 }
  const run = (in_force: 'on' | 'off') =>
    told(BILLS, { persons: large(20_000), procedures }, { 'critical_illness.in_force': in_force, 'critical_illness.never_filed': 0 })

  it('lowers what those above the threshold bear, and changes nobody else’s, person by person in every year', () => {
    const [off, on] = [run('off'), run('on')]
    const [before, after] = [off, on].map(({ events }) => outOfPocket(events))
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    const above = aboveThreshold(off.events)
    const fell = [...before].filter(([key, fen]) => (after.get(key) as number) < fen).map(([key]) => key)
    const rose = [...before].filter(([key, fen]) => (after.get(key) as number) > fen)
    expect(fell.sort()).toEqual([...above].sort())
    expect(rose).toEqual([])
    for (const year of YEARS) {
      expect([...above].filter((key) => key.endsWith(` ${year}`)).length, `${year}`).toBeGreaterThan(5)
      expect(sumsOf(on.record, year, ['reimbursed.inpatient', 'reimbursed.outpatient'])).toEqual(
        sumsOf(off.record, year, ['reimbursed.inpatient', 'reimbursed.outpatient']),
      )
    }
  })

  /** What each person bears in the end for the stays and visits of a year, after insurer and medical assistance. */
  function outOfPocket(events: readonly TraceEvent[]): Map<string, number> {
    const borne = new Map<string, number>()
    for (const event of events) {
      const key = `${event.person} ${event.facts?.year ?? yearOf(event.day)}`
      if (event.kind === 'benefit.settled' || event.kind === 'benefit.visit') add(borne, key, amount(event, 'out_of_pocket'))
      if (event.kind === 'care.discharged_uninsured') add(borne, key, amount(event, 'bill'))
      if (event.kind === 'assistance.paid') add(borne, key, -amount(event, 'paid_by_assistance'))
      if (event.kind === 'second.paid') add(borne, `${event.person} ${String(event.facts?.claim).slice(0, 4)}`, -amount(event, 'benefit'))
    }
    return borne
  }

  /** Whose eligible cost of stays that the scheme knows of, less the benefit, exceeds 12,000 yuan in a year. */
  function aboveThreshold(events: readonly TraceEvent[]): Set<string> {
    const borne = new Map<string, number>()
    for (const event of events) {
      if (event.kind !== 'benefit.settled' || event.facts?.designated !== 'yes' || event.facts.counts_in_the_year !== 'yes') continue
      add(borne, `${event.person} ${yearOf(event.day)}`, Math.max(0, amount(event, 'eligible') - amount(event, 'paid_by_fund')))
    }
    return new Set([...borne].filter(([, fen]) => fen > 1_200_000).map(([key]) => key))
  }
})

describe('a village collective that pays', () => {
  // a third of the villages changes from the cadres to the collective; many stay out where they pay themselves
  const shares = (collective: number) => ({
    'premium.channel_share.village_cadres': 0.75 - collective,
    'premium.channel_share.village_collective': collective,
    'enrolment.utility': 1,
    'enrolment.price_response': -1,
  })
  const [cadres, collective] = [0, 0.35].map((share) => told(/^(cover\.year|premium\.paid)$/, { persons: 20_000 }, shares(share)))
  const villageOf = (event: TraceEvent) => event.household.replace(/-h\d+$/, '')
  const paidBy = (events: readonly TraceEvent[], channel: string) =>
    events.filter(({ kind, facts }) => kind === 'premium.paid' && facts?.channel === channel)
  const theirs = new Set(paidBy(collective.events, 'village_collective').map(villageOf))

  /** Who is covered in a reported year, and how, by person; those of other insurance or in service left out. */
  function coverIn(events: readonly TraceEvent[], year: number): Map<string, { village: string; member: boolean; cover: string }> {
    const found = new Map<string, { village: string; member: boolean; cover: string }>()
    for (const event of events) {
      if (event.kind !== 'cover.year' || event.facts?.year !== year) continue
      const cover = String(event.facts.cover)
      found.set(event.person, { village: villageOf(event), member: cover === 'covered' || cover === 'certificate_later', cover })
    }
    return found
  }

  it('raises participation in every village of its own, and elsewhere changes nobody', () => {
    expect(theirs.size).toBeGreaterThan(2)
    expect(paidBy(cadres.events, 'village_collective')).toEqual([])
    for (const year of YEARS) {
      const [before, after] = [cadres, collective].map(({ events }) => coverIn(events, year))
      expect(new Set([...before.values()].map(({ village }) => village)).size).toBeGreaterThan(theirs.size + 2)
      expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
      for (const village of theirs) {
        const members = (cover: typeof before) => [...cover.values()].filter((one) => one.village === village && one.member).length
        expect(members(after), `${village} ${year}`).toBeGreaterThan(members(before))
      }
      const others = [...before].filter(([, { village }]) => !theirs.has(village))
      expect(others.filter(([person, { cover }]) => after.get(person)?.cover !== cover)).toEqual([])
    }
  })

  it('is where the collective income of the fund comes from, to the fen: the premium of each member that assistance does not pay', () => {
    for (const year of YEARS) {
      const paid = paidBy(collective.events, 'village_collective').filter(({ facts }) => facts?.year === year)
      const premium = { 2012: 6000, 2013: 7000, 2014: 9000 }[year] as number
      const members = paid.filter((event) => amount(event, 'by_assistance') === 0)
      const fen = members.reduce((total, { facts }) => total + Number(facts?.members) * premium, 0)
      expect(fen, `${year}`).toBeGreaterThan(0)
      expect(sum(collective.record, year, 'fund_income.collective'), `${year}`).toBe(fen)
      expect(sum(cadres.record, year, 'fund_income.collective')).toBe(0)
    }
  })
})

describe('a standard announced on 29 January', () => {
  const dated = { '2011-01-01': 200, '2012-01-01': 240, '2013-01-01': 280, '2014-01-01': 320, '2016-01-01': 420 }
  const DECISIONS = /^(enrolment\.registered|enrolment\.declined|premium\.paid|premium\.not_paid)$/
  const [raised, kept] = [{}, { 'subsidy.standard': dated }].map((policy) =>
    told(DECISIONS, { persons: 10_000, years: [2014, 2016] }, policy),
  )

  /** What households decided and paid for, campaign by campaign, as told. */
  const decisions = ({ events }: typeof raised) =>
    new Map(
      events.map(({ kind, household, day, facts, amounts }) => [
        `${household} ${facts?.year} ${kind.split('.')[0]}`,
        JSON.stringify([kind, day, facts, amounts]),
      ]),
    )

  it('changes no household’s decision in the campaign before it, nor in any other', () => {
    const [after, before] = [raised, kept].map(decisions)
    for (const year of [2014, 2015, 2016])
      for (const kind of ['enrolment.registered', 'enrolment.declined'])
        expect(raised.events.filter((event) => event.kind === kind && event.facts?.year === year).length).toBeGreaterThan(20)
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    expect([...before].filter(([key, decision]) => after.get(key) !== decision)).toEqual([])
  })

  it('changes the income of its year by the difference for each member, and of no other', () => {
    for (const year of [2014, 2015, 2016]) {
      const subsidies = ({ record }: typeof raised) =>
        ['central', 'province', 'county'].reduce((total, level) => total + sum(record, year, `fund_income.${level}`), 0)
      const difference = year === 2015 ? sum(raised.record, year, 'enrolled') * 6000 : 0
      expect(subsidies(raised), `${year}`).toBe(subsidies(kept) + difference)
      for (const name of ['enrolled', 'fund_income.individual', 'fund_income.collective', 'fund_income.assistance'])
        expect(sum(raised.record, year, name), `${name} ${year}`).toBe(sum(kept.record, year, name))
    }
  })
})

describe('a limit of cash with late central money', () => {
  // staff enough that claims wait for money and not for a desk
  const procedures = {
    'offices.township_settlement_centre.staff': 2,
    'offices.county_centre.staff': 2,
    'offices.county_finance.staff': 0.5,
  }
  const late = { 'fund.opening_reserve_share': 0, 'subsidy.arrival.central_advance': '12-15' }
  const inTime = { 'fund.opening_reserve_share': 0 }
  const run = (cash_limit: boolean, policy: Policy) => county({ persons: 20_000, procedures, mechanisms: { cash_limit } }, policy).run()

  it('leaves the fund short of cash and families waiting longer in every year, for the same payouts', () => {
    const [limited, free, punctual] = [run(true, late), run(false, late), run(true, inTime)]
    for (const year of YEARS) {
      expect(sum(free, year, 'cash_short_days')).toBe(0)
      for (const other of [free, punctual]) {
        expect(sum(limited, year, 'cash_short_days'), `${year}`).toBeGreaterThan(sum(other, year, 'cash_short_days'))
        expect(waits(limited, year).mean, `${year}`).toBeGreaterThan(waits(other, year).mean)
        expect(waits(limited, year).p90, `${year}`).toBeGreaterThan(waits(other, year).p90)
        expect(sumsOf(limited, year, PAYOUTS), `${year}`).toEqual(sumsOf(other, year, PAYOUTS))
      }
    }
  })
})
