/** 分县 The form of `counties:` in a scenario file: each county by a name of its own, with what it has in place of what all have. */
import { z } from 'zod'
import { TOTAL_AREA } from '../../measures/areas.ts'

/** As many as `population.counties` may say. */
const MOST = 3_000
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u
const NAMED = `a county's name of letters, digits, hyphens, dots and underscores, 40 at most, other than '${TOTAL_AREA}'`

/** The schemas that these keys have in a scenario. */
interface Keys<T extends z.ZodType, P extends z.ZodType, M extends z.ZodType, People extends z.ZodRawShape> {
  readonly title: T
  readonly place: P
  /** of the people of one county */
  readonly people: People
  readonly policy: Block
  readonly procedures: Block
  readonly mechanisms: M
}
type Block = z.ZodRecord<z.ZodString, z.ZodUnknown>

/** A county by itself. */
export function countySchema<T extends z.ZodType, P extends z.ZodType, M extends z.ZodType, People extends z.ZodRawShape>(
  keys: Keys<T, P, M, People>,
) {
  const { title, place, people, policy, procedures, mechanisms } = keys
  const population = z.strictObject(people, { error: 'a mapping with persons, or with microdata' })
  return z.strictObject(
    {
      title: title.optional(),
      place: place.optional(),
      population: population.optional(),
      policy: policy.optional(),
      procedures: procedures.optional(),
      mechanisms: mechanisms.optional(),
    },
    { error: 'a mapping with what this county has of its own: place, population, policy, …' },
  )
}

/** Counties by name. */
export function countiesSchema<County extends z.ZodType>(county: County) {
  const isName = (name: string) => NAME.test(name) && name !== TOTAL_AREA
  return z
    .record(z.string(), county, { error: 'a mapping of counties, each by its name' })
    .refine((counties) => Object.keys(counties).every(isName), { error: NAMED })
    .refine((counties) => Object.keys(counties).length <= MOST, { error: `${MOST} counties at most` })
}

/** The keys below `counties.NAME`, seen as those of a whole scenario; undefined where the path leads elsewhere. */
export function withinCounty(path: readonly PropertyKey[]): readonly PropertyKey[] | undefined {
  return path[0] === 'counties' && path.length >= 2 ? path.slice(2) : undefined
}
