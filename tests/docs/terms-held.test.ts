/** Every term of the glossary that has a rule in the scheme: taken out by npm run removal under its own name or another, or excepted for a reason. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadConcepts } from '../../src/policy/lookup/concepts.ts'
import { REMOVALS } from './removals.ts'

/** Terms whose rules are taken out under the names of their parts. */
const UNDER_OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  待遇: ['起付线', '报销比例', '封顶线'],
  补偿方案: ['重大疾病名单日期'],
  门诊待遇: ['门诊报销比例', '门诊封顶线', '单次封顶'],
  报销: ['结算方式', '报销材料', '逾期'],
  参合: ['以户参合', '部分参合', '参合登记'],
  盖章: ['盖章生效'],
  参合证生效: ['盖章生效', '参合年度'],
  新生儿参合: ['随母参合', '新生儿登记', '新生儿期限'],
  多方筹资: ['集体缴费', '街道分担', '医疗救助资助参合'],
  结余: ['结余控制', '风险基金'],
  大病保险赔付: ['大病分段', '大病起付线', '大病封顶线'],
  县级: ['报销窗口', '已发生未审核补偿', '大病保险保费'],
  盈亏调节: ['盈余返还', '合理利润', '亏损分担', '亏损自担'],
}

/** Terms whose rules no case misses, and why: the test that does, or what makes a case idle. */
const NOT_TAKEN_OUT: Readonly<Record<string, string>> = {
  政策范围内: 'a sum that results divide by: tests/measures/ratios.test.ts',
  补偿计算说明: 'tells what the rules have done: tests/explain/recompute.test.ts works it out again',
  患病: 'draws of needs: tests/model/exact.test.ts holds their numbers to a closed form',
  参合登记点: 'takes households through procedures whose rules are taken out: tests/model/enrolment.test.ts',
}

const concepts = loadConcepts({ path: 'data/glossary.csv', text: readFileSync('data/glossary.csv', 'utf8') })
const isTakenOut = (term: string) => REMOVALS.some(({ rule }) => rule.split(' ')[0] === term)

test('Every term of the glossary that has a rule is missed by a case when the rule is gone, or excepted for a reason', () => {
  const excepted = new Set([...Object.keys(UNDER_OTHER_NAMES), ...Object.keys(NOT_TAKEN_OUT)])
  const ofRules = concepts.filter(({ rule }) => /^(scheme|procedures)\//.test(rule))
  expect(ofRules.length).toBeGreaterThan(50)
  const open = ofRules.filter(({ zh }) => !zh.some((term) => isTakenOut(term) || excepted.has(term)))
  expect(open.map(({ zh, rule }) => `${zh[0]} ${rule}`)).toEqual([])
})

test('The parts that stand for a term are taken out', () => {
  expect(Object.values(UNDER_OTHER_NAMES).flatMap((parts) => parts.filter((part) => !isTakenOut(part)))).toEqual([])
})

test('No term is excepted that is taken out, or that is none', () => {
  const known = new Set(concepts.flatMap(({ zh }) => zh))
  const terms = [...Object.keys(UNDER_OTHER_NAMES), ...Object.keys(NOT_TAKEN_OUT)]
  expect(terms.filter((term) => !known.has(term) || isTakenOut(term))).toEqual([])
})

test('The tests that reasons name are there', () => {
  const named = Object.values(NOT_TAKEN_OUT).map((reason) => /tests\/[\w/-]+\.test\.ts/.exec(reason)?.[0] ?? reason)
  expect(named.filter((file) => !existsSync(file))).toEqual([])
})
