/** 微观数据 What the columns of the user's own persons and households are called, what may stand in them, and how a field is read. */
import { type Day, formatDay, parseDay, yearOf } from '../../kernel/calendar.ts'
import { nearestName, nearestOfFew } from '../../kernel/errors.ts'
import { likelyNumeral } from '../../words/written/numeral.ts'
import { RESIDENCES } from '../places.ts'
import { FILL_IN, isMissingAmount, isMissingCode, isMissingWord } from './missing.ts'
import type { Cell } from './table.ts'

/** A field that could be read, or what is wrong with it. */
type Reading =
  | { readonly value: number }
  | { readonly message: string; readonly expected: string; readonly nearest?: () => string | undefined }

export interface ColumnRule {
  /** type as data/microdata/dictionary.csv names it */
  readonly type: 'text' | 'date' | 'whole' | 'number' | 'yes_no' | 'choice'
  readonly isRequired: boolean
  /** what the column is called in Chinese files: proposed, not read */
  readonly zh: readonly string[]
  /** reads a field that is not empty; a text needs no reading */
  readonly read?: (cell: string | number | boolean) => Reading
}

const OLDEST = 120
/** Beyond these sums and shares could not be told any more. */
const MOST_INCOME = 1e12
const LEAST_WEIGHT = 1e-9
const MOST_WEIGHT = 1e9
const FIRST_BIRTH = '1850-01-01'
const SEXES: Readonly<Record<string, number>> = { male: 0, female: 1, 男: 0, 女: 1 }
const ANSWERS: Readonly<Record<string, number>> = { no: 0, yes: 1, false: 0, true: 1, 0: 0, 1: 1, 否: 0, 是: 1 }

/** Columns of persons. One of `birth_date` and `age` must be there. */
export const PERSON_COLUMNS = {
  household: { zh: ['户编号', '户号', '所在户', '家庭编号'], type: 'text', isRequired: true },
  birth_date: { zh: ['出生日期', '出生年月日'], type: 'date', isRequired: false, read: readBirthDate },
  age: { zh: ['年龄', '周岁'], type: 'whole', isRequired: false, read: readAge },
  sex: { zh: ['性别'], type: 'choice', isRequired: true, read: (cell) => readChoice(cell, SEXES, 'male or female (男, 女)') },
  chronic: { zh: ['慢性病', '是否慢性病', '是否患慢性病'], type: 'yes_no', isRequired: true, read: readAnswer },
  residence: {
    zh: ['常住地', '居住地'],
    type: 'choice',
    isRequired: true,
    read: (cell) => readChoice(cell, RESIDENCE_INDEX, RESIDENCES.join(' or ')),
  },
  employee_insured: { zh: ['职工医保', '是否职工医保', '是否参加职工医保'], type: 'yes_no', isRequired: true, read: readAnswer },
} as const satisfies Record<string, ColumnRule>

/** Columns of households. */
export const HOUSEHOLD_COLUMNS = {
  id: { zh: ['户编号', '户号', '家庭编号'], type: 'text', isRequired: true },
  village: { zh: ['村', '所在村', '村名', '村编号'], type: 'text', isRequired: false },
  income_per_head: {
    zh: ['人均纯收入', '人均年纯收入', '人均收入'],
    type: 'number',
    isRequired: true,
    read: (cell) => readNumber(cell, 'yuan a year, zero or more', (yuan) => yuan >= 0 && yuan <= MOST_INCOME),
  },
  poor: { zh: ['低保', '五保', '是否低保', '是否贫困'], type: 'yes_no', isRequired: true, read: readAnswer },
  weight: {
    zh: ['权重', '抽样权重', '权数'],
    type: 'number',
    isRequired: false,
    read: (cell) => readNumber(cell, 'a weight above zero', (weight) => weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT),
  },
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
  // programs that know numbers only write 1 as 1.0
  const word = String(cell)
    .toLowerCase()
    .replace(/^([01])\.0+$/, '$1')
  if (Object.hasOwn(choices, word)) return { value: choices[word] }
  if (isMissingWord(word)) return { message: `${shownCell(cell)} means that the answer is missing`, expected: `${expected}: ${FILL_IN}` }
  if (isMissingCode(word)) return { message: `${shownCell(cell)} is none of the answers`, expected: `${expected}: ${FILL_IN}` }
  return { message: `${shownCell(cell)} is none of the answers`, expected, nearest: () => nearestAnswer(word, choices) }
}

const HAN = /\p{Script=Han}/u
const SAID_OTHERWISE: Readonly<Record<string, string>> = {
  ...{ 是的: '是', 有: '是', 不是: '否', 不: '否', 非: '否', 无: '否', 没有: '否', 否的: '否' },
  ...{ 男性: '男', 男人: '男', 男子: '男', 女性: '女', 女人: '女', 女子: '女' },
}

/** Labels of other programs stand behind their number: “1. Yes”. */
function nearestAnswer(word: string, choices: Readonly<Record<string, number>>): string | undefined {
  const bare = word.normalize('NFKC').replace(/^\d+\s*[.、:)]?\s*(?=\p{L})/u, '')
  if (Object.hasOwn(choices, bare)) return bare
  if (Object.hasOwn(SAID_OTHERWISE, bare)) return Object.hasOwn(choices, SAID_OTHERWISE[bare]) ? SAID_OTHERWISE[bare] : undefined
  // 01 is 1; 10, 02 and 2 are codes of a book that is not known
  if (/^\d+$/.test(bare)) return Object.hasOwn(choices, bare.replace(/^0+(?=\d)/, '')) ? bare.replace(/^0+(?=\d)/, '') : undefined
  // one letter more or less turns 是 into 不是, 男 into 非男
  if (HAN.test(bare)) return undefined
  // Y, T, F: the letters that only one answer begins with
  const begun = Object.keys(choices).filter((choice) => /^\p{L}+$/u.test(bare) && choice.startsWith(bare))
  return begun.length === 1 ? begun[0] : nearestMeaning(bare, choices)
}

/** The nearest answer, where none of another meaning is as near. */
function nearestMeaning(word: string, choices: Readonly<Record<string, number>>): string | undefined {
  const nearest = nearestName(word, Object.keys(choices))
  const others = Object.keys(choices).filter((choice) => nearest !== undefined && choices[choice] !== choices[nearest])
  return nearest && nearestOfFew(word, [nearest, ...others])
}

function readAnswer(cell: string | number | boolean): Reading {
  return readChoice(cell, ANSWERS, 'yes or no (true, false, 1, 0, 是, 否)')
}

function readNumber(cell: string | number | boolean, expected: string, isAllowed: (value: number) => boolean): Reading {
  const text = String(cell)
  const isNumeral = typeof cell === 'number' || (typeof cell === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell))
  const value = Number(cell)
  if (isMissingWord(text)) return { message: `${shownCell(cell)} means that the answer is missing`, expected: `${expected}: ${FILL_IN}` }
  if (isMissingAmount(text))
    return {
      message: `${text} is how surveys write a missing answer`,
      expected: `${expected}: ${FILL_IN}; if it is meant, write a rounded number`,
    }
  if (!isNumeral || !Number.isFinite(value))
    return { message: `${shownCell(cell)} is not a number`, expected, nearest: () => likelyNumeral(text) }
  return isAllowed(value) ? { value } : { message: `${value} is out of bounds`, expected }
}

function readAge(cell: string | number | boolean): Reading {
  return readNumber(cell, `whole years from 0 to ${OLDEST}`, (age) => Number.isInteger(age) && age >= 0 && age <= OLDEST)
}

function readBirthDate(cell: string | number | boolean): Reading {
  const text = String(cell)
  if (/^\d{4}-\d\d-\d\d[T ]\d/.test(text))
    return { message: `${shownCell(cell)} has a time of day`, expected: 'YYYY-MM-DD: store it as a date' }
  if (isMissingWord(text)) return { message: `${shownCell(cell)} means that the day is missing`, expected: `YYYY-MM-DD: ${FILL_IN}` }
  if (/^\d{4}([-/.年]\d{1,2}月?|年)?$/.test(text)) {
    const expected = 'YYYY-MM-DD; where only year or month is known, the column age instead (full years on 1 January of the first year)'
    return { message: `${shownCell(cell)} is not a day of the calendar`, expected }
  }
  const day = parseDay(text)
  if (day === undefined) {
    const asNumber = dayNumberTold(text)
    if (asNumber !== undefined) return { message: `${shownCell(cell)} is the number of a day: ${asNumber}`, expected: 'YYYY-MM-DD' }
    return { message: `${shownCell(cell)} is not a day of the calendar`, expected: 'YYYY-MM-DD', nearest: () => likelyDate(text) }
  }
  if (PLACEHOLDERS.has(text)) return { message: `${text} is how spreadsheets write a missing day`, expected: `YYYY-MM-DD: ${FILL_IN}` }
  return text >= FIRST_BIRTH ? { value: day } : { message: `${text} is too long ago`, expected: `a day from ${FIRST_BIRTH} on` }
}

/** The days from which spreadsheets count. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['1899-12-30', '1899-12-31', '1900-01-00', '1900-01-01', '1904-01-01'])
/** Programs that store a day as the number of days since one: who they are, which day is 0, and the least number. */
const DAY_COUNTS = [
  ['Excel', '1899-12-30', 0],
  ['Excel 1904 (Mac)', '1904-01-01', 0],
  ['SAS/Stata', '1960-01-01', -40_000],
  ['R', '1970-01-01', -40_000],
] as const

/** What 18329 is in each program that counts days: years apart, so that none is proposed; undefined for another text. */
function dayNumberTold(given: string): string | undefined {
  const text = given.normalize('NFKC')
  if (!/^(-?\d{5}|-\d{1,4}|\d{1,3})(\.0+)?$/.test(text)) return undefined
  const counted = DAY_COUNTS.filter(([, , least]) => Number(text) >= least)
  const days = counted.map(([who, first]) => [who, formatDay((parseDay(first) ?? 0) + Number(text))] as const)
  const told = days.filter(([, day]) => day >= '1880' && day < '2040').map((one) => one.join(' '))
  return told.length > 0 ? told.join(', ') : undefined
}

/** 1950/3/7, 1950.3.7 and 19500307 as 1950-03-07; day and month put right when they were exchanged; 07/25/1950 where it can mean one day only. */
function likelyDate(given: string): string | undefined {
  const text = given.normalize('NFKC')
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const late = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  const isOneDay = late && (Number(late[1]) > 12 || Number(late[2]) > 12 || late[1] === late[2])
  const [year, first, second] = parts ? parts.slice(1) : isOneDay ? [late[3], late[1], late[2]] : []
  if (year === undefined) return undefined
  const [month, day] = [first.padStart(2, '0'), second.padStart(2, '0')]
  return [`${year}-${month}-${day}`, `${year}-${day}-${month}`].find((date) => parseDay(date) !== undefined)
}

/** The complaint about a person born after `day`, when persons must have been born by then, or more than 120 years before it. */
export function bornOutside(birth: Day, day: Day): { readonly message: string; readonly expected: string } | undefined {
  if (birth > day) return { message: `born on ${formatDay(birth)}`, expected: `a day up to ${formatDay(day)}` }
  const first = `${yearOf(day) - OLDEST - 1}${formatDay(day).slice(4)}`
  if (formatDay(birth) > first) return undefined
  return { message: `born on ${formatDay(birth)}, more than ${OLDEST} years before`, expected: `a day after ${first}` }
}
