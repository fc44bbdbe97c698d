/** How large a county a test simulates: as large as it says in npm run test:long, a smaller one that shows the same in npm test. */
export const IS_LONG = process.env.HEZUO_TESTS === 'long'
const SHARE = IS_LONG ? 1 : 0.3

export const large = (persons: number): number => Math.round(persons * SHARE)
