/** A procedure in words, for `explain` and the documentation: who asks, with which papers, at which office, after how many days. */
import { EFFECTS } from './data/effects.ts'
import type { Office, Procedure, Step } from './data/schema.ts'

type Lang = 'zh' | 'en'

const WORDS = {
  zh: {
    colon: '：',
    comma: '、',
    percent: (share: number) => `${tidy(share * 100)}%`,
    applicant: { person: '个人', household: '户', village: '村' },
    heading: (name: string, documents: string) => `${name}（依据 ${documents}）`,
    by: (who: string) => `申请人：${who}`,
    deadline: (days: number, event = '出院') => `首次递交不迟于${event}后 ${days} 天，逾期不予受理；末日遇休息日顺延`,
    paper: (name: string, share: string) => `所需材料：${name}（首次缺件比例 ${share}）`,
    step: (n: number, name: string, office: string) => `第 ${n} 步：${name}，${office}`,
    time: (minutes: number, days: number) => `经办 ${minutes} 分钟，${days} 个工作日`,
    variant: (name: string, days: number) => `${name} ${days} 个工作日`,
    fault: (papers: string, back: string, first: number, last: number, share: string) =>
      `核对${papers}；缺件一次性告知，退回“${back}”，${first} 至 ${last} 个工作日后补交，${share}放弃`,
    wrong: (kind: string, share: string) => `（${kind} ${share}）`,
    agent: (share: string) => `${share} 由他人代办`,
    ofAgent: '代办时另需材料',
    chosen: (share: string) => `${share} 的申请人选择此处办理`,
    condition: (name: string) => `条件：${name}`,
    notApplied: (name: string) => `条件（未采用）：${name}`,
    review: (share: string) => `审核发现差错 ${share}`,
    gathers: (dates: string) => `集中至 ${dates} 报送`,
    window: (from: string, to: string) => `受理期：${from} 至 ${to}`,
  },
  en: {
    colon: ': ',
    comma: ', ',
    percent: (share: number) => `${tidy(share * 100)} %`,
    applicant: { person: 'the person', household: 'the household', village: 'the village' },
    heading: (name: string, documents: string) => `${name} (after ${documents})`,
    by: (who: string) => `applicant: ${who}`,
    deadline: (days: number, event = 'discharge') =>
      `first submission at most ${days} days after ${event}, refused when later; a last day off work moves to the next working day`,
    paper: (name: string, share: string) => `paper: ${name} (missing on the first visit: ${share})`,
    step: (n: number, name: string, office: string) => `step ${n}: ${name}, ${office}`,
    time: (minutes: number, days: number) => `${minutes} minutes of staff time, ${days} working days`,
    variant: (name: string, days: number) => `${name} ${days} working days`,
    fault: (papers: string, back: string, first: number, last: number, share: string) =>
      `checks ${papers}; all that is missing is named at once, the case goes back to "${back}" and returns after ${first} to ${last} working days, ${share} give up`,
    wrong: (kind: string, share: string) => ` (${kind}: ${share})`,
    agent: (share: string) => `${share} send somebody else`,
    ofAgent: 'paper of whoever comes instead',
    chosen: (share: string) => `${share} of those who may choose come here`,
    condition: (name: string) => `condition: ${name}`,
    notApplied: (name: string) => `condition not applied: ${name}`,
    review: (share: string) => `the review finds a fault in ${share}`,
    gathers: (dates: string) => `gathered until ${dates}`,
    window: (from: string, to: string) => `taken in from ${from} to ${to}`,
  },
} as const

/** One line for the procedure, its applicant, its deadline, each paper and each step. Without `offices` their ids stand for their names. */
export function describe(procedure: Procedure, lang: Lang, offices: readonly Office[] = []): string[] {
  const words = WORDS[lang]
  const lines = [words.heading(procedure[lang], procedure.documents.join(words.comma)), words.by(words.applicant[procedure.applicant])]
  if (procedure.agent) lines.push(words.agent(words.percent(procedure.agent.value)))
  if (procedure.chosen) lines.push(words.chosen(words.percent(procedure.chosen.value)))
  for (const one of procedure.eligibility ?? []) lines.push((one.applies ? words.condition : words.notApplied)(one[lang]))
  if (procedure.window) lines.push(words.window(procedure.window.opens, procedure.window.closes))
  if (procedure.deadline) lines.push(words.deadline(procedure.deadline.value, procedure.counted_from?.[lang]))
  for (const paper of procedure.papers) {
    const wrong = paper.wrong_kind ? words.wrong(paper.wrong_kind[lang], words.percent(paper.wrong_kind.share.value)) : ''
    const name = paper.asked_of ? `${words.ofAgent}${words.colon}${paper[lang]}` : paper[lang]
    lines.push(words.paper(name, words.percent(paper.missing.value)) + wrong)
  }
  procedure.steps.forEach((step, i) => {
    const office = offices.find((one) => one.id === step.office)?.[lang] ?? step.office
    const review = step.faulty ? words.review(words.percent(step.faulty.value)) : ''
    const gathered = step.gathers ? words.gathers(step.gathers.until.value.join(words.comma)) : ''
    const parts = [timeOf(step, procedure, lang), faultOf(step, procedure, lang), review, gathered, EFFECTS[step.effect][lang]]
    const separator = lang === 'zh' ? '；' : '; '
    lines.push(words.step(i + 1, step[lang], office) + words.colon + parts.filter((part) => part !== '').join(separator))
  })
  return lines
}

function timeOf(step: Step, procedure: Procedure, lang: Lang): string {
  const words = WORDS[lang]
  const others = (procedure.variants ?? []).flatMap((variant) => {
    const days = step.working_days_by_variant?.[variant.id]
    return days ? [words.variant(variant[lang], days.value)] : []
  })
  return [words.time(step.minutes.value, step.working_days.value), ...others].join(words.comma)
}

function faultOf(step: Step, procedure: Procedure, lang: Lang): string {
  if (!step.on_fault || !step.checks || step.checks.length === 0) return ''
  const words = WORDS[lang]
  const papers = step.checks.map((id) => procedure.papers.find((paper) => paper.id === id)?.[lang] ?? id).join(words.comma)
  const back = procedure.steps.find((one) => one.id === step.on_fault?.back_to)?.[lang] ?? step.on_fault.back_to
  const [first, last] = step.on_fault.after.value
  return words.fault(papers, back, first, last, words.percent(step.on_fault.give_up.value))
}

/** 5 for 5, 2.5 for 2.5, without the tail of binary fractions. */
function tidy(number: number): string {
  return String(Math.round(number * 1000) / 1000)
}
