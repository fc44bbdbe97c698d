import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { version } from '../src/node/files.ts'
import { hezuo } from './cli/command.ts'

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

test('one version: that of package.json, of its lock, of the newest version in the changes, and what is printed', async () => {
  const { version: named }: { version: string } = JSON.parse(text('package.json'))
  const { version: locked, packages }: { version: string; packages: Record<string, { version: string }> } = JSON.parse(
    text('package-lock.json'),
  )
  const [, newest] = /^## (\d\S*)$/m.exec(text('CHANGELOG.md')) ?? []
  const printed = (await hezuo('--version')).stdout.trim()
  // reports and run.json are given what version() says
  expect({ locked, root: packages[''].version, newest, printed, told: version() }).toEqual({
    ...{ locked: named, root: named, newest: named, printed: named, told: named },
  })
})
