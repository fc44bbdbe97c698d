/** How an editor sees the procedures block: every figure by its dotted and its Chinese name, with its bounds. */

import { type FigureBounds, isSpanOfDays } from '../../procedures/data/bounds.ts'
import type { Procedures } from '../../procedures/data/load.ts'
import { figureTitle } from '../../procedures/data/overrides.ts'
import { settableFigures } from '../../procedures/data/places.ts'
import { withoutUnit } from '../../procedures/data/titles.ts'

export function proceduresSchema(procedures: Procedures): object {
  const figures = settableFigures(procedures).map(({ name, bounds }) => {
    const { zh, en } = figureTitle(name, procedures)
    const unit = bounds?.unit ? `; unit: ${bounds.unit}` : ''
    const description = `${en} (${zh})${unit}`
    return { name, names: [...new Set([zh, withoutUnit(zh)])], schema: { description, ...valueSchema(name, bounds) } }
  })
  const all = figures.flatMap(({ names }) => names)
  const isOnly = (zh: string) => all.filter((one) => one === zh).length === 1
  const chinese = figures.flatMap(({ name, names }) =>
    names.filter(isOnly).map((zh) => [zh, { $ref: `#/properties/procedures/properties/${name}` }]),
  )
  const description = 'figures of procedures and offices set by this scenario, by dotted or Chinese name; a paper of its own besides'
  const properties = { ...Object.fromEntries(figures.map(({ name, schema }) => [name, schema])), ...Object.fromEntries(chinese) }
  return { type: 'object', description, properties, patternProperties: { '\\.papers\\.': {} }, additionalProperties: false }
}

/** A number or its change; of a span of days both numbers; anything for times, dates and what is switched. */
function valueSchema(name: string, bounds: FigureBounds | undefined): object {
  if (!bounds) return {}
  const number = { type: bounds.isWhole ? 'integer' : 'number', minimum: bounds.low, maximum: bounds.high }
  if (isSpanOfDays(name)) return { type: 'array', prefixItems: [number, number], items: false, minItems: 2 }
  return { anyOf: [number, { $ref: '#/$defs/change' }] }
}
