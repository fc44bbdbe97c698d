/** hezuo schema: the JSON Schema of a scenario file, for editors that complete and check as one types. */
import { proceduresOf } from '../scenario/materials.ts'
import { scenarioJsonSchema } from '../scenario/schema.ts'
import { readData } from './inputs.ts'

/** Prints the schema, with every parameter of the law under `policy` and every figure under `procedures`. */
export function schema(): void {
  const { law, files } = readData()
  console.log(JSON.stringify(scenarioJsonSchema(law, proceduresOf(files)), undefined, 2))
}
