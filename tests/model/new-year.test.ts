import { describe, expect, test } from 'vitest'
import { yearStart } from '../../src/kernel/calendar.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { smallCounty, sum } from './small-county.ts'

const RULES = { 'benefit.special.share_certified': 0.5, 'livelihood.employee_insured_share': 0.5 }
const county = smallCounty({ persons: 6000 }, RULES)
const events: TraceEvent[] = []
const record = county.run({ follow: { everyone: true, tell: (event) => events.push(event) } })
const told = (kind: string, year?: number) => events.filter((event) => event.kind === kind && (!year || event.facts?.year === year))
const lives = new Map<string, TraceEvent[]>()
for (const event of events) {
  const life = lives.get(event.person)
  if (life) life.push(event)
  else lives.set(event.person, [event])
}
const lifeOf = (person: string) => lives.get(person) ?? []

describe('What 1 January changes', () => {
  test('is told and changes nothing: the run is the same when nobody is followed', () => {
    expect(county.run()).toEqual(record)
  })

  test('whoever is away was told to have left, or was away when the county opened', () => {
    const net = told('life.left_for_work', 2013).length - told('life.came_home', 2013).length
    const away = (year: number) =>
      sum(record, year, 'residents|residence=elsewhere_in_province') + sum(record, year, 'residents|residence=other_province')
    // counted before anybody moves on 1 January; the dead, and soldiers who come home, leave the count as well,
    // and newborns are where their mothers are
    expect(Math.abs(away(2014) - away(2013) - net)).toBeLessThan(40)
    expect(told('life.left_for_work').length).toBeGreaterThan(100)
  })

  test('nobody leaves twice without having come home between', () => {
    for (const { person } of told('life.left_for_work', 2014)) {
      const moves = lifeOf(person).filter(({ kind }) => kind === 'life.left_for_work' || kind === 'life.came_home')
      for (let i = 1; i < moves.length; i++) expect(moves[i].facts?.from, person).toBe(moves[i - 1].facts?.to)
    }
  })

  test('a job with employee insurance is told with the move, and the year after the person is no member for that reason', () => {
    const employed = told('life.employee_insured', 2013)
    expect(employed.length).toBeGreaterThan(20)
    for (const { person, day } of employed) {
      expect(lifeOf(person)).toContainEqual(expect.objectContaining({ kind: 'life.left_for_work', day }))
      const next = lifeOf(person).filter(({ kind, day: on }) => kind === 'cover.year' && on === yearStart(2014))
      for (const { facts } of next) expect(facts?.cover).toBe('employee_insurance')
    }
  })

  test('employee insurance ends with the return', () => {
    const ended = told('life.employee_insurance_ended')
    expect(ended.length).toBeGreaterThan(5)
    for (const { person, day } of ended) expect(lifeOf(person)).toContainEqual(expect.objectContaining({ kind: 'life.came_home', day }))
  })

  test('chronic illness comes once in a life, at the turn of an age band', () => {
    const chronic = told('illness.chronic')
    expect(chronic.length).toBeGreaterThan(20)
    expect(new Set(chronic.map(({ person }) => person)).size).toBe(chronic.length)
    for (const { facts } of chronic) expect(Number(facts?.age) % 5).toBe(0)
  })

  test('special diseases are settled for those who are told to be certified, and for nobody else', () => {
    const settled = events.filter(({ facts }) => facts?.regime === 'special_disease')
    expect(settled.length).toBeGreaterThan(20)
    const certified = new Set(told('illness.certified').map(({ person, facts }) => `${person} ${facts?.year}`))
    for (const { person, day } of settled) {
      const year = [2011, 2012, 2013, 2014].findLast((one) => yearStart(one) <= day)
      expect(certified.has(`${person} ${year}`), person).toBe(true)
    }
  })

  test('a newborn of the last months pays the premium of the year it joins', () => {
    const joined = told('cover.newborn_joins', 2014)
    expect(joined.length).toBeGreaterThan(0)
    for (const { person, amounts } of joined) {
      expect(amounts).toEqual([{ id: 'premium', fen: 9000 }])
      expect(lifeOf(person)).toContainEqual(expect.objectContaining({ kind: 'cover.newborn' }))
    }
  })
})
