/** The changes of docs/how-to, all made to a copy of the project: it compiles, their tests pass, and out comes what each page says. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apply, HOW_TOS, ROOT } from './how-to.ts'

const pages = HOW_TOS.filter(({ diff }) => diff !== '')
const copy = mkdtempSync(join(tmpdir(), 'hezuo-how-to-'))
const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const binary = (name: string) => join(ROOT, 'node_modules', name)

beforeAll(() => {
  for (const name of ['src', 'data', 'tests', 'scenarios', 'docs', 'bench', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  for (const { diff } of pages) apply(diff, copy)
  run(binary('tsx/dist/cli.mjs'), 'data/names.ts')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('With the changes of all pages', () => {
  test('the project compiles', () => {
    expect(run(binary('typescript/bin/tsc'), '--noEmit')).toBe('')
  })

  test('their tests pass, and those of the law, of what is told and of the plan of the house', () => {
    const tests = ['scheme/benefit', 'charts/per-member', 'policy/data', 'policy/concepts', 'explain/catalogue', 'docs/told-rules']
    const config = ['--config', 'tests/vitest.config.ts', '--maxWorkers=1']
    expect(() => run(binary('vitest/vitest.mjs'), 'run', ...config, ...tests.map((test) => `tests/${test}`))).not.toThrow()
  })

  test.each(pages.map((page) => [page.name, page] as const))('%s: what the page says comes out', (name, { scenario, results }) => {
    const file = join(copy, `${name}.yaml`)
    const out = join(copy, 'out', name)
    writeFileSync(file, scenario)
    run('src/cli/hezuo.mjs', 'run', file, '--out', out)
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
