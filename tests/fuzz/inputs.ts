/** What hezuo is attacked with: scenarios, microdata, files of the law and of procedures, each damaged in a way of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { ROOT, readDataFiles } from '../../src/node/files.ts'
import { type Chance, chanceOf } from './chance.ts'
import { damagedBytes, damagedLines, ODD_VALUES, stored } from './mutate.ts'

export type Kind = 'scenario' | 'microdata' | 'law'

export interface Input {
  readonly kind: Kind
  /** files by name; the first is what is read */
  readonly files: Readonly<Record<string, Uint8Array>>
  /** of the law: which of the data files the first one stands for */
  readonly inPlaceOf?: string
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const DATA = readDataFiles().filter(({ path }) => /(law|behaviour|procedures)[\\/].*\.yaml$/.test(path))
const PARAMETERS = DATA.filter(({ path }) => !path.includes('procedures')).flatMap(({ text }) =>
  [...text.matchAll(/^([a-z][\w.]+):$/gm)].map(([, name]) => name),
)
const CHINESE = DATA.flatMap(({ text }) => [...text.matchAll(/^ {2}zh: (.+)$/gm)].map(([, name]) => name.replace(/^['"]|['"]$/g, '')))
const PROCEDURES = DATA.filter(({ path }) => path.includes('procedures')).flatMap(({ text }) => {
  const [, id] = /^id: (\w+)$/m.exec(text) ?? []
  return id
    ? [...text.matchAll(/^ {2}- id: (\w+)$/gm)].flatMap(([, step]) => [
        `${id}.steps.${step}.minutes`,
        `${id}.papers.${step}.missing`,
        `${id}.steps.${step}.working_days`,
      ])
    : []
})
const SCENARIOS = ['baseline', 'own-microdata', 'steps-followed', 'resident-registration', 'no-steps-followed'].map((name) =>
  read(`scenarios/${name}.yaml`),
)
const MECHANISMS = [
  'demography',
  'livelihood',
  'offices',
  'queueing',
  'budget_rule',
  'facility_choice',
  'need',
  'cash',
  'neighbour_effect',
  'nothing',
]
const CSV = ['persons', 'households'].map((name) => read(`data/microdata/${name}.csv`))

/** The input of this number: three of four are scenarios. */
export function inputOf(seed: string, number: number): Input {
  const chance = chanceOf(seed, number)
  const lot = chance.below(100)
  if (lot < 78) return scenario(chance)
  return lot < 93 ? microdata(chance) : law(chance)
}

function scenario(chance: Chance): Input {
  const text = chance.oneIn(3) ? chance.pick(SCENARIOS) : written(chance)
  const damaged = chance.oneIn(2) ? text : damagedLines(text, chance)
  const bytes = stored(damaged, chance)
  const other = stored(chance.oneIn(2) ? written(chance) : damagedLines(chance.pick(SCENARIOS), chance), chance)
  return { kind: 'scenario', files: { 'scenario.yaml': chance.oneIn(5) ? damagedBytes(bytes, chance) : bytes, 'other.yaml': other } }
}

/** A scenario by its grammar, with a value here and there that is none. */
function written(chance: Chance): string {
  const odd = 1 + chance.below(12)
  const value = () =>
    !chance.oneIn(odd)
      ? chance.pick(['0.5', '0.05', '1', '3', '60', '1000', String(chance.below(1000) / chance.pick([1, 10, 1000]))])
      : chance.pick(ODD_VALUES)
  const entry = () => `  ${chance.oneIn(8) ? chance.pick(CHINESE) : chance.pick(PARAMETERS)}: ${dated(chance, value)}`
  const blocks = [
    `years: ${chance.oneIn(8) ? value() : chance.pick(['[2012, 2015]', '[2013, 2013]', '[2016, 2012]', '[2012, 2016]'])}`,
    `population: {persons: ${chance.oneIn(6) ? value() : 100 + chance.below(900)}${chance.oneIn(6) ? `, counties: ${value()}` : ''}}`,
    ...(chance.oneIn(3) ? [`name: ${value()}`] : []),
    ...(chance.oneIn(4) ? [`seed: ${value()}`, `replications: ${value()}`] : []),
    ...(chance.oneIn(6) ? [`extends: ${chance.pick(['other.yaml', 'scenario.yaml', 'missing.yaml', '.', value()])}`] : []),
    ...(chance.oneIn(8) ? [`place: ${value()}`, `burn_in: ${value()}`] : []),
    ...(chance.oneIn(8) ? [`amend: {${chance.pick(['起付线', 'deductible', value()])}: ${value()}}`] : []),
    ...(chance.oneIn(4) ? [`mechanisms: {${chance.pick(MECHANISMS)}: ${value()}}`] : []),
    ...(chance.oneIn(2) ? ['policy:', ...Array.from({ length: 1 + chance.below(4) }, entry)] : []),
    ...(chance.oneIn(3) ? ['procedures:', `  ${chance.pick(PROCEDURES)}: ${value()}`] : []),
    ...(chance.oneIn(10) ? [`${value()}: ${value()}`] : []),
  ]
  return `${blocks.join('\n')}\n`
}

function dated(chance: Chance, value: () => string): string {
  if (!chance.oneIn(4)) return value()
  const day = () => (chance.oneIn(6) ? chance.pick(ODD_VALUES) : `201${chance.below(7)}-0${1 + chance.below(9)}-01`)
  return `{${Array.from({ length: 1 + chance.below(3) }, () => `${day()}: ${value()}`).join(', ')}}`
}

function microdata(chance: Chance): Input {
  const [persons, households] = CSV.map((text) => damagedTable(text, chance))
  const main = 'microdata: {persons: persons.csv, households: households.csv}\nyears: [2012, 2012]\nreplications: 1\n'
  if (!chance.oneIn(3))
    return { kind: 'microdata', files: { 'scenario.yaml': Buffer.from(main), 'persons.csv': persons, 'households.csv': households } }
  const [table, mainOfParquet] = [asParquet(CSV[0], chance), main.replace('persons.csv', 'persons.parquet')]
  return {
    kind: 'microdata',
    files: { 'scenario.yaml': Buffer.from(mainOfParquet), 'persons.parquet': table, 'households.csv': households },
  }
}

/** A table of the user's as surveys export them: other separators, odd cells, lost columns and bytes. */
function damagedTable(text: string, chance: Chance): Uint8Array {
  const rows = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  for (let times = chance.below(4); times > 0; times--) {
    const [row, column] = [chance.below(Math.min(rows.length, 8)), chance.below(rows[0].length)]
    if (chance.oneIn(5)) for (const cells of rows) cells.splice(column, 1)
    else if (rows[row]) rows[row][column] = chance.pick(ODD_VALUES).replaceAll('\n', ' ')
  }
  const separator = chance.oneIn(5) ? chance.pick([';', '\t', '|', ' ', '，']) : ','
  const bytes = stored(`${rows.map((cells) => cells.join(separator)).join('\n')}\n`, chance)
  return chance.oneIn(4) ? damagedBytes(bytes, chance) : bytes
}

function asParquet(text: string, chance: Chance): Uint8Array {
  const [names, ...rows] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  const columnData = names.map((name, at) => ({
    name,
    data: rows.map((cells) => (chance.oneIn(200) ? chance.pick(ODD_VALUES) : (cells[at] ?? ''))),
    type: 'STRING' as const,
  }))
  return damagedBytes(new Uint8Array(parquetWriteBuffer({ columnData })), chance)
}

function law(chance: Chance): Input {
  const { path, text } = chance.pick(DATA)
  const damaged = stored(damagedLines(text, chance), chance)
  return { kind: 'law', inPlaceOf: path, files: { 'file.yaml': chance.oneIn(4) ? damagedBytes(damaged, chance) : damaged } }
}
