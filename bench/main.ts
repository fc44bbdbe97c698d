/** The command line of the benchmark. Exit code 1 when a limit is broken, 2 for an unknown option. */
import { measureCoverage } from './coverage.ts'
import { measureMemory } from './memory.ts'
import { measureMicrodata } from './microdata.ts'
import { measurePairs } from './pairs.ts'
import { profileModel } from './profile.ts'
import { measureSpeed } from './speed.ts'

const OPTIONS = ['--quick', '--profile', '--pairs', '--coverage', '--microdata']
const USAGE = `npm run bench [-- OPTION…]: speed against a C reference and memory
  --quick     fewer rounds
  --profile   functions by self time
  --pairs     variance of a difference on common draws against seeds of their own
  --coverage  how often the 95 % interval of a difference holds a truth known in closed form
  --microdata time to read 100,000 persons from CSV`
const PERSONS = 300_000

export async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((word) => !OPTIONS.includes(word))
  if (unknown.length) {
    console.error(`unknown: ${unknown.join(' ')}\n${USAGE}`)
    return 2
  }
  const quick = args.includes('--quick')
  if (args.includes('--profile')) {
    await profileModel(quick ? 3 : 10)
    return 0
  }
  if (args.includes('--pairs')) return measurePairs(quick ? 10 : 100) ? 0 : 1
  if (args.includes('--coverage')) return measureCoverage(quick ? 100 : 1000) ? 0 : 1
  if (args.includes('--microdata')) return (await measureMicrodata(quick ? 1 : 5)) ? 0 : 1
  const small = measureMemory(PERSONS, quick ? 1 : 5)
  const fast = await measureSpeed(quick ? 3 : 9)
  return small && fast ? 0 : 1
}
