/** 微观数据 What the columns of the user's own persons and households are called, what may stand in them, and how a field is read. */
import { type Day, formatDay, parseDay } from '../../kernel/calendar.ts'
import { nearestName } from '../../kernel/errors.ts'
import { RESIDENCES } from '../places.ts'
import type { Cell } from './table.ts'

/** A field that could be read, or what is wrong with it. */
export type Reading =
  | { readonly value: number }
  | { readonly message: string; readonly expected: string; readonly nearest?: () => string | undefined }

export interface ColumnRule {
  /** type as data/microdata/dictionary.csv names it */
  readonly type: 'text' | 'date' | 'whole' | 'number' | 'yes_no' | 'choice'
  readonly isRequired: boolean
  /** reads a field that is not empty; a text needs no reading */
  readonly read?: (cell: string | number | boolean) => Reading
}

const OLDEST = 120
const FIRST_BIRTH = '1850-01-01'
const SEXES: Readonly<Record<string, number>> = { male: 0, female: 1, 男: 0, 女: 1 }
const ANSWERS: Readonly<Record<string, number>> = { no: 0, yes: 1, false: 0, true: 1, 0: 0, 1: 1, 否: 0, 是: 1 }

/** Columns of persons. One of `birth_date` and `age` must be there. */
export const PERSON_COLUMNS = {
  household: { type: 'text', isRequired: true },
  birth_date: { type: 'date', isRequired: false, read: readBirthDate },
  age: { type: 'whole', isRequired: false, read: readAge },
  sex: { type: 'choice', isRequired: true, read: (cell) => readChoice(cell, SEXES, 'male or female (男, 女)') },
  chronic: { type: 'yes_no', isRequired: true, read: readAnswer },
  residence: { type: 'choice', isRequired: true, read: (cell) => readChoice(cell, RESIDENCE_INDEX, RESIDENCES.join(' or ')) },
  employee_insured: { type: 'yes_no', isRequired: true, read: readAnswer },
} as const satisfies Record<string, ColumnRule>

/** Columns of households. */
export const HOUSEHOLD_COLUMNS = {
  id: { type: 'text', isRequired: true },
  village: { type: 'text', isRequired: false },
  income_per_head: { type: 'number', isRequired: true, read: (cell) => readNumber(cell, 'yuan a year, zero or more', (yuan) => yuan >= 0) },
  poor: { type: 'yes_no', isRequired: true, read: readAnswer },
  weight: { type: 'number', isRequired: false, read: (cell) => readNumber(cell, 'a weight above zero', (weight) => weight > 0) },
} as const satisfies Record<string, ColumnRule>

const RESIDENCE_INDEX: Readonly<Record<string, number>> = Object.fromEntries(RESIDENCES.map((name, index) => [name, index]))

/** A field as messages show it: long ones cut, and a quote that swallowed the lines after it guessed. */
export function shownCell(cell: Cell): string {
  if (cell === undefined) return 'nothing'
  if (typeof cell !== 'string') return String(cell)
  if (cell.includes('\n')) return `“${cell.slice(0, cell.indexOf('\n')).trim()}…”, a text of several lines (is a quote not closed?),`
  return cell.length > 40 ? `“${cell.slice(0, 40)}…”` : `“${cell}”`
}

function readChoice(cell: string | number | boolean, choices: Readonly<Record<string, number>>, expected: string): Reading {
  const word = String(cell).toLowerCase()
  if (Object.hasOwn(choices, word)) return { value: choices[word] }
  return { message: `${shownCell(cell)} is none of the answers`, expected, nearest: () => nearestName(word, Object.keys(choices)) }
}

function readAnswer(cell: string | number | boolean): Reading {
  return readChoice(cell, ANSWERS, 'yes or no (true, false, 1, 0, 是, 否)')
}

function readNumber(cell: string | number | boolean, expected: string, isAllowed: (value: number) => boolean): Reading {
  const isNumeral = typeof cell === 'number' || (typeof cell === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell))
  const value = Number(cell)
  if (!isNumeral || !Number.isFinite(value)) {
    const plain = String(cell).replace(/[,\s元]/g, '')
    const nearest = () => (/^\d+(\.\d+)?$/.test(plain) && plain !== cell ? plain : undefined)
    return { message: `${shownCell(cell)} is not a number`, expected, nearest }
  }
  return isAllowed(value) ? { value } : { message: `${value} is out of bounds`, expected }
}

function readAge(cell: string | number | boolean): Reading {
  return readNumber(cell, `whole years from 0 to ${OLDEST}`, (age) => Number.isInteger(age) && age >= 0 && age <= OLDEST)
}

function readBirthDate(cell: string | number | boolean): Reading {
  const text = String(cell)
  if (/^\d{4}-\d\d-\d\d[T ]\d/.test(text))
    return { message: `${shownCell(cell)} has a time of day`, expected: 'YYYY-MM-DD: store it as a date' }
  const day = parseDay(text)
  if (day === undefined) {
    return { message: `${shownCell(cell)} is not a day of the calendar`, expected: 'YYYY-MM-DD', nearest: () => likelyDate(text) }
  }
  return text >= FIRST_BIRTH ? { value: day } : { message: `${text} is too long ago`, expected: `a day from ${FIRST_BIRTH} on` }
}

/** 1950/3/7, 1950.3.7 and 19500307 as 1950-03-07; day and month put right when they were exchanged. */
function likelyDate(text: string): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!parts) return undefined
  const [year, first, second] = parts.slice(1).map((part) => part.padStart(2, '0'))
  return [`${year}-${first}-${second}`, `${year}-${second}-${first}`].find((date) => parseDay(date) !== undefined)
}

/** The complaint about a person born after `day`, when persons must have been born by then. */
export function bornTooLate(birth: Day, day: Day): { readonly message: string; readonly expected: string } | undefined {
  return birth > day ? { message: `born on ${formatDay(birth)}`, expected: `a day up to ${formatDay(day)}` } : undefined
}
