/** npm run golden: holds small counties against the committed hashes; `-- --write` takes today's results for the golden ones. */
import { readFileSync, writeFileSync } from 'node:fs'
import { computeGolden, differences } from './golden.ts'

const file = new URL('golden.json', import.meta.url)
const now = await computeGolden()
if (process.argv.includes('--write')) writeFileSync(file, `${JSON.stringify(now, undefined, 2)}\n`)
const found = differences(now, JSON.parse(readFileSync(file, 'utf8')))
for (const line of found.slice(0, 60)) console.log(line)
console.log(found.length ? `${found.length} of ${Object.keys(now).length} differ` : `golden: all ${Object.keys(now).length} equal`)
process.exitCode = found.length ? 1 : 0
