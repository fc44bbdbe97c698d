/**
 * What the draws of a procedure are for. A draw is keyed by (keyA, keyB, purpose, occasion), so each question below needs a number of its own.
 * Numbers 200 to 299 belong to the procedures; steps are counted to 16 and papers to 31 (see schema.ts).
 */
export const PURPOSE = {
  /** the minute of the first visit within the opening hours */
  firstVisit: 200,
  /** whether the applicant gives up when sent back; + number of the step */
  givesUp: 210,
  /** first word: working days until the applicant comes back, second word: minute of that visit; + number of the step */
  comesBack: 230,
  /** whether a paper is missing on the first visit; + number of the paper */
  paperMissing: 250,
} as const
