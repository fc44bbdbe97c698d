/** Whose events are asked for: `--person`, `--household`, `--claim` or `--all`, exactly one of them. */
import { InputFaults } from '../../kernel/errors.ts'
import type { ModelSettings } from '../../scheme/settings.ts'

export interface Subject {
  readonly kind: 'person' | 'household' | 'claim' | 'all'
  readonly county: number
  /** person (of the claim) or household; '' for all */
  readonly name: string
  /** `2013-2`: the claim within the person's life; '' otherwise */
  readonly number: string
}

/** How each is named. */
export const WHO: Readonly<Record<Subject['kind'], string>> = {
  person: 'county, village, household and member, as in c0-v3-h12-m0',
  household: 'county, village and household, as in c0-v3-h12',
  claim: 'a person, a year and a number, as in c0-v3-h12-m0/2013-1',
  all: 'nothing more',
}

const NAMES = {
  person: /^(c(\d+)-vx?\d+-h\d+-m\d+(?:-b\d+)*)()$/,
  household: /^(c(\d+)-vx?\d+-h\d+)()$/,
  claim: /^(c(\d+)-vx?\d+-h\d+-m\d+(?:-b\d+)*)\/(\d{4}-\w+)$/,
} as const

interface Asked {
  readonly person?: string
  readonly household?: string
  readonly claim?: string
  readonly all?: boolean
  readonly find?: string
}

/** @throws InputFaults when none or several are asked for, or the name cannot be one of this scenario */
export function subjectOf(asked: Asked, settings: Pick<ModelSettings, 'name' | 'counties'>): Subject {
  const kinds = (['person', 'household', 'claim', 'all', 'find'] as const).filter(
    (kind) => asked[kind] !== undefined && asked[kind] !== false,
  )
  const [kind] = kinds
  if (kinds.length !== 1) {
    const message = kinds.length === 0 ? 'whom to explain is missing' : `${kinds.map((one) => `--${one}`).join(' and ')} together`
    throw refused('--person', message, 'one of --person, --household, --claim, --all, --find')
  }
  if (kind === 'all' || kind === 'find') return { kind: 'all', county: 0, name: '', number: '' }
  const written = (asked[kind] ?? '').trim()
  const found = NAMES[kind].exec(written)
  if (!found || Number(found[2]) >= settings.counties) {
    const nobody = { person: 'nobody', household: 'no household', claim: 'no stay or claim' }[kind]
    throw refused(`--${kind}`, `${nobody} in '${settings.name}' is called '${written}'`, WHO[kind])
  }
  return { kind, county: Number(found[2]), name: found[1], number: found[3] }
}

function refused(option: string, message: string, expected: string): InputFaults {
  return new InputFaults([{ code: 'option', file: option, message, expected }])
}
