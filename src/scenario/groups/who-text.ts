/** 组内人员 Who is in a group, the same text for the same people however a file writes it: so it can be compared. */
import { CHANNELS } from '../../population/places.ts'
import { agesRead, OLDEST, type Who } from './schema.ts'

const QUINTILES = [1, 2, 3, 4, 5]
const EVERYBODY = 'age: 0+'

/** `poor: no, age: 60+`; a trait that all have is left out. @param counties that there are, in their order */
export function whoText({ poor, income_quintile: quintiles, age, village, county }: Who, counties: readonly string[]): string {
  const told = [
    poor === undefined ? '' : `poor: ${poor === true || poor === 'yes' ? 'yes' : 'no'}`,
    among('income_quintile', QUINTILES, quintiles),
    agesText(age),
    among('village', CHANNELS, village),
    among('county', counties, county),
  ]
  return told.filter((one) => one !== '').join(', ') || EVERYBODY
}

/** Those named, once each and in the order of all. */
function among<One extends string | number>(trait: string, all: readonly One[], named: One | readonly One[] | undefined): string {
  if (named === undefined) return ''
  const own = all.filter((one) => [named].flat().includes(one))
  return own.length === all.length ? '' : `${trait}: ${own.join(' ')}`
}

function agesText(age: Who['age']): string {
  const ages = age === undefined ? undefined : agesRead(age)
  if (!ages || (ages[0] === 0 && ages[1] === OLDEST)) return ''
  const [first, last] = ages
  return `age: ${first}${last === OLDEST ? '+' : first === last ? '' : `-${last}`}`
}
