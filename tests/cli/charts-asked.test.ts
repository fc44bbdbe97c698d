/** `--charts`: which pictures a run draws. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CHARTS_OF_A_COMPARISON, chartsAsked } from '../../src/cli/results/charts-asked.ts'
import { emptyFolder, hezuo, scenarioFiles } from './command.ts'

const COUNTY = 'name: county\nyears: [2012, 2012]\npopulation: {persons: 300}\nreplications: 2\nseed: s\n'

function county() {
  const folder = emptyFolder()
  const files = scenarioFiles(folder, {
    'county.yaml': COUNTY,
    'reform.yaml': 'extends: county.yaml\nname: reform\npolicy: {premium.individual: {change: ×2}}\n',
    'other.yaml': 'extends: county.yaml\nname: other\npolicy: {premium.individual: {change: ×3}}\n',
  })
  return { files, out: join(folder, 'out') }
}
const filesIn = (out: string) => readdirSync(out, { recursive: true, encoding: 'utf8' })
const pictures = (out: string) => filesIn(out).filter((name) => name.endsWith('.svg'))

describe('The charts of a run', () => {
  test('are not drawn with --charts none: tables and report are there all the same, and the report has no chapter without pictures', async () => {
    const { files, out } = county()
    expect((await hezuo('run', files[0], '--out', out, '--charts', 'none', '--quiet')).code).toBe(0)
    expect(filesIn(out)).toEqual(expect.arrayContaining(['annual.csv', 'report.html', 'run.json']))
    expect(filesIn(out)).not.toContain('charts')
    expect(readFileSync(join(out, 'report.html'), 'utf8')).not.toMatch(/<figure|id="charts-/)
  })

  test('are those named, in both languages and in the report', async () => {
    const { files, out } = county()
    expect((await hezuo('run', files[0], '--out', out, '--charts', 'coverage, fund-balance', '--quiet')).code).toBe(0)
    const named = ['coverage', 'fund-balance'].flatMap((name) => [`charts/${name}.en.svg`, `charts/${name}.zh.svg`])
    expect(pictures(out).sort()).toEqual(named)
    expect(readFileSync(join(out, 'report.html'), 'utf8').match(/<figure id="[\w-]+"/g)).toHaveLength(4)
  })

  test('that nobody knows are one fault each, told before anything is simulated', async () => {
    const { files, out } = county()
    const { code, stderr } = await hezuo('run', files[0], '--out', out, '--charts', 'coverige,burden,')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^--charts: there is no chart 'coverige'; expected all, none, or some of fund-balance,.*; nearest coverage$/m)
    expect(stderr).toMatch(/^--charts: a name is empty/m)
    expect(stderr).toContain('2 faults; nothing was written')
  })

  test('of a comparison are those of every reform', async () => {
    const { files, out } = county()
    const only = ['--charts', 'effects', '--replications', '2', '--quiet']
    expect((await hezuo('compare', ...files, '--out', out, ...only)).code).toBe(0)
    expect(pictures(out).sort()).toEqual(['effects-other', 'effects'].flatMap((name) => [`charts/${name}.en.svg`, `charts/${name}.zh.svg`]))
    const asked = chartsAsked('fund-fan', CHARTS_OF_A_COMPARISON)
    expect(['fund-fan', 'fund-fan-other', 'effects', 'fund-fans'].map(asked)).toEqual([true, true, false, false])
  })

  test('not drawn at first are drawn when the run is asked for again', async () => {
    const { files, out } = county()
    await hezuo('run', files[0], '--out', out, '--charts', 'none', '--quiet')
    const again = (...more: string[]) => hezuo('run', files[0], '--out', out, '--charts', 'coverage', ...more)
    expect((await again('--resume')).stdout).not.toContain('The run is complete')
    expect((await again('--force', '--quiet')).code).toBe(0)
    expect(pictures(out)).toHaveLength(2)
  })
})
