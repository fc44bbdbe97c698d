/** 黄金样本 What small counties give, as hashes: of every measure of every table, and of everything explain tells. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readData, readScenarios } from '../../src/cli/inputs.ts'
import { annualRows } from '../../src/measures/annual.ts'
import { ledgerRows, monthlyRows } from '../../src/measures/books.ts'
import { solvencyRows } from '../../src/measures/statistics/solvency.ts'
import { summarise } from '../../src/measures/statistics/summary.ts'
import { simulateComparison } from '../../src/node/comparison.ts'
import { type SimulatedScenario, simulateScenarios } from '../../src/node/simulation.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import type { LoadedScenario } from '../../src/scenario/load.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'

/** By table and measure, or by kind of event: a hash of all that stands under it. */
export type Golden = Readonly<Record<string, string>>

const SINGLE = ['default', 'all-rules', 'given']
/** The county in which every rule and mechanism is switched on. */
export const MOST_TELLING = 'all-rules'
/** Words for readers, not results: they may be put better without a byte of a result changing. */
const WORDS = new Set(['missing', 'also_missing', 'wrong_kind', 'missing_zh', 'step', 'step_zh', 'papers'])

const path = (name: string) => fileURLToPath(new URL(`scenarios/${name}.yaml`, import.meta.url))

/** Simulates the counties of tests/golden/scenarios, or that of one name, and hashes what they give. */
export async function computeGolden(alone?: string): Promise<Golden> {
  const out = mkdtempSync(join(tmpdir(), 'hezuo-golden-'))
  try {
    const { law, files } = readData()
    const options = { out: join(out, 'golden'), dataHash: 'golden', workers: 0, resume: false, quiet: true }
    const scenarios = await readScenarios((alone ? [alone] : SINGLE).map(path), law)
    const golden: Record<string, string> = {}
    for (const one of await simulateScenarios(scenarios, options)) Object.assign(golden, tablesOf(one))
    for (const scenario of scenarios) Object.assign(golden, eventsOf(scenario, files))
    if (alone) return golden
    const pair = await readScenarios([path('default'), path('reform')], law)
    const fixed = { replications: 2, precision: 0.005, most: 2 }
    const { comparisons, households } = await simulateComparison(pair, fixed, options, () => undefined)
    Object.assign(
      golden,
      hashes('comparison', comparisons[0].rows, ({ measure }) => measure),
      // who had less or more care was not told when the golden was made
      hashes(
        'winners',
        households[0].rows.filter(({ measure }) => !measure.includes('_care_')),
        () => '',
      ),
    )
    return golden
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function tablesOf({ scenario: { settings }, records, used }: SimulatedScenario): Golden {
  const { name, years } = settings
  const annual = annualRows(name, [...records], years)
  const monthly = monthlyRows(name, [...records], years)
  const byMeasure = ({ measure }: { readonly measure: string }) => measure
  return {
    ...hashes(`${name} annual`, annual, byMeasure),
    ...hashes(`${name} summary`, summarise(annual), () => ''),
    ...hashes(`${name} monthly`, monthly, byMeasure),
    ...hashes(`${name} ledger`, ledgerRows(name, [...records], years), ({ account }) => account),
    ...hashes(`${name} solvency`, solvencyRows(annual, monthly), () => ''),
    ...hashes(`${name} parameters`, used, () => ''),
    ...hashes(`${name} events`, [records.jobs.reduce((sum, { events }) => sum + events, 0)], () => ''),
  }
}

/** Everything that happens to everybody of the first replication. */
function eventsOf({ settings, law, given }: LoadedScenario, files: Parameters<typeof countyModel>[2]): Golden {
  const lives = gather(`${settings.name} explain`)
  const model = countyModel(settings, law, files, given)
  const tell = (event: TraceEvent) => lives.add(event.kind, textOf(event))
  for (let county = 0; county < settings.counties; county++) model.run(1, county, { follow: { everyone: true, tell } })
  return lives.hashes()
}

/** What happened, without what it is called: neither the file of a rule nor the words of an amount are results. */
function textOf({ day, person, household, amounts, parameters, facts }: TraceEvent): string {
  const parts: (string | number)[] = [day, person, household]
  for (const { fen } of amounts ?? []) parts.push(fen)
  for (const { name, value } of parameters ?? []) parts.push(name, value)
  for (const [name, value] of Object.entries(facts ?? {})) if (!WORDS.has(name)) parts.push(name, value)
  return parts.join('|')
}

function hashes<Row>(table: string, rows: readonly Row[], keyOf: (row: Row) => string): Golden {
  const all = gather(table)
  for (const row of rows) all.add(keyOf(row), JSON.stringify(row))
  return all.hashes()
}

/** A hash of all texts under each key; their order is no result, so that their hashes are added up. */
function gather(table: string) {
  const sums = new Map<string, bigint>()
  return {
    add(key: string, text: string): void {
      sums.set(key, (sums.get(key) ?? 0n) + createHash('sha256').update(text).digest().readBigUInt64LE())
    },
    hashes: (): Golden =>
      Object.fromEntries([...sums].map(([key, sum]) => [`${table} ${key}`.trim(), BigInt.asUintN(64, sum).toString(16).padStart(16, '0')])),
  }
}
/** What differs, a line each. */
export function differences(now: Golden, before: Golden): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
  return keys.filter((key) => now[key] !== before[key]).map((key) => `${key}: ${before[key] ?? 'was not there'} → ${now[key] ?? 'is gone'}`)
}
