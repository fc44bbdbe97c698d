/** The project's own catalogue of events, for tests. */
import { readDataFiles } from '../../src/node/files.ts'
import { loadEventCatalogue } from '../../src/policy/lookup/event-catalogue.ts'

const file = readDataFiles().find(({ path }) => path === 'data/events.yaml')
if (!file) throw new Error('data/events.yaml is missing')
export const CATALOGUE = loadEventCatalogue(file)
