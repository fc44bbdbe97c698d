/** npm run bench: installs what is missing, teaches Node to read TypeScript, then measures. */
import { installMissing } from '../src/cli/install.mjs'

installMissing()
const { register } = await import('tsx/esm/api')
register()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
