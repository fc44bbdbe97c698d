/** All sentences of the command line that stand in English where they are said, with their Chinese, in the order in which they are looked for. */
import type { Phrases } from '../phrase.ts'
import { CHANGES } from './changes.ts'
import { COMMANDS } from './commands.ts'
import { COUNTIES } from './counties.ts'
import { FOLDERS } from './folders.ts'
import { HELP } from './help.ts'
import { MICRODATA } from './microdata.ts'
import { NOTES } from './notes.ts'
import { OWN_FILES } from './own-files.ts'
import { PARAMETERS } from './parameters.ts'
import { JOINED, LOOSEST, PARTS } from './parts.ts'
import { PLACES } from './places.ts'
import { PROCEDURES } from './procedures.ts'
import { SCENARIO } from './scenario.ts'
import { YAML } from './yaml.ts'

const SENTENCES: readonly Phrases[] = [
  HELP,
  COMMANDS,
  SCENARIO,
  COUNTIES,
  YAML,
  PARAMETERS,
  CHANGES,
  PROCEDURES,
  MICRODATA,
  OWN_FILES,
  FOLDERS,
  NOTES,
]

export const PHRASES: readonly (readonly Phrases[])[] = [[PLACES], SENTENCES, [JOINED], [PARTS], [LOOSEST]]
