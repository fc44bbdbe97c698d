// Started by memory.ts, one process for each measurement, so that none inherits the memory of another.
import { importCompiled } from '../src/node/build.mjs'

const { measure } = await importCompiled('memory-child')
console.log(JSON.stringify(await measure(Number(process.argv[2]), Number(process.argv[3]))))
