import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyFolder, hezuo, scenarioFiles } from './command.ts'

/** Also the number of persons: as many as the weights stand for are more than a test needs. */
const OWN = `years: [2013, 2013]
population: { microdata: { persons: persons.csv, households: households.csv }, persons: 1200 }
replications: 2
seed: own
`

/** A folder with the example's files, and scenarios beside them. */
function survey(texts: Record<string, string> = { 'own.yaml': OWN }) {
  const folder = emptyFolder()
  for (const name of ['persons.csv', 'households.csv']) copyFileSync(`data/microdata/${name}`, join(folder, name))
  return { folder, paths: scenarioFiles(folder, texts), out: (name: string) => join(folder, name) }
}

const TABLES = ['annual.csv', 'monthly.csv', 'ledger.csv', 'summary.csv', 'solvency.csv']
const tablesOf = (folder: string) => TABLES.map((name) => readFileSync(join(folder, name), 'utf8'))
const runOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))

describe('A scenario of one’s own people', () => {
  const { folder, paths, out } = survey({
    'own.yaml': OWN,
    'parquet.yaml': `name: own\n${OWN.replaceAll('.csv', '.parquet')}`,
    'reform.yaml': 'extends: own.yaml\nname: reform\npolicy: { benefit.rate.county_hospital: 0.9 }\n',
  })
  const [own, parquet, reform] = paths
  let printed = ''
  beforeAll(async () => {
    for (const name of ['persons', 'households']) writeFileSync(join(folder, `${name}.parquet`), asParquet(join(folder, `${name}.csv`)))
    printed = (await hezuo('run', own, '--out', out('one'))).stdout
    await hezuo('run', parquet, '--out', out('parquet'), '--workers', '2', '--quiet', '--charts', 'none')
  })

  test('gives the same results from Parquet, by two workers that share the people, as from CSV without workers', () => {
    expect(tablesOf(out('parquet'))).toEqual(tablesOf(out('one')))
    expect(runOf(out('parquet')).run_hash).not.toBe(runOf(out('one')).run_hash)
  })

  test('says whose people they are on the terminal, in run.json and in the report, in both languages', () => {
    expect(printed).toContain('1,200 persons of persons.csv')
    expect(runOf(out('one')).scenarios[0].microdata).toMatchObject({
      persons_file: 'persons.csv',
      households_file: 'households.csv',
      persons: 201,
      households: 60,
      weighted: true,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const report = readFileSync(join(out('one'), 'report.html'), 'utf8')
    expect(report).toContain('the user’s own microdata, persons.csv and households.csv: 201 persons in 60 households, weighted')
    expect(report).toContain('用户自有微观数据 persons.csv、households.csv：201 人、60 户，按抽样权重')
    expect(report).not.toContain('The county is synthetic')
    expect(report).not.toContain('population.household_size')
  })

  test('is another run when a file has changed: a finished one is not taken for it', async () => {
    const resume = () => hezuo('run', own, '--out', out('one'), '--quiet', '--resume')
    const before = readFileSync(join(folder, 'persons.csv'), 'utf8')
    expect(await resume()).toMatchObject({ code: 0, stdout: expect.stringContaining('The run is complete') })
    appendFileSync(join(folder, 'persons.csv'), 'D01,1950-01-01,female,no,home,no\n')
    const changed = await resume()
    writeFileSync(join(folder, 'persons.csv'), before)
    expect(changed).toMatchObject({ code: 2, stderr: expect.stringContaining('the folder holds a finished run of another') })
  })

  test('is checked and explained like any other', async () => {
    const answer = await hezuo('check', own, 'scenarios/own-microdata.yaml')
    expect(answer.code).toBe(0)
    expect(answer.stdout).toContain('1,200 persons in 1 county (weighted microdata: 201 persons in 60 households)')
    // without a number of persons as many as the weights stand for; its files lie in another folder
    expect(answer.stdout).toContain('4,901 persons in 1 county')
    const { code, stdout } = await hezuo('explain', own, '--household', 'c0-v0-h3', '--year', '2013')
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('c0-v0-h3-m0') })
  })

  test('is compared with a reform household by household', async () => {
    expect(
      await hezuo('compare', own, reform, '--out', out('compared'), '--replications', '2', '--charts', 'none', '--quiet'),
    ).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(runOf(out('compared')).comparison.reforms[0]).toMatchObject({ households_paired: true, unpaired_households: 0 })
    expect(readFileSync(join(out('compared'), 'report.html'), 'utf8')).toContain('the user’s own microdata, persons.csv')
  })
})

describe('Faults of one’s own files', () => {
  test('are told with those of the scenario in one pass: exit code 2, nothing written', async () => {
    const { folder, paths, out } = survey({ 'own.yaml': OWN.replace('replications: 2', 'replicatoins: 2') })
    const persons = join(folder, 'persons.csv')
    writeFileSync(persons, readFileSync(persons, 'utf8').replace('female', 'femal').replace('D02,', 'D99,'))
    for (const command of [
      ['run', paths[0], '--out', out('out')],
      ['check', paths[0]],
      ['explain', paths[0], '--all'],
    ]) {
      const { code, stdout, stderr } = await hezuo(...command)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain('own.yaml:3:1')
      expect(stderr).toMatch(/persons\.csv:\d+:3: row \d+, column sex: “femal” is none of the answers/)
      expect(stderr).toContain('no household has the id “D99”')
      expect(stderr).toContain('3 faults; nothing was written')
    }
    expect(existsSync(out('out'))).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(['households.csv', 'own.yaml', 'persons.csv'])
  })

  test.each([
    ['a file that is not there', { 'persons.csv': 'person.csv' }, /person\.csv: there is no such file; .*nearest .*persons\.csv/],
    ['one file only', { ', households: households.csv': '' }, /'population\.microdata\.households' is missing/],
    ['a misspelt key', { 'households:': 'househols:' }, /'househols' is not known in 'population\.microdata'; nearest households/],
    ['a person born after the first day', { '[2013, 2013]': '[2012, 2012]' }, /born on 2011-\d\d-\d\d; expected a day up to 2011-01-01/],
  ])('are told: %s', async (_, changes, message) => {
    const text = Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), OWN)
    const { paths, out } = survey({ 'own.yaml': text })
    const { code, stderr } = await hezuo('run', paths[0], '--out', out('out'))
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(existsSync(out('out'))).toBe(false)
  })
})

/** All columns of a CSV as text. */
function asParquet(path: string): Uint8Array {
  const [header, ...rows] = readFileSync(path, 'utf8').trim().split('\n')
  const columnData = header.split(',').map((name, at) => ({ name, data: rows.map((row) => row.split(',')[at]), type: 'STRING' as const }))
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}
