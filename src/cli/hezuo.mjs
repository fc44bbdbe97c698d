#!/usr/bin/env node
// Compiles the sources when they have changed, then hands over. What stands in main.ts decides everything else.
import { importCompiled } from '../node/build.mjs'
import { speaksChinese } from './language/locale.mjs'

// until what runs listens itself: nothing has been written yet
const endsEarly = () => {
  console.error(speaksChinese(process.argv, process.env) ? '已中断；尚无已完成的模拟' : 'interrupted; nothing was finished yet')
  process.exit(130)
}
const simulates = /^(run|compare)$/.test(process.argv[2])
for (const signal of simulates ? ['SIGINT', 'SIGTERM'] : []) process.on(signal, endsEarly)

const { main, explainStray } = await importCompiled('main')
for (const stray of ['unhandledRejection', 'uncaughtException']) process.on(stray, explainStray)
process.exitCode = await main(process.argv.slice(2))
