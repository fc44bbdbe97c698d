/** 参合指标 Who is covered, and what there is for each member. */
import { measure } from '../../words/measure.ts'
import { type Derived, ratio } from './declare.ts'

export const COVER: Readonly<Record<string, Derived>> = {
  income_per_member: ratio(
    { of: ['fund_income'], to: ['enrolled'] },
    measure('yuan', '人均筹资', 'income per member', '基金收入 ÷ 参合人数', 'fund income ÷ enrolled'),
  ),
  payout_per_member: ratio(
    { of: ['fund_expenditure'], to: ['enrolled'] },
    measure('yuan', '人均支出', 'payout per member', '基金支出 ÷ 参合人数', 'fund expenditure ÷ enrolled'),
  ),
  chronic_share: ratio(
    { of: ['chronic'], to: ['eligible_by_cover'], by: ['cover'] },
    measure(
      'share',
      '慢性病人占比',
      'chronically ill',
      '占参合者、占应参合未参合者，1月1日',
      'of members and of eligible non-members, 1 January',
    ),
  ),
  /** 参合率 Of those who may join, how many have. */
  participation_rate: ratio(
    { of: ['enrolled'], to: ['eligible'], by: ['quintile'] },
    measure('share', '参合率', 'participation rate', '参合人数 ÷ 应参合人数', 'enrolled ÷ eligible'),
  ),
  effective_cover: ratio(
    { of: ['effectively_covered'], to: ['eligible'] },
    measure(
      'share',
      '有效参合率',
      'effective cover',
      '（已参合、1月1日前已盖章且常住本县）÷ 应参合人数：即在就诊医院当场结算者。外出者同样参合，但须先垫付、回乡手工报销，也可能不报',
      '(enrolled, certificate sealed by 1 January, and living in the county) ÷ eligible: those whose bills are settled at the hospital where they fall ill. Members away are covered as well, but pay in advance and claim by hand at home, if they claim at all',
    ),
  ),
  participation_at_premium: ratio(
    { of: ['would_join'], to: ['campaign_asked'], by: ['factor'] },
    measure(
      'share',
      '不同缴费水平下的参合意愿',
      'would join at a multiple of the premium',
      '在所述倍数的保费下愿意登记的家庭成员 ÷ 被问成员；登记时用同一随机数，未计其后流失',
      'members of households that would register at the stated multiple of the premium, asked in the campaign on the same draws, before losses ÷ members asked',
    ),
  ),
}
