/** Memory does not grow with the counties: a run of many ends within room that holds the records of a few. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, scenarioFiles } from './command.ts'

// 800 counties and four years: more than are held; all rows at once would take about 1.1 GB
const MANY = 'name: many\nyears: [2012, 2015]\npopulation: {persons: 10, counties: 800}\nseed: m\n'

test('800 counties end within 160 MB of heap, and all of them are in the tables', () => {
  const folder = emptyFolder()
  const [path] = scenarioFiles(folder, { 'many.yaml': MANY })
  const out = join(folder, 'out')
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=160' }
  execFileSync(process.execPath, ['src/cli/hezuo.mjs', 'run', path, '--out', out, '--workers', '0', '--charts', 'none', '--quiet'], { env })
  const areas = new Set(readFileSync(join(out, 'ledger.csv'), 'utf8').match(/county-\d+/g))
  expect(areas.size).toBe(800)
  const { files } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as { files: { file: string; rows: number }[] }
  const rowsOf = (name: string) => files.find(({ file }) => file === name)?.rows
  expect(rowsOf('summary.csv')).toBe(rowsOf('annual.csv'))
})
