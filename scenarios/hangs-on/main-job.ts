/** The scenarios of npm start, base first. */
export const MAIN_JOB = ['no-steps', 'subsidy-years', 'no-steps-followed', 'steps-followed'] as const
