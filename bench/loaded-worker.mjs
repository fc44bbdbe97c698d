// A worker that has loaded the code and does nothing: what is left when the model's own memory is taken away.
import { parentPort } from 'node:worker_threads'
import '../src/node/worker.mjs'

parentPort.on('message', () => process.exit())
parentPort.postMessage('loaded')
