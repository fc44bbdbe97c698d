/** Runs what npm start runs into a folder of its own and prints what it says: in English, then, without another run, in Chinese. */
import { readFileSync } from 'node:fs'
import { compare } from '../src/cli/compare.ts'
import { comparisonDigest } from '../src/cli/results/compare-digest.ts'

const start = readFileSync('src/cli/start.mjs', 'utf8')
const [base, ...reforms] = (/const arms = \[(.*?)\]/.exec(start)?.[1].match(/[\w-]+/g) ?? []).map((name) => `scenarios/${name}.yaml`)
const replications = Number(/'--replications', '(\d+)'/.exec(start)?.[1])
const against = [...start.matchAll(/'--against', '([^']+)'/g)].map(([, pair]) => pair)
const choice = {
  replications,
  against,
  precision: 0.005,
  maxReplications: 100,
  format: ['csv'] as const,
  charts: 'fund-balance',
  lang: 'en' as const,
}
const input = await compare(base, reforms, { out: process.argv[2], ...choice })
if (input) console.log(`\u0000${comparisonDigest(input, 'zh')}`)
