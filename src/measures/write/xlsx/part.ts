/** A part of a workbook, packed while it is written, so that no more is held than its packed bytes. */
import { strToU8, ZipDeflate } from 'fflate'

/** The same day in every workbook: same rows, same bytes. Local time, since that is what the archive keeps. */
const DAY = new Date(1980, 0, 1, 12)
const PIECE = 1 << 16

export interface Part {
  readonly file: ZipDeflate
  readonly pieces: readonly Uint8Array<ArrayBuffer>[]
}

/** Takes XML bit by bit. */
export function growingPart(name: string) {
  const file = new ZipDeflate(name, { level: 6 })
  file.mtime = DAY
  const pieces: Uint8Array<ArrayBuffer>[] = []
  file.ondata = (error, piece) => {
    if (error) throw error
    pieces.push(piece)
  }
  let waiting = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  return {
    append(xml: string): void {
      waiting += xml
      if (waiting.length < PIECE) return
      file.push(strToU8(waiting))
      waiting = ''
    },
    close(): Part {
      file.push(strToU8(waiting), true)
      return { file, pieces }
    },
  }
}

export function partOf(name: string, xml: string): Part {
  const part = growingPart(name)
  part.append(xml)
  return part.close()
}
