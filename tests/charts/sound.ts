/** What holds of the pictures of any run. */
import { expect } from 'vitest'
import type { RenderedChart } from '../../src/charts/index.ts'
import { collisions, outside, sizeOf, textBoxes } from './boxes.ts'

/** No stray value; no text is cut off and none lies over another, on a page and on a telephone. */
export function expectSound(drawn: readonly RenderedChart[]): void {
  for (const { name, lang, svg, narrow } of drawn) {
    for (const picture of [svg, narrow]) {
      expect(picture).not.toMatch(/NaN|undefined|Infinity/)
      expect(outside(picture), `${name}.${lang}`).toEqual([])
      expect(collisions(textBoxes(picture)), `${name}.${lang}, ${sizeOf(picture).width} wide`).toEqual([])
    }
  }
}
