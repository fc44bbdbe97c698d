/** Goes through a stretch of inputs and says before each which it is, so that one that never ends is known. */
import { mkdtempSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attack } from './attack.ts'
import { inputOf } from './inputs.ts'

const [seed, from, to] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]
const folder = join(mkdtempSync(join(tmpdir(), 'hezuo-fuzz-')), 'in')
const say = (...words: readonly (string | number)[]) => writeSync(1, `${words.join(' ')}\n`)
let at = from
const failed = (error: unknown) =>
  say('failed', at, (error instanceof Error ? (error.stack ?? error.message) : String(error)).replaceAll('\n', ' | ').slice(0, 600))
process.on('unhandledRejection', failed)

for (; at < to; at++) {
  say('at', at)
  try {
    say(await attack(inputOf(seed, at), folder), at)
    // what nobody waited for comes to light
    if (at % 20 === 0) await new Promise((resume) => setImmediate(resume))
  } catch (error) {
    failed(error)
  }
}
