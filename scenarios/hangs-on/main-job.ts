/** The scenarios of npm start, base first. */
export const MAIN_JOB = ['no-steps', 'subsidy-years', 'no-steps-followed', 'steps-followed'] as const

/** Which are held against which: all against the first, and what the steps do where benefits follow income. */
export const MAIN_PAIRS = [
  { base: 0, reform: 1 },
  { base: 0, reform: 2 },
  { base: 0, reform: 3 },
  { base: 2, reform: 3 },
] as const
