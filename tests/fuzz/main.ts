/** npm run fuzz [-- INPUTS [SEED]]: so many damaged files (200,000 unless said), by two processes; ends with what was taken, refused and failed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [inputs, seed] = [Number(process.argv[2] ?? 200_000), process.argv[3] ?? String(process.pid)]
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))
const TSX = import.meta.resolve('tsx')
/** A process reads so many and is replaced. */
const STRETCH = 2500
const SILENCE = 120_000

const count = { taken: 0, refused: 0, failed: 0 }
let next = 0

/** Reads stretches one after the other until none is left. */
async function readOn(): Promise<void> {
  while (next < inputs) {
    const from = next
    next = Math.min(inputs, from + STRETCH)
    await stretch(from, next)
  }
}

/** Reads from `from` on; what ends the process, or keeps it silent, is a failure, and the rest is read by another. */
function stretch(from: number, to: number): Promise<void> {
  if (from >= to) return Promise.resolve()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', TSX, CHILD, seed, String(from), String(to)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [at, last, errors, rest] = [from, 0, '', '']
    const hangs = watch(child)
    child.stderr?.on('data', (bytes: Buffer) => {
      errors = (errors + bytes.toString()).slice(-600)
    })
    child.stdout?.on('data', (bytes: Buffer) => {
      hangs.refresh()
      const lines = (rest + bytes.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [word, number] = line.split(' ')
        at = Number(number)
        if (word === 'taken' || word === 'refused') count[word]++
        if (word !== 'at') last = at + 1
        if (word === 'failed') tell(line.slice('failed '.length))
      }
    })
    child.on('exit', (code) => {
      clearTimeout(hangs)
      if (code === 0) return resolve()
      tell(`${at} ended its process (${code ?? 'silent'}): ${errors.replaceAll('\n', ' | ')}`)
      resolve(stretch(Math.max(at + 1, last), to))
    })
  })
}

const watch = (child: ChildProcess) => setTimeout(() => child.kill('SIGKILL'), SILENCE)

function tell(failure: string): void {
  count.failed++
  console.log(`seed ${seed}, input ${failure}`)
}

const progress = setInterval(() => console.error(`${count.taken + count.refused + count.failed} of ${inputs}`), 30_000)
await Promise.all([readOn(), readOn()])
clearInterval(progress)
console.log(`seed ${seed}: ${inputs} inputs, ${count.taken} taken, ${count.refused} refused, ${count.failed} failed`)
process.exitCode = count.failed === 0 ? 0 : 1
