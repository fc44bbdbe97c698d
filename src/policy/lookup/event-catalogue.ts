/** 事件目录 What `hezuo explain` can tell, from data/events.yaml: each kind of event in both languages, the rows and documents it rests on. */
import { z } from 'zod'
import { type Fault, InputFaults, nearestName } from '../../kernel/errors.ts'
import { type InputFile, readYaml, schemaFaults } from '../located-yaml.ts'

interface EventKind {
  readonly zh: string
  readonly en: string
  /** rows of docs/institutions.md */
  readonly rows: readonly string[]
  /** seed documents of those rows, each once */
  readonly documents: readonly string[]
  /** the rule that tells it, under src/ */
  readonly file: string
  /** place among the things of one day */
  readonly order: number
}

interface Row {
  readonly zh: string
  readonly en: string
  readonly documents: readonly string[]
}

export interface EventCatalogue {
  readonly rows: ReadonlyMap<string, Row>
  readonly kinds: ReadonlyMap<string, EventKind>
}

const words = { zh: z.string().min(1), en: z.string().min(1) }
const RowText = z.strictObject({ ...words, documents: z.array(z.string().min(1)).min(1) })
const KindText = z.strictObject({ ...words, rows: z.array(z.string()).min(1), file: z.string().min(1) })
const CatalogueText = z.strictObject({
  rows: z.record(z.string().regex(/^R\d+a?$/), RowText),
  events: z.record(z.string().regex(/^[a-z_]+\.[a-z_]+$/), KindText),
})

/** Reads the catalogue. Throws InputFaults: what is no catalogue, a row that does not exist. */
export function loadEventCatalogue(file: InputFile): EventCatalogue {
  const yaml = readYaml(file)
  if (yaml.faults.length > 0) throw new InputFaults(yaml.faults)
  const checked = CatalogueText.safeParse(yaml.content)
  if (!checked.success) {
    const keys = ['rows', 'events', ...Object.keys(RowText.shape), ...Object.keys(KindText.shape)]
    throw new InputFaults(schemaFaults(yaml, [], checked.error, (word) => nearestName(word, keys)))
  }
  const faults: Fault[] = []
  const rows = new Map(Object.entries(checked.data.rows))
  const kinds = new Map<string, EventKind>()
  for (const [kind, { rows: of, ...rest }] of Object.entries(checked.data.events)) {
    const documents = new Set<string>()
    of.forEach((name, index) => {
      const row = rows.get(name)
      for (const document of row?.documents ?? []) documents.add(document)
      if (row) return
      const nearest = nearestName(name, rows.keys())
      faults.push(yaml.fault(['events', kind, 'rows', index], 'row', { message: `there is no row ${name}`, nearest }))
    })
    kinds.set(kind, { ...rest, rows: of, documents: [...documents], order: kinds.size })
  }
  if (faults.length > 0) throw new InputFaults(faults)
  return { rows, kinds }
}
