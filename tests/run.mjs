/** npm test: installs what is missing, runs all tests, and ends with one plain line that counts them. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installMissing, ROOT, runHere } from '../src/cli/install.mjs'

installMissing()

const folder = mkdtempSync(join(tmpdir(), 'hezuo-tests-'))
const report = join(folder, 'report.json')
let code = 1
try {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  code = runHere(process.execPath, [vitest, 'run', '--config', 'tests/vitest.config.ts', ...reporters, ...process.argv.slice(2)])
  console.log(existsSync(report) ? countOf(readFileSync(report, 'utf8')) : '0 passed, 1 failed')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(code)

/** "N passed, N failed": a test file that could not be loaded counts as one failed test. */
function countOf(json) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(json)
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return `${numPassedTests} passed, ${numFailedTests + unloaded} failed`
}
