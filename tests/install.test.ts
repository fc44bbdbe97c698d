import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  readonly version: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

test('the lock file lists the packages of every system, so that npm ci works on all of them', () => {
  const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(text)
  const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}))
  expect(wanted).toContain('@biomejs/cli-win32-x64')
  expect(wanted.filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([])
})
