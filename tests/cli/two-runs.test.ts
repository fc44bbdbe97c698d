/** What happens to results when runs are killed, started twice, or find no room. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/node/files.ts'
import { emptyFolder, exitOf, hezuo, scenarioFiles, start, startInterrupted } from './command.ts'

/** What is tested here is in no picture. */
const BARE = ['--charts', 'none']
const SMALL = 'name: small\nyears: [2012, 2012]\npopulation: {persons: 300}\nreplications: 3\nseed: s\n'

function small(text = SMALL) {
  const folder = emptyFolder()
  const [path] = scenarioFiles(folder, { 'small.yaml': text })
  return { folder, path, out: join(folder, 'out') }
}

/** Every file that run.json lists is there with its hash, and none besides. */
function isWhole(out: string): boolean {
  const { files } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as { files: { file: string; sha256: string }[] }
  const there = readdirSync(out, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile())
  return there.length === files.length + 1 && files.every(({ file, sha256: hash }) => sha256(readFileSync(join(out, file))) === hash)
}

describe('Two runs into one folder', () => {
  test('started together: one writes, the other is refused with exit code 2, and nothing is torn', async () => {
    const { folder, path, out } = small()
    const codes = await Promise.all([1, 2].map(() => exitOf(start('run', path, '--out', out, ...BARE, '--quiet', '--workers', '0'))))
    expect(codes.sort()).toEqual([0, 2])
    expect(isWhole(out)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['out', 'small.yaml'])
  })

  test('a run killed on the spot leaves a lock that the next one takes over, going on with what is kept', async () => {
    const { folder, path, out } = small(SMALL.replace('300', '3000'))
    const killed = start('run', path, '--out', out, ...BARE, '--quiet', '--workers', '0')
    while (!existsSync(`${out}.partial`) || !readdirSync(`${out}.partial`).some((name) => name.endsWith('c00.json'))) {
      if (killed.exitCode !== null) break
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    killed.kill('SIGKILL')
    await exitOf(killed)
    expect(readdirSync(folder)).toContain('out.lock')
    const { code, stderr } = await hezuo('run', path, '--out', out, ...BARE, '--resume')
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/[123] finished replications taken/) })
    expect(isWhole(out)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['out', 'small.yaml'])
  })
})

describe('Finished replications that are kept', () => {
  /** A folder with a run that was interrupted after its first replication. */
  async function interrupted() {
    const found = small()
    await exitOf(startInterrupted('run', found.path, '--out', found.out, ...BARE, '--quiet', '--workers', '1'))
    return { ...found, partial: `${found.out}.partial` }
  }

  test('are neither dropped without --resume nor taken for those of an edited scenario, unless --force says so', async () => {
    const { path, out, partial } = await interrupted()
    const before = readdirSync(partial)
    expect(await hezuo('run', path, '--out', out, ...BARE)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/keeps \d finished.*--resume/),
    })
    writeFileSync(path, SMALL.replace('300', '299'))
    const resumed = await hezuo('run', path, '--out', out, ...BARE, '--resume')
    expect(resumed).toMatchObject({ code: 2, stderr: expect.stringContaining('of another scenario, seed, version or data') })
    expect(readdirSync(partial)).toEqual(before)
    expect((await hezuo('run', path, '--out', out, ...BARE, '--resume', '--force', '--quiet')).code).toBe(0)
    expect(existsSync(partial)).toBe(false)
  })

  test('in which a figure was changed are told and simulated again, to the byte', async () => {
    const { path, out, partial } = await interrupted()
    const record = readdirSync(partial).filter((name) => /r\d+-c\d+\.json$/.test(name))[0]
    const text = readFileSync(join(partial, record), 'utf8')
    writeFileSync(join(partial, record), text.replace(/"admissions":(\d)/, '"admissions":9$1'))
    const { code, stderr } = await hezuo('run', path, '--out', out, ...BARE, '--resume')
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining(`${record} is damaged: this replication is simulated again`),
    })
    const other = `${out}-2`
    await hezuo('run', path, '--out', other, ...BARE, '--quiet')
    expect(readFileSync(join(out, 'annual.csv'), 'utf8')).toBe(readFileSync(join(other, 'annual.csv'), 'utf8'))
  })
})

describe('Places for results', () => {
  test('what the user has beside the folder is refused before anything is simulated, also with --force, and stays', async () => {
    for (const ending of ['writing', 'partial', 'lock']) {
      const { path, out } = small()
      if (ending === 'lock') writeFileSync(`${out}.lock`, 'mine')
      else mkdirSync(`${out}.${ending}`)
      if (ending !== 'lock') writeFileSync(join(`${out}.${ending}`, 'mine'), 'mine')
      const { code, stderr } = await hezuo('run', path, '--out', out, ...BARE, '--force')
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('which no run of hezuo made') })
      expect(readFileSync(ending === 'lock' ? `${out}.lock` : join(`${out}.${ending}`, 'mine'), 'utf8')).toBe('mine')
    }
  })

  test('a dangling link is refused, a link to a folder keeps leading to the results', async () => {
    const { folder, path, out } = small()
    symlinkSync(join(folder, 'nowhere'), out)
    expect(await hezuo('run', path, '--out', out, ...BARE)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a folder that does not exist'),
    })
    mkdirSync(join(folder, 'nowhere'))
    expect((await hezuo('run', path, '--out', out, ...BARE, '--quiet', '--replications', '1')).code).toBe(0)
    expect(isWhole(join(folder, 'nowhere'))).toBe(true)
  })

  test('the lock of another machine is told with what to do', async () => {
    const { path, out } = small()
    writeFileSync(`${out}.lock`, JSON.stringify({ hezuo: 'lock', pid: 5, host: `not-${hostname()}`, started: '' }))
    const { code, stderr } = await hezuo('run', path, '--out', out, ...BARE, '--force')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/process 5 on not-.*; if there is none, delete .*out\.lock/),
    })
  })

  test.runIf(existsSync('/dev/full'))('an answer that finds no room is told with exit code 3', async () => {
    const { path } = small()
    const { spawnSync } = await import('node:child_process')
    const explained = spawnSync('sh', ['-c', '"$0" src/cli/hezuo.mjs explain "$1" --all > /dev/full', process.execPath, path], {
      encoding: 'utf8',
    })
    expect(explained).toMatchObject({ status: 3, stderr: expect.stringContaining('standard output: the disk is full') })
    const checked = spawnSync('sh', ['-c', '"$0" src/cli/hezuo.mjs check "$1" > /dev/full', process.execPath, path], { encoding: 'utf8' })
    expect(checked).toMatchObject({ status: 3, stderr: expect.stringContaining('standard output: the disk is full') })
  })
})
