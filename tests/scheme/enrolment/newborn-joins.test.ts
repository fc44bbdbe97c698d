/** A child born to a mother: its cover of this year, what is paid for it, and its state of the coming year. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Day, parseDay, yearStart } from '../../../src/kernel/calendar.ts'
import { peopleToWrite } from '../../../src/population/person.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import { Cover } from '../../../src/scheme/enrolment/cover.ts'
import { COVER } from '../../../src/scheme/enrolment/cover-states.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { Terms } from '../../../src/scheme/year-terms.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'

type State = (typeof COVER)[number]
interface JoiningCase {
  title: string
  given: { rule: 'with_mother' | 'registered'; mother: State; mother_next_year?: State; born: string }
  expected: { now: State; next?: State; paid?: number }
}

const { settings, data } = smallCounty()
const nothing = () => undefined
const watch: Watch = {
  ...{ person: -1, household: -1, wholeHousehold: false, everyone: false, events: 0 },
  ...{ tell: nothing, tellOn: nothing, tellHousehold: nothing },
}
const ROOM = { persons: 2, households: 1, villages: 1, townships: 1, slots: 1 }
const [MOTHER, CHILD] = [0, 1]
const PREMIUM = 80
const termsUnder = (rule: string) => new Terms(settings, projectLaw().with({ 'enrolment.newborn_rule': rule }), data).of(2013)

describe('cases of enrolment/joining-within-the-year.yaml', () => {
  const terms = { with_mother: termsUnder('with_mother'), registered: termsUnder('registered') }
  const path = new URL('../../cases/enrolment/joining-within-the-year.yaml', import.meta.url)
  test.each(parse(readFileSync(path, 'utf8')) as JoiningCase[])('$title', ({ given, expected }) => {
    const county = layOutCounty(settings, data, ROOM, watch)
    const { keyA, keyB } = peopleToWrite(county.people)
    // registered after some days, but within the term
    ;[keyA[CHILD], keyB[CHILD]] = [1, 2]
    let paid = 0
    const joinsInYear = (_: number, __: number, fen: number) => {
      paid += fen / 100
    }
    const cover = new Cover(county, { joinsInYear, newbornJoins: nothing, beforeChange: nothing }, () => PREMIUM)
    cover.begin()
    cover.openYear(terms[given.rule])
    county.cover.now[MOTHER] = COVER.indexOf(given.mother)
    county.cover.next[MOTHER] = COVER.indexOf(given.mother_next_year ?? given.mother)
    cover.newborn(MOTHER, CHILD, (parseDay(given.born) as Day) - yearStart(2013))
    expect({ now: COVER[county.cover.now[CHILD]], next: COVER[county.cover.next[CHILD]], paid }).toMatchObject(expected)
  })
})
