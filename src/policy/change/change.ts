/** A change of what the law says, as a scenario writes it: +60, -60, ×2, +10%, -10%. */
import type { Band, ParameterValue } from '../schema.ts'
import { type Complaint, shown } from '../value/value-check.ts'
import { type Decimal, decimalOf, numberOf, product, sum } from './decimal.ts'

export interface Change {
  /** by how much, or how many times as much; per cent are times */
  readonly kind: 'by' | 'times'
  readonly amount: Decimal
  /** as it is shown: '+60', '×2', '-10%' */
  readonly text: string
}

const FORMS = 'a text such as +60, -60, ×2 (or x2), +10% or -10%'
const NUMBER = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`
const BY = new RegExp(`^([+-]) ?(${NUMBER})( ?%)?$`, 'i')
const TIMES = new RegExp(`^[×x*] ?(${NUMBER})$`, 'i')
const HUNDRED: Decimal = { digits: 100n, places: 0 }
const PER_CENT: Decimal = { digits: 1n, places: 2 }

/** Reads a change as written; the sign of a number is lost in YAML, so whoever reads a file hands in its text. */
export function readChange(written: unknown): Change | Complaint {
  const text = plainText(written)
  if (text === undefined || text.length > 40) return { message: `${shown(written)} is no change`, expected: FORMS }
  const times = TIMES.exec(text)
  const factor = times && decimalOf(times[1])
  if (factor) return { kind: 'times', amount: factor, text: `×${times[1]}` }
  const by = BY.exec(text)
  const amount = by && decimalOf(by[1] + by[2])
  if (!by || !amount) return complaintOf(text)
  if (!by[3]) return { kind: 'by', amount, text: by[1] + by[2] }
  const share = product(sum(HUNDRED, amount), PER_CENT)
  if (share.digits < 0n) return { message: `${text} takes away more than there is`, expected: 'at most -100%' }
  return { kind: 'times', amount: share, text: `${by[1]}${by[2]}%` }
}

/** How a bare value that looks like a change would be written as one; undefined when it does not look like one. */
export function changeMeant(value: unknown): string | undefined {
  const isSigned = typeof value === 'string' || (typeof value === 'number' && value < 0)
  const change = isSigned ? readChange(value) : undefined
  return change && 'kind' in change ? `{ change: ${change.text} }` : undefined
}

/** A value of the law after the change: a number, each number of a list, each rate of bands. */
export function changedValue(value: ParameterValue, change: Change): ParameterValue {
  if (typeof value === 'number') return changedNumber(value, change)
  if (typeof value === 'string') return value
  const isBands = (members: readonly (number | Band)[]): members is readonly Band[] => typeof members[0] === 'object'
  if (isBands(value)) return value.map(({ from, rate }) => ({ from, rate: changedNumber(rate, change) }))
  return (value as readonly number[]).map((member) => changedNumber(member, change))
}

function changedNumber(value: number, { kind, amount }: Change): number {
  const before = decimalOf(String(value))
  if (!before) return Number.NaN
  return numberOf(kind === 'by' ? sum(before, amount) : product(before, amount))
}

/** Full-width signs and digits are those of a Chinese keyboard; a minus and a times have several letters. */
function plainText(written: unknown): string | undefined {
  if (typeof written === 'number') return String(written)
  if (typeof written !== 'string') return undefined
  return written.normalize('NFKC').trim().replace(/[−–]/g, '-').replace(/[✕✖╳]/g, '×')
}

function complaintOf(text: string): Complaint {
  const bare = new RegExp(`^(${NUMBER})( ?%)?$`, 'i').exec(text)
  if (bare) {
    const [, number, percent] = bare
    const expected = percent ? `+${number}% or -${number}%` : `+${number}, -${number} or ×${number}; a value stands without 'change'`
    return { message: `${text} has no sign`, expected }
  }
  const behind = new RegExp(`^(${NUMBER}) ?[×x*倍]$`, 'i').exec(text)
  const grouped = /^[+-]\d{1,3}(?:[,_' ]\d{3})+(?:\.\d+)?$/.test(text)
  const withUnit = new RegExp(`^([+-] ?${NUMBER}) ?(?:yuan|元|rmb|¥|天|days?)$`, 'i').exec(text)
  const nearest = behind ? `×${behind[1]}` : grouped ? text.replace(/[,_' ]/g, '') : withUnit?.[1]
  return { message: `“${text}” is no change`, expected: FORMS, nearest }
}
