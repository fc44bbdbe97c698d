/** What is counted by group: quintile, residence, channel, reason. The key is what handlers count with, from the first group. */

import { CHANNELS, RESIDENCES } from '../../population/places.ts'
import { measure } from '../../words/measure.ts'
import { COVER, IN_SERVICE, JOINED_IN_YEAR, NOT_JOINED } from '../enrolment/cover-states.ts'
import { apart, by, byCode, type Counted, QUINTILE_NUMBERS } from './declare.ts'

/** Campaign questions asked beside the real one: would the household join at this multiple of the premium? */
export const PREMIUM_FACTORS = [0.5, 1, 2] as const

export const GROUPS = {
  eligibleByQuintile: by(
    'quintile',
    QUINTILE_NUMBERS,
    'eligible',
    measure(
      'persons',
      '应参合人数',
      'eligible persons',
      '在册人口减去经办机构已知参加职工医保者，1月1日',
      'population less those the office knows to be in employee insurance, 1 January',
    ),
  ),
  enrolledByQuintile: by(
    'quintile',
    QUINTILE_NUMBERS,
    'enrolled',
    measure('persons', '参合人数', 'enrolled persons', '截止前登记并缴费，1月1日', 'registered and paid by the deadline, 1 January'),
  ),
  outsideSpending: by(
    'quintile',
    QUINTILE_NUMBERS,
    'outside_spending',
    measure(
      'yuan',
      '制度外医药支出',
      'spending outside the scheme',
      '全体居民在药店和非定点诊所的支出，从不报销',
      'of everybody: pharmacies and undesignated clinics, never claimed',
    ),
  ),
  away: by(
    'residence',
    RESIDENCES,
    'residents',
    measure('persons', '按常住地的人数', 'persons by residence', '在册人口按常住地，1月1日', 'population by where they live, 1 January'),
  ),
  premiumsByChannel: by(
    'channel',
    CHANNELS,
    'premiums_paid',
    measure(
      'yuan',
      '分渠道缴费',
      'premiums by channel',
      '该年度保费按缴费渠道，不论由谁缴纳',
      'premium money for the year by way of payment, whoever paid',
    ),
  ),
  forgone: by(
    'reason',
    ['cost', 'other'],
    'forgone_admissions',
    measure(
      'episodes',
      '应住院未住院人次',
      'forgone admissions',
      '参合者有需要而未住院；费用原因：若免费则会就医',
      'needs of members that led to no admission; cost: care would have been sought had it been free',
    ),
  ),
  notCovered: byCode(
    COVER,
    NOT_JOINED,
    IN_SERVICE,
    'reason',
  )(
    'not_covered',
    measure('persons', '未参合人数', 'eligible persons not covered', '应参合人数 − 参合人数，按原因', 'eligible − enrolled, by reason'),
  ),
  joinedInYear: by(
    'kind',
    JOINED_IN_YEAR,
    'joined_in_year',
    measure(
      'persons',
      '年度中途参合人数',
      'joined within the year',
      '单独登记的新生儿和退伍军人',
      'newborns registered in their own right and demobilised soldiers',
    ),
  ),
  wouldJoin: apart('factor', PREMIUM_FACTORS, 'would_join'),
} as const satisfies Readonly<Record<string, Counted>>

/** By quintile, known when the year is closed. */
export const GROUPS_AT_CLOSE = {
  criticalIllnessPaid: by(
    'quintile',
    QUINTILE_NUMBERS,
    'reimbursed.critical_illness',
    measure(
      'yuan',
      '大病保险赔付',
      'paid by the critical-illness insurer',
      '当年患病的赔付，不论何时申请；从未申请者得不到',
      'for illnesses of the year, whenever claimed; who never claims gets nothing',
    ),
  ),
  assistancePaid: by(
    'quintile',
    QUINTILE_NUMBERS,
    'reimbursed.assistance',
    measure(
      'yuan',
      '医疗救助支出',
      'paid by medical assistance',
      '当年住院的救助；由另一基金支付',
      'for stays of the year; another fund pays it',
    ),
  ),
  /** premiums that households paid themselves for the year, and the income of the enrolled households */
  premiumOfHouseholds: by('quintile', QUINTILE_NUMBERS, 'premiums_of_households'),
  incomeOfHouseholds: by('quintile', QUINTILE_NUMBERS, 'income_of_households'),
} as const satisfies Readonly<Record<string, Counted>>
