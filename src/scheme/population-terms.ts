/** 初始人口 Which parameters and mechanisms make the people that a run begins with, and what they are on its first day. */
import { yearStart } from '../kernel/calendar.ts'
import type { Law } from '../policy/law.ts'
import type { ListName, NumberName } from '../policy/parameter-names.ts'
import type { Marginals } from '../population/marginals.ts'
import type { GivenPeople } from '../population/microdata/people.ts'
import { isWhole } from '../population/microdata/sample.ts'
import type { ModelSettings } from './settings.ts'

/** The parameter that each marginal is read from; the others are mechanisms. */
const PARAMETERS = {
  householdSize: 'population.household_size',
  ageShare: 'population.age_share',
  maleShare: 'population.male_share',
  villageHouseholds: 'population.village_households',
  townshipPersons: 'population.township_persons',
  incomeSigma: 'population.income_sigma',
  poorShare: 'population.poor_share',
  chronicShare: 'illness.chronic_share',
  awayShare: 'livelihood.away_share',
  awayOtherProvinceShare: 'livelihood.away_other_province_share',
  employeeInsuredShare: 'livelihood.employee_insured_share',
  frailtyShape: 'illness.frailty_shape',
  frailtyHouseholdShare: 'illness.frailty_household_share',
} as const satisfies Partial<Record<keyof Marginals, NumberName | ListName>>
type Parameter = keyof typeof PARAMETERS
type Of<Name> = { [One in Parameter]: (typeof PARAMETERS)[One] extends Name ? One : never }[Parameter]

/** Townships only cut the county for the calendar: nobody is another person by them. */
const OF_EVERYBODY: readonly Parameter[] = ['villageHouseholds', 'frailtyShape', 'frailtyHouseholdShare']
/** What the user's own files say in their place. */
const OF_SYNTHETIC: readonly Parameter[] = ['householdSize', 'ageShare', 'maleShare', 'incomeSigma', 'poorShare', 'chronicShare']
const OF_THOSE_AWAY: readonly Parameter[] = ['awayShare', 'awayOtherProvinceShare', 'employeeInsuredShare']
const OF_FRAILTY: readonly Parameter[] = ['frailtyShape', 'frailtyHouseholdShare']

/** Where everybody is given, what the file says is not read: it would count among the parameters that the results rest on. */
export function marginals(settings: ModelSettings, law: Law, given: GivenPeople | undefined): Marginals {
  const day = yearStart(settings.years[0] - settings.burnInYears)
  const number = (of: Of<NumberName>) => law.number(PARAMETERS[of], day)
  const list = (of: Of<ListName>) => law.list(PARAMETERS[of], day)
  const own = settings.addedVillages.length > 0 ? undefined : given
  return {
    householdSize: own ? [] : list('householdSize'),
    ageShare: own ? own.ageShare : list('ageShare'),
    maleShare: own ? own.maleShare : number('maleShare'),
    villageHouseholds: own && hasOwnVillages(settings, own) ? 0 : number('villageHouseholds'),
    townshipPersons: number('townshipPersons'),
    incomeSigma: own ? 0 : number('incomeSigma'),
    poorShare: own ? 0 : number('poorShare'),
    chronicShare: list('chronicShare'),
    awayShare: list('awayShare'),
    awayOtherProvinceShare: number('awayOtherProvinceShare'),
    employeeInsuredShare: number('employeeInsuredShare'),
    frailtyShape: number('frailtyShape'),
    frailtyHouseholdShare: number('frailtyHouseholdShare'),
    everybodyHome: !settings.mechanisms.livelihood,
    equalFrailty: settings.mechanisms.need !== true,
  }
}

/**
 * What makes the first people others: parameters and mechanisms by dotted name, with their values on the first day. Only what those people
 * rest on: a parameter that a mechanism or the user's files put out of use is not there. Later values change lives, not people, and are
 * not there either; nothing counts as read.
 */
export function startingPeople(settings: ModelSettings, law: Law, given: GivenPeople | undefined): ReadonlyMap<string, unknown> {
  const found = marginals(settings, law.with({}), given)
  const isDrawn = !given || settings.addedVillages.length > 0
  const names = new Set([...OF_EVERYBODY, ...(isDrawn ? [...OF_SYNTHETIC, ...OF_THOSE_AWAY] : [])])
  if (found.everybodyHome) for (const name of OF_THOSE_AWAY) names.delete(name)
  if (found.equalFrailty) for (const name of OF_FRAILTY) names.delete(name)
  if (given && hasOwnVillages(settings, given)) names.delete('villageHouseholds')
  return new Map<string, unknown>([
    ...[...names].map((name) => [PARAMETERS[name], found[name]] as const),
    ['mechanisms.livelihood', !found.everybodyHome],
    ['mechanisms.need', !found.equalFrailty],
  ])
}

/** Do the villages of the file stand as they are? */
function hasOwnVillages({ persons }: ModelSettings, given: GivenPeople): boolean {
  return given.village !== undefined && isWhole(given, persons)
}
