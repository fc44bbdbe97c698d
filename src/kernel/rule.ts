/** A rule that may be wrapped by others of its form for the length of a call: whoever asks it is answered by what is in force. */

/** Makes of a rule another of the same form. */
export type Wrap = <Given extends readonly unknown[], Found>(law: (...given: Given) => Found) => (...given: Given) => Found

/** A rule by its name, and what is put around it. */
export interface Wrapping {
  readonly rule: string
  readonly wrap: Wrap
}

interface Rule {
  /** puts it around what is in force; gives what takes it off again */
  put(wrap: Wrap): () => void
  isAmended(): boolean
}

const rules = new Map<string, Rule>()

/** The rule under this name, to be called like the law itself; each name once. */
export function amendable<Given extends readonly unknown[], Found>(
  name: string,
  law: (...given: Given) => Found,
): (...given: Given) => Found {
  if (rules.has(name)) throw new RangeError(`two rules are called ${name}`)
  let inForce = law
  rules.set(name, {
    put(wrap) {
      const before = inForce
      inForce = wrap(before)
      return () => {
        inForce = before
      }
    },
    isAmended: () => inForce !== law,
  })
  return (...given) => inForce(...given)
}

export function isAmended(name: string): boolean {
  return rules.get(name)?.isAmended() ?? false
}

/** Runs `run`, which must be synchronous, with these wrappings in force, the first nearest to the law; afterwards all is as before, whatever happens. */
export function withAmendments<T>(wrappings: readonly Wrapping[], run: () => T): T {
  const undo: (() => void)[] = []
  try {
    for (const { rule, wrap } of wrappings) {
      const found = rules.get(rule)
      if (!found) throw new RangeError(`no rule is called ${rule}`)
      undo.push(found.put(wrap))
    }
    return run()
  } finally {
    for (const takeOff of undo.reverse()) takeOff()
  }
}
