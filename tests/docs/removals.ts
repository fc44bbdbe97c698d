/**
 * The rules that are taken out one by one: a text that stands once in the file becomes another, which is the world without the rule.
 * A rule of the benefit is named by its Chinese term, as in the comment above it. A rule that has a fast form beside the simple one is taken
 * out of both at once: the cases must miss the rule, and not only notice that its two forms differ.
 */
const benefit = 'src/scheme/benefit/inpatient.ts'
const outpatient = 'src/scheme/benefit/outpatient.ts'
const visits = 'src/scheme/claims/visits.ts'
const ordinary = 'src/scheme/claims/visits-fast.ts'
const money = 'src/kernel/money.ts'
const subsidy = 'src/scheme/fund/subsidy.ts'
const year = 'src/scheme/enrolment/cover-rules.ts'
const premium = 'src/scheme/enrolment/premium.ts'
const enrolment = 'src/scheme/enrolment/campaign.ts'
const census = 'src/scheme/enrolment/census.ts'
const decision = 'src/scheme/enrolment/decision.ts'
const illness = 'src/scheme/critical-illness/rules.ts'
const reserve = 'src/scheme/fund/reserve.ts'
const hospitals = 'src/scheme/fund/hospitals.ts'
const budget = 'src/scheme/fund/budget.ts'
const fundLaw = 'src/scheme/fund/terms.ts'
const insurer = 'src/scheme/critical-illness/insurer.ts'
const fixed = 'src/scheme/claims/fixed-amounts.ts'
const rates = 'src/scheme/care/illness-rates.ts'
const payments = 'src/scheme/fund/payments.ts'
const stays = 'src/scheme/claims/stays.ts'
const care = 'src/scheme/care/care.ts'
const window = 'src/scheme/claims/hospital-window.ts'
const outcome = 'src/scheme/claims/outcome.ts'
const treasury = 'src/scheme/fund/treasury.ts'
const ledger = 'src/scheme/fund/ledger.ts'
const month = 'src/scheme/fund/month-end.ts'
const workload = 'src/scheme/enrolment/registration-workload.ts'
const yearEnd = 'src/scheme/critical-illness/year-end.ts'
const choice = 'src/scheme/care/choice.ts'
const cover = 'src/scheme/enrolment/cover.ts'
const walk = 'src/procedures/walk.ts'
const plan = 'src/procedures/plan.ts'

/** A text that stands once in a file, and what takes its place. */
export interface Edit {
  readonly file: string
  readonly from: string
  readonly to: string
}

export interface Removal {
  readonly rule: string
  readonly edits: readonly Edit[]
}

/** `pairs`: what stands in the file and what takes its place, by turns. */
const editsOf = (file: string, pairs: readonly string[]): Edit[] =>
  pairs.flatMap((from, at) => (at % 2 === 0 ? [{ file, from, to: pairs[at + 1] }] : []))
const rule = (name: string, file: string, ...pairs: string[]): Removal => ({ rule: name, edits: editsOf(file, pairs) })
/** The rule stands in another file, or in another form, too. */
const andIn = ({ rule: name, edits }: Removal, file: string, ...pairs: string[]): Removal => ({
  rule: name,
  edits: [...edits, ...editsOf(file, pairs)],
})

export const REMOVALS: readonly Removal[] = [
  rule('目录外 outside the catalogue', benefit, 'shareOfBill(covered, terms.catalogueShare[place])', 'covered'),
  rule('起付线 deductible', benefit, 'out.deductibleDue = deductibleDue(place, member, terms)', 'out.deductibleDue = 0'),
  rule(
    '多次住院减免 reduced deductible',
    benefit,
    'return shareOfBill(whole, admission === 2',
    'return whole + 0 * shareOfBill(whole, admission === 2',
  ),
  rule(
    '第三次住院 third admission',
    benefit,
    'admission === 2 ? terms.deductibleSecondShare : terms.deductibleThirdShare',
    'terms.deductibleSecondShare',
  ),
  rule('年度起付 yearly deductible', benefit, "if (terms.deductibleRule === 'yearly')", 'if (false)'),
  rule('每次起付 deductible each time', benefit, "if (terms.deductibleRule === 'each_admission') return whole", ''),
  rule(
    '报销比例 rate of the place',
    benefit,
    'return shareOfBill(eligible - deductible, terms.rate[place])',
    'return eligible - deductible',
  ),
  rule('分段报销 bands', benefit, 'const bands = terms.bandFrom.length', 'const bands = 0'),
  rule('分段累进 marginal reading of bands', benefit, 'if (!terms.bandsMarginal) {', 'if (true) {'),
  rule('全额分段 whole reading of bands', benefit, 'if (!terms.bandsMarginal) {', 'if (false) {'),
  rule('分级系数 multiplier of bands', benefit, 'shareOfBill(terms.bandRate[band], terms.bandMultiplier[place])', 'terms.bandRate[band]'),
  rule('保底补偿 guaranteed minimum', benefit, 'out.floor = stay.undesignated ? 0 : guaranteed(', 'out.floor = 0 * guaranteed('),
  rule(
    '保底上限 limit of the guarantee',
    benefit,
    'Math.min(eligible - deductible, shareOfBill(bill - deductible, terms.floor))',
    'shareOfBill(bill - deductible, terms.floor)',
  ),
  rule('保底起付 deductible of the guarantee', benefit, 'shareOfBill(bill - deductible, terms.floor)', 'shareOfBill(bill, terms.floor)'),
  rule(
    '定点保底 guarantee at designated hospitals only',
    benefit,
    'out.floor = stay.undesignated ? 0 : guaranteed(',
    'out.floor = guaranteed(',
  ),
  rule('重大疾病 listed disease', benefit, 'stay.listed && !stay.undesignated ?', 'false ?'),
  rule('重大疾病限于名单 for listed diseases only', benefit, 'stay.listed && !stay.undesignated ?', 'true ?'),
  rule(
    '重大疾病限额 limit of the list',
    benefit,
    'shareOfBill(Math.min(covered, terms.listedLimit), terms.listedRate)',
    'shareOfBill(covered, terms.listedRate)',
  ),
  rule('从优补偿 the larger of rate, minimum and list', benefit, 'Math.max(out.atRate, out.floor, out.listed)', 'out.atRate'),
  rule('重大疾病名单日期 dates of the list', 'src/scheme/benefit/terms.ts', "law.text('benefit.listed_diseases', day)", "'on'"),
  rule(
    '非定点医疗机构 undesignated hospital',
    benefit,
    'const due = stay.undesignated ? atUndesignated(out.atRate, terms) :',
    'const due =',
  ),
  rule(
    '非定点比例 share at an undesignated hospital',
    benefit,
    'return shareOfBill(atRate, terms.undesignatedFactor)',
    'return 0 * atRate * terms.undesignatedFactor',
  ),
  rule('封顶线 ceiling', benefit, 'out.paid = Math.min(due, out.ceilingLeft)', 'out.paid = due'),
  rule('年度封顶 ceiling of the year', benefit, 'terms.ceilingPerAdmission ? 0 : member.paidThisYear', '0'),
  rule('每次封顶 ceiling of an admission', benefit, 'terms.ceilingPerAdmission ? 0 : member.paidThisYear', 'member.paidThisYear'),
  rule('困难群众封顶线 ceiling bonus of the poor', benefit, '(member.poor ? terms.ceilingBonusPoor : 0)', '0'),
  rule('困难群众限定 bonus for the poor only', benefit, '(member.poor ? terms.ceilingBonusPoor : 0)', 'terms.ceilingBonusPoor'),
  rule('参合前天数 days before cover', benefit, 'shareOfBill(bill, stay.coveredShare ?? 1_000_000)', 'bill'),
  rule('住院补偿 the benefit of a stay', benefit, 'out.paid = Math.min(due, out.ceilingLeft)', 'out.paid = 0'),
  rule(
    '四舍五入 half a fen up',
    money,
    ...['(fen * millionths + MILLION / 2) / MILLION', '(fen * millionths) / MILLION'],
    ...['fen * millionths + (MILLION / 2 + 0.5)', 'fen * millionths + 0.5'],
  ),
  rule(
    '四舍五入 less than half a fen dropped',
    money,
    ...['(fen * millionths + MILLION / 2) / MILLION', '(fen * millionths + MILLION - 1) / MILLION'],
    ...['fen * millionths + (MILLION / 2 + 0.5)', 'fen * millionths + (MILLION - 0.5)'],
  ),
  rule('四舍五入 of a bill', money, 'fen * millionths + (MILLION / 2 + 0.5)', 'fen * millionths + 0.5'),
  rule('四舍五入 of other sums', money, '(fen * millionths + MILLION / 2) / MILLION', '(fen * millionths) / MILLION'),
  rule(
    '四舍五入 of other sums, less than half a fen dropped',
    money,
    '(fen * millionths + MILLION / 2) / MILLION',
    '(fen * millionths + MILLION - 1) / MILLION',
  ),
  rule(
    '门诊统筹 pooled outpatient cover',
    outpatient,
    'if (rate === 0 || terms.outpatientMode',
    'if (true || rate === 0 || terms.outpatientMode',
  ),
  rule('门诊统筹 pool, step by step', outpatient, 'out.pool = Math.min(limited, out.ceilingLeft)', 'out.pool = 0'),
  andIn(
    rule(
      '门诊目录 outside the catalogue at a visit',
      outpatient,
      'out.eligible = shareOfBill(bill, terms.visitCatalogueShare)',
      'out.eligible = bill',
    ),
    outpatient,
    'shareOfBill(shareOfBill(bill, terms.visitCatalogueShare), rate)',
    'shareOfBill(bill, rate)',
  ),
  andIn(
    rule(
      '门诊报销比例 rate of a visit',
      outpatient,
      'out.atRate = shareOfBill(out.eligible, terms.visitRate[place])',
      'out.atRate = out.eligible',
    ),
    outpatient,
    ...['if (rate === 0 || terms.outpatientMode', 'if (terms.outpatientMode'],
    ...['shareOfBill(shareOfBill(bill, terms.visitCatalogueShare), rate)', 'shareOfBill(bill, terms.visitCatalogueShare)'],
  ),
  andIn(
    rule('门诊封顶线 yearly cap of visits', outpatient, 'out.pool = Math.min(limited, out.ceilingLeft)', 'out.pool = limited'),
    outpatient,
    'return paid < left ? paid : Math.max(left, 0)',
    'return paid + 0 * left',
  ),
  andIn(
    rule('单次封顶 limit of a visit', outpatient, 'terms.visitCapEach > 0 ?', 'false ?'),
    outpatient,
    'if (terms.visitCapEach > 0 &&',
    'if (false &&',
  ),
  andIn(
    rule('门诊制度 outpatient regime', outpatient, "else if (terms.outpatientMode === 'pooled') payFromPool", 'else payFromPool'),
    outpatient,
    "if (rate === 0 || terms.outpatientMode !== 'pooled')",
    'if (rate === 0)',
  ),
  andIn(
    rule('门诊结算 visits of members only', ordinary, 'const member = cover[p] === COVERED', 'const member = true'),
    visits,
    'if (cover.now[p] !== COVERED) {',
    'if (false) {',
  ),
  andIn(
    rule('门诊封顶线 what was paid before counts', ordinary, 'paidThisYear += paid\n', '\n'),
    visits,
    ...['paidVisits[p] += paid\n', '\n'],
    ...['accounts.paidVisits[p] += s.pool\n', '\n'],
  ),
  rule('门诊就诊 the pool pays whoever is not followed', ordinary, 'const paid = reimburseVisit(', 'const paid = 0 * reimburseVisit('),
  rule('家庭账户 household account', outpatient, 'place <= TOWNSHIP ? Math.min(account.balance, due) : 0', '0'),
  rule('家庭账户余额 what is left in the account', outpatient, 'Math.min(account.balance, due)', 'due'),
  rule(
    '家庭账户限于乡村 account at village and township only',
    outpatient,
    'place <= TOWNSHIP ? Math.min(account.balance, due) : 0',
    'Math.min(account.balance, due)',
  ),
  rule('特殊病慢性病门诊 special diseases', outpatient, 'if (account.certified && place === COUNTY) paySpecial', 'if (false) paySpecial'),
  rule('鉴定 certification', outpatient, 'if (account.certified && place === COUNTY)', 'if (place === COUNTY)'),
  rule(
    '特殊病限于县级 special diseases at the county only',
    outpatient,
    'if (account.certified && place === COUNTY)',
    'if (account.certified)',
  ),
  rule(
    '特殊病起付线 special deductible',
    outpatient,
    'Math.min(out.eligible, Math.max(0, terms.specialDeductible - account.specialEligible))',
    '0',
  ),
  rule('特殊病封顶线 special ceiling', outpatient, 'out.special = Math.min(out.atRate, out.ceilingLeft)', 'out.special = out.atRate'),
  rule('特殊病次数 number of special visits', outpatient, 'terms.specialVisits > 0 &&', 'false &&'),

  rule('财政补助 central share', subsidy, 'terms.centralShare * Math.max(0, standard - terms.centralThreshold)', '0'),
  rule('中央补助基数 central base', subsidy, 'Math.min(standard, terms.centralBase)', '0'),
  rule('省级补助 provincial share', subsidy, 'Math.round((total - central) * terms.provinceShare)', '0'),
  rule('县级增补 county top-up', subsidy, ' + fenOf(terms.topUp) }', ' }'),
  rule(
    '补助公布 announced after 1 January',
    subsidy,
    'terms.announced <= yearStart ? full : splitByLevel(terms.lastStandard, terms)',
    'full',
  ),
  rule('中央预拨 central advance', subsidy, 'Math.round(announced * enrolledLastYear * terms.centralAdvanceShare)', 'central'),
  rule(
    '预拨上限 advance no more than the year',
    subsidy,
    'Math.min(central, Math.round(announced * enrolledLastYear * terms.centralAdvanceShare))',
    'Math.round(announced * enrolledLastYear * terms.centralAdvanceShare)',
  ),
  rule('县级到账 arrival of county money', subsidy, "['county', terms.countyArrives]", "['county', yearStart]"),

  rule(
    '以户参合 all members belong',
    census,
    'else if (decided === IN_PART && leavesOut(county, p, held)) coverNext[p] = LEFT_OUT',
    'else if (county.people.residence[p] !== 0) coverNext[p] = LEFT_OUT',
  ),
  rule(
    '部分参合 partial enrolment',
    census,
    '    else if (decided === IN_PART && leavesOut(county, p, held)) coverNext[p] = LEFT_OUT\n',
    '',
  ),
  rule(
    '审核 review of partial enrolment',
    enrolment,
    "if (caught >= terms.partialCaught) return 'overlooked'",
    "if (true) return 'overlooked'",
  ),
  rule('补缴 caught households may pay', enrolment, "pays < terms.partialMadeGood ? 'made_good' : 'refused'", "'refused'"),
  rule('拒绝 caught households may be refused', enrolment, "pays < terms.partialMadeGood ? 'made_good' : 'refused'", "'made_good'"),
  rule(
    '参合登记 nobody is enrolled',
    census,
    'if (!isJoining(decided)) coverNext[p] = decided',
    'if (decided !== 250) coverNext[p] = NOT_JOINED',
  ),
  rule('参合意愿 whoever is asked joins', decision, 'let yes = surelyJoins(', 'let yes = true || surelyJoins('),
  rule('参合意愿 price of the premium', 'src/scheme/enrolment/choice.ts', '(ownShare * premium * 100)', '(0 * ownShare)'),
  rule('参合意愿 what others pay is no price', decision, 'poor[h] ? ownShareOfPoor : ownShare,', 'poor[h] ? 1 : 1,'),
  rule('参合意愿 the premium of the poor is no price to them', decision, 'poor[h] ? ownShareOfPoor : ownShare,', 'ownShare,'),
  rule(
    '居民参保登记 registration for resident insurance',
    'src/scheme/enrolment/registration.ts',
    "if (rule === 'resident_notice') return NOTICE[channel]",
    "if (rule === 'resident_notice') return 0",
  ),
  rule(
    '居民参保申请 application',
    'src/scheme/enrolment/registration.ts',
    "if (rule === 'resident_application') return atCounty ? AT_COUNTY : AT_SERVICE_POINT",
    '',
  ),
  rule(
    '提前登记 registered before the day of payment',
    'src/scheme/enrolment/registration.ts',
    'while (start > opens && calendar.addWorking(start, lead) > day) start--',
    '',
  ),
  rule('按时缴费 payment by the deadline', premium, 'return payDay <= deadline', 'return true'),
  rule('最后一天 the last day is in time', premium, 'return payDay <= deadline', 'return payDay < deadline'),
  rule('集体缴费 the collective pays', premium, 'if (channel === COLLECTIVE) return 1', ''),
  rule('街道分担 community and street pay', premium, 'channel === STREET ? Math.min(1, terms.communityShare + terms.streetShare) : 0', '0'),
  rule('医疗救助资助参合 assistance pays for the poor', premium, 'poor ? Math.round(fen * assistanceShare) : 0', '0'),
  rule('个人缴费 the household pays', premium, 'individual: fen - assistance - collective }', 'individual: 0 }'),
  rule('参合年度 not before 1 January', year, 'return Math.max(0, sealed)', 'return sealed'),
  rule('盖章生效 cover from the seal', year, 'return Math.max(0, sealed)', 'return 0 * sealed'),
  rule(
    '跨年住院 days before cover',
    year,
    'return before + Math.max(0, discharged - Math.max(from, admitted, 0))',
    'return discharged - admitted + 0 * before * from',
  ),
  rule(
    '跨年住院 covered days are paid',
    year,
    'return before + Math.max(0, discharged - Math.max(from, admitted, 0))',
    'return 0 * before * from',
  ),
  rule('随母参合 with the mother', year, "terms.newbornRule === 'with_mother' ? motherCovered :", 'true ? false && motherCovered :'),
  rule(
    '新生儿限定 mother without cover',
    year,
    "terms.newbornRule === 'with_mother' ? motherCovered :",
    "terms.newbornRule === 'with_mother' ? true || motherCovered :",
  ),
  rule('新生儿登记 registered newborn', year, 'registeredAfter <= terms.newbornDays', 'registeredAfter <= 0 * terms.newbornDays'),
  rule('新生儿期限 last day of registration', year, 'registeredAfter <= terms.newbornDays', 'registeredAfter >= 0 * terms.newbornDays'),

  rule('大病保险 critical-illness cover', illness, 'return Math.min(sum, terms.ceiling)', 'return 0'),
  rule('大病起付线 threshold', illness, 'const from = Math.max(terms.bandFrom[i], threshold)', 'const from = terms.bandFrom[i]'),
  rule(
    '大病起付以下 nothing up to the threshold',
    illness,
    'if (!terms.inForce || borne <= threshold) return 0',
    'if (!terms.inForce) return 0\n  if (borne <= threshold) return 1',
  ),
  rule('大病封顶线 ceiling of the cover', illness, 'return Math.min(sum, terms.ceiling)', 'return sum'),
  rule('大病实施 in force by date', illness, '!terms.inForce || borne <= threshold', 'borne <= threshold'),
  rule('大病分段 bands of the cover', illness, 'const bands = terms.bandFrom.length', 'const bands = 1'),
  rule('困难群众起付线 threshold of the poor', illness, 'poor ? terms.thresholdPoor : terms.threshold', 'terms.threshold'),
  rule('困难群众起付线限定 for the poor only', illness, 'poor ? terms.thresholdPoor : terms.threshold', 'terms.thresholdPoor'),
  rule('盈余返还 profit goes back', illness, 'refund: beyondProfit,', 'refund: 0,'),
  rule('合理利润 profit is kept', illness, 'Math.max(0, profit - shareOf(premium, terms.profitShare))', 'Math.max(0, profit)'),
  rule('亏损分担 loss is shared', illness, 'lossShared: shareOf(beyondLoss, terms.fundLossShare)', 'lossShared: 0'),
  rule('亏损自担 loss the insurer bears', illness, 'Math.max(0, -profit - shareOf(premium, terms.lossShare))', 'Math.max(0, -profit)'),
  rule(
    '医疗救助 medical assistance',
    'src/scheme/critical-illness/rules.ts',
    'return Math.min(terms.ceiling, shareOf(Math.max(0, remaining), terms.rate))',
    'return 0',
  ),
  rule('救助比例 rate of assistance', 'src/scheme/critical-illness/rules.ts', 'shareOf(Math.max(0, remaining), terms.rate)', 'remaining'),
  rule(
    '救助封顶线 ceiling of assistance',
    'src/scheme/critical-illness/rules.ts',
    'Math.min(terms.ceiling, shareOf(Math.max(0, remaining), terms.rate))',
    'shareOf(Math.max(0, remaining), terms.rate)',
  ),
  rule(
    '救助 nothing remains',
    'src/scheme/critical-illness/rules.ts',
    'return Math.min(terms.ceiling, shareOf(Math.max(0, remaining), terms.rate))',
    'return terms.ceiling',
  ),
  rule('风险基金 risk fund', reserve, 'return Math.min(accumulated, Math.max(0, shareOf(income, share) - riskFund))', 'return 0'),
  rule(
    '风险基金上限 a tenth of the income',
    reserve,
    'Math.min(accumulated, Math.max(0, shareOf(income, share) - riskFund))',
    'accumulated',
  ),
  rule(
    '风险基金来源 no more than the balance',
    reserve,
    'Math.min(accumulated, Math.max(0, shareOf(income, share) - riskFund))',
    'Math.max(0, shareOf(income, share) - riskFund)',
  ),
  rule(
    '动用风险基金 risk fund drawn',
    reserve,
    'if (accumulated < 0) return -Math.min(riskFund, -accumulated)',
    'if (accumulated < 0) return 0',
  ),
  rule('动用上限 no more than is there', reserve, '-Math.min(riskFund, -accumulated)', 'accumulated'),
  rule('二次补偿 surplus of the year', reserve, 'balance - shareOf(income, guidance.ofYear)', '0'),
  rule('二次补偿 cumulative balance', reserve, 'reserve - shareOf(income, guidance.cumulative)', '0'),
  rule('二次补偿比例 in proportion to cost borne', reserve, 'Number((BigInt(fen) * BigInt(weights[i])) / total)', '0'),
  rule('二次补偿余数 to the last fen', reserve, '    parts[i]++\n', ''),
  rule('二次补偿限定 nothing to those who bore nothing', reserve, '    if (weights[i] === 0) continue\n', ''),
  rule('结余控制 within the limits', reserve, 'return Math.max(0, Math.min(above, reserve))', 'return reserve'),
  rule('二次补偿上限 no more than the reserve', reserve, 'return Math.max(0, Math.min(above, reserve))', 'return Math.max(0, above)'),

  rule(
    '报销材料 missing papers',
    plan,
    ...['    const paper = firstOf(left)\n', '    const paper = 99 + firstOf(left)\n'],
    ...['if ((asked >> paper) & 1) draws.push', 'if (false) draws.push'],
  ),
  rule('逾期 deadline', walk, "if (setOut > deadline) return end(way, 'late', day)", ''),
  rule(
    '逾期 any deadline',
    walk,
    ...["if (setOut > deadline) return end(way, 'late', day)", ''],
    ...['if (plan.byDeadline[at] && day > deadline)', 'if (false && day > deadline)'],
  ),
  rule('最后一天 the last day of the term', walk, 'if (setOut > deadline)', 'if (setOut >= deadline)'),
  rule('按期办结 steps by the deadline', walk, 'if (plan.byDeadline[at] && day > deadline)', 'if (false && day > deadline)'),
  rule(
    '按期办结 the last day of a step',
    walk,
    'if (plan.byDeadline[at] && day > deadline)',
    'if (plan.byDeadline[at] && day >= deadline)',
  ),
  rule('参保条件 conditions', walk, 'if (unmet) return', 'if (false && unmet) return'),
  rule('报销材料 whoever lacks one is not taken the way of others', plan, 'if ((asked >> paper) & 1) draws.push', 'if (false) draws.push'),
  rule(
    '不适用的条件 conditions that are off',
    plan,
    ...['applies && !((circumstances', 'applies !== undefined && !((circumstances'],
    ...['(eligibility ?? []).filter(({ applies }) => applies)', '(eligibility ?? [])'],
  ),
  rule('放弃 giving up', walk, 'if (givesUp(plan, at, input, review)) return', 'if (false) return'),
  rule('代办 papers of the agent', plan, '(byAgent ? -1 : ~plan.ofAgent)', '-1'),
  rule('代办 an agent is asked', plan, '(byAgent ? -1 : ~plan.ofAgent)', '~plan.ofAgent'),
  rule(
    '复核 review finds a fault',
    plan,
    ...['return plan.faulty[step] > 0 &&', 'return false &&'],
    ...['plan.faulty.forEach((chance, step)', 'new Float64Array(0).forEach((chance, step)'],
  ),
  rule('补件 coming back takes days', walk, 'nextWorking(away === 0 ? day : calendar.addWorking(day, away))', 'nextWorking(day)'),
  rule('花名册 batches', walk, 'if (batches) day =', 'if (false) day ='),
  rule('办理时限 working days of a step', walk, 'if (days > 0) day =', 'if (false) day ='),
  rule(
    '工作日 working days',
    'src/kernel/calendar.ts',
    ...['return listing === 0 ? weekday(day) < SATURDAY : listing === WORK', 'return listing === listing'],
    ...['if (listing === 0 ? dayOfWeek < SATURDAY : listing === WORK) left--', 'if (listing === listing) left--'],
  ),
  rule(
    '节假日 holidays',
    'src/kernel/calendar.ts',
    ...['return listing === 0 ? weekday(day) < SATURDAY : listing === WORK', 'return weekday(day) < SATURDAY'],
    ...['if (listing === 0 ? dayOfWeek < SATURDAY : listing === WORK) left--', 'if (dayOfWeek < SATURDAY) left--'],
  ),
  rule('周末受理 offices open every day', walk, 'plan.everyDay[at][variant] ? OPEN_EVERY_DAY : calendar', 'calendar'),
  rule('一次性告知 everything missing is named at once', walk, 'brought |= unfit', 'brought |= unfit & -unfit'),
  rule(
    '首次递交 only the first submission counts',
    walk,
    '      at = plan.back[at]\n',
    "      if (day > deadline - 30) return end(way, 'late', day)\n      at = plan.back[at]\n",
  ),

  rule('制度沿革 only what has happened', 'src/policy/lookup/history.ts', 'milestone.day <= day', 'milestone.day >= 0 * day - 1e9'),
  rule('制度沿革 what has happened', 'src/policy/lookup/history.ts', 'milestone.day <= day', 'milestone.day < -1e9 + day'),

  rule(
    '邻里效应 what the village did last year',
    'src/scheme/enrolment/choice.ts',
    'return terms.neighbourResponse * (logOdds(participation) - logOdds(terms.referenceParticipation))',
    'return 0 * terms.neighbourResponse * (logOdds(participation) - logOdds(terms.referenceParticipation))',
  ),
  rule('邻里效应 taken not to matter', 'src/scheme/enrolment/choice.ts', 'if (!terms.neighboursMatter) return 0', ''),
  rule(
    '邻里效应 no village pulls without end',
    'src/scheme/enrolment/choice.ts',
    'Math.min(0.995, Math.max(0.5, participation))',
    'Math.min(0.995, Math.max(0.001, participation))',
  ),
  rule(
    '按时缴费 somebody comes round again',
    'src/scheme/enrolment/collection.ts',
    "channel.startsWith('village') || i >= VILLAGE_CHANNELS.length ? 1 : 0",
    "channel.startsWith('village') || i >= VILLAGE_CHANNELS.length ? 0 : 0",
  ),
  rule(
    '按时缴费 nobody comes to who pays alone',
    'src/scheme/enrolment/collection.ts',
    "channel.startsWith('village') || i >= VILLAGE_CHANNELS.length ? 1 : 0",
    "channel.startsWith('village') || i >= VILLAGE_CHANNELS.length ? 1 : 1",
  ),
  rule(
    '缴费 a payment that is lost',
    'src/scheme/enrolment/collection.ts',
    'if (!lost && paidInTime(day, deadline)) return true',
    'if (paidInTime(day, deadline)) return true',
  ),
  rule(
    '拨付 hospitals last',
    payments,
    "['second_compensation', 'insurer', 'hospitals'] as const",
    "['hospitals', 'insurer', 'second_compensation'] as const",
  ),
  rule(
    '拨付 members before the insurer',
    payments,
    "['second_compensation', 'insurer', 'hospitals'] as const",
    "['insurer', 'second_compensation', 'hospitals'] as const",
  ),
  rule('拨付 claims wait for cash', payments, 'if (limited && this.#fund.cash() < fen) return true', ''),
  rule(
    '拨付 nobody overtakes a claim',
    payments,
    'if (limited && this.#fund.cash() < fen) return true',
    'if (limited && this.#fund.cash() < fen) continue',
  ),
  rule(
    '拨付 claims first',
    payments,
    'if (limited && this.#fund.cash() < fen) return true',
    'if (limited && this.#fund.cash() < fen) break',
  ),
  rule(
    '拨付 in part as far as cash goes',
    payments,
    'limited ? Math.max(0, Math.min(this.#owed[i], this.#fund.cash())) : this.#owed[i]',
    'limited && this.#fund.cash() < this.#owed[i] ? 0 : this.#owed[i]',
  ),
  rule('拨付 what is left is still owed', payments, 'this.#owed[i] -= part\n', 'this.#owed[i] = 0\n'),
  rule('结算方式 what is left of the draw', stays, 'lot < card ? lot / card : (lot - card) / (1 - card)', 'lot + 0 * card'),
  rule('结算方式 some never claim', stays, 'if (lotByHand(stay, lot, terms) < terms.neverFiled[stay.place]) return NEVER_FILED', ''),
  rule(
    '结算方式 no card at an undesignated hospital',
    stays,
    'undesignated ? 0 : terms.cardShare[place]',
    'undesignated ? terms.cardShare[place] : terms.cardShare[place]',
  ),
  rule(
    '结算方式 days until it is claimed',
    stays,
    'Math.min(LATEST_FILING, 1 + Math.floor(wait * terms.filingDays[stay.place]))',
    'Math.min(LATEST_FILING, 1)',
  ),
  rule(
    '结算方式 the latest day',
    stays,
    'Math.min(LATEST_FILING, 1 + Math.floor(wait * terms.filingDays[stay.place]))',
    '1 + Math.floor(wait * terms.filingDays[stay.place])',
  ),
  rule(
    '就医 the longest stay',
    care,
    'Math.min(LONGEST_STAY, Math.floor(wait * terms.stayDays[place]))',
    'Math.floor(wait * terms.stayDays[place])',
  ),
  rule('就医 at least a day', care, 'return 1 + Math.min(LONGEST_STAY', 'return 0 + Math.min(LONGEST_STAY'),
  rule('就医 days in hospital', care, 'Math.floor(wait * terms.stayDays[place])', '0'),
  rule('就医 the highest bill', care, 'Math.min(BILL_TOP, Math.floor(mean', 'Math.min(9 * BILL_TOP, Math.floor(mean'),

  rule(
    '定点医院结算 part withheld until the check',
    hospitals,
    'const part = shareOf(stays, terms.withheldShare)',
    'const part = 0 * shareOf(stays, terms.withheldShare)',
  ),
  rule(
    '定点医院结算 nothing withheld of visits',
    hospitals,
    'const part = shareOf(stays, terms.withheldShare)',
    'const part = shareOf(stays + visits, terms.withheldShare)',
  ),
  rule(
    '月结算 only months that are over',
    hospitals,
    'const { stays, visits, year } = this.#due\n',
    'const year = this.#due.year\n    const stays = this.#due.stays + this.#month.stays\n    const visits = this.#due.visits + this.#month.visits\n',
  ),
  rule(
    '年度考核 the deduction',
    hospitals,
    'const deducted = shareOf(held, terms.deductionShare)',
    'const deducted = 0 * shareOf(held, terms.deductionShare)',
  ),
  rule(
    '年度考核 the rest is released',
    hospitals,
    "this.#payments.pay('hospitals', held - deducted)",
    "this.#payments.pay('hospitals', 0)",
  ),
  rule('以收定支 tolerance', budget, 'Math.abs(claims / income - terms.targetUseRate) <= terms.tolerance', 'false'),
  rule(
    '以收定支 most steps a year',
    budget,
    'Math.min(terms.mostSteps, Math.floor(Math.abs(gap) / effect + 0.5))',
    'Math.floor(Math.abs(gap) / effect + 0.5)',
  ),
  rule('以收定支 the nearest whole step', budget, 'Math.floor(Math.abs(gap) / effect + 0.5)', 'Math.floor(Math.abs(gap) / effect)'),
  rule('以收定支 each rule reckons with those before', budget, '    gap -= steps * effect\n', ''),
  rule('以收定支 a higher deductible saves', budget, "name === 'deductible' ? -steps : steps", "name === 'ceiling' ? steps : steps"),
  rule('以收定支 what is aimed at', budget, 'let gap = terms.targetUseRate * income - claims', 'let gap = income - claims'),
  rule('调整方案 the highest', budget, 'Math.min(Math.max(high, value), ', 'Math.max(-1, '),
  rule(
    '调整方案 the lowest',
    budget,
    'Math.max(Math.min(low, value), value + steps[i] * unit(terms.step[i]))',
    'value + steps[i] * unit(terms.step[i])',
  ),
  rule(
    '调整方案 whom a scenario exempts',
    budget,
    '(benefit.deductible[place] === 0 ? 0 : fen)',
    '(benefit.deductible[place] < 0 ? 0 : fen)',
  ),
  rule(
    '预期补助 what is announced in time',
    fundLaw,
    "if (announced <= start) return law.number('subsidy.standard', start)\n",
    'if (announced < 0) return 0\n',
  ),
  rule('预期补助 not what is announced later', fundLaw, 'if (announced <= start) return', 'if (announced > -1e9) return'),
  rule('预期补助 a share of the last rise', fundLaw, "law.number('budget.expected_subsidy_rise', start) * (last - before)", '0 * before'),
  rule('清算 once', insurer, 'if (cover.settled || (', 'if (('),
  rule('清算 claims of their own year', insurer, 'this.#book(year).paid += fen', 'this.#book(2015 + 0 * year).paid += fen'),
  rule(
    '大病保险承办机构 what goes back is not its own',
    insurer,
    'premium - paid - owed.refund + owed.lossShared',
    'premium - paid + owed.lossShared',
  ),
  rule(
    '慢性病鉴定 a share of the chronically ill',
    visits,
    '(traits & CHRONIC) !== 0 && rank < terms.specialShare',
    '(traits & CHRONIC) !== 0 && terms.specialShare > 0',
  ),
  rule(
    '慢性病鉴定 of the chronically ill only',
    visits,
    '(traits & CHRONIC) !== 0 && rank < terms.specialShare',
    'traits >= 0 && rank < terms.specialShare',
  ),
  rule('定额补助 no more than the bill', outpatient, 'return Math.min(bill, sum)', 'return sum + 0 * bill'),
  rule('定额补助 no more than the sum', outpatient, 'return Math.min(bill, sum)', 'return bill + 0 * sum'),
  rule(
    '住院分娩 the mother is covered',
    fixed,
    'if (mother < 0 || cover.now[mother] !== COVERED) return',
    'if (mother < 0 || cover.now[mother] < COVERED) return',
  ),
  rule('住院分娩 the benefit', fixed, "this.#pay(mother, people.birthDay[newborn] - this.#yearStart, 'delivery')", ''),
  rule('趋势 growth since the base year', rates, 'for (let i = 0; i < Math.abs(years); i++) factor *= yearly', 'factor *= yearly / yearly'),
  rule('趋势 before the base year', rates, 'return years < 0 ? 1 / factor : factor', 'return factor'),
  rule('患病率 published mean', rates, ' * trend(law, day, kind)', ' * 0 + trend(law, day, kind)'),
  rule(
    '患病率 of the chronically ill',
    rates,
    'shape[band] * (c & 1 ? female : 1) * (c & 2 ? chronic : 1)',
    'shape[band] * (c & 1 ? female : 1)',
  ),
  rule('患病率 of women', rates, 'shape[band] * (c & 1 ? female : 1) * (c & 2 ? chronic : 1)', 'shape[band] * (c & 2 ? chronic : 1)'),
  rule(
    '邻里效应 measured from the reference',
    'src/scheme/enrolment/choice.ts',
    'logOdds(participation) - logOdds(terms.referenceParticipation)',
    'logOdds(participation) - 0 * logOdds(terms.referenceParticipation)',
  ),
  rule(
    '缴费 on its own day',
    'src/scheme/enrolment/collection.ts',
    'if (!paidInTime(day, deadline) && ROUND_IS_MADE[way]) day = deadline',
    'if (ROUND_IS_MADE[way]) day = deadline',
  ),
  rule('拨付 the payment', payments, 'this.#payeePaid[i](part)', 'this.#payeePaid[i](0 * part)'),
  rule('调整方案 the step', budget, 'value + steps[i] * unit(terms.step[i])', 'value + 0 * steps[i] * unit(terms.step[i])'),
  rule('慢性病鉴定 whoever is certified', visits, 'return (traits & CHRONIC) !== 0 &&', 'return traits < 0 &&'),
  rule('健康体检 the benefit', fixed, "this.#pay(p, Math.floor(share(secondWord()) * CHECK_UP_DAYS), 'check_up')", ''),
  rule('健康体检 whoever comes', fixed, '>= this.#terms.checkUpShare) return', '>= 1) return'),
  rule('健康体检 members only', fixed, ' || !isEnrolled(cover.now[p])) continue', ') continue'),
  rule('参合证 asked for at the window', window, 'if (!(people.traits[p] & CERTIFIED)) return false', ''),
  rule('定点医院结算窗口 all papers at hand', window, 'unfit === 0 || ', ''),
  rule('定点医院结算窗口 papers that are fetched', window, ' || !givesUp(this.#plan, 0, key, false)', ''),
  rule('定点医院结算窗口 papers that are missing', window, 'const unfit = unfitPapers(this.#plan, 0, key, 0, false)', 'const unfit = 0'),
  rule('报销结果 the deadline', outcome, 'if (setOut > deadline) return false', ''),
  rule('报销结果 the last day', outcome, 'setOut > deadline', 'setOut >= deadline'),
  rule('报销结果 what is made good', outcome, ".outcome === 'done'", ".outcome === 'late'"),
  rule('报销结果 what is given up', outcome, ".outcome === 'done'", '.outcome.length > 0'),
  rule(
    '报销窗口 the year of discharge',
    'src/scheme/claims/claims-office.ts',
    'claims.dischargeYear[row] = yearOf(dischargeDay)',
    'claims.dischargeYear[row] = yearOf(submitDay)',
  ),
  rule('报销窗口 what is approved is spent', treasury, 'this.#entries.claimApproved(fen)', 'this.#entries.claimApproved(0 * fen)'),
  rule('已发生未审核补偿 what is handed in', treasury, 'this.#unreported += claim.fen', 'this.#unreported += 0 * claim.fen'),
  rule('已发生未审核补偿 until it is approved', treasury, 'approved: (fen) => {\n        this.#unreported -= fen', 'approved: (fen) => {'),
  rule('大病保险保费 by the head', treasury, 'this.#entries.insured(premium * enrolled)', 'this.#entries.insured(premium)'),
  rule('大病保险保费 only where there is cover', treasury, 'if (inForce) {', 'if (true) {'),
  rule(
    '年终结账 the balance of the year',
    ledger,
    "balance[INDEX['reserve:accumulated']] += fen",
    "balance[INDEX['reserve:accumulated']] += 0 * fen",
  ),
  rule('年终结账 the part of the risk fund', 'src/scheme/fund/year-close.ts', 'this.#fillRiskFund(terms)', ''),
  rule('分录 what comes in', ledger, '      this.#enter(number, to, fen, 0)\n', ''),
  rule('分录 has come out somewhere', ledger, '      this.#enter(number, from, 0, fen)\n', ''),
  rule(
    '基金 no day closes with one side alone',
    ledger,
    'if (difference[i] !== 0)',
    'if (false)',
    'if (sum !== 0) throw',
    'if (false) throw',
  ),
  rule('基金 income of the year', ledger, 'income: -total(INCOME)', 'income: 0 * total(INCOME)'),
  rule('基金 expenditure of the year', ledger, 'expenditure: total(EXPENDITURE)', 'expenditure: 0 * total(EXPENDITURE)'),
  rule('月末 each month by itself', month, '    this.#now = nothing()\n', ''),
  rule('月末 subsidies received', month, 'this.#now.received += fen', 'this.#now.received += 0 * fen'),
  rule('月末 days of claims paid', month, 'this.#now.days += days', 'this.#now.days += 0 * days'),
  rule('月末 what is owed', month, 'payables: owedOn(this.#fund, PAYABLES)', 'payables: 0 * owedOn(this.#fund, PAYABLES)'),
  rule('月末 claims at the desks', month, 'claims_waiting: waiting', 'claims_waiting: 0 * waiting'),
  rule('筹资季经办量 minutes of a step', workload, 'step.minutes.value * (procedure', '0 * step.minutes.value * (procedure'),
  rule('筹资季经办量 each entry', workload, '(step.minutes_each?.value ?? 0) * members', '0 * members'),
  rule('筹资季经办量 an application for each', workload, "procedure.applicant === 'person' ? members : 1", '1'),
  rule('筹资季经办量 each household', workload, 'Math.round(minutes * households[cell])', 'Math.round(minutes)'),
  rule('大病保险与医疗救助 stays of a year', 'src/scheme/critical-illness/stays-borne.ts', 'fen += stays.fen[row]', 'fen = stays.fen[row]'),
  rule('大病保险与医疗救助 what the insurer leaves', yearEnd, 'this.#assist(p, borne - owed,', 'this.#assist(p, borne,'),
  rule('大病保险与医疗救助 the poor alone', yearEnd, '    if (households.poor[h] === 0) return 0\n', ''),
  rule('大病保险与医疗救助 whoever never claims', yearEnd, 'if (filed) {', 'if (true) {'),
  rule('就医选择 the share that is treated', choice, 'b.seek * byPrice * byIncome', '0 * b.seek * byPrice * byIncome'),
  rule('就医选择 the price', choice, 'b.seek * byPrice * byIncome', 'b.seek * byIncome'),
  rule('就医选择 the income', choice, 'b.seek * byPrice * byIncome', 'b.seek * byPrice'),
  rule('就医选择 some would not go', choice, 'Math.min(b.seekIfFree, Math.max(0,', 'Math.min(1, Math.max(0,'),
  rule('就医选择 the price weighs', choice, 'b.priceResponse * price[i]', '0 * price[i]'),
  rule('就医选择 the price of the place itself', choice, 'b.priceResponse * price[i]', 'b.priceResponse * i'),
  rule('就医选择 hospitals near those away', choice, '? b.nearAway[residence] : 0', '? 0 : 0'),
  rule('年度中途参合 the premium of the year', cover, 'if (covered && isRegistered) this.#joinInYear', 'if (false) this.#joinInYear'),
  rule('年度中途参合 by registration only', cover, 'if (covered && isRegistered) this.#joinInYear', 'if (covered) this.#joinInYear'),
  rule(
    '年度中途参合 the whole premium',
    cover,
    'household[p], fenOf(premium))\n    if (happens',
    'household[p], fenOf(premium / 2))\n    if (happens',
  ),
  rule('参合状态 of a newborn', cover, 'covered ? COVERED : BORN_IN_YEAR', 'COVERED'),
  rule('参合状态 with its household', cover, 'isEnrolled(next) || next === BORN_IN_YEAR ? BORN_IN_YEAR : NOT_JOINED', 'NOT_JOINED'),
  rule(
    '参合状态 not without its household',
    cover,
    'isEnrolled(next) || next === BORN_IN_YEAR ? BORN_IN_YEAR : NOT_JOINED',
    'BORN_IN_YEAR',
  ),
]
