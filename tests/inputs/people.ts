/** A small survey of one's own people, written as the programs of the field write it, and what the command line says of it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

export const PERSONS = `household,birth_date,sex,chronic,residence,employee_insured
71,1958-09-30,male,no,home,no
71,1961-02-11,female,yes,home,no
72,1983-06-05,male,no,other_province,no
72,2009-12-24,female,no,home,no
73,1944-03-17,female,yes,home,no
`
export const HOUSEHOLDS = `id,village,income_per_head,poor,weight
71,Shangwan,5400,no,30
72,Shangwan,11264,no,22.5
73,Xiawan,2300,yes,18
`
const SCENARIO = `name: survey
years: [2012, 2013]
place: west
population: { microdata: { persons: persons.csv, households: households.csv } }
`

type Content = string | Uint8Array | ArrayBuffer

/** Writes the survey and gives the path of its scenario. `ending` csv or parquet. */
export function survey(persons: Content, households: Content, { ending = 'csv', text = SCENARIO } = {}): string {
  const folder = emptyFolder()
  for (const [name, content] of Object.entries({ persons, households }))
    writeFileSync(join(folder, `${name}.${ending}`), content instanceof ArrayBuffer ? new Uint8Array(content) : content)
  return scenarioFiles(folder, { 'survey.yaml': text.replaceAll('.csv', `.${ending}`) })[0]
}

/** The lines that `hezuo check` says of a survey, without the folder in front; the last counts the faults. */
export async function checked(persons: Content = PERSONS, households: Content = HOUSEHOLDS, ending = 'csv') {
  const path = survey(persons, households, { ending })
  const { code, stdout, stderr } = await hezuo('check', path)
  const bare = (text: string) => text.replaceAll(path.slice(0, -'survey.yaml'.length), '').trim().split('\n')
  return { code, valid: bare(stdout), faults: bare(stderr).slice(0, -1) }
}
