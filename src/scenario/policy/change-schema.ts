/** How an editor sees changes of what the law says. */
import { type Entry, NUMBER_UNITS, SCHEME_YEARS } from '../../policy/schema.ts'

/** An editor gets +60 as a number and does not see the sign. */
const AMOUNT = {
  description: 'what the law says, changed: +60, -60, ×2 or x2, +10%, -10%',
  anyOf: [{ type: 'string', pattern: '^([+-] ?[0-9.]+(e[+-]?[0-9]+)?( ?%)?|[×xX*] ?[0-9.]+)$' }, { type: 'number' }],
}

const YEAR = { type: 'integer', minimum: SCHEME_YEARS[0], maximum: SCHEME_YEARS[1] }

/** For `$defs` of the schema: a change at a date, and one with its own time. */
export const CHANGE_SCHEMAS = {
  change: { type: 'object', properties: { change: AMOUNT }, required: ['change'], additionalProperties: false },
  changeOverTime: {
    type: 'object',
    properties: {
      change: AMOUNT,
      from: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'the first day of the change' },
      years: {
        description: 'the years of the change: 2014, [2014, 2015] or 2014-2015',
        anyOf: [YEAR, { type: 'array', items: { anyOf: [YEAR, { type: 'string' }] }, minItems: 1 }, { type: 'string' }],
      },
    },
    required: ['change'],
    additionalProperties: false,
  },
}

/** What may stand for a parameter whose values look like `value`: a value, values by date, a change. */
export function settingSchemas({ unit }: Entry, value: object): object[] {
  const isChangeable = NUMBER_UNITS.includes(unit) || unit === 'list' || unit === 'bands'
  const atDate = isChangeable ? { anyOf: [value, { $ref: '#/$defs/change' }] } : value
  const dated = { type: 'object', patternProperties: { '^\\d{4}-\\d{2}-\\d{2}$': atDate }, additionalProperties: false, minProperties: 1 }
  return [value, dated, ...(isChangeable ? [{ $ref: '#/$defs/changeOverTime' }] : [])]
}
