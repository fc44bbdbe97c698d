/** 制度沿革 The dated milestones of the scheme, from data/law/history.yaml: no values of the model, but where to find them. */
import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/calendar.ts'
import { type Fault, InputFaults, nearestName } from '../../kernel/errors.ts'
import { type InputFile, readYaml, schemaFaults } from '../located-yaml.ts'
import { dayComplaint } from '../value/value-check.ts'

export interface Milestone {
  readonly day: Day
  /** the document gives the day, or only the month or the year */
  readonly precision: 'day' | 'month' | 'year'
  readonly zh: string
  readonly en: string
  /** seed document by its file name */
  readonly document: string
  readonly status: 'verified' | 'unverified'
  /** the parameter that holds the step, or the measure to which the figure belongs, with the document's figure */
  readonly parameter?: string
  readonly measure?: string
  readonly value?: number
}

const MilestoneText = z.strictObject({
  date: z.string(),
  zh: z.string().min(1),
  en: z.string().min(1),
  precision: z.enum(['day', 'month', 'year']),
  document: z.string().min(1),
  status: z.enum(['verified', 'unverified']),
  parameter: z.string().optional(),
  measure: z.string().optional(),
  value: z.number().optional(),
})

/** The milestones in order of date. Throws InputFaults: dates that are none or not in order, what is no milestone. */
export function loadHistory(file: InputFile): readonly Milestone[] {
  const yaml = readYaml(file)
  if (yaml.faults.length > 0) throw new InputFaults(yaml.faults)
  const checked = z.array(MilestoneText).safeParse(yaml.content)
  if (!checked.success) {
    const keys = Object.keys(MilestoneText.shape)
    throw new InputFaults(schemaFaults(yaml, [], checked.error, (word) => nearestName(word, keys)))
  }
  const faults: Fault[] = []
  const milestones = checked.data.flatMap(({ date, ...rest }, index): Milestone[] => {
    const day = parseDay(date)
    if (day !== undefined) return [{ day, ...rest }]
    faults.push(yaml.fault([index, 'date'], 'date', dayComplaint(date) ?? { message: `“${date}” is not a day` }))
    return []
  })
  const back = milestones.findIndex(({ day }, index) => index > 0 && day < milestones[index - 1].day)
  if (faults.length === 0 && back >= 0)
    faults.push(yaml.fault([back, 'date'], 'date-order', { message: 'comes before the milestone above it', expected: 'earliest first' }))
  if (faults.length > 0) throw new InputFaults(faults)
  return milestones
}

/** The milestones reached by `day`: on their day; of those dated by month or year only, from the first day of it. */
export function reached(milestones: readonly Milestone[], day: Day): readonly Milestone[] {
  return milestones.filter((milestone) => milestone.day <= day)
}
