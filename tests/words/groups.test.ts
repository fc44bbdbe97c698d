/** The field's own word for a group of income, one everywhere. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GROUP_KINDS, groupWords } from '../../src/words/groups.ts'

const FILES = ['src', 'docs'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|md)$/.test(name))
    .map((name) => join(folder, name)),
)
/** A fifth of the time is a share and no group. */
const OTHER_WORDS =
  /(fifths?|tenths?) (of|by) (income|the households of an area)|\b(fifths|tenths)\b|[A-Z_](fifth|tenth|FIFTH|TENTH)|(Fifth|Tenth)s?\b/

test('Groups of households by income are quintiles and deciles, in names, texts and pages', () => {
  expect([GROUP_KINDS.quintile.en, GROUP_KINDS.decile.en]).toEqual(['income quintile', 'income decile'])
  expect(groupWords('quintile=5')).toEqual({ en: 'income quintile 5', zh: '收入五等分组 5' })
  expect(GROUP_KINDS.decile.values[5].en).toBe('fifth decile by income')
  const held = (file: string) => OTHER_WORDS.exec(readFileSync(file, 'utf8').replaceAll('\\n', ' '))?.[0]
  expect(FILES.flatMap((file) => held(file) ?? [])).toEqual([])
})
