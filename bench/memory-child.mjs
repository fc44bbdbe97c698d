// Started by memory.ts, one process for each measurement, so that none inherits the memory of another.
import { register } from 'tsx/esm/api'

register()
const { measure } = await import('./memory-child.ts')
console.log(JSON.stringify(await measure(Number(process.argv[2]), Number(process.argv[3]))))
