import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '../../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

/** Every rule that an event names, as told: a file, and mostly a function in it. */
const told = files.flatMap((file) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/rule(?::| =) '([a-z/-]+\.ts)(?: (\w+))?'/g)].map(([, at, name]) => ({
    file,
    at,
    name,
  })),
)

describe('The rules that explain names', () => {
  it('stand where it says', () => {
    expect(told.length).toBeGreaterThan(25)
    const lost = told.filter(({ at, name }) => {
      if (!existsSync(join(src, at))) return true
      return (
        name !== undefined && !new RegExp(`(function|const) ${name}\\b|^ {2}#?${name}\\(`, 'm').test(readFileSync(join(src, at), 'utf8'))
      )
    })
    expect(lost).toEqual([])
  })
})
