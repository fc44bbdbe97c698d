/** 分组 The form of `groups:` in a scenario file: for whom parameters are set apart, and which ones may be. */
import { z } from 'zod'
import type { Law } from '../../policy/law.ts'
import { CHANNELS } from '../../population/places.ts'

/** What may be said of a household, and of a person. */
export const OF_HOUSEHOLDS = /^premium\.individual$/
export const OF_PERSONS =
  /^(benefit\.((deductible|rate|band_multiplier|outpatient\.rate)\.\w+|deductible_(second|third)_share|bands|floor|ceiling|outpatient\.cap(_per_visit)?)|critical_illness\.(threshold|bands|ceiling)|assistance\.(rate|ceiling))$/
/** 医疗救助 Of the poor (五保、低保) alone. */
export const OF_THE_POOR = /^assistance\./

/** Parameters that may differ by group. */
export function groupable(law: Law): string[] {
  return law.names().filter((name) => OF_HOUSEHOLDS.test(name) || OF_PERSONS.test(name))
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u
/** What tables call the households in no group. */
const IN_NONE = 'none'
const NAMED = `a group's name of letters, digits, hyphens, dots and underscores, 40 at most, other than '${IN_NONE}'`
export const OLDEST = 130
const AGES = 'ages on 1 January such as 60+, 0-14 or 60'
const QUINTILES = 'an income quintile from 1 (lowest) to 5, or a list of them'
const WAYS = `one of ${CHANNELS.join(', ')}, or a list of them`
const COUNTIES = 'the name of a county, or a list of names'

const quintile = z.number({ error: QUINTILES }).int({ error: QUINTILES }).min(1, { error: QUINTILES }).max(5, { error: QUINTILES })
const way = z.enum(CHANNELS, { error: WAYS })
const county = z.string({ error: COUNTIES }).min(1, { error: COUNTIES })
const oneOrMore = <One extends z.ZodType>(one: One, error: string) => z.union([one, z.array(one).min(1, { error })], { error })

const who = z.strictObject(
  {
    poor: z.literal(['yes', 'no', true, false], { error: 'yes (assisted: 五保、低保) or no' }).optional(),
    income_quintile: oneOrMore(quintile, QUINTILES).optional(),
    age: z
      .union([z.string(), z.number()], { error: AGES })
      .refine((age) => agesRead(age) !== undefined, { error: AGES })
      .optional(),
    village: oneOrMore(way, WAYS).optional(),
    county: oneOrMore(county, COUNTIES).optional(),
  },
  { error: 'a mapping with poor, income_quintile, age, village or county' },
)
export type Who = z.infer<typeof who>

/** 60+, 0-14, 60: the first and the last age. */
export function agesRead(written: string | number): readonly [number, number] | undefined {
  const text = String(written).normalize('NFKC').replace(/\s|岁/g, '')
  const [, first, plus, last] = /^(\d{1,3})(?:(\+|及?以上)|[-–—~至到](\d{1,3}))?$/.exec(text) ?? []
  if (first === undefined) return undefined
  const ages = [Number(first), plus ? OLDEST : Number(last ?? first)] as const
  return ages[0] <= ages[1] && ages[1] <= OLDEST ? ages : undefined
}

/** Groups by name. */
export function groupsSchema<Title extends z.ZodType>(title: Title, policy: z.ZodRecord<z.ZodString, z.ZodUnknown>) {
  const group = z.strictObject(
    { title: title.optional(), who: who.optional(), policy: policy.optional() },
    { error: 'a mapping with who and policy' },
  )
  return z
    .record(z.string(), group, { error: 'a mapping of groups, each by its name' })
    .refine((groups) => Object.keys(groups).every((name) => NAME.test(name) && name !== IN_NONE), { error: NAMED })
}

/** The keys at a path below `groups`, for "nearest"; undefined where the path leads elsewhere. */
export function keysOfGroups(path: readonly PropertyKey[]): string[] | undefined {
  if (path[0] !== 'groups' || path.length < 2) return undefined
  if (path.length === 2) return ['title', 'who', 'policy']
  if (path[2] === 'who') return Object.keys(who.shape)
  return path[2] === 'title' ? ['en', 'zh'] : []
}
