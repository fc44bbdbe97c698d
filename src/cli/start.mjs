/** npm start: installs what is missing, then runs the main job, the subsidy steps of 2012-2015, to its report. */
import { installMissing, runHere } from './install.mjs'

// Ctrl-C reaches the run as well: it ends in its own good order, and its exit code is passed on
process.on('SIGINT', () => {})

installMissing()
process.exit(
  runHere(process.execPath, ['src/cli/hezuo.mjs', 'run', 'scenarios/subsidy-years.yaml', '--out', 'out/subsidy-years', '--force']),
)
