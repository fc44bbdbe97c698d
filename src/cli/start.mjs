/**
 * npm start: installs what is missing, then runs the main job to its report: a county without the subsidy steps of 2012-2015, the same
 * county with them, and both where its benefits follow its income.
 */
import { installMissing, runHere } from './install.mjs'

// Ctrl-C reaches the run as well: it ends in its own good order, and its exit code is passed on
process.on('SIGINT', () => {})

installMissing()
const arms = ['no-steps', 'subsidy-years', 'no-steps-followed', 'steps-followed'].map((name) => `scenarios/${name}.yaml`)
const options = ['--replications', '6', '--out', 'out/subsidy-years', '--force']
process.exit(runHere(process.execPath, ['src/cli/hezuo.mjs', 'compare', ...arms, ...options]))
