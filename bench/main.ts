/** The command line of the benchmark. Exit code 1 when a limit is broken, 2 for an unknown option. */
import { measureMemory } from './memory.ts'
import { profileModel } from './profile.ts'
import { measureSpeed } from './speed.ts'

const OPTIONS = ['--quick', '--profile']
const USAGE =
  'npm run bench [-- --quick | --profile]: speed against a C reference and memory; --quick: fewer rounds; --profile: functions by self time'
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
  const small = measureMemory(PERSONS, quick ? 1 : 5)
  const fast = measureSpeed(quick ? 3 : 9)
  return small && fast ? 0 : 1
}
