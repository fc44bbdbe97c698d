/** Where results go: the folder asked for, through links, and whether it can be had at all. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { codeOf, readBounded } from '../files.ts'
import { filesIn, MARK } from './mark.ts'
import { refusal } from './refusal.ts'

/** The longest that is put behind the folder's name while a run goes on, and the longest name that file systems take. */
const LONGEST_ENDING = '.replaced-1234567'
const LONGEST_NAME = 255

/** The folder itself where `target` or a folder above it is a link; what does not exist yet is taken as it stands. */
export function placeOf(target: string): string {
  const path = resolve(target)
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(placeOf(dirname(path)), basename(path))
  }
}

/** Refuses what cannot be written or may not be replaced. Throws InputFaults. */
export function refuseOccupied(target: string, replace: boolean): void {
  refuseLink(target)
  const path = placeOf(target)
  if (Buffer.byteLength(basename(path) + LONGEST_ENDING) > LONGEST_NAME)
    throw refusal(target, `the name of the folder is too long (${Buffer.byteLength(basename(path))} bytes)`, 'a shorter name')
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isDirectory()) throw refusal(target, 'this is a file, not a folder', 'a folder for --out')
  if (isMountPoint(path))
    throw refusal(
      target,
      'a disk or volume is mounted here, so the folder cannot be put in place as a whole',
      `a folder in it: ${join(target, 'run')}`,
    )
  const inside = readdirSync(path)
  if (!inside.length) return
  if (!replace) throw refusal(target, 'the folder exists', 'another folder, or --force to replace it, or --resume to finish it')
  const listed = listedFiles(path)
  if (!listed) throw refusal(target, 'the folder holds no run.json of hezuo, so it is not ours to replace', 'a folder of an earlier run')
  const foreign = filesIn(path).filter((file) => file !== MARK && !listed.includes(file))
  if (foreign.length > 0)
    throw refusal(
      target,
      `the folder also holds ${foreign.slice(0, 3).join(', ')}, which no run wrote`,
      'a folder that holds nothing but an earlier run',
    )
}

function refuseLink(target: string): void {
  const path = resolve(target)
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return
    realpathSync(path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') throw refusal(target, 'this is a link to a folder that does not exist', 'a folder, or a link to one')
    if (code === 'ELOOP') throw refusal(target, 'this is a link that leads back to itself', 'a folder, or a link to one')
    // what stands above it tells when it is made
  }
}

/** Another device than that of the folder above, or known to Linux as mounted. */
function isMountPoint(path: string): boolean {
  if (dirname(path) === path || statSync(path).dev !== statSync(dirname(path)).dev) return true
  try {
    const mounted = readFileSync('/proc/self/mountinfo', 'utf8').split('\n')
    return mounted.some((line) => unescaped(line.split(' ')[4] ?? '') === path)
  } catch {
    return false
  }
}

/** Blanks and the like stand as \040 there. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}

/** Of 3,000 counties with all charts it has a hundredth of this. */
const MOST_BYTES = 100_000_000

/** The text of a folder's run.json; throws where there is none, or something else by this name. */
export function runJsonIn(path: string): string {
  return readBounded(join(path, 'run.json'), MOST_BYTES).toString()
}

/** Files of a run as its run.json lists them, itself among them; undefined where there is none of ours. */
export function listedFiles(path: string): string[] | undefined {
  try {
    const run = JSON.parse(runJsonIn(path))
    if (typeof run.run_hash !== 'string' || !Array.isArray(run.files)) return undefined
    return ['run.json', ...run.files.map(({ file }: { file: string }) => file)]
  } catch {
    return undefined
  }
}
