import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../http/main.ts', import.meta.url))
const READY_WITHIN_MS = 60_000

export type Ready = {
  ready: true
  shell: string
  url: string
  database: string
  sampleSignIn?: { role: string; name: string; password: string }[]
}
export type Ended = { code: number | null; stdout: string; stderr: string }

/** Starts the browser shell in a child process, without opening a window. */
export function startAraro(words: string[], env: NodeJS.ProcessEnv = {}, user: User = {}) {
  return startWithWindow(['--no-open', ...words], env, user)
}

type User = { uid?: number; gid?: number }
/** A user without any rights. Only root can start a program as another user. */
export const NOBODY = { uid: 65_534, gid: 65_534 }

/** Why the browser shell cannot be started as nobody here; null if it can. */
export function whyNotAsNobody(): string | null {
  const { status } = spawnSync(process.execPath, [MAIN, '--no-such-flag'], { ...NOBODY, stdio: 'ignore' })
  return status === 2 ? null : 'a user without rights cannot run the program where it lies'
}

/** The same, but with a window if `env` allows it: tests must put their own programs on the PATH. */
export function startWithWindow(words: string[], env: NodeJS.ProcessEnv, user: User = {}) {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...words], {
    ...user,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', chunk => (stdout += chunk))
  child.stderr?.on('data', chunk => (stderr += chunk))
  const ended = new Promise<Ended>(resolve => child.once('close', code => resolve({ code, stdout, stderr })))

  const ready = new Promise<Ready>((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`not ready: ${stderr}`)), READY_WITHIN_MS)
    child.stdout?.on('data', () => {
      const line = stdout.split('\n').find(each => each.startsWith('{'))
      if (!line || !stdout.includes('\n')) return
      clearTimeout(tooLate)
      resolve(JSON.parse(line))
    })
    ended.then(({ code }) => {
      clearTimeout(tooLate)
      reject(new Error(`ended with ${code} before it was ready: ${stderr}`))
    })
  })
  ready.catch(() => {})

  return {
    ready,
    ended,
    /** Sends the signal and waits for the end. */
    async kill(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
      child.kill(signal)
      return ended
    },
    signal: (signal: NodeJS.Signals) => child.kill(signal),
  }
}
export type StartedAraro = ReturnType<typeof startAraro>

/** Opens the address, which pairs this client. @returns the cookie */
export async function pairWith(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'manual' })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`not paired: ${response.status}`)
  return cookie
}

export async function callOver(url: string, path: string, input: unknown, headers: Record<string, string>) {
  const response = await fetch(new URL(`/rpc/${path}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ json: input }),
  })
  return { status: response.status, json: ((await response.json()) as { json: never }).json }
}
