/** npm run bench: installs what is missing, compiles the sources when they have changed, then measures. */
import { installMissing } from '../src/cli/install.mjs'

installMissing()
const { importCompiled } = await import('../src/node/build.mjs')
const { main } = await importCompiled('bench')
process.exitCode = await main(process.argv.slice(2))
