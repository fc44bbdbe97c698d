/** 参合登记 What is counted of registrations: certificates, households sent back, partial enrolment. */
import { measure } from '../../words/measure.ts'
import { type Counted, one } from './declare.ts'

export const REGISTRATION_COUNTS = {
  /** enrolled with a sealed certificate on 1 January and living in the county */
  effectivelyCovered: one('effectively_covered'),
  certificateLater: one(
    'certificate_later',
    measure(
      'persons',
      '1月1日后盖章人数',
      'certificates sealed after 1 January',
      '已参合，自盖章之日起享受待遇',
      'enrolled, covered from the day of the seal only',
    ),
  ),
  householdsSentBack: one(
    'enrolment_sent_back',
    measure(
      'count',
      '参合登记退回补件户数',
      'registrations sent back',
      '为该年度登记时因缺材料或审核有误被退回的户数',
      'households of the campaign for the year sent back for a paper or a fault that the review found',
    ),
  ),
  partialCaught: one(
    'partial_enrolment_caught',
    measure(
      'count',
      '审核发现部分参合户数',
      'partial enrolment caught',
      '审核发现未全家参合的户数',
      'households found by the review to leave members out',
    ),
  ),
  partialRefused: one(
    'partial_enrolment_refused',
    measure(
      'count',
      '部分参合被拒户数',
      'partial enrolment refused',
      '被发现者中不愿为其余成员缴费的户数',
      'of those caught, households that would not pay for the rest',
    ),
  ),
  staysBegunBefore: one(
    'stays_begun_before_cover',
    measure('episodes', '参合前入院人次', 'stays begun before cover', '只补偿参合期内的天数', 'paid for the covered days only'),
  ),
} as const satisfies Readonly<Record<string, Counted>>
