import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = join(root, 'dist/electron/main/main.js')

/** The npm package downloads its binary at first use, so the test looks for the file and does not load the package. */
function findElectron(): string | null {
  const named = join(root, 'node_modules/electron/path.txt')
  if (!existsSync(named)) return null
  const binary = join(root, 'node_modules/electron/dist', readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

function whyNot(): string | null {
  if (!findElectron()) return 'the binary of Electron is not there (node_modules/electron/dist)'
  if (!existsSync(entry)) return 'the desktop shell is not bundled (npm run build)'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display'
  return null
}

const why = whyNot()
if (why && process.env.REQUIRE_ELECTRON === '1') throw new Error(`REQUIRE_ELECTRON=1, but ${why}.`)
if (why) console.log(`The desktop shell is not tested end to end: ${why}.`)

test.describe('the desktop shell', () => {
  test.skip(why !== null, why ?? '')

  test('opens its own page, signs in over its port, and ends cleanly', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'araro-desktop-'))
    const asRoot = process.getuid?.() === 0
    const app = await _electron.launch({
      executablePath: findElectron() ?? undefined,
      args: [...(asRoot ? ['--no-sandbox'] : []), root, '--data', folder, '--sample'],
    })
    const window = await app.firstWindow()
    const violations: string[] = []
    window.on('console', line => {
      if (/Content Security Policy|TrustedHTML/i.test(line.text())) violations.push(line.text())
    })

    expect(new URL(window.url()).origin).toBe('app://araro')
    expect(await window.evaluate(() => Reflect.get(globalThis, 'araroShell'))).toBe('desktop')
    expect(await window.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined')
    await expect(window.getByRole('button', { name: 'Sign in' })).toBeVisible()

    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const refused = new Promise(resolve =>
        contents?.once('will-navigate', event => setImmediate(() => resolve(event.defaultPrevented))),
      )
      Reflect.set(globalThis, 'leavingWasRefused', refused)
    })
    await window.evaluate(() => globalThis.open('https://example.org/'))
    await window.evaluate(() => void (location.href = 'https://example.org/'))
    expect(await app.evaluate(() => Reflect.get(globalThis, 'leavingWasRefused'))).toBe(true)
    expect(new URL(window.url()).origin).toBe('app://araro')
    expect(app.windows().length).toBe(1)
    expect(violations).toEqual([])

    const ended = new Promise(resolve => app.process().once('exit', resolve))
    app.process().kill('SIGTERM')
    expect(await ended).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  })
})
