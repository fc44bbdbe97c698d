/** Installs the packages when they are missing or not those of the lock file, so that a fresh clone needs one command. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { speaksChinese } from './language/locale.mjs'

/** Folder of the project, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a command in the project's folder, its output shown as it comes; its exit code, 130 when it was interrupted. */
export function runHere(command, args) {
  const { status, signal, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) throw error
  return status ?? (signal === 'SIGINT' ? 130 : 1)
}

/** The packages listed in a lock file, by path; none when it cannot be read. npm writes that of node_modules last of all. */
function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(`${ROOT}${lockFile}`, 'utf8')).packages
  } catch {
    return {}
  }
}

/** Whether every package of the lock file stands in node_modules in the locked version; those for other systems may be absent. */
function isInstalled() {
  const present = packagesIn('node_modules/.package-lock.json')
  return Object.entries(packagesIn('package-lock.json')).every(([path, locked]) => {
    const isOptional = locked.optional || locked.devOptional
    return path === '' || (present[path] ? present[path].version === locked.version : isOptional)
  })
}

/** Installs what is missing, exactly as locked; ends the process with npm's exit code when that fails. */
export function installMissing() {
  if (isInstalled()) return
  console.log(speaksChinese([], process.env) ? '正在安装所需的包（npm ci）…' : 'Installing the packages (npm ci) …')
  const code = runHere('npm', ['ci'])
  if (code !== 0) process.exit(code)
}
