/**
 * 财政补助 Subsidies by level (seed document 001): all levels of finance pay per enrolled person and year. The centre pays a share of the
 * part of the standard above a base, by region; province and county share the rest; the county tops up. Local money leads, central money
 * follows on last year's roster and is settled the year after. A standard announced after 1 January is booked when announced.
 */
import type { Day } from '../../kernel/calendar.ts'
import { fenOf } from '../../kernel/money.ts'

/** Money in yuan a head, shares as fractions, days as absolute days. */
export interface SubsidyTerms {
  readonly standard: number
  readonly lastStandard: number
  /** what a county counts on when it plans the year */
  readonly expectedStandard: number
  readonly announced: Day
  readonly centralBase: number
  readonly centralThreshold: number
  readonly centralShare: number
  readonly provinceShare: number
  readonly topUp: number
  readonly centralAdvanceShare: number
  readonly countyArrives: Day
  readonly provinceArrives: Day
  readonly centralAdvanceArrives: Day
  /** in the following year */
  readonly centralSettles: Day
}

/** Fen a head by level at one standard; the parts add up to the standard and the top-up. */
interface LevelSplit {
  readonly central: number
  readonly province: number
  readonly county: number
}

export function splitByLevel(standard: number, terms: SubsidyTerms): LevelSplit {
  const total = fenOf(standard)
  const central = Math.min(
    total,
    fenOf(Math.min(standard, terms.centralBase) + terms.centralShare * Math.max(0, standard - terms.centralThreshold)),
  )
  const province = Math.round((total - central) * terms.provinceShare)
  return { central, province, county: total - central - province + fenOf(terms.topUp) }
}

/** One movement of subsidy money: booked as due, or received. */
export interface SubsidyEvent {
  readonly day: Day
  readonly level: keyof LevelSplit
  readonly kind: 'due' | 'received'
  readonly fen: number
}

/**
 * All subsidy events of one scheme year, in order of day. What is due is booked on 1 January at the standard known then, the rest of it
 * on the day of announcement. The central advance is paid on last year's roster; the difference comes with the settlement.
 * A level that pays before the announcement pays the standard it knows, and the rest on the day of the announcement.
 */
export function subsidyCalendar(terms: SubsidyTerms, yearStart: Day, enrolled: number, enrolledLastYear: number): SubsidyEvent[] {
  const full = splitByLevel(terms.standard, terms)
  const known = terms.announced <= yearStart ? full : splitByLevel(terms.lastStandard, terms)
  const events: SubsidyEvent[] = []
  const levels = ['central', 'province', 'county'] as const
  for (const level of levels) {
    events.push({ day: yearStart, level, kind: 'due', fen: known[level] * enrolled })
    if (full[level] !== known[level])
      events.push({ day: terms.announced, level, kind: 'due', fen: (full[level] - known[level]) * enrolled })
  }
  const receive = (day: Day, level: keyof LevelSplit, fen: number) => events.push({ day, level, kind: 'received', fen })
  for (const [level, arrives] of [
    ['county', terms.countyArrives],
    ['province', terms.provinceArrives],
  ] as const) {
    // what is not yet announced cannot be paid: the rest follows with the announcement
    const first = terms.announced <= arrives ? full[level] : known[level]
    receive(arrives, level, first * enrolled)
    if (first !== full[level]) receive(terms.announced, level, (full[level] - first) * enrolled)
  }
  const central = full.central * enrolled
  const announced = terms.announced <= terms.centralAdvanceArrives ? full.central : known.central
  const advance = Math.min(central, Math.round(announced * enrolledLastYear * terms.centralAdvanceShare))
  receive(terms.centralAdvanceArrives, 'central', advance)
  receive(terms.centralSettles, 'central', central - advance)
  return events.sort((a, b) => a.day - b.day)
}
