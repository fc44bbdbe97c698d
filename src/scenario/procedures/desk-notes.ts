/** 窗口负荷 Desks that cannot do what a scenario brings them: manual claims would wait there from year to year, told before the run. */
import { yearStart } from '../../kernel/calendar.ts'
import type { Law } from '../../policy/law.ts'
import type { Procedures } from '../../procedures/data/load.ts'
import { overrideProcedures } from '../../procedures/data/overrides.ts'
import type { Office, Procedure, Step } from '../../procedures/data/schema.ts'
import { openingHours, staffOf } from '../../procedures/offices.ts'
import { variantFor } from '../../scheme/claims/claim-procedures.ts'
import { type ModelSettings, personsWithVillages } from '../../scheme/settings.ts'
import type { LoadedScenario } from '../load.ts'
import { claimsByPlace, secondClaims } from './claims-expected.ts'

/** About as many as the calendar has. */
const [WORKING_DAYS, ALL_DAYS] = [250, 365]
/** More than its staff can give in a year: claims pile up. From somewhat less on queues grow long. */
const TOO_MUCH = 1
const CLOSE_TO_FULL = 0.9

/** A desk with staff of its own, and the minutes of a year that are asked of it and that it can give. */
interface Desk {
  /** dotted, as the scenario sets it */
  readonly name: string
  readonly zh: string
  readonly given: number
  readonly asked: Map<string, number>
}

/** A line for each desk of whose staff a year asks more than it can give, or nearly as much: which, when, how much, and what to change. */
export function deskNotes({ settings, law }: Pick<LoadedScenario, 'settings' | 'law'>, base: Procedures): string[] {
  if (!settings.mechanisms.offices) return []
  const procedures = overrideProcedures(base, settings.procedures ?? {}).procedures
  const [first, last] = settings.years
  const worst = new Map<string, { readonly desk: Desk; readonly year: number; readonly load: number }>()
  for (let year = first; year <= last; year++)
    for (const desk of desksIn(year, { settings, law, procedures })) {
      const load = total(desk) / desk.given
      if (load >= CLOSE_TO_FULL && load > (worst.get(desk.name)?.load ?? 0)) worst.set(desk.name, { desk, year, load })
    }
  return [...worst.values()].map(({ desk, year, load }) => {
    const [most] = [...desk.asked].sort(([, a], [, b]) => b - a)
    const staff = `${desk.name}.staff`
    const minutes = `${Math.round(total(desk))} minutes of work for the ${Math.round(desk.given)} of its staff`
    const [name, change] = [`${desk.name} (${desk.zh})`, `raise ${staff} or lower ${most[0]}`]
    if (load <= TOO_MUCH)
      return `${name}: ${year} asks about ${Math.round(load * 100)} % of what the desk can do, ${minutes}: close to full, queues grow long; ${change}`
    const times = load < 10 ? load.toFixed(1) : String(Math.round(load))
    return `${name}: ${year} asks about ${times} times what the desk can do, ${minutes}, and claims pile up; ${change}`
  })
}

const total = ({ asked }: Desk) => [...asked.values()].reduce((sum, minutes) => sum + minutes, 0)

interface Year {
  readonly settings: ModelSettings
  readonly law: Law
  readonly procedures: Procedures
}

/** The desks at which claims are handled, with the work of the year. */
function desksIn(year: number, { settings, law, procedures: { offices, procedures } }: Year): Desk[] {
  const day = yearStart(year)
  const desks = new Map<string, Desk>()
  const ask = (place: Desk | undefined, figure: string, minutes: number) => {
    if (!place || place.given === 0 || minutes === 0) return
    const desk = desks.get(place.name) ?? place
    desks.set(place.name, desk)
    desk.asked.set(figure, (desk.asked.get(figure) ?? 0) + minutes)
  }
  const askSteps = (way: Procedure, cases: number, variant = '') => {
    for (const step of way.steps) {
      const office = offices.find(({ id }) => id === (step.office_by_variant?.[variant] ?? step.office))
      const minutes = (step.minutes.value + (step.minutes_each?.value ?? 0)) * visits(step, way)
      ask(office && deskOf(office, way.id, personsWithVillages(settings)), `${way.id}.steps.${step.id}.minutes`, cases * minutes)
    }
  }
  const claims = claimsByPlace(settings, law, day)
  const ways = [...procedures.values()].filter(({ purpose }) => purpose === 'claim')
  const chosen = ways.reduce((sum, way) => sum + (way.chosen?.value ?? 0), 0)
  for (const way of ways)
    for (const [place, number] of claims)
      askSteps(way, number * (way.chosen?.value ?? 1 - Math.min(1, chosen)), way.variants?.[variantFor(place, way)]?.id)
  const second = secondClaims(settings, law, year)
  for (const way of procedures.values()) if (way.purpose === 'second_claim') askSteps(way, second)
  if (settings.mechanisms.enrolment_procedure && law.text('enrolment.registration', day) === 'cooperative')
    for (const step of procedures.get('cooperative_enrolment')?.steps ?? []) {
      const office = offices.find(({ id }) => id === step.office)
      const desk = office && deskOf(office, 'cooperative_enrolment', personsWithVillages(settings))
      // 花名册 rosters wait for nobody, but claims at the same desk wait for them
      if (desk && desks.has(desk.name))
        ask(desk, `cooperative_enrolment.steps.${step.id}.minutes_each`, (step.minutes_each?.value ?? 0) * personsWithVillages(settings))
    }
  return [...desks.values()]
}

/** The window of an office that takes this procedure, else its own staff. Nobody waits where there is no staff (online). */
function deskOf(office: Office, procedure: string, persons: number): Desk {
  const window = office.windows?.find(({ takes }) => takes.includes(procedure))
  const days = office.every_day ? ALL_DAYS : WORKING_DAYS
  const staff = office.kind === 'online' ? 0 : staffOf(window ?? office, persons)
  const name = `offices.${office.id}${window ? `.windows.${window.id}` : ''}`
  return { name, zh: window?.zh ?? office.zh, given: staff * openingHours(office.hours).minutes * days, asked: new Map() }
}

/** How often a case comes to a step: again, when a paper was missing. */
function visits({ checks = [] }: Step, { papers }: Procedure): number {
  const inOrder = papers
    .filter(({ id, asked_of }) => checks.includes(id) && !asked_of)
    .reduce((share, { missing, wrong_kind }) => share * (1 - missing.value - (wrong_kind?.share.value ?? 0)), 1)
  return 2 - inOrder
}
