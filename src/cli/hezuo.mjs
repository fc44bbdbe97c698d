#!/usr/bin/env node
// Compiles the sources when they have changed, then hands over. What stands in main.ts decides everything else.
import { setFlagsFromString } from 'node:v8'
import { importCompiled } from '../node/build.mjs'
import { speaksChinese } from './language/locale.mjs'

// until what runs listens itself: nothing has been written yet
const endsEarly = () => {
  console.error(speaksChinese(process.argv, process.env) ? '已中断；尚无已完成的模拟' : 'interrupted; nothing was finished yet')
  process.exit(130)
}
const simulates = /^(run|compare)$/.test(process.argv[2])
for (const signal of simulates ? ['SIGINT', 'SIGTERM'] : []) process.on(signal, endsEarly)

// V8 makes fast code of what has run for a while: in a run of seconds it costs a fifth of the time and is hardly used, so with more patience than its own
setFlagsFromString('--interrupt-budget=1000000')

const { main, explainStray } = await importCompiled('main')
for (const stray of ['unhandledRejection', 'uncaughtException']) process.on(stray, explainStray)
process.exitCode = await main(process.argv.slice(2))
