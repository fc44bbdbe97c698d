/**
 * npm start: installs what is missing, then runs the main job to its report: a county without the subsidy steps of 2012-2015, the same
 * county with them, and both where its benefits follow its income, held against one another too.
 */
import { installMissing, runHere } from './install.mjs'
import { speaksChinese } from './language/locale.mjs'

const given = process.argv.slice(2)
const isHelp = given.length === 1 && ['--help', '-h'].includes(given[0])
if (given.length > 0 && !isHelp) {
  const said = given.join(' ')
  console.error(
    speaksChinese(given, process.env)
      ? `npm start 只运行主要任务，不接受参数：${said}。其他命令请用：npx hezuo ${said}`
      : `npm start runs the main job and takes no arguments: ${said}. For every other command: npx hezuo ${said}`,
  )
  process.exit(2)
}

// Ctrl-C reaches the run as well: it ends in its own good order, and its exit code is passed on
process.on('SIGINT', () => {})

installMissing()
if (isHelp) process.exit(runHere(process.execPath, ['src/cli/hezuo.mjs', '--help']))
const arms = ['no-steps', 'subsidy-years', 'no-steps-followed', 'steps-followed'].map((name) => `scenarios/${name}.yaml`)
const options = ['--replications', '6', '--against', 'steps-followed:no-steps-followed', '--out', 'out/subsidy-years', '--force']
process.exit(runHere(process.execPath, ['src/cli/hezuo.mjs', 'compare', ...arms, ...options]))
