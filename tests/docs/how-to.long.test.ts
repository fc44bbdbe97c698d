/** The changes of docs/how-to, all made to a copy of the project: it compiles, their tests pass, and out comes what each page says. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apply, HOW_TOS, ROOT } from './how-to.ts'

/** What a copy is made without; packages are linked. */
const NOT_COPIED = ['.git', 'node_modules', 'dist', 'out']

const pages = HOW_TOS.filter(({ diff }) => diff !== '')
const copies: string[] = []
const run = (copy: string, ...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const binary = (name: string) => join(ROOT, 'node_modules', name)

/** A copy of the project with these changes. */
function changed(diffs: readonly string[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'hezuo-how-to-'))
  copies.push(copy)
  const tracked = readdirSync(ROOT).filter((name) => !NOT_COPIED.includes(name))
  for (const name of tracked) cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  for (const diff of diffs) apply(diff, copy)
  run(copy, binary('tsx/dist/cli.mjs'), 'data/names.ts')
  return copy
}
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true })
})

describe('With the changes of all pages', () => {
  let all = ''
  beforeAll(() => {
    all = changed(pages.map(({ diff }) => diff))
  })

  test('the project compiles', () => {
    expect(run(all, binary('typescript/bin/tsc'), '--noEmit')).toBe('')
  })

  test('their tests pass, and all of npm run test:quick', () => {
    const config = ['--config', 'tests/vitest.config.ts', '--maxWorkers=1']
    expect(() => run(all, binary('vitest/vitest.mjs'), 'run', ...config, 'tests/scheme/benefit', 'tests/charts/per-member')).not.toThrow()
    // the pages of the changes fit the sources as they were, and the golden is that of the rules as they were
    expect(() =>
      run(all, binary('vitest/vitest.mjs'), 'run', ...config, '--mode', 'quick', '--exclude', '**/{docs/how-to,golden/golden}*'),
    ).not.toThrow()
  })
})

describe('With the change of one page', () => {
  test.each(pages.map((page) => [page.name, page] as const))('%s: what the page says comes out', (name, { diff, scenario, results }) => {
    const copy = changed([diff])
    const file = join(copy, `${name}.yaml`)
    const out = join(copy, 'out', name)
    writeFileSync(file, scenario)
    run(copy, 'src/cli/hezuo.mjs', 'run', file, '--out', out)
    const rows = readFileSync(join(out, 'annual.csv'), 'utf8').split('\n')
    const value = (year: string, measure: string) =>
      rows
        .find((row) => row.includes(`,${year},county-1,${measure},,`))
        ?.split(',')
        .at(-1)
    for (const line of results) {
      const [year, measure, said] = line.split(' ')
      if (measure === undefined) expect(existsSync(join(out, line)), line).toBe(true)
      else expect(`${year} ${measure} ${value(year, measure)?.trim()}`).toBe(`${year} ${measure} ${said}`)
    }
  })
})
