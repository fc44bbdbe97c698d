/** Whose lock it is when numbers of processes are given again, and that several who find a dead one do not all take it. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from '../../src/node/place/lock.ts'

const place = () => join(mkdtempSync(join(tmpdir(), 'hezuo-lock-')), 'out.lock')
const held = (lock: string, pid: number, started: string) =>
  writeFileSync(lock, JSON.stringify({ hezuo: 'lock', pid, host: hostname(), started }))

test('this process’s own number on a lock that it does not hold is that of another life', () => {
  const lock = place()
  held(lock, process.pid, '1')
  takeLock(lock, 'out')()
  expect(() => readFileSync(lock)).toThrow('ENOENT')
})

test.runIf(process.platform === 'linux')('a number that was given to another process since is no writer', () => {
  const lock = place()
  held(lock, process.ppid, '1')
  const release = takeLock(lock, 'out')
  expect(JSON.parse(readFileSync(lock, 'utf8')).pid).toBe(process.pid)
  expect(() => takeLock(lock, 'out')).toThrow('another run is writing to this folder')
  release()
})

test('a lock is released by whoever holds it, and not when another has taken it over', () => {
  const lock = place()
  const release = takeLock(lock, 'out')
  held(lock, process.ppid, '')
  release()
  expect(JSON.parse(readFileSync(lock, 'utf8')).pid).toBe(process.ppid)
})
