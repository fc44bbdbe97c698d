/** 参合状态 Whether a registered person is covered in a year, and why not. */

/** Whether a registered person is covered this year, and why not (未参合原因). */
export const COVER = [
  'covered',
  'chose_not_to_join',
  'left_out_by_household',
  'registered_not_paid',
  'born_in_year',
  'employee_insurance',
  'papers_late',
  'refused_by_review',
  'in_service',
  'certificate_later',
] as const

export const COVERED = 0

export const NOT_JOINED = 1

export const LEFT_OUT = 2

export const NOT_PAID = 3

export const BORN_IN_YEAR = 4

export const OTHER_INSURANCE = 5

/** papers completed too late for the roster */
export const PAPERS_LATE = 6

/** enrolled in part, caught, and unwilling to pay for the rest */
export const REFUSED = 7

/** a soldier: cared for by the army, not eligible */
export const IN_SERVICE = 8

/** enrolled; cover begins when the certificate is sealed, after 1 January. The last code: it is no reason for being without cover */
export const CERTIFICATE_LATER = 9

/** Who joins within the year: offsets from SUMS.joinedInYear. */
export const JOINED_IN_YEAR = ['newborn', 'demobilised_soldier'] as const

/** 参合 Registered and paid for the year, whether or not the certificate is sealed yet. */
export function isEnrolled(cover: number): boolean {
  return cover === COVERED || cover === CERTIFICATE_LATER
}
