/** What is counted from events, by measure, group and year: `add('cost.inpatient', 2012, 'place=county_hospital', fen)`. Money in fen. */
export const PLACES = ['village_clinic', 'township_centre', 'county_hospital', 'city_hospital', 'out_of_province']
export const QUINTILES = [1, 2, 3, 4, 5]

export class Tally {
  #sums = new Map()

  /** `group` is '' for the whole, else `kind=value`. */
  add(measure, year, group, value = 1) {
    const key = `${measure}|${group}|${year}`
    this.#sums.set(key, (this.#sums.get(key) ?? 0) + value)
  }

  /** Adds to the whole and to each group given. */
  addTo(measure, year, groups, value = 1) {
    for (const group of ['', ...groups]) this.add(measure, year, group, value)
  }

  all() {
    return this.#sums.entries()
  }

  /** 0 for what never happened. */
  of(measure, year, group = '') {
    return this.#sums.get(`${measure}|${group}|${year}`) ?? 0
  }
}

/** What an event says: amounts by id, 0 when not told. */
export function amountOf({ amounts }, id) {
  return amounts.find((amount) => amount.id === id)?.fen ?? 0
}

export const yearOf = ({ day }) => Number(day.slice(0, 4))

/** Half a fen up, in whole numbers. */
export function partOf(fen, millionths) {
  return Number((BigInt(fen) * BigInt(millionths) + 500_000n) / 1_000_000n)
}

export const millionths = (share) => Math.round(share * 1_000_000)
/** Yuan of the law as fen: halves as they are written. */
export const fenOf = (yuan) => Math.round(Number((yuan * 100).toPrecision(15)))
