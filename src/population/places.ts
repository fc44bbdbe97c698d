/**
 * The five places of care (就医地点) and the regions of the subsidy rules.
 * Every tier of a real schedule is mapped to one of the five in data (see data/law/benefit.yaml).
 */
export const PLACES = ['village_clinic', 'township_centre', 'county_hospital', 'city_hospital', 'out_of_province'] as const
export type Place = (typeof PLACES)[number]

/** Places with beds, in the order of PLACES. */
export const INPATIENT_PLACES = [
  'township_centre',
  'county_hospital',
  'city_hospital',
  'out_of_province',
] as const satisfies readonly Place[]
export type InpatientPlace = (typeof INPATIENT_PLACES)[number]

export function hasBeds(place: Place): place is InpatientPlace {
  return (INPATIENT_PLACES as readonly Place[]).includes(place)
}

/** Care here is outside the pooling unit (统筹地区外): the county is the pooling unit. */
export const OUT_OF_AREA: readonly Place[] = ['city_hospital', 'out_of_province']

/** Central subsidies differ by region (中央财政补助按东中西部): see subsidy.central_share.* */
export const REGIONS = ['west', 'central', 'east'] as const
export type Region = (typeof REGIONS)[number]

/** Where a registered person lives and works now (常住地): at home, or away. */
export const RESIDENCES = ['home', 'elsewhere_in_province', 'other_province'] as const

/** Ways in which a village pays its premiums (缴费渠道), seed documents 001 and 002; `bank`: credit co-operative or bank outlet, on notice. */
export const VILLAGE_CHANNELS = ['village_cadres', 'village_collective', 'township_office', 'bank', 'service_centre', 'online'] as const
/** All ways of paying: in a street (街道) the community collects by household, seed document 000. */
export const CHANNELS = [...VILLAGE_CHANNELS, 'street_community'] as const
