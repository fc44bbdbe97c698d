/** Every word of the reports, in English and Chinese: `zh` has the type of `en`, so none can be missing. */
import { CHANGES } from './changes.ts'
import { COMPARISON } from './comparison.ts'
import { COUNTIES } from './counties.ts'
import { FINDINGS } from './findings.ts'
import { HANGS_ON } from './hangs-on.ts'
import { LIMITS } from './limits.ts'
import { RUN } from './run.ts'

const en = {
  ...RUN.en,
  findings: FINDINGS.en,
  limits: LIMITS.en,
  comparison: COMPARISON.en,
  changes: CHANGES.en,
  hangsOn: HANGS_ON.en,
  counties: COUNTIES.en,
}
const zh: typeof en = {
  ...RUN.zh,
  findings: FINDINGS.zh,
  limits: LIMITS.zh,
  comparison: COMPARISON.zh,
  changes: CHANGES.zh,
  hangsOn: HANGS_ON.zh,
  counties: COUNTIES.zh,
}

export const REPORT_WORDS = { en, zh } as const
