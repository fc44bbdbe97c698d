/** Names of persons: `c0-v12-h34-m2` = county, village, household, member; a newborn has its mother's name and `-b1`. */
import type { Households } from '../population/household.ts'
import type { Settlement } from '../population/synthesize.ts'
import { ADDED_VILLAGE_ID } from '../population/synthesize.ts'

/** Name of each newborn so far, by its row. */
export type Newborns = Map<number, string>

export function nameOf(
  county: number,
  p: number,
  household: number,
  settlement: Settlement,
  households: Households,
  newborns: Newborns,
): string {
  const newborn = newborns.get(p)
  if (newborn !== undefined) return newborn
  return `${householdNameOf(county, household, settlement, households)}-m${p - households.firstPerson[household]}`
}

/** `c0-v12-h34`; villages added by a scenario are `vx0`, `vx1` … */
export function householdNameOf(county: number, household: number, settlement: Settlement, households: Households): string {
  const village = settlement.villages[households.village[household]]
  const id = village.id >= ADDED_VILLAGE_ID ? `x${village.id - ADDED_VILLAGE_ID}` : String(village.id)
  return `c${county}-v${id}-h${household - village.firstHousehold}`
}

/** Row of a household, or -1. */
export function householdRowOf(name: string, county: number, settlement: Settlement): number {
  const parts = /^c(\d+)-v(x?)(\d+)-h(\d+)$/.exec(name)
  if (!parts || Number(parts[1]) !== county) return -1
  const id = Number(parts[3]) + (parts[2] ? ADDED_VILLAGE_ID : 0)
  const village = settlement.villages.find((one) => one.id === id)
  if (!village) return -1
  const h = village.firstHousehold + Number(parts[4])
  return h < village.endHousehold ? h : -1
}

/** County of a name; undefined when it is no name of a person. */
export function countyOf(name: string): number | undefined {
  const parts = /^c(\d+)-vx?\d+-h\d+-m\d+(-b\d+)*$/.exec(name)
  return parts ? Number(parts[1]) : undefined
}

/** Row of a person alive at the start, or -1. */
export function rowOf(name: string, county: number, settlement: Settlement, households: Households): number {
  const parts = /^(c\d+-vx?\d+-h\d+)-m(\d+)$/.exec(name)
  const h = parts ? householdRowOf(parts[1], county, settlement) : -1
  if (!parts || h < 0 || Number(parts[2]) >= settlement.sizes[h]) return -1
  return households.firstPerson[h] + Number(parts[2])
}

/** The name of somebody there, or of a household, that a name which nobody bears comes nearest to: each number as near as the county has it. */
export function nearestNameTo(name: string, county: number, settlement: Settlement): string {
  const [, , added, village, household, member] = /^c(\d+)-v(x?)(\d+)-h(\d+)(?:-m(\d+))?/.exec(name) ?? []
  const id = Number(village) + (added ? ADDED_VILLAGE_ID : 0)
  const apart = (one: { readonly id: number }) => Math.abs(one.id - id)
  const nearest = settlement.villages.reduce((best, one) => (apart(one) < apart(best) ? one : best))
  const households = nearest.endHousehold - nearest.firstHousehold
  const h = Math.min(Number(household), households - 1)
  const size = settlement.sizes[nearest.firstHousehold + h]
  const villageName = nearest.id >= ADDED_VILLAGE_ID ? `x${nearest.id - ADDED_VILLAGE_ID}` : String(nearest.id)
  const householdName = `c${county}-v${villageName}-h${h}`
  return member === undefined ? householdName : `${householdName}-m${Math.min(Number(member), size - 1)}`
}
