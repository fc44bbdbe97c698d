import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readScenarioText } from '../../src/node/files.ts'
import { loadScenario } from '../../src/scenario/load.ts'
import { law } from './reader.ts'

const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))

describe('The scenarios of this project', () => {
  test.each(files)('%s is valid and bears a name', (name) => {
    const { settings, title } = loadScenario(join('scenarios', name), readScenarioText, law)
    expect(settings.name).toMatch(/\w/)
    expect(title.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  test('the main job covers 300,000 people through the four subsidy steps in 20 replications', () => {
    const { settings } = loadScenario('scenarios/subsidy-years.yaml', readScenarioText, law)
    expect(settings).toMatchObject({ persons: 300_000, years: [2012, 2015], replications: 20, region: 'central', counties: 1 })
  })
})
