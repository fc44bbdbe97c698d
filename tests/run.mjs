/**
 * npm test, npm run test:quick and npm run test:long: installs what is missing, runs the tests, and ends with one plain line that counts
 * them. npm run test:watch runs those of test:quick again at every change.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installMissing, ROOT, runHere } from '../src/cli/install.mjs'

installMissing()

const vitest = (...args) =>
  runHere(process.execPath, [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), ...args, '--config', 'tests/vitest.config.ts'])
const [suite, ...rest] = /^(quick|long|watch)$/.test(process.argv[2]) ? process.argv.slice(2) : ['whole', ...process.argv.slice(2)]
process.exit(suite === 'watch' ? vitest('watch', '--mode', 'quick', ...rest) : counted(['run', '--mode', suite, ...rest]))

/** The exit code of the tests; the last line says how many passed. */
function counted(args) {
  const folder = mkdtempSync(join(tmpdir(), 'hezuo-tests-'))
  const report = join(folder, 'report.json')
  try {
    const code = vitest(...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`)
    console.log(existsSync(report) ? countOf(readFileSync(report, 'utf8')) : '0 passed, 1 failed')
    return code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** "N passed, N failed": a test file that could not be loaded counts as one failed test. */
function countOf(json) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(json)
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return `${numPassedTests} passed, ${numFailedTests + unloaded} failed`
}
