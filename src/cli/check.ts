/** hezuo check: says of each scenario file that it is valid, or throws every fault found. */
import { plain } from '../kernel/errors.ts'
import { costNote } from '../node/memory.ts'
import { outsideNotes } from '../scenario/coverage.ts'
import type { LoadedCounty, LoadedScenario } from '../scenario/load.ts'
import { commonMicrodata, type GivenSource, personsOfAll } from '../scheme/settings.ts'
import type { Lang } from '../words/lang.ts'
import { REGIONS } from '../words/places.ts'
import { amendedNotes } from './amended.ts'
import { readData, readScenarios } from './inputs.ts'
import { sayIn } from './language/say.ts'
import { saidIn, settingNotes } from './policy-notes.ts'
import { againstData, changesTable } from './results/changes.ts'

/** One line a scenario on stdout, with what it changes and what one should know of it. Throws InputFaults. */
export async function check(paths: readonly string[], lang: Lang): Promise<void> {
  const data = readData()
  const say = sayIn(lang)
  const tell = (text: string) => console.log(plain(text))
  for (const scenario of await readScenarios(paths, data.law)) {
    const { settings } = scenario
    const unusedColumns = [...new Set([scenario, ...(scenario.counties ?? [])].flatMap((one) => one.unusedColumns ?? []))]
    tell(validText(scenario, lang))
    for (const county of scenario.counties ?? []) tell(`  ${countyText(county, lang)}`)
    for (const line of changesTable(scenario, againstData(data.files), lang)) tell(`  ${line}`)
    for (const note of settingNotes(scenario, data, lang)) tell(`  ${note}`)
    for (const note of saidIn(scenario, (one) => outsideNotes(one.settings, one.law), lang)) tell(`  ${note}`)
    for (const note of amendedNotes(settings, lang)) tell(`  ${note}`)
    const cost = costNote(settings)
    if (cost) tell(`  ${say(cost)}`)
    if (unusedColumns.length > 0) tell(`  ${say('columns not used')}: ${unusedColumns.map(say).join(', ')}`)
  }
}

function countyText({ area, title, settings: { persons, region, microdata } }: LoadedCounty, lang: Lang): string {
  const people = persons.toLocaleString('en')
  const given = givenText(microdata, lang)
  if (lang === 'zh') return `${area}（${title.zh}）：${REGIONS[region].zh}，${people} 人${given}`
  return `${area} (${title.en}): place ${region}, ${people} persons${given}`
}

/** Whose people they are; '' of synthetic ones. */
function givenText(source: GivenSource | undefined, lang: Lang): string {
  const own = source?.content
  if (!own) return ''
  const weighted = own.isWeighted ? WEIGHTED[lang] : ''
  if (lang === 'zh') return `（${weighted}微观数据：${own.households} 户 ${own.persons} 人）`
  return ` (${weighted}microdata: ${own.persons} persons in ${own.households} households)`
}
const WEIGHTED = { en: 'weighted ', zh: '加权' }

function validText({ settings, files }: LoadedScenario, lang: Lang): string {
  const { name, years, counties, named, replications, seed } = settings
  const all = (named ? personsOfAll(settings) : settings.persons).toLocaleString('en')
  const those = named?.map((county) => county.name)
  const given = givenText(commonMicrodata(settings), lang)
  if (lang === 'en') {
    const places = `${counties === 1 ? '1 county' : `${counties} counties`}${those ? ` (${those.join(', ')})` : ''}`
    const times = replications === 1 ? 'one replication' : `${replications} replications`
    return `${files[0]}: valid. ${name}: ${all} ${all === '1' ? 'person' : 'persons'} in ${places}${given}, ${years[0]} to ${years[1]}, ${times}, seed ${seed}`
  }
  return `${files[0]}：有效。${name}：${counties} 个县${those ? `（${those.join('、')}）` : ''}共 ${all} 人${given}，${years[0]} 至 ${years[1]} 年，模拟 ${replications} 次，种子 ${seed}`
}
