// Node 20 cannot start a thread from a .ts file: this is the entry of workers started from the sources. A build has its own beside it.
import { importCompiled } from './build.mjs'

export const { simulate } = await importCompiled('worker')
