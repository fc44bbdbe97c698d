/** Is the run that --resume should finish already complete? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputFaults } from '../../kernel/errors.ts'

/**
 * True when the folder holds this very run, false when there is no finished run in it.
 * Throws InputFaults when it holds another run: that is not to be gone on with.
 */
export function alreadyThere(out: string, identity: string): boolean {
  let text: string
  try {
    text = readFileSync(join(out, 'run.json'), 'utf8')
  } catch {
    return false
  }
  if (runHash(text) === identity) return true
  const message = 'the folder holds a finished run of another scenario, seed, number of replications, version or data'
  throw new InputFaults([{ code: 'output', file: out, message, expected: 'another folder, or --force to replace it' }])
}

function runHash(text: string): string | undefined {
  try {
    const parsed: { run_hash?: string } = JSON.parse(text)
    return parsed.run_hash
  } catch {
    return undefined
  }
}
