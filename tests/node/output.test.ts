import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InputFaults } from '../../src/kernel/errors.ts'
import { sha256 } from '../../src/node/files.ts'
import { openKept } from '../../src/node/kept-records.ts'
import { openOutput, type WrittenFile } from '../../src/node/place/output.ts'
import { StorageFailed } from '../../src/node/place/storage.ts'

const folder = () => join(mkdtempSync(join(tmpdir(), 'hezuo-')), 'out')

/** As much of a run's run.json as tells that it is one. */
const runJson = (files: readonly WrittenFile[]) => JSON.stringify({ run_hash: 'x', files })
const names = (folder: string) => readdirSync(folder).sort()

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

  test('takes a file piece by piece, with the hash and the rows of the whole', () => {
    const out = folder()
    const output = openOutput(out, { replace: false })
    const file = output.open('tables/long.csv')
    for (const piece of ['a,b\n', '1,起付线\n', Buffer.from('2,3\n')]) file.append(piece)
    file.close(2)
    expect(output.files()).toEqual([{ file: 'tables/long.csv', sha256: sha256('a,b\n1,起付线\n2,3\n'), rows: 2 }])
    output.commit('{}')
    expect(readFileSync(join(out, 'tables', 'long.csv'), 'utf8')).toBe('a,b\n1,起付线\n2,3\n')
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
    first.commit(runJson(first.files()))
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
    first.commit(runJson(first.files()))
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

describe('One writer a folder', () => {
  const lockOf = (target: string, pid: number, host = hostname()) =>
    writeFileSync(`${target}.lock`, JSON.stringify({ hezuo: 'lock', pid, host, started: '' }))

  test('a second run is refused while the first writes, and let in when it has ended', () => {
    const target = folder()
    const first = openOutput(target, { replace: false })
    first.write('a.csv', 'a')
    expect(() => openOutput(target, { replace: true })).toThrow(/another run is writing to this folder \(process \d+\)/)
    first.commit(runJson(first.files()))
    expect(names(join(target, '..'))).toEqual(['out'])
    openOutput(target, { replace: true }).discard()
    expect(names(target)).toEqual(['a.csv', 'run.json'])
  })

  test('the lock of a process that lives, or that of another machine, holds', () => {
    const target = folder()
    lockOf(target, process.ppid)
    expect(() => openOutput(target, { replace: false })).toThrow(InputFaults)
    lockOf(target, 1, 'elsewhere')
    expect(() => openOutput(target, { replace: false })).toThrow(/process 1 on elsewhere\); expected .*delete .*out\.lock/)
    expect(names(join(target, '..'))).toEqual(['out.lock'])
  })

  test('what a dead process left is taken over: its lock, and what it had written', () => {
    const target = folder()
    const dead = openOutput(target, { replace: false })
    dead.write('charts/half.svg', '<svg')
    writeFileSync(`${target}.lock`, JSON.stringify({ hezuo: 'lock', pid: 2 ** 22 + 1, host: hostname(), started: '' }))
    // no process has this number
    const next = openOutput(target, { replace: false })
    next.write('a.csv', 'a')
    next.commit(runJson(next.files()))
    expect(names(target)).toEqual(['a.csv', 'run.json'])
    expect(names(join(target, '..'))).toEqual(['out'])
  })

  test('a file called like the lock that no run made is left alone', () => {
    const target = folder()
    writeFileSync(`${target}.lock`, 'my door')
    expect(() => openOutput(target, { replace: true })).toThrow(/out\.lock, which no run of hezuo made/)
    expect(readFileSync(`${target}.lock`, 'utf8')).toBe('my door')
  })
})

describe('What is not ours', () => {
  test.each(['writing', 'partial'])('a folder or file called OUT.%s is neither deleted nor written to', (ending) => {
    const target = folder()
    mkdirSync(`${target}.${ending}`)
    writeFileSync(join(`${target}.${ending}`, 'mine.txt'), 'mine')
    if (ending === 'writing') expect(() => openOutput(target, { replace: true })).toThrow(/which no run of hezuo made/)
    else openKept(target).drop()
    expect(readFileSync(join(`${target}.${ending}`, 'mine.txt'), 'utf8')).toBe('mine')
  })

  test('a file put into OUT.writing or OUT.partial of a run that died stays', () => {
    const target = folder()
    openOutput(target, { replace: false }).write('a.csv', 'a')
    writeFileSync(join(`${target}.writing`, 'mine.txt'), 'mine')
    writeFileSync(`${target}.lock`, JSON.stringify({ hezuo: 'lock', pid: 2 ** 22 + 1, host: hostname(), started: '' }))
    expect(() => openOutput(target, { replace: true })).toThrow(/mine\.txt, which no run wrote/)
    const kept = openKept(target)
    kept.tell('broken.json', '{}')
    writeFileSync(join(kept.path, 'mine.txt'), 'mine')
    kept.drop()
    expect(names(kept.path)).toEqual(['made-by-hezuo.json', 'mine.txt'])
    expect(readFileSync(join(`${target}.writing`, 'mine.txt'), 'utf8')).toBe('mine')
  })

  test('what is put into the old folder while the new one is written stays, under another name', () => {
    const target = folder()
    const first = openOutput(target, { replace: false })
    first.commit(runJson([]))
    const second = openOutput(target, { replace: true })
    writeFileSync(join(target, 'late.txt'), 'mine')
    second.commit(runJson([]))
    expect(names(target)).toEqual(['run.json'])
    expect(readFileSync(join(`${target}.replaced-${process.pid}`, 'late.txt'), 'utf8')).toBe('mine')
  })

  test('a run.json of another program makes a folder no more ours than none', () => {
    const target = folder()
    mkdirSync(target)
    writeFileSync(join(target, 'run.json'), '{"name":"my runs"}')
    expect(() => openOutput(target, { replace: true })).toThrow(/not ours to replace/)
  })

  test('a link to a folder is written through, one that leads nowhere or back to itself refused', () => {
    const target = folder()
    const link = `${target}-link`
    mkdirSync(target)
    symlinkSync(target, link)
    openOutput(link, { replace: false }).commit(runJson([]))
    expect(names(target)).toEqual(['run.json'])
    symlinkSync(`${target}-nowhere`, `${target}-dangling`)
    symlinkSync(`${target}-loop`, `${target}-loop`)
    for (const bad of ['dangling', 'loop']) expect(() => openOutput(`${target}-${bad}`, { replace: true })).toThrow(/this is a link/)
    expect(names(join(target, '..'))).toEqual(['out', 'out-dangling', 'out-link', 'out-loop'])
  })

  test.runIf(process.platform === 'linux')('a mount point is refused, with a folder in it as the way out', () => {
    expect(() => openOutput('/proc', { replace: true })).toThrow(/a disk or volume is mounted here.*expected a folder in it: \/proc\/run/)
    expect(() => openOutput('/', { replace: true })).toThrow(InputFaults)
  })

  test('names too long for the disk are refused before anything is written', () => {
    const long = join(folder(), '..', 'x'.repeat(245))
    expect(() => openOutput(long, { replace: false })).toThrow(/the name of the folder is too long/)
    const target = folder()
    expect(() => openOutput(target, { replace: false, names: [`charts/${'长'.repeat(85)}.svg`] })).toThrow(/too long for this disk/)
    expect(names(join(target, '..'))).toEqual([])
  })
})

describe('What the disk does', () => {
  test('a folder that vanishes, or a file that somebody else writes to, is told before the results take their place', () => {
    const target = folder()
    const gone = openOutput(target, { replace: false })
    gone.write('a.csv', 'a')
    rmSync(`${target}.writing`, { recursive: true })
    expect(() => gone.write('b.csv', 'b')).toThrow(StorageFailed)
    expect(() => gone.commit('{}')).toThrow(/no longer there/)
    gone.discard()
    const changed = openOutput(target, { replace: false })
    changed.write('a.csv', 'a')
    writeFileSync(join(`${target}.writing`, 'a.csv'), 'b')
    expect(() => changed.commit('{}')).toThrow(/a\.csv: the file is not what was written/)
    changed.discard()
    expect(names(join(target, '..'))).toEqual([])
  })

  test('a run killed between moving the old results away and putting the new ones in place loses neither', () => {
    const target = folder()
    const first = openOutput(target, { replace: false })
    first.write('old.csv', 'old')
    first.commit(runJson(first.files()))
    renameSync(target, `${target}.replaced-77`)
    expect(() => openOutput(target, { replace: false })).toThrow(/the folder exists/)
    expect(names(target)).toEqual(['old.csv', 'run.json'])
    expect(names(join(target, '..'))).toEqual(['out'])
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
    expect([...kept.read('one')]).toEqual([job(1), job(2)])
    expect([...kept.read('third')]).toEqual([])
  })

  test('that are torn are left out', () => {
    const kept = openKept(folder())
    kept.keep('one', job(1))
    writeFileSync(join(kept.path, 'one-r002-c00.json'), '{"identity":"one","job":{"rec')
    expect([...kept.read('one')]).toEqual([job(1)])
  })

  test('that were changed, or stand under the name of another, are told and left out', () => {
    const kept = openKept(folder())
    kept.keep('one', job(1))
    kept.keep('one', job(2))
    const [first, second] = ['one-r001-c00.json', 'one-r002-c00.json'].map((name) => join(kept.path, name))
    writeFileSync(join(kept.path, 'one-r003-c00.json'), readFileSync(second))
    writeFileSync(first, readFileSync(first, 'utf8').replace('"events":3', '"events":4'))
    writeFileSync(join(kept.path, 'one-r004-c00.json'), '{"identity":"one"}')
    mkdirSync(join(kept.path, 'one-r005-c00.json'))
    const damaged: string[] = []
    expect([...kept.read('one', (file) => damaged.push(file))]).toEqual([job(2)])
    expect(damaged).toEqual([1, 3, 4, 5].map((number) => `one-r00${number}-c00.json`))
  })

  test('have bytes beside them that are read back only as they were written', () => {
    const kept = openKept(folder())
    kept.keepBytes('one-r001-c00.households', Uint8Array.of(1, 2, 3))
    const file = join(kept.path, 'one-r001-c00.households')
    expect([...(kept.bytes('one-r001-c00.households') ?? [])]).toEqual([1, 2, 3])
    writeFileSync(file, readFileSync(file).subarray(0, 66))
    expect(kept.bytes('one-r001-c00.households')).toBeUndefined()
    expect(kept.bytes('one-r002-c00.households')).toBeUndefined()
  })

  test('are gone when they are dropped', () => {
    const kept = openKept(folder())
    kept.keep('one', job(1))
    kept.drop()
    expect([...kept.read('one')]).toEqual([])
    expect(existsSync(kept.path)).toBe(false)
  })
})
