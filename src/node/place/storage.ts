/** What the disk refuses while results are written or kept: no fault of the input and none of the model, told by its cause. */
import { codeOf } from '../files.ts'

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the share of the disk that you may use is full',
  EROFS: 'the disk may only be read',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  ENOENT: 'the folder or file is no longer there',
  ENOTDIR: 'the folder is no longer there',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
}

/** The machine took or gave no more, of disk or memory (exit code 3). */
export class MachineFailed extends Error {
  override readonly name: string = 'MachineFailed'

  /** The same, with what can be done now. */
  with(remedy: string): MachineFailed {
    return new MachineFailed(`${this.message}; ${remedy}`)
  }
}

export class StorageFailed extends MachineFailed {
  override readonly name = 'StorageFailed'
  readonly path: string
  readonly code: string

  constructor(path: string, code: string, cause = CAUSES[code] ?? `it cannot be written (${code})`) {
    super(`${path}: ${cause}`)
    this.path = path
    this.code = code
  }
}

/** Where what a command says goes. */
export function stdoutFailed(error: unknown): StorageFailed {
  return new StorageFailed('standard output', codeOf(error))
}

/** Does something with a file or folder of ours; what the disk refuses is told as such. */
export function storing<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = codeOf(error)
    if (error instanceof StorageFailed || code === '') throw error
    throw new StorageFailed(path, code)
  }
}
