/** 贫困人口免起付线 The poor pay no deductible. */
import type { Amendment } from '../../src/scheme/rules.ts'

const amendment: Amendment<'deductible'> = (law) => (place, member, terms) => (member.poor ? 0 : law(place, member, terms))
export default amendment
