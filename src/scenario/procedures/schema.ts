/** How an editor sees the procedures block: every figure by its dotted and its Chinese name, with its bounds. */
import type { Procedures } from '../../procedures/data/load.ts'
import { chineseName } from '../../procedures/data/overrides.ts'
import { settableFigures } from '../../procedures/data/places.ts'

export function proceduresSchema(procedures: Procedures): object {
  const figures = settableFigures(procedures).map(({ name, bounds }) => {
    const zh = chineseName(name, procedures)
    const number = bounds && { type: bounds.isWhole ? 'integer' : 'number', minimum: bounds.low, maximum: bounds.high }
    const unit = bounds?.unit ? `; ${bounds.unit}` : ''
    return { name, zh, schema: { description: `${zh}${unit}`, ...(number ? { anyOf: [number, { $ref: '#/$defs/change' }] } : {}) } }
  })
  const isOnly = (zh: string) => figures.filter((one) => one.zh === zh).length === 1
  const chinese = figures.filter(({ zh }) => isOnly(zh)).map(({ name, zh }) => [zh, { $ref: `#/properties/procedures/properties/${name}` }])
  const description = 'figures of procedures and offices set by this scenario, by dotted or Chinese name; a paper of its own besides'
  const properties = { ...Object.fromEntries(figures.map(({ name, schema }) => [name, schema])), ...Object.fromEntries(chinese) }
  return { type: 'object', description, properties, patternProperties: { '\\.papers\\.': {} }, additionalProperties: false }
}
