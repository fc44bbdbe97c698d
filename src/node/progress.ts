/** How far a run has come, on stderr: a bar on a terminal, a plain line every few seconds elsewhere, nothing when quiet. */
import { plain } from '../kernel/errors.ts'

interface ProgressStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

interface ProgressOptions {
  readonly stream: ProgressStream
  readonly quiet: boolean
  /** what a full run simulates: the unit of the rate */
  readonly personYears: number
  /** milliseconds since any fixed moment */
  readonly now: () => number
  /** puts a line into the user's language */
  readonly say?: (text: string) => string
}

export interface Progress {
  /** share done of what remains to be simulated, 0 to 1 */
  update(share: number): void
  /** a line of its own, e.g. what is being written now */
  note(text: string): void
  /** leaves the bar as it stands */
  end(): void
}

const BAR_EVERY_MS = 200
const LINE_EVERY_MS = 5000
const BAR_CELLS = 24

/** `personYears` counts what this run still simulates, so a resumed run shows its own rate. */
export function createProgress({ stream, quiet, personYears, now, say = (text) => text }: ProgressOptions): Progress {
  const begun = now()
  let shownAt = begun
  let barShown = false
  if (quiet) return { update() {}, note() {}, end() {} }

  const end = () => {
    if (barShown) stream.write('\n')
    barShown = false
  }
  return {
    update(share) {
      const time = now()
      const due = time - shownAt >= (stream.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS)
      if (!due && share < 1) return
      shownAt = time
      const text = say(progressLine(share, personYears, (time - begun) / 1000))
      if (!stream.isTTY) {
        stream.write(`${text}\n`)
        return
      }
      const full = Math.round(share * BAR_CELLS)
      const line = `${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)} ${text}`
      stream.write(`\r${fitting(line, (stream.columns ?? 100) - 1)}\u001b[K`)
      barShown = true
    },
    note(text) {
      end()
      stream.write(`${plain(say(text))}\n`)
    },
    end,
  }
}

/** As much of a line as so many columns hold; Chinese letters and marks are two wide. */
function fitting(line: string, columns: number): string {
  let left = columns
  const cut = [...line].findIndex((letter) => {
    left -= /[\u3000-\u9fff\uff00-\uffef]/.test(letter) ? 2 : 1
    return left < 0
  })
  return cut < 0 ? line : [...line].slice(0, cut).join('')
}

/** '42 %, 1.31 million person-years/s, 8 s left'; rate and time left only when something has been done. */
export function progressLine(share: number, personYears: number, seconds: number): string {
  const percent = `${Math.floor(100 * Math.min(1, share))} %`
  if (share <= 0 || seconds <= 0) return `${percent}, starting`
  const rate = (share * personYears) / seconds
  const left = (seconds * (1 - share)) / share
  const remaining = share >= 1 ? `in ${duration(seconds)}` : `${duration(left)} left`
  return `${percent}, ${shortNumber(rate)} person-years/s, ${remaining}`
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}

function shortNumber(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toFixed(2)} million`
  return value >= 1000 ? `${Math.round(value / 1000)},000` : String(Math.round(value))
}
