/** hezuo schema: the JSON Schema of a scenario file, for editors that complete and check as one types. */
import { proceduresOf } from '../scenario/materials.ts'
import { scenarioJsonSchema } from '../scenario/schema.ts'
import type { Lang } from '../words/lang.ts'
import { unitAlone } from '../words/units.ts'
import { readData } from './inputs.ts'
import { sayIn } from './language/say.ts'

/** Prints the schema, with every parameter of the law under `policy` and every figure under `procedures`. */
export function schema(lang: Lang): void {
  const { law, files } = readData()
  const told = (key: string, value: unknown) =>
    lang === 'zh' && (key === 'description' || key === 'title') && typeof value === 'string' ? inChinese(value) : value
  console.log(JSON.stringify(scenarioJsonSchema(law, proceduresOf(files)), told, 2))
}

/** What is described by its names in both languages, with its unit, by the Chinese one; sentences of the program as everywhere. */
function inChinese(text: string): string {
  const named = /^.* \(([^()]*\p{Script=Han}[^()]*)\)(?:; unit: (.*))?$/su.exec(text)
  if (!named) return sayIn('zh')(text)
  const [, zh, unit] = named
  return unit === undefined ? zh : `${zh}；单位：${unitAlone(unit, 'zh')}`
}
