/** For work that is done once, such as drawing: compiling it for speed would take longer than it saves. */
import { setFlagsFromString } from 'node:v8'

/** Does the work without V8's optimising compiler. No thread may be simulating meanwhile: the compiler is that of the whole process. */
export async function once<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--no-opt')
  try {
    return await work()
  } finally {
    setFlagsFromString('--opt')
  }
}
