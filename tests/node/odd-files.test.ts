/** What stands in or beside a results folder by the name of a file of ours and is none: a pipe, a device, a link to nowhere. It is never waited for. */
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { alreadyThere, refuseKept } from '../../src/cli/results/resume.ts'
import { openKept } from '../../src/node/kept-records.ts'
import { hashOfFile } from '../../src/node/place/growing.ts'
import { takeLock } from '../../src/node/place/lock.ts'
import { MARK, ownerOf } from '../../src/node/place/mark.ts'
import { openOutput } from '../../src/node/place/output.ts'

const ODD: readonly (readonly [string, (path: string) => void])[] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ['a link to a device without end', (path) => symlinkSync('/dev/zero', path)],
  ['a link to nowhere', (path) => symlinkSync('nowhere', path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
  ['a folder', (path) => mkdirSync(path)],
  ['a file of more than there could be', (path) => [writeFileSync(path, ''), truncateSync(path, 600_000_000)]],
]
const target = () => join(mkdtempSync(join(tmpdir(), 'hezuo-odd-')), 'out')
const beside = (path: string) => readdirSync(dirname(path)).sort()

describe.runIf(process.platform !== 'win32')('It is refused or passed over', () => {
  test.each(ODD)('%s in place of the lock', (_, make) => {
    const out = target()
    make(`${out}.lock`)
    expect(() => openOutput(out, { replace: false })).toThrow(`beside it stands ${out}.lock, which no run of hezuo made`)
    expect(beside(out)).toEqual(['out.lock'])
  })

  test.each(ODD)('%s where the lock is drafted', (_, make) => {
    const out = target()
    make(`${out}.lock.${process.pid}`)
    expect(() => openOutput(out, { replace: false })).toThrow(`out.lock.${process.pid}, which no run of hezuo made`)
    expect(beside(out)).toEqual([`out.lock.${process.pid}`])
  })

  test.each(ODD)('%s in place of run.json', (_, make) => {
    const out = target()
    mkdirSync(out)
    make(join(out, 'run.json'))
    expect(alreadyThere(out, 'this', ['csv'])).toBe(false)
    expect(() => openOutput(out, { replace: true })).toThrow('the folder holds no run.json of hezuo, so it is not ours to replace')
    expect(beside(out)).toEqual(['out'])
  })

  test.each(ODD)('%s by the name of our mark', (_, make) => {
    const out = target()
    for (const folder of [`${out}.writing`, `${out}.partial`]) {
      mkdirSync(folder)
      make(join(folder, MARK))
      expect(ownerOf(folder)).toBe('another')
    }
    expect(() => openOutput(out, { replace: false })).toThrow(`beside it stands ${out}.writing, which no run of hezuo made`)
    expect(() => refuseKept(out, {}, [])).toThrow(`beside it stands ${out}.partial, which no run of hezuo made`)
  })

  test.each(ODD)('%s in place of what is kept', (_, make) => {
    const kept = openKept(target())
    kept.keepBytes('a.json', 'so it was')
    expect(String(kept.bytes('a.json'))).toBe('so it was')
    rmSync(join(kept.path, 'a.json'))
    make(join(kept.path, 'a.json'))
    expect(kept.bytes('a.json')).toBeUndefined()
    const record = `${'i'.repeat(12)}-r001-c00.json`
    make(join(kept.path, record))
    const damaged: string[] = []
    expect([...kept.read('i'.repeat(64), (file) => damaged.push(file))]).toEqual([])
    expect(damaged).toEqual([record])
  })
})

test.runIf(process.platform !== 'win32')(
  'A pipe where something is about to be kept is no file to write to, and one in place of a table is not what was written',
  () => {
    const kept = openKept(target())
    kept.keepBytes('a.json', 'one')
    execFileSync('mkfifo', [join(kept.path, 'b.json.tmp'), join(kept.path, 'table.csv')])
    kept.keepBytes('b.json', 'two')
    expect(lstatSync(join(kept.path, 'b.json')).isFile()).toBe(true)
    expect(hashOfFile(join(kept.path, 'table.csv'))).toBe('')
  },
)

test('A turn to take a lock over that was dated in the future is not waited for without end', () => {
  const lock = `${target()}.lock`
  writeFileSync(lock, JSON.stringify({ hezuo: 'lock', pid: process.pid, host: hostname(), started: '1' }))
  writeFileSync(`${lock}.turn`, '')
  const clock = Date.now
  utimesSync(`${lock}.turn`, clock() / 1000 + 1e6, clock() / 1000 + 1e6)
  let now = clock()
  // each look at the clock a second later
  Date.now = () => (now += 1000)
  try {
    takeLock(lock, 'out')()
  } finally {
    Date.now = clock
  }
  expect(beside(lock)).toEqual([])
})
