/**
 * What the draws of a procedure are for. A draw is keyed by (keyA, keyB, purpose, occasion), so each question below needs a number of its own.
 * Numbers 200 to 299 belong to the procedures, and the same 1000, 2000, … higher: a procedure whose file says `draws: 3` uses 3200 to 3299.
 * Steps are counted to 16 and papers to 31 (see schema.ts).
 */
export const PURPOSE = {
  /** first word: the minute of the first visit within the opening hours; second word: that of a visit after a review */
  firstVisit: 200,
  /** whether somebody else comes */
  byAgent: 201,
  /** which of several offices is chosen */
  office: 202,
  /** first word: whether the applicant gives up when a paper is missing; second word: days until back after a review; + number of the step */
  givesUp: 210,
  /** first word: working days until the applicant comes back, second word: minute of that visit; + number of the step */
  comesBack: 230,
  /** whether a paper is missing on the first visit; + number of the paper */
  paperMissing: 250,
  /** first word: whether the review finds a fault; second word: whether the applicant then gives up; + number of the step */
  reviewFault: 282,
} as const

export const DRAWS_PER_PROCEDURE = 1000
