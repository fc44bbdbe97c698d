/** Which parameters mean something else than an amount: 0 stands for no limit, or a share is the chance of a draw. */

/** What 0 of these parameters of the law says: there is no such ceiling, minimum or addition, or no limit to a number. */
export const AT_ZERO: Readonly<Record<string, 'none' | 'noLimit'>> = {
  'benefit.outpatient.cap_per_visit': 'none',
  'benefit.special.visits': 'noLimit',
  'benefit.floor': 'none',
  'benefit.ceiling_bonus_poor': 'none',
}

/** A draw for one person, household or case decides, with this chance. */
const CHANCES: readonly RegExp[] = [
  /^(claims\.(card_share|never_filed)\.\w+|critical_illness\.never_filed)$/,
  /^premium\.channel_loss\./,
  /^enrolment\.partial_(caught|made_good)$/,
  /^livelihood\.(away_share|away_other_province_share|employee_insured_share|return_rate)$/,
  /^illness\.chronic_share$/,
  /\.papers\.\w+\.(missing|wrong_kind\.share)$/,
]

export const isChance = (name: string): boolean => CHANCES.some((one) => one.test(name))
