import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AT_FULL_SIZE, QUICK } from './suites.ts'

const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts'))

test('The quick suite names folders that hold tests, and tests that are there', () => {
  for (const folder of QUICK.folders)
    expect(
      tests.some((name) => name.startsWith(`${folder}/`)),
      folder,
    ).toBe(true)
  for (const name of [...QUICK.files, ...QUICK.not]) expect(existsSync(`tests/${name}.test.ts`), name).toBe(true)
  for (const name of QUICK.not) expect(QUICK.folders, name).toContain(name.split('/')[0])
})

test('The quick suite has every test that reads cases of the policy', () => {
  const withCases = tests.filter((name) => /describe\([`']cases of /.test(readFileSync(`tests/${name}`, 'utf8')))
  expect(withCases.length).toBeGreaterThan(2)
  const isQuick = (name: string) => QUICK.folders.includes(name.split('/')[0]) && !QUICK.not.some((other) => name === `${other}.test.ts`)
  expect(withCases.filter((name) => !isQuick(name))).toEqual([])
})

test('Every county that is smaller in npm test is run at its full size in npm run test:long', () => {
  const smaller = tests.filter((name) =>
    /import \{[^}]*\blarge\b[^}]*\} from '[./]+\/size\.ts'/.test(readFileSync(`tests/${name}`, 'utf8')),
  )
  expect(smaller.length).toBeGreaterThan(3)
  const { folders, files } = AT_FULL_SIZE
  for (const name of files) expect(smaller).toContain(`${name}.test.ts`)
  const isLong = (name: string) =>
    folders.some((folder) => name.startsWith(`${folder}/`)) || files.some((file) => name === `${file}.test.ts`)
  expect(smaller.filter((name) => !isLong(name))).toEqual([])
})
