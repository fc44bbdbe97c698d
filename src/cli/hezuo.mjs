#!/usr/bin/env node
// Teaches Node to read TypeScript, then hands over. What stands in main.ts decides everything else.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
