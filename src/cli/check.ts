/** hezuo check: says of each scenario file that it is valid, or throws every fault found. */
import { plain } from '../kernel/errors.ts'
import { outsideNotes } from '../scenario/coverage.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { amendedNotes } from './amended.ts'
import { readData, readScenarios } from './inputs.ts'
import { settingNotes } from './policy-notes.ts'
import { againstData, changesTable } from './results/changes.ts'

/** One line a scenario on stdout, with what it changes and what one should know of it. Throws InputFaults. */
export async function check(paths: readonly string[]): Promise<void> {
  const data = readData()
  for (const scenario of await readScenarios(paths, data.law)) {
    const { settings, law: own, policy, files, unusedColumns = [] } = scenario
    const { name, years, persons, counties, replications, seed } = settings
    const places = counties === 1 ? '1 county' : `${counties} counties`
    const people = `${persons.toLocaleString('en')} persons in ${places}${ownPeople(settings)}`
    say(
      `${files[0]}: valid. ${name}: ${people}, ${years[0]} to ${years[1]}, ${replications === 1 ? 'one replication' : `${replications} replications`}, seed ${seed}`,
    )
    for (const line of changesTable(scenario, againstData(data.files))) say(`  ${line}`)
    for (const note of settingNotes({ settings, policy }, data)) say(`  ${note}`)
    for (const note of outsideNotes(settings, own)) say(`  ${note}`)
    for (const note of amendedNotes(settings)) say(`  ${note}`)
    if (unusedColumns.length > 0) say(`  columns not used: ${unusedColumns.join(', ')}`)
  }
}

function say(text: string): void {
  console.log(plain(text))
}

function ownPeople({ microdata }: ModelSettings): string {
  if (!microdata?.content) return ''
  const { persons, households, isWeighted } = microdata.content
  return ` (${isWeighted ? 'weighted ' : ''}microdata: ${persons} persons in ${households} households)`
}
