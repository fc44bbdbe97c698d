// Loaded before the command line: sends this process Ctrl-C once the first finished replication is kept.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { renameSync } = fs
fs.renameSync = (from, to) => {
  renameSync(from, to)
  if (!/\.partial.*\.json$/.test(to)) return
  fs.renameSync = renameSync
  syncBuiltinESMExports()
  process.kill(process.pid, 'SIGINT')
}
syncBuiltinESMExports()
