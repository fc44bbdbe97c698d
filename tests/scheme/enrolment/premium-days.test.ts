import { describe, expect, it } from 'vitest'
import { fenOf } from '../../../src/kernel/money.ts'
import { householdColumns } from '../../../src/population/household.ts'
import { CHANNELS } from '../../../src/population/places.ts'
import { Collection } from '../../../src/scheme/enrolment/collection.ts'
import { splitPremium } from '../../../src/scheme/enrolment/premium.ts'
import { campaignTerms } from '../../../src/scheme/enrolment/terms.ts'
import { PAYERS } from '../../../src/scheme/messages.ts'
import { SUMS } from '../../../src/scheme/totals.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'

const HOUSEHOLDS = 300
const { settings, data } = smallCounty()
const watch: Watch = {
  person: -1,
  household: -1,
  wholeHousehold: false,
  everyone: false,
  events: 0,
  tell() {},
  tellOn() {},
  tellHousehold() {},
}

describe('the premiums of a campaign', () => {
  it.each(CHANNELS)('collected by %s are booked day by day and payer by payer as the split of each household says', (channel) => {
    const campaign = campaignTerms(settings, projectLaw(), 2014)
    const given = campaign.premium
    const street = channel === 'street_community'
    const terms = {
      ...given,
      channelShare: given.channelShare.map((_, i) => (CHANNELS[i] === channel || (street && i === 0) ? 1 : 0)),
      urbanShare: street ? 1 : 0,
      communityShare: 0.3,
      streetShare: 0.2,
    }
    const households = householdColumns(HOUSEHOLDS)
    const booked = new Map<string, number>()
    const book = (day: number, payer: number, fen: number) => {
      const cell = `${day} ${PAYERS[payer]}`
      expect(fen).toBeGreaterThan(0)
      booked.set(cell, (booked.get(cell) ?? 0) + fen)
    }
    const collection = new Collection({ households, exponential: data.quantiles.exponential, watch })
    const values = new Float64Array(SUMS.size)
    const held = { year: 2014, terms: { ...campaign, premium: terms }, values }
    collection.open([{ id: 0, keyA: 1, keyB: 2, firstHousehold: 0, endHousehold: HOUSEHOLDS }], held, book)
    const expected = new Map<string, number>()
    let individual = 0
    for (let h = 0; h < HOUSEHOLDS; h++) {
      households.keyA[h] = h
      households.poor[h] = h % 10 === 0 ? 1 : 0
      households.quintile[h] = h % 5
      if (!collection.pays(h, 0)) continue
      const members = 1 + (h % 6)
      collection.enrolled(h, 0, members)
      const split = splitPremium(members * fenOf(terms.premium), h % 10 === 0, CHANNELS.indexOf(channel), terms)
      individual += split.individual
      for (const payer of PAYERS) {
        const cell = `${collection.payDay[h]} ${payer}`
        if (split[payer] > 0) expected.set(cell, (expected.get(cell) ?? 0) + split[payer])
      }
    }
    expect(booked.size).toBeGreaterThan(10)
    expect(booked).toEqual(expected)
    expect(values.slice(SUMS.premiumOfHouseholds, SUMS.premiumOfHouseholds + 5).reduce((sum, fen) => sum + fen, 0)).toBe(individual)
  })
})
