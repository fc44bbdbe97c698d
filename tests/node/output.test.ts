import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InputFaults } from '../../src/kernel/errors.ts'
import { sha256 } from '../../src/node/files.ts'
import { openKept } from '../../src/node/kept-records.ts'
import { openOutput } from '../../src/node/output.ts'

const folder = () => join(mkdtempSync(join(tmpdir(), 'hezuo-')), 'out')

describe('The output folder', () => {
  test('appears only when it is complete', () => {
    const target = folder()
    const output = openOutput(target, { replace: false })
    output.write('charts/a.en.svg', '<svg/>')
    expect(existsSync(target)).toBe(false)
    output.commit('{}')
    expect(readdirSync(target).sort()).toEqual(['charts', 'run.json'])
    expect(existsSync(`${target}.writing`)).toBe(false)
  })

  test('lists what was written by name with hash and rows', () => {
    const output = openOutput(folder(), { replace: false })
    output.write('b.csv', 'b\n', 7)
    output.write('a.svg', 'a')
    expect(output.files()).toEqual([
      { file: 'a.svg', sha256: sha256('a'), rows: 0 },
      { file: 'b.csv', sha256: sha256('b\n'), rows: 7 },
    ])
  })

  test('leaves nothing behind when it is discarded', () => {
    const target = folder()
    const output = openOutput(target, { replace: false })
    output.write('a.csv', 'a')
    output.discard()
    expect(readdirSync(join(target, '..'))).toEqual([])
  })

  test('is made with the folders above it that are missing', () => {
    const target = join(folder(), 'deeper', 'still')
    openOutput(target, { replace: false }).commit('{}')
    expect(readdirSync(target)).toEqual(['run.json'])
  })

  test('below a file is refused, and its name is told', () => {
    const file = folder()
    writeFileSync(file, '')
    expect(() => openOutput(join(file, 'out'), { replace: false })).toThrow(/out: the folder cannot be written \((ENOTDIR|EEXIST)\)/)
  })

  test('of an earlier run is refused, and with force replaced only at the end', () => {
    const target = folder()
    const first = openOutput(target, { replace: false })
    first.write('old.csv', 'old')
    first.commit(JSON.stringify({ files: first.files() }))
    expect(() => openOutput(target, { replace: false })).toThrow(InputFaults)
    const second = openOutput(target, { replace: true })
    second.write('new.csv', 'new')
    expect(readdirSync(target)).toContain('old.csv')
    second.commit('{}')
    expect(readdirSync(target).sort()).toEqual(['new.csv', 'run.json'])
    expect(readdirSync(join(target, '..'))).toEqual(['out'])
  })

  test('is not replaced while it holds a file that no run wrote', () => {
    const target = folder()
    const first = openOutput(target, { replace: false })
    first.write('old.csv', 'old')
    first.commit(JSON.stringify({ files: first.files() }))
    writeFileSync(join(target, 'my-notes.txt'), 'mine')
    expect(() => openOutput(target, { replace: true })).toThrow(/my-notes\.txt/)
    expect(readFileSync(join(target, 'my-notes.txt'), 'utf8')).toBe('mine')
  })

  test('is never put in the place of a file or of a folder that no run wrote', () => {
    const target = folder()
    mkdirSync(target)
    writeFileSync(join(target, 'thesis.doc'), 'x')
    expect(() => openOutput(target, { replace: true })).toThrow(/run\.json/)
    expect(() => openOutput(join(target, 'thesis.doc'), { replace: true })).toThrow(/file, not a folder/)
    expect(readFileSync(join(target, 'thesis.doc'), 'utf8')).toBe('x')
  })
})

describe('Kept replications', () => {
  const job = (replication: number) => ({
    record: { county: 0, replication, years: [], months: [], ledger: [], events: 3, personYears: 2 },
    used: ['a.b'],
  })

  test('are read back by the run that they belong to and by no other', () => {
    const kept = openKept(folder())
    kept.keep('one', job(2))
    kept.keep('one', job(1))
    kept.keep('another', job(1))
    expect(kept.read('one')).toEqual([job(1), job(2)])
    expect(kept.read('third')).toEqual([])
  })

  test('that are torn are left out', () => {
    const kept = openKept(folder())
    kept.keep('one', job(1))
    writeFileSync(join(kept.path, 'one-r002-c00.json'), '{"identity":"one","job":{"rec')
    expect(kept.read('one')).toEqual([job(1)])
  })

  test('are gone when they are dropped', () => {
    const kept = openKept(folder())
    kept.keep('one', job(1))
    kept.drop()
    expect(kept.read('one')).toEqual([])
    expect(existsSync(kept.path)).toBe(false)
  })
})
