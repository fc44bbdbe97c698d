// Node 20 cannot start a thread from a .ts file: this entry teaches the thread to read TypeScript and then imports the real one.
import { register } from 'tsx/esm/api'

register()
const { simulate } = await import('./simulate.ts')
export default simulate
