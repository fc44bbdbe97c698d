/** docs/how-to/amendment.md is run: its module and scenario are those of scenarios/, its commands print what it shows, its table is complete. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { RULE_NAMES, RULES } from '../../src/scheme/rules.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const page = readFileSync('docs/how-to/amendment.md', 'utf8')
const blocks = (kind: string) => [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text)
const [module] = blocks('ts')
const [scenario, small] = blocks('yaml')
const commands = blocks('console').map((text) => text.trimEnd().split('\n'))
const [smallFile] = scenarioFiles(emptyFolder(), { 'small.yaml': small.replace('scenarios/', `${resolve('scenarios')}/`) })

describe('How to amend a rule', () => {
  test('shows the module and the scenario as they stand', () => {
    expect(module).toBe(readFileSync('scenarios/rules/poor-pay-no-deductible.ts', 'utf8'))
    expect(module.trimEnd().split('\n')).toHaveLength(5)
    expect(parse(readFileSync(join('scenarios', 'poor-pay-no-deductible.yaml'), 'utf8'))).toMatchObject(parse(scenario))
  })

  test.each(commands.map(([command, ...shown]) => [command, shown] as const))('%s prints what it shows', async (command, shown) => {
    const args = command.replace('$ npx hezuo ', '').split(' ')
    const { stdout, code } = await hezuo(...args.map((arg) => (arg === 'small.yaml' ? smallFile : arg)))
    expect(code).toBe(0)
    const printed = stdout.split('\n')
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((line) => !printed.includes(line))).toEqual([])
  })

  test('has the same blocks, to the letter, in Chinese', () => {
    const all = (text: string) => text.match(/```[\s\S]*?```/g)
    expect(all(readFileSync('docs/how-to/amendment.zh.md', 'utf8'))).toEqual(all(page))
  })

  test('lists every rule that can be amended', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \| (.*) \| (.*) \|$/gm)].map(([, name, zh, en]) => ({ name, zh, en }))
    expect(rows).toEqual(RULE_NAMES.map((name) => ({ name, zh: RULES[name].zh, en: RULES[name].en })))
  })
})
