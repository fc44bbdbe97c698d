/** Where in a file or a list a sentence holds: looked for first, since what follows is a sentence of its own. */
import { phrases } from '../phrase.ts'

export const PLACES = phrases({
  'row <row>, column <column>: <!message>': '第 <row> 行，列 <column>：<message>',
  'band <band>: <!message>': '分段 <band>：<message>',
  '<change> makes <made> of <value> (<day>): <!message>': '<change> 使 <value>（<day>）变为 <made>：<message>',
})
