/** npm run tables: writes the standard quantile tables, data/tables/quantiles.json. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { standardQuantiles } from './standard.ts'

function littleEndian(table: Int32Array): Buffer {
  const bytes = Buffer.alloc(table.length * 4)
  table.forEach((value, node) => {
    bytes.writeInt32LE(value, node * 4)
  })
  return bytes
}

/** Text of the committed file. Its sha256 is that of the bytes of both tables, the normal one first. */
export function quantileFile(): string {
  const tables = standardQuantiles()
  const [normal, exponential] = [littleEndian(tables.normal), littleEndian(tables.exponential)]
  const sha256 = createHash('sha256').update(normal).update(exponential).digest('hex')
  return `${JSON.stringify({ sha256, normal: normal.toString('base64'), exponential: exponential.toString('base64') }, null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('quantiles.json', import.meta.url), quantileFile())
  console.log('wrote data/tables/quantiles.json')
}
