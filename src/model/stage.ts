/** 乡镇阶段 A county laid out once for a worker and filled anew for each replication: its year opens, its campaign is held, its year closes. */

import { daysInYear, yearStart } from '../kernel/calendar.ts'
import type { ReadonlyColumn } from '../kernel/table.ts'
import { bytesOf } from '../kernel/table.ts'
import type { Settlement } from '../population/settlement.ts'
import { type County, layOutCounty, type Room, type SumsByYear } from '../scheme/county.ts'
import type { ModelData } from '../scheme/data.ts'
import type { CampaignTerms } from '../scheme/enrolment/terms.ts'
import type { FundTerms } from '../scheme/fund/terms.ts'
import type { Treasury } from '../scheme/fund/treasury.ts'
import type { HouseholdYearColumns } from '../scheme/household-accounts.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { SUMS } from '../scheme/totals.ts'
import { followsHousehold, followsNobody, type TraceDetail } from '../scheme/trace.ts'
import type { YearTerms } from '../scheme/year-terms.ts'
import { type Moment, momentOf, NOWHERE } from './moment.ts'
import type { Townships } from './township.ts'
import { type Follow, Following } from './trace.ts'
import { type Chapters, joinChapters } from './wiring.ts'

/** The households of a county, a row each. */
export interface CountyHouseholdsOfRun {
  /** relative to the mean income per head */
  readonly income: ReadonlyColumn
  /** 0-4 by income per head */
  readonly quintile: ReadonlyColumn
  of(year: number): HouseholdYearColumns
}

/** A replication to be run: number of its county, its settlement, who is followed. */
interface Beginning {
  readonly county: number
  readonly settlement: Settlement
  readonly follow?: Follow
  /** day of a fire drill */
  readonly drillDay?: number
}

export class Stage {
  readonly county: County
  readonly #following: Following
  readonly #chapters: Chapters
  readonly #sumsOf: SumsByYear['sumsOf']
  readonly #moment: Moment = momentOf(NOWHERE)

  constructor(settings: ModelSettings, data: ModelData, room: Room, sums: SumsByYear) {
    this.#following = new Following()
    this.county = layOutCounty(settings, data, room, this.#following.watch)
    this.#chapters = joinChapters(this.county, this.#moment, this.#following, sums)
    this.#sumsOf = sums.sumsOf
  }

  get treasury(): Treasury {
    return this.#chapters.fund.treasury
  }

  get townships(): Townships {
    return this.#chapters.townships
  }

  /** Takes the people of a replication, already drawn into the columns. */
  begin({ county, settlement, follow, drillDay }: Beginning): void {
    const { fund, townships } = this.#chapters
    Object.assign(this.#moment, momentOf(settlement))
    fund.begin(settlement.persons, drillDay)
    townships.begin(settlement.townships)
    this.#following.begin(this.county, { number: county, settlement, follow })
  }

  /** The campaign before the first year rests on the participation published for it, and on no experience. Returns premiums by payer. */
  firstCampaign(year: number, terms: CampaignTerms): readonly number[] {
    const moment = this.#moment
    this.#following.openYear(yearStart(year - 1))
    this.#chapters.campaign.begin(moment.settlement, terms.enrolment.referenceParticipation)
    this.campaign(year, terms)
    moment.booksOpen = true
    return moment.premiumsBefore
  }

  campaign(year: number, terms: CampaignTerms): void {
    this.#chapters.campaign.hold(year, terms, this.#sumsOf(year))
  }

  /** What the county counts on a head: the terms with the mean premium of the latest campaign, where premiums differ by group. */
  expected(terms: FundTerms): FundTerms {
    const premium = this.#chapters.collection.meanPremium()
    return premium === undefined ? terms : { ...terms, premium }
  }

  /** 1 January in all townships. */
  openYear(now: YearTerms): { population: number; enrolled: number; newbornPremiums: number } {
    const { fund, townships, campaign } = this.#chapters
    const { sums } = this.county
    const moment = this.#moment
    this.#following.openYear(now.start)
    sums.values = this.#sumsOf(now.year)
    moment.newbornPremiums = 0
    moment.year = now.year
    fund.householdYears.openYear(now.year)
    townships.openYear(now, campaign.participation)
    return { population: sums.values[SUMS.population], enrolled: sums.values[SUMS.enrolled], newbornPremiums: moment.newbornPremiums }
  }

  /** 31 December, when the townships have run: critical-illness cover and medical assistance of the year; claims go to the county. */
  closeYear({ year, days, fund: terms }: YearTerms): void {
    this.#chapters.fund.protection.closeYear({ year, dayOfYear: days - 1, terms, values: this.county.sums.values })
  }

  /** 家庭年度负担 Tells what a year cost each household that is followed; `detail` is asked for those only. */
  tellBurden(year: number, detail: (household: number) => TraceDetail): void {
    const { watch } = this.county
    if (followsNobody(watch)) return
    const { size } = this.householdsOfRun().of(year)
    this.#following.openYear(yearStart(year))
    for (let h = 0; h < size.length; h++)
      if (size[h] > 0 && followsHousehold(watch, h)) watch.tellHousehold(h, daysInYear(year) - 1, 'burden.year', detail(h))
  }

  /** The households of the county run last; views, valid until the next begins. */
  householdsOfRun(): CountyHouseholdsOfRun {
    const { income, quintile } = this.county.households
    const rows = this.#moment.settlement.sizes.length
    const of = (year: number) => this.#chapters.fund.householdYears.of(year, rows)
    return { income: income.subarray(0, rows), quintile: quintile.subarray(0, rows), of }
  }

  /** Of all columns. */
  bytes(): number {
    const { people, households, cover, accounts, experience } = this.county
    const { fund, illness, ahead, collection } = this.#chapters
    const tables = [people, households, cover, accounts, { experience }, fund.householdYears.table, illness.columns, ahead.rows]
    const others = ahead.agenda.bytes + collection.payDay.byteLength
    return tables.reduce((sum, table) => sum + bytesOf(table), others)
  }
}
