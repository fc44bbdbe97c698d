/** hezuo check: says of each scenario file that it is valid, or throws every fault found. */
import { readData, readScenarios } from './inputs.ts'

/** One line a scenario on stdout. Throws InputFaults. */
export function check(paths: readonly string[]): void {
  const { law } = readData()
  for (const { settings, files } of readScenarios(paths, law)) {
    const { name, years, persons, counties, replications, seed } = settings
    const places = counties === 1 ? '1 county' : `${counties} counties`
    const people = `${persons.toLocaleString('en')} persons in ${places}`
    console.log(`${files[0]}: valid. ${name}: ${people}, ${years[0]} to ${years[1]}, ${replications} replications, seed ${seed}`)
  }
}
