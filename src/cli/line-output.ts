/** Lines to stdout while the model runs: gathered in blocks and written at once, so that a county of any size needs no memory. */
import { writeSync } from 'node:fs'
import { plain } from '../kernel/errors.ts'
import { codeOf } from '../node/files.ts'
import { stdoutFailed } from '../node/place/storage.ts'

const STDOUT = 1
const BLOCK = 1 << 16
/** Milliseconds to wait for a reader that is slower than we are. */
const PATIENCE = 2

export interface LineOutput {
  line(text: string): void
  /** writes what is left */
  end(): void
}

/** A reader that has seen enough and closed the pipe ends the process, as everywhere on the command line. */
export function createLineOutput(): LineOutput {
  let block = ''
  const end = () => {
    writeAll(Buffer.from(block))
    block = ''
  }
  return {
    line(text) {
      block += `${plain(text)}\n`
      if (block.length >= BLOCK) end()
    },
    end,
  }
}

function writeAll(bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(STDOUT, bytes, written)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw stdoutFailed(error)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE)
    }
  }
}
