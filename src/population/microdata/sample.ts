/**
 * 抽样 How often each given household appears in a county. Systematic sampling: the households stand in a row, each as long as the number
 * of households it is to stand for, and one is taken at every full step from a start that is drawn by the county's key. They stand by
 * size, then assisted or not, then income: so the county has as many persons as asked for, give or take one household, as many assisted
 * households of each size as the weights say, give or take one, and the same incomes.
 */
import type { GivenPeople } from './people.ts'

/** Does every given household appear exactly once in a county of so many persons? */
export function isWhole({ weight, persons }: Pick<GivenPeople, 'weight' | 'persons'>, asked: number): boolean {
  return weight === undefined && asked === persons
}

/** Prepares samples of `asked` persons; the function returned fills `copies` with how often each household is taken, for a `start` in [0, 1). */
export function createSample(given: GivenPeople, asked: number): (start: number, copies: Int32Array) => void {
  const { firstMember, income, poor, weight, households, weightedPersons } = given
  const sizeOf = (h: number) => firstMember[h + 1] - firstMember[h]
  if (isWhole(given, asked)) return (_, copies) => copies.fill(1)
  const order = Uint32Array.from({ length: households }, (_, h) => h).sort(
    (one, other) => sizeOf(one) - sizeOf(other) || poor[one] - poor[other] || income[one] - income[other] || one - other,
  )
  // where each household's stretch ends, in households of the county
  const ends = new Float64Array(households)
  let end = 0
  order.forEach((h, place) => {
    end += ((weight ? weight[h] : 1) * asked) / weightedPersons
    ends[place] = end
  })
  return (start, copies) => {
    let taken = 0
    order.forEach((h, place) => {
      const upTo = Math.floor(ends[place] + start)
      copies[h] = upTo - taken
      taken = upTo
    })
    // a county asked to be smaller than a household is one household
    if (taken === 0) copies[order[Math.floor(start * households)]] = 1
  }
}
