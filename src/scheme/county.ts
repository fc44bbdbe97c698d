/** 县 What every chapter shares of one county: its people, who is covered, their accounts, its totals, who is followed. Laid out once, filled anew for each replication. */
import { createWorkCalendar, type WorkCalendar } from '../kernel/calendar.ts'
import { columns } from '../kernel/table.ts'
import { type Households, householdColumns } from '../population/household.ts'
import { type People, personColumns } from '../population/person.ts'
import type { ModelData } from './data.ts'
import { BenefitClasses } from './groups/benefit-classes.ts'
import type { Mechanisms, ModelSettings } from './settings.ts'
import { SUMS, type YearlySums } from './totals.ts'
import type { Watch } from './trace.ts'

/** Rows that the columns must hold. */
export interface Room {
  readonly persons: number
  readonly households: number
  readonly villages: number
  readonly townships: number
  /** stays, births and deaths that lie ahead at once */
  readonly slots: number
}

/** 参合状态 State of cover by person, codes of COVER: of the year at hand (written by enrolment/cover.ts) and of the next (by the campaign). */
type CoverColumns = ReturnType<typeof coverColumns>
const coverColumns = (persons: number) => columns(persons, { now: Uint8Array, next: Uint8Array })

/** The year's account of each person with the fund, in fen. */
type AccountColumns = ReturnType<typeof accountColumns>
const accountColumns = (persons: number) => columns(persons, { paidStays: Int32Array, paidVisits: Int32Array, admissions: Uint8Array })

/** What a household received by the day that counts for its decision to enrol, in fen. */
const experienceColumns = (households: number) => columns(households, { experience: Int32Array })

/** The totals of a year, and its counts of days from discharge to payment; emptied by whoever keeps them for each replication. */
export interface SumsByYear {
  sumsOf(year: number): Float64Array
  claimDaysOf(year: number): Float64Array
}

export interface County {
  readonly settings: ModelSettings
  readonly room: Room
  readonly people: People
  readonly households: Households
  readonly cover: CoverColumns
  readonly accounts: AccountColumns
  readonly experience: Int32Array
  /** totals of the scheme year now open in the townships */
  readonly sums: YearlySums
  readonly watch: Watch
  readonly calendar: WorkCalendar
  readonly mechanisms: Mechanisms
  /** where benefits differ by group */
  readonly classes?: BenefitClasses
  readonly data: ModelData
  /** quantiles of the exponential (kernel/distributions.ts) */
  readonly exponential: Int32Array
}

/** Lays out a county; `watch` says who is followed. */
export function layOutCounty(settings: ModelSettings, data: ModelData, room: Room, watch: Watch): County {
  const people = personColumns(room.persons)
  const households = householdColumns(room.households)
  const groups = data.groups?.list.some(({ setsBenefit }) => setsBenefit) ? data.groups.list : undefined
  return {
    settings,
    room,
    people,
    households,
    ...(groups ? { classes: new BenefitClasses(groups, people, households) } : {}),
    cover: coverColumns(room.persons),
    accounts: accountColumns(room.persons),
    ...experienceColumns(room.households),
    sums: { values: new Float64Array(SUMS.size) },
    watch,
    calendar: createWorkCalendar(data.holidays),
    mechanisms: settings.mechanisms,
    data,
    exponential: data.quantiles.exponential,
  }
}
