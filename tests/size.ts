/** How large a county a test simulates: as large as it says in npm run test:long, a smaller one that shows the same in npm test. */
export const IS_LONG = process.env.HEZUO_TESTS === 'long'
/** Run at every change of a rule. */
export const IS_QUICK = process.env.HEZUO_TESTS === 'quick'
const SHARE = IS_LONG ? 1 : 0.3

export const large = (persons: number): number => Math.round(persons * SHARE)

/** How often a property is tried: a third as often when a rule is being written. */
export const tried = (times: number): number => (IS_QUICK ? Math.round(times / 3) : times)
