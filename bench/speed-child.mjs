// Started by speed.ts: simulates the replications it is asked for, one after the other, in a process that starts no other.
import { importCompiled } from '../src/node/build.mjs'

const { costOfReplication } = await importCompiled('speed-child')
process.on('message', (replication) => process.send(costOfReplication(replication)))
