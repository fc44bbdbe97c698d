#!/usr/bin/env node
// Compiles the sources when they have changed, then hands over. What stands in main.ts decides everything else.
import { importCompiled } from '../node/build.mjs'

const { main } = await importCompiled('main')
process.exitCode = await main(process.argv.slice(2))
