/** Takes what this process says on stdout and stderr, by whatever way: streams, console, or straight to the file descriptor. */
import { Console } from 'node:console'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

type Take = (stream: 'stdout' | 'stderr', bytes: Buffer) => void
const DESCRIPTORS = new Map<unknown, 'stdout' | 'stderr'>([
  [1, 'stdout'],
  [2, 'stderr'],
])

/** Gives everything said to `take` until the function returned is called, which leaves the process as it was. */
export function takeOutput(take: Take): () => void {
  const undo = [takeStream('stdout', take), takeStream('stderr', take), takeConsole(), takeDescriptors(take)]
  return () => {
    for (const restore of undo.reverse()) restore()
  }
}

function takeStream(name: 'stdout' | 'stderr', take: Take): () => void {
  const stream = process[name]
  const { write } = stream
  const listeners = stream.listeners('error')
  stream.write = (chunk: string | Uint8Array) => {
    take(name, Buffer.from(chunk))
    return true
  }
  return () => {
    stream.write = write
    for (const added of stream.listeners('error')) if (!listeners.includes(added)) stream.off('error', added as () => void)
  }
}

/** The test runner has a console of its own, which does not write to the streams. */
function takeConsole(): () => void {
  const before = globalThis.console
  globalThis.console = new Console(process.stdout, process.stderr)
  return () => {
    globalThis.console = before
  }
}

function takeDescriptors(take: Take): () => void {
  const { writeSync } = fs
  const replaced = (descriptor: number, ...rest: unknown[]): unknown => {
    const stream = DESCRIPTORS.get(descriptor)
    const [bytes, offset] = rest
    if (!stream || !(bytes instanceof Uint8Array)) return Reflect.apply(writeSync, fs, [descriptor, ...rest])
    const said = bytes.subarray(Number(offset ?? 0))
    take(stream, Buffer.from(said))
    return said.length
  }
  Object.assign(fs, { writeSync: replaced })
  syncBuiltinESMExports()
  return () => {
    Object.assign(fs, { writeSync })
    syncBuiltinESMExports()
  }
}
