/** 参合人 What the answer to a comparison says of people: who is a member, what they pay, the care they have; and what is not known of it. */
import type { HeadlineRow } from '../../../measures/statistics/headline.ts'
import type { Language } from '../../kit/input.ts'
import { percent } from '../../kit/text.ts'
import { isSame, matters, openMainRows, openRows, sizeOf, UNCLEAR_FROM } from '../largest.ts'
import { comparisonText } from '../text.ts'
import { changesOf } from './changes-said.ts'
import { ANSWER_WORDS } from './words.ts'

const USE_OF_CARE = ['outpatient_visits', 'admissions']
/** Less moves as more or less of something in the answer: a hundredth. */
const TELLING = UNCLEAR_FROM.sums

/** What moved of people; care that is not had is told for what it is: who pays less for it has not gained. */
export function ofPeople(people: readonly HeadlineRow[], lang: Language): string {
  const moved = people.filter(matters)
  if (moved.length === 0) return ''
  const isOfCare = isLessCare(people) && joinedOf(people).length + otherPremiumOf(people).length === 0
  return ANSWER_WORDS[lang].people(changesOf(notByJoining(moved, people), lang, firstOfPeople(people)), isOfCare)
}

/** What many take with them who leave is told by their number: premiums and care that a member has no more or less of are left out. */
export function notByJoining(moved: readonly HeadlineRow[], people: readonly HeadlineRow[]): readonly HeadlineRow[] {
  if (joinedOf(people).length === 0) return moved
  const own = [...otherPremiumOf(people), ...usesMoved(people)]
  return moved.filter((one) => own.includes(one) || !['premium_per_head', ...USE_OF_CARE].includes(one.row.measure))
}

/** Who joins or leaves, where many do; the premium, where it is another; then the care that members have, before what they pay less for it. */
export function firstOfPeople(people: readonly HeadlineRow[]): string[] {
  const bears = isLessCare(people) ? people.filter((one) => matters(one) && isBearingLess(one)) : []
  return [...joinedOf(people), ...otherPremiumOf(people), ...usesMoved(people), ...bears].map(({ row }) => row.measure)
}

const joinedOf = (people: readonly HeadlineRow[]) =>
  people.filter((one) => one.row.measure === 'participation_rate' && matters(one) && Math.abs(one.row.difference) >= TELLING)

/** Beside a premium that is another the many small things that follow of it are little. Of many who leave, those who stay may pay more or less. */
function otherPremiumOf(people: readonly HeadlineRow[]): HeadlineRow[] {
  const joined = people.find(({ row }) => row.measure === 'participation_rate')
  const byJoining = joined ? Math.abs(joined.row.difference) / joined.row.baseMean / 2 : 0
  const isOther = Math.abs(perMember('premium_per_head', people)) >= Math.max(TELLING, byJoining)
  return people.filter((one) => one.row.measure === 'premium_per_head' && matters(one) && isOther)
}

/** By how much a figure of a member moves, as a part of the base's: sums and amounts per person fall as well where there are fewer members. */
function perMember(measure: string, people: readonly HeadlineRow[]): number {
  const timesOf = (name: string) => {
    const row = people.find((one) => one.row.measure === name)?.row
    return row && row.baseMean > 0 && row.reformMean > 0 ? row.reformMean / row.baseMean : undefined
  }
  const times = timesOf(measure)
  return times === undefined ? 0 : times / (timesOf('participation_rate') ?? 1) - 1
}

/** Stays and visits of which a member has more, or fewer, those that move most first. */
function usesMoved(people: readonly HeadlineRow[]): HeadlineRow[] {
  const moved = people.filter((one) => USE_OF_CARE.includes(one.row.measure) && matters(one))
  const telling = moved.filter(({ row }) => {
    const by = perMember(row.measure, people)
    return Math.abs(by) >= TELLING && Math.sign(by) === Math.sign(row.difference)
  })
  return telling.sort((a, b) => sizeOf(b) - sizeOf(a))
}

/** Fewer visits or stays a member, and no more of the other. */
function isLessCare(people: readonly HeadlineRow[]): boolean {
  const moved = usesMoved(people)
  return moved.length > 0 && moved.every(({ row }) => row.difference < 0)
}

const isBearingLess = ({ row }: HeadlineRow) => row.measure === 'out_of_pocket_per_member' && row.difference < 0

/** Why members bear less though they are paid no more: they have less care, and that is all of it or a part. */
function whyLess(people: readonly HeadlineRow[], lang: Language): string {
  const bears = people.filter(matters).find(isBearingLess)
  if (!bears || !isLessCare(people)) return ''
  const rate = people.find(({ row }) => row.measure === 'effective_reimbursement_rate')
  const isPaidMore = rate !== undefined && matters(rate) && rate.row.difference > 0
  const care = Math.max(...USE_OF_CARE.map((measure) => -perMember(measure, people)))
  const { paysLessForLess, paysLessAlso } = ANSWER_WORDS[lang]
  return !isPaidMore && sizeOf(bears) <= care ? paysLessForLess : paysLessAlso
}

interface Run {
  readonly replications: number
  /** several, told one by one besides */
  readonly counties: boolean
  /** to the fen */
  readonly areHouseholdsSame: boolean
}

/** What is not in the figures that were named: that nothing else changed, or that nobody knows. */
export function patientsSaid(people: readonly HeadlineRow[], { replications, counties, areHouseholdsSame }: Run, lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const moved = people.filter(matters)
  if (people.every(isSameOrLater)) {
    if (areHouseholdsSame) return moved.length > 0 ? words.careSame : words.peopleSame
    const premium = people.find(({ row }) => row.measure === 'premium_per_head')
    return premium && !isSame(premium) ? words.otherPremiums : words.otherBurden
  }
  if (moved.some(({ headline }) => !headline.isSecondary)) return whyLess(people, lang)
  const beside = { isBeside: moved.length > 0, counties }
  const [unclear] = openMainRows(people)
  if (unclear) return words.peopleUnclear(replications, words.ofChance(comparisonText(unclear.row, lang)), beside)
  const [late] = openRows(people)
  const points = String(100 * UNCLEAR_FROM.shares)
  return words.peopleHardly(percent(UNCLEAR_FROM.sums), points, {
    ...beside,
    ...(late ? { butFor: words.ofChance(comparisonText(late.row, lang)) } : {}),
  })
}

/** The same, but for the days until it is paid and for what is paid as premiums. */
export const isSameOrLater = (one: HeadlineRow) => one.headline.isSecondary || isSame(one)
