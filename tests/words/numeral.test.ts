import { describe, expect, test } from 'vitest'
import { likelyNumeral, listMeant, numeralMeant, wideMarks } from '../../src/words/written/numeral.ts'

describe('a number that is written otherwise', () => {
  test('is proposed where one is likely: a comma marks thousands only before groups of three digits', () => {
    const meant = { '22,5': '22.5', '11,264': '11264', '1.234,56': '1234.56', '3_00': '300', '８０': '80', '70元': '70', '1 000': '1000' }
    for (const [text, numeral] of Object.entries(meant)) expect([text, likelyNumeral(text)]).toEqual([text, numeral])
    for (const text of ['70', 'many', '1,2,3', '', '1-2']) expect([text, likelyNumeral(text)]).toEqual([text, undefined])
  })

  test('is proposed with its Chinese unit worked out', () => {
    const meant = { '30万': '300000', '2.5万元': '25000', '3k': '3000', '2012年': '2012', '５００人': '500', '＋60': '60' }
    for (const [text, numeral] of Object.entries(meant)) expect([text, likelyNumeral(text)]).toEqual([text, numeral])
    for (const text of ['万', '年', '5分']) expect([text, likelyNumeral(text)]).toEqual([text, undefined])
  })

  test('is not proposed where a sign may mean a change', () => {
    for (const text of ['+60', '＋60', '+10%', '-10%', '－10％']) expect([text, numeralMeant(text, true)]).toEqual([text, undefined])
    expect(numeralMeant('82％', true)).toBe('0.82')
  })
})

describe('a list of numbers that is written otherwise', () => {
  test('is proposed, whatever parts its numbers', () => {
    for (const written of [['80、90'], '【80，90】', '80 90', ['８０', '90'], [80, '90'], '[80; 90]'])
      expect([written, listMeant(written)]).toEqual([written, '[80, 90]'])
    expect(listMeant(['1,000，500'])).toBe('[1000, 500]')
    for (const written of [[80, 90], 'many', [], ['80、many'], '1 000', { 80: 90 }])
      expect([written, listMeant(written)]).toEqual([written, undefined])
  })

  test('is told with the marks of a Chinese keyboard in it', () => {
    expect(wideMarks('【2012、2013】')).toEqual({ marks: '【、】', hasDigits: false })
    expect(wideMarks(['２０１２', 2013])).toEqual({ marks: '', hasDigits: true })
  })
})
