import { describe, expect, it } from 'vitest'
import { renderCharts } from '../../src/charts/index.ts'
import { fixture } from './fixture.ts'
import { expectSound } from './sound.ts'

describe('Pictures of runs of other shapes are drawn without a stray value, a text cut off or two that collide', () => {
  it.each([
    ['four years, one replication', fixture({ replications: 1 })],
    ['a township of 3,000', fixture({ persons: 3000, replications: 3 })],
    ['two years of a large county', fixture({ years: [2014, 2015], persons: 1_200_000, replications: 2 })],
    ['no parameters and no published figures', { ...fixture(), parameters: [], figures: [] }],
  ])('%s', async (_, run) => expectSound(await renderCharts(run)))

  it('fifteen years have no stray value', async () => {
    for (const { svg, narrow } of await renderCharts(fixture({ years: [2003, 2017], replications: 3 })))
      expect(svg + narrow).not.toMatch(/NaN|undefined|Infinity/)
  })
})
