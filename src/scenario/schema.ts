/**
 * The form of a scenario file: which keys exist and what each may hold.
 * The text given as `error` is what the analyst reads after "expected" when the value is something else.
 */

import { z } from 'zod'
import { plain } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import { type Entry, NUMBER_UNITS, SCHEME_YEARS } from '../policy/schema.ts'
import { boundsOf } from '../policy/value/bounds.ts'
import { MOST_VILLAGES } from '../population/microdata/limits.ts'
import { INPATIENT_PLACES, PLACES, REGIONS } from '../population/places.ts'
import type { Procedures } from '../procedures/data/load.ts'
import { RULE_NAMES, RULES } from '../scheme/rules.ts'
import { isUnlimited } from '../words/amount-of-setting.ts'
import { countiesSchema, countySchema, withinCounty } from './counties/schema.ts'
import { plainSettings, yearsCovered } from './coverage.ts'
import { groupable, groupsSchema, keysOfGroups } from './groups/schema.ts'
import { CHANGE_SCHEMAS, settingSchemas } from './policy/change-schema.ts'
import { proceduresSchema } from './procedures/schema.ts'

const whole = (what: string, least: number, most: number) => {
  const error = `${what}, a whole number from ${least} to ${most}`
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}
const rate = (what: string, most: number) => {
  const error = `${what}, a number from 0 to ${most}`
  return z.number({ error }).min(0, { error }).max(most, { error })
}
/** Texts are shown on terminals: none may steer one. */
const text = (what: string) =>
  z
    .string({ error: what })
    .trim()
    .min(1, { error: what })
    .refine((value) => plain(value) === value && !/[\n\r\t]/.test(value), { error: `${what}, in one line without control characters` })
const oneOf = <const Names extends readonly string[]>(names: Names) => z.enum(names, { error: `one of ${names.join(', ')}` })
const onOff = z.literal(['on', 'off', true, false], { error: 'on or off' })
const on = z.literal(['on', true], { error: 'on, or constants in its place' })

/** As many as a county of ten million persons has. */
const MOST_ADDED = 2_500_000

const title = z.strictObject(
  { en: text('the title in English').optional(), zh: text('the title in Chinese').optional() },
  { error: 'a mapping with en and zh' },
)

const microdata = z.strictObject(
  {
    persons: text('the path of a file of persons (CSV or Parquet)'),
    households: text('the path of a file of households (CSV or Parquet)'),
  },
  { error: 'two files: { persons: …, households: … }' },
)

const persons = whole('registered persons of one county', 1, 10_000_000)
const addedVillages = z
  .array(whole('households of one added village', 1, 100_000), { error: 'a list of households, one number for each added village' })
  .max(MOST_VILLAGES, { error: `${MOST_VILLAGES} added villages at most` })
  .refine((villages) => villages.reduce((sum, households) => sum + households, 0) <= MOST_ADDED, {
    error: `added villages of ${MOST_ADDED} households at most in all`,
  })
const people = { persons: persons.optional(), microdata: microdata.optional(), added_villages: addedVillages.optional() }
const population = z.strictObject(
  { ...people, counties: whole('how many counties', 1, 3_000).optional() },
  { error: 'a mapping with persons, or with microdata' },
)

/** These two cannot merely be off: without the choice somebody must say where everybody goes, without the rates how often. */
const CHOSEN_PLACES =
  'on, off (no place answers to what the scheme pays), or the place where everybody goes: { inpatient: county_hospital, outpatient: village_clinic }'
const GIVEN_NEED = 'on, or yearly rates for everybody: { inpatient: 0.08, outpatient: 4 }'

const constantNeed = z.strictObject(
  { inpatient: rate('admissions needed per person and year', 50), outpatient: rate('visits needed per person and year', 365) },
  { error: GIVEN_NEED },
)
const constantPlaces = z.strictObject({ inpatient: oneOf(INPATIENT_PLACES), outpatient: oneOf(PLACES) }, { error: CHOSEN_PLACES })

const mechanisms = z.strictObject(
  {
    demography: onOff.optional(),
    livelihood: onOff.optional(),
    need: z.union([on, constantNeed], { error: GIVEN_NEED }).optional(),
    demand_response: onOff.optional(),
    facility_choice: z.union([onOff, constantPlaces], { error: CHOSEN_PLACES }).optional(),
    enrolment_choice: onOff.optional(),
    enrolment_procedure: onOff.optional(),
    neighbour_effect: onOff.optional(),
    offices: onOff.optional(),
    cash_limit: onOff.optional(),
    outside_spending: onOff.optional(),
    budget_rule: onOff.optional(),
    second_compensation: onOff.optional(),
  },
  { error: 'a mapping of mechanisms' },
)

const module = text('the path of a module (TypeScript)')
const amend = z.record(
  z.string(),
  z.union([module, z.array(module).min(1, { error: 'the path of a module (TypeScript), or a list of paths' })], {
    error: 'the path of a module (TypeScript), or a list of paths',
  }),
  {
    error: 'a mapping of rules to modules that amend them',
  },
)

/** What can be a year at all; which years the data cover is judged apart. */
export const YEAR_BOUNDS = [1900, 2200] as const
export const MOST_BURN_IN = 20

const year = z
  .number({ error: 'a year, e.g. 2012' })
  .int({ error: 'a whole year, e.g. 2012' })
  .min(YEAR_BOUNDS[0], { error: 'a year, e.g. 2012' })
  .max(YEAR_BOUNDS[1], { error: 'a year, e.g. 2012' })
const years = z
  .tuple([year, year], { error: 'two years, [first, last]' })
  .refine(([first, last]) => first <= last, { error: 'the first year before the last' })

const SEED = 'a text or a whole number'

const policy = z.record(z.string(), z.unknown(), { error: 'a mapping of parameters to values' })
const procedures = z.record(z.string(), z.unknown(), { error: 'a mapping of figures of procedures and offices to values' })
const place = oneOf(REGIONS)
const county = countySchema({ title, place, people, policy, procedures, mechanisms })

/** One scenario file as written, before `extends` is followed; every key may come from the file it extends. */
export const scenarioSchema = z.strictObject(
  {
    name: z
      .string({ error: 'a short name' })
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u, { error: 'a short name of letters, digits, hyphens, dots and underscores' })
      .optional(),
    title: title.optional(),
    extends: text('the path of another scenario file').optional(),
    years: years.optional(),
    burn_in: whole('unreported years before the first', 1, MOST_BURN_IN).optional(),
    place: place.optional(),
    population: population.optional(),
    counties: countiesSchema(county).optional(),
    groups: groupsSchema(title, policy).optional(),
    policy: policy.optional(),
    procedures: procedures.optional(),
    mechanisms: mechanisms.optional(),
    amend: amend.optional(),
    replications: whole('how many replications', 1, 10_000).optional(),
    seed: z
      .union(
        [
          z.string().refine((value) => plain(value) === value && !/[\n\r\t]/.test(value), { error: SEED }),
          z.number().refine(Number.isInteger, { error: SEED }),
        ],
        { error: SEED },
      )
      .optional(),
  },
  { error: 'a mapping with name, years, population, …' },
)
export type ScenarioFile = z.infer<typeof scenarioSchema>

/** The keys that may stand at a path of the file, for "nearest" and for the list of what is known; [] where anything may. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const own = withinCounty(path)
  if (own?.length === 0) return Object.keys(county.shape)
  if (own?.length === 1 && own[0] === 'population') return Object.keys(people)
  if (own) return knownKeys(own)
  const ofGroups = keysOfGroups(path)
  if (ofGroups) return ofGroups
  const shapes: Record<string, object> = {
    '': scenarioSchema.shape,
    title: title.shape,
    population: population.shape,
    'population.microdata': microdata.shape,
    mechanisms: mechanisms.shape,
    'mechanisms.need': constantNeed.shape,
    'mechanisms.facility_choice': constantPlaces.shape,
  }
  return Object.keys(shapes[path.join('.')] ?? {})
}

/** The values that may stand at a path where only certain words may, for "nearest"; [] elsewhere. */
export function knownWords(path: readonly PropertyKey[]): readonly string[] {
  const own = withinCounty(path)
  if (own) return knownWords(own)
  const [first, second, third] = path
  if (first === 'place') return REGIONS
  if (second === 'facility_choice' && third !== undefined) return third === 'inpatient' ? INPATIENT_PLACES : PLACES
  if (second === 'need' || second === 'facility_choice') return []
  return first === 'mechanisms' && path.length === 2 ? ['on', 'off'] : []
}

/**
 * JSON Schema of a scenario file, for editors (`hezuo schema`).
 * Every parameter of the law stands under `policy` with its Chinese and English term and its unit.
 */
export function scenarioJsonSchema(law: Law, figures?: Procedures): object {
  const base = z.toJSONSchema(scenarioSchema, { io: 'input' })
  const parameters = Object.fromEntries(law.names().map((name) => [name, parameterSchema(law, name)]))
  const chinese = Object.fromEntries(law.names().map((name) => [law.entry(name).zh, { $ref: `#/properties/policy/properties/${name}` }]))
  const description = 'parameters set by this scenario, by dotted or Chinese name'
  const policy = { type: 'object', description, properties: { ...parameters, ...chinese }, additionalProperties: false }
  const properties = { ...base.properties, years: yearsSchema(law), policy, amend: amendSchema() }
  const parts = { counties: countiesOf(base), groups: groupsOf(base, law), ...(figures ? { procedures: proceduresSchema(figures) } : {}) }
  return { ...base, title: 'hezuo scenario', properties: { ...properties, ...parts }, $defs: CHANGE_SCHEMAS }
}

/** Counties say of their own what the scenario says of all, in the same form. */
function countiesOf({ properties = {} }: z.core.JSONSchema.BaseSchema): object {
  const { counties } = properties
  const each = typeof counties === 'object' && typeof counties.additionalProperties === 'object' ? counties.additionalProperties : {}
  const [policy, procedures] = [{ $ref: '#/properties/policy' }, { $ref: '#/properties/procedures' }]
  const description = 'counties by name, each with what it has of its own'
  return { type: 'object', description, additionalProperties: { ...each, properties: { ...each.properties, policy, procedures } } }
}

/** Groups set those parameters that may differ by group. */
function groupsOf({ properties = {} }: z.core.JSONSchema.BaseSchema, law: Law): object {
  const { groups } = properties
  const each = typeof groups === 'object' && typeof groups.additionalProperties === 'object' ? groups.additionalProperties : {}
  const names = groupable(law).flatMap((name) => [name, law.entry(name).zh])
  const settable = Object.fromEntries(names.map((name) => [name, { $ref: `#/properties/policy/properties/${name}` }]))
  const policy = { type: 'object', properties: settable, additionalProperties: false }
  const description = 'groups of persons by name, each with who is in it and the parameters set for it'
  return { type: 'object', description, additionalProperties: { ...each, properties: { ...each.properties, policy } } }
}

/** Every rule that can be amended, by its name and its Chinese term. */
function amendSchema(): object {
  const path = { type: 'string', minLength: 1 }
  const modules = { anyOf: [path, { type: 'array', items: path, minItems: 1 }] }
  const properties = RULE_NAMES.flatMap((rule) => {
    const { zh, en } = RULES[rule]
    const described = { description: `${en} (${zh})`, ...modules }
    return [
      [rule, described],
      [zh, described],
    ]
  })
  const description = 'rules amended by this scenario, each with the module that wraps it'
  return { type: 'object', description, properties: Object.fromEntries(properties), additionalProperties: false }
}

/** Years that the data cover, the shortest burn-in left before them. */
function yearsSchema(law: Law): object {
  const [begin, end] = yearsCovered(plainSettings({ years: SCHEME_YEARS, burnInYears: 0 }), law) ?? SCHEME_YEARS
  const year = { type: 'integer', minimum: begin + 1, maximum: end }
  return {
    type: 'array',
    description: `first and last year; the data cover ${begin} to ${end}`,
    prefixItems: [year, year],
    items: false,
    minItems: 2,
  }
}

function parameterSchema(law: Law, name: string): object {
  const entry = law.entry(name)
  return { description: `${entry.en} (${entry.zh}); unit: ${entry.unit}`, anyOf: settingSchemas(entry, valueSchema(entry)) }
}

function valueSchema(entry: Entry): object {
  const { unit } = entry
  if (NUMBER_UNITS.includes(unit)) return numberSchema(entry)
  if (unit === 'mode') return { type: 'string', enum: entry.options ?? [] }
  if (unit === 'date') return { type: 'string', pattern: '^\\d{2}-\\d{2}$' }
  if (unit === 'day') return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
  if (unit === 'bands') return { type: 'array', items: bandSchema(entry) }
  const { length = 0 } = entry
  const members = Array.from({ length }, (_, member) => numberSchema(entry, member))
  return { type: 'array', prefixItems: members, items: false, minItems: length }
}

function numberSchema(entry: Entry, member = 0): object {
  const [minimum, maximum] = boundsOf(entry, member) ?? []
  const isWhole = entry.unit === 'count' || (entry.unit === 'list' && entry.of === 'count')
  const most = maximum === undefined || isUnlimited(maximum) ? {} : { maximum }
  return { type: isWhole ? 'integer' : 'number', minimum, ...most }
}

function bandSchema(entry: Entry): object {
  return {
    type: 'object',
    properties: { from: numberSchema(entry), rate: { type: 'number', minimum: 0, maximum: 1 } },
    required: ['from', 'rate'],
    additionalProperties: false,
  }
}
