#!/usr/bin/env node
/**
 * npm run removal: takes one rule after the other out of a copy of the project and runs all cases of tests/cases against it.
 * Every case must fail when a rule it is about is gone, and every rule must be missed by some case. Takes some minutes; not part of npm test.
 * usage: npm run removal [-- part of a rule's name ...]
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { REMOVALS } from './removals.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CASE_FILES = readdirSync(join(ROOT, 'tests/cases'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.yaml'))
const copy = mkdtempSync(join(tmpdir(), 'hezuo-removal-'))
const only = process.argv.slice(2)
/** A test of cases names their folder, or takes them from the reader of all chapters. */
const READS_CASES = /cases\/|policyCases/
let code = 1
try {
  for (const folder of ['src', 'data', 'scenarios', 'tests', 'docs', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, folder), join(copy, folder), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  code = main()
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.exit(code)

function main() {
  const cases = allCases()
  const tests = testsWithCases()
  const whole = failuresOf(tests)
  if (whole.size > 0) {
    console.log(`Before any rule is removed, cases fail already:\n${[...whole].join('\n')}`)
    return 1
  }
  const missed = new Map(cases.map((title) => [title, []]))
  let idle = 0
  let faulty = 0
  for (const removal of REMOVALS.filter(({ rule }) => only.length === 0 || only.some((part) => rule.includes(part)))) {
    let failing
    try {
      failing = [...without(removal, () => failuresOf(tests))].filter((title) => missed.has(title))
    } catch ({ message }) {
      faulty++
      console.log(`${removal.rule}: ${message}`)
      continue
    }
    for (const title of failing) missed.get(title).push(removal.rule)
    if (failing.length === 0) idle++
    console.log(`${String(failing.length).padStart(4)} of ${cases.length} cases fail without ${removal.rule}`)
  }
  if (only.length > 0) return idle + faulty > 0 ? 1 : 0
  const unmoved = [...missed].filter(([, rules]) => rules.length === 0).map(([title]) => title)
  for (const title of unmoved) console.log(`no removal makes this case fail: ${title}`)
  console.log(
    `${cases.length} cases, ${unmoved.length} that no removal makes fail; ${idle} removals that no case notices, ${faulty} that cannot be made`,
  )
  return unmoved.length + idle + faulty > 0 ? 1 : 0
}

/** `file: title` of every case. */
function allCases() {
  return CASE_FILES.flatMap((name) =>
    parse(readFileSync(join(ROOT, 'tests/cases', name), 'utf8'), { merge: true }).map(({ title }) => `${name}: ${bare(title)}`),
  )
}

/** 'cases of stays.yaml' or 'cases of benefit/stays.yaml': the file among tests/cases. */
function fileNamed(heading) {
  const name = heading.replace('cases of ', '')
  return CASE_FILES.find((file) => file === name || file === `procedures/${name}`) ?? name
}

/** A title without quotation marks: the test runner puts some around it. */
function bare(title) {
  return title.replace(/['"\\]/g, '')
}

/** Test files that read cases. */
function testsWithCases() {
  return readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.test.ts') && !name.includes('/docs/') && READS_CASES.test(readFileSync(join(ROOT, name), 'utf8')))
}

/** Runs `work` with the rule taken out of the copy, wherever it stands, and puts it back. Throws when a text is not where it should be, exactly once. */
function without({ rule, edits }, work) {
  const whole = new Map(edits.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]))
  const texts = new Map(whole)
  for (const { file, from, to } of edits) {
    const times = texts.get(file).split(from).length - 1
    if (times !== 1) throw new Error(`${rule}: stands ${times} times in ${file}, not once: ${from}`)
    texts.set(
      file,
      texts.get(file).replace(from, () => to),
    )
  }
  try {
    for (const [file, text] of texts) writeFileSync(join(copy, file), text)
    return work()
  } finally {
    for (const [file, text] of whole) writeFileSync(join(copy, file), text)
  }
}

/** Titles of the failing tests. Throws when a test file cannot be loaded, or a case fails for a name that there is not: that would prove nothing. */
function failuresOf(tests) {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs')
  const args = [
    vitest,
    'run',
    '--config',
    'tests/vitest.config.ts',
    '-t',
    'cases of',
    '--experimental.fsModuleCache=false',
    '--reporter=json',
    `--outputFile=${report}`,
    ...tests,
  ]
  spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore' })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  if (unloaded.length > 0) throw new Error(`a test file could not be loaded: ${unloaded.map(({ name }) => name).join(', ')}`)
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'))
  const broken = failed.flatMap(({ failureMessages }) => failureMessages.filter((message) => /^(Reference|Syntax|Type)Error/.test(message)))
  if (broken.length > 0) throw new Error(`what stands in place of the rule does not run: ${broken[0]}`)
  return new Set(failed.map(({ title, ancestorTitles }) => `${fileNamed(ancestorTitles[0])}: ${bare(title)}`))
}
