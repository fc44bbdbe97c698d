/** 就医地点、居住地、缴费渠道 Places of care, where people live, and ways to pay the premium: each named once. */
import type { Words } from './lang.ts'

/** One of them, and many of them where English tells the two apart. */
interface Place extends Words {
  readonly many: string
}

export const PLACES = {
  village_clinic: { en: 'village clinic', many: 'village clinics', zh: '村卫生室' },
  township_centre: { en: 'township centre', many: 'township centres', zh: '乡镇卫生院' },
  county_hospital: { en: 'county hospital', many: 'county hospitals', zh: '县级医院' },
  city_hospital: { en: 'city hospital', many: 'city hospitals', zh: '市级医院' },
  out_of_province: { en: 'other province', many: 'other provinces', zh: '省外医院' },
} as const satisfies Readonly<Record<string, Place>>

export const REGIONS = {
  west: { en: 'west', zh: '西部' },
  central: { en: 'central', zh: '中部' },
  east: { en: 'east', zh: '东部' },
} as const satisfies Readonly<Record<string, Words>>

export const RESIDENCES = {
  home: { en: 'home', zh: '本县' },
  elsewhere_in_province: { en: 'elsewhere in province', zh: '省内外地' },
  other_province: { en: 'other province', zh: '外省' },
} as const satisfies Readonly<Record<string, Words>>

export const CHANNELS = {
  village_cadres: { en: 'village cadres', zh: '村干部代收' },
  village_collective: { en: 'village collective', zh: '村集体代缴' },
  township_office: { en: 'township office', zh: '乡镇窗口' },
  bank: { en: 'bank', zh: '银行网点' },
  service_centre: { en: 'service centre', zh: '服务中心' },
  online: { en: 'online', zh: '网上缴费' },
  street_community: { en: 'street community', zh: '社区代收' },
} as const satisfies Readonly<Record<string, Words>>
