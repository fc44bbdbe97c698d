/** Whatever the sources may say to the user in English has its Chinese. */
import { describe, expect, test } from 'vitest'
import { PHRASES as TABLES_IN_ORDER } from '../../../src/cli/language/phrases/index.ts'
import { inChinese, sayIn } from '../../../src/cli/language/say.ts'
import { isSentence, saidIn, saidInFile } from './said.ts'

const PHRASES = TABLES_IN_ORDER.flat()
const HAN = /\p{Script=Han}/u
const HOLE = /<[*!]?[a-z]+>/g
const ENGLISH = PHRASES.flatMap((table) => Object.keys(table)).map((key) => key.replace(HOLE, '…'))

const FOLDERS = ['src/cli', 'src/node', 'src/policy', 'src/procedures', 'src/scenario', 'src/population/microdata']
const FILES = ['src/model/years.ts', 'src/scheme/rules.ts']
/** The tables themselves. */
const TABLES = /^src\/cli\/language\//
/** A command to be typed, and what is kept of staff time for nobody to read. */
const AS_IT_IS = /^ *hezuo |^ --lang zh$|^work for $/

/** Names alone. */
const UNCHANGED = ['back_to, after, give_up']

describe('Every sentence said in English', () => {
  test('has a Chinese one', () => {
    const said = [...FOLDERS.flatMap(saidIn), ...FILES.flatMap((file) => saidInFile(file))].filter(({ at }) => !TABLES.test(at))
    expect(said.length).toBeGreaterThan(300)
    const untold = said.flatMap(({ at, pieces }) =>
      pieces
        .filter((piece) => isSentence(piece) && !AS_IT_IS.test(piece) && !ENGLISH.some((key) => key.includes(piece.trim())))
        .map((piece) => `${at} ${piece}`),
    )
    expect(untold).toEqual([])
  })

  test('that is new and has none would be found', () => {
    const text = ['const one = { message: `there is no such ', '{what} anywhere`, expected: "something else" }'].join('$')
    expect(saidInFile('new.ts', text)).toEqual([
      { at: 'new.ts:1', pieces: ['there is no such ', ' anywhere'] },
      { at: 'new.ts:1', pieces: ['something else'] },
    ])
    expect(saidInFile('both.ts', "const one = { en: 'a sentence in both', zh: '两种语言' }\n")).toEqual([])
  })

  test('stands once in the tables, and its Chinese is Chinese', () => {
    expect(new Set(ENGLISH).size).toBeGreaterThan(ENGLISH.length * 0.98)
    const untranslated = PHRASES.flatMap((table) => Object.entries(table)).filter(([english, chinese]) => {
      const own = english.replace(HOLE, '').replace(/[^a-z]/gi, '')
      return own.length > 6 && !HAN.test(chinese)
    })
    expect(untranslated.map(([english]) => english)).toEqual(UNCHANGED)
  })

  test('holds in Chinese just what varies in English', () => {
    const holes = (text: string) => new Set([...text.matchAll(/<[*!]?([a-z]+)>/g)].map(([, name]) => name))
    for (const [english, chinese] of PHRASES.flatMap((table) => Object.entries(table)))
      expect(holes(chinese), english).toEqual(holes(english))
  })
})

describe('A sentence in Chinese', () => {
  test.each([
    ["'persons' is the text 'many'", '“persons”的值为文本“many”'],
    ['registered persons of one county, a whole number from 1 to 10000000', '一个县的在册人数，1 至 10000000 的整数'],
    ['row 3, column age: “x” is not a number', '第 3 行，列 age：“x”不是数'],
    ['×2 makes 1.6 of 0.8 (2011-01-01): 1.6 is not a share', '×2 使 0.8（2011-01-01）变为 1.6：1.6 不是比例'],
    [
      'premium.individual (个人缴费标准): ×2 makes 100 of 50 from 2011, 120 of 60 from 2012',
      'premium.individual（个人缴费标准）：×2 使取值变为 100（原 50，2011 起）、120（原 60，2012 起）',
    ],
    ['25 %, 1.50 million person-years/s, 6 s left', '25%，每秒 1.50 百万人年，剩余 6 秒'],
    ["option '--out <folder>' argument missing", '选项“--out <folder>”缺少取值'],
    ['out: the disk is full; nothing was finished yet', 'out：磁盘已满；尚无已完成的模拟'],
  ])('of %s', (english, chinese) => expect(inChinese(english)).toBe(chinese))

  test('is none of a name, which stays as it is', () => {
    expect(inChinese('subsidy-years')).toBeUndefined()
    expect(sayIn('zh')('subsidy-years')).toBe('subsidy-years')
    expect(sayIn('en')('the file is empty')).toBe('the file is empty')
  })

  test('takes what somebody wrote over as it is, even where it reads like one of ours', () => {
    expect(inChinese("nothing is called 'the file is empty'")).toBe('没有名为“the file is empty”的术语、参数、程序或指标')
  })

  test('is found for a text of any length in no time', () => {
    const begun = process.hrtime.bigint()
    expect(inChinese(`'${'is of to from '.repeat(50_000)}' is no date`)).toMatch(/不是日期$/)
    inChinese('is of to from, and more; makes '.repeat(50_000))
    expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(5)
  })
})
