/**
 * The list of the charts of a run, src/charts/rooms.ts, from the rooms there are: a room NAME holds a chart when it has a file NAME.ts that
 * exports it. The list is written whenever something is installed, compiled, checked or tested, and is not kept in git.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CHARTS = fileURLToPath(new URL('../charts/', import.meta.url))
const LIST = join(CHARTS, 'rooms.ts')

const nameIn = (room) => room.replace(/-(.)/g, (_, letter) => letter.toUpperCase())

/** A room that is not finished yet is passed over: nothing else is to break by it. */
function holdsChart(room) {
  const path = join(CHARTS, room, `${room}.ts`)
  return existsSync(path) && new RegExp(`^export const ${nameIn(room)}\\b`, 'm').test(readFileSync(path, 'utf8'))
}

/** Text of the list for rooms of these names: `fund-fan` exports `fundFan`. */
function listOf(rooms) {
  const charts = rooms.map((room) => [room, nameIn(room)])
  return [
    '/** The charts of a run, as their rooms were found by src/node/rooms.mjs. */',
    ...charts.map(([room, name]) => `import { ${name} } from './${room}/${room}.ts'`),
    '',
    '// biome-ignore format: as it is written',
    `export const ROOMS = [${charts.map(([, name]) => name).join(', ')}]`,
    '',
  ].join('\n')
}

/** As the test runner calls it. */
export { writeRooms as setup }

/** Writes the list when it is not as the rooms are; leaves it where nothing can be written. */
export function writeRooms() {
  const text = listOf(readdirSync(CHARTS).filter(holdsChart).sort())
  if (existsSync(LIST) && readFileSync(LIST, 'utf8') === text) return
  const writing = `${LIST}.${process.pid}.writing`
  try {
    writeFileSync(writing, text)
    renameSync(writing, LIST)
  } catch (error) {
    if (!existsSync(LIST)) throw error
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeRooms()
