import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The rooms of tsconfig.json with at least one source, because tsc reports a room without sources as an error. */
function roomsWithSources() {
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'))
  return references
    .map((/** @type {{ path: string }} */ reference) => reference.path)
    .filter((/** @type {string} */ room) => existsSync(join(root, room)) && holdsSource(join(root, room)))
}

function holdsSource(/** @type {string} */ folder) {
  return readdirSync(folder, { recursive: true }).some(name => /\.(ts|tsx|mjs)$/.test(String(name)))
}

const tsc = join(root, 'node_modules/typescript/bin/tsc')
const { status } = spawnSync(process.execPath, [tsc, '-b', ...roomsWithSources()], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
