/** Files too large to be held: written piece by piece and hashed meanwhile, and read again as they were written. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { openRegular } from '../files.ts'
import { storing } from './storage.ts'

const PIECE = 1 << 20

/** An empty file that takes pieces; `close` gives the hash of them all. */
export function growingFile(place: string) {
  const hash = createHash('sha256')
  const file = openSync(place, 'w')
  return {
    append(content: string | Uint8Array): void {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      hash.update(bytes)
      // a disk that is nearly full takes a part
      storing(place, () => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      })
    },
    close(): string {
      storing(place, () => closeSync(file))
      return hash.digest('hex')
    },
  }
}

/** '' of what is no file any more. */
export function hashOfFile(place: string): string {
  const hash = createHash('sha256')
  const file = openRegular(place)
  const piece = Buffer.allocUnsafe(PIECE)
  try {
    if (!fstatSync(file).isFile()) return ''
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) hash.update(piece.subarray(0, length))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
