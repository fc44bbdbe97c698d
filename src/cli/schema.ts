/** hezuo schema: the JSON Schema of a scenario file, for editors that complete and check as one types. */
import { scenarioJsonSchema } from '../scenario/schema.ts'
import { readData } from './inputs.ts'

/** Prints the schema, with every parameter of the law under `policy`. */
export function schema(): void {
  console.log(JSON.stringify(scenarioJsonSchema(readData().law), undefined, 2))
}
