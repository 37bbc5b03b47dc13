import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterTheTests } from './temporary-file.ts'

/** Half of a start is reading our own sources; Node keeps what it made of them. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../../.cache/compiled', import.meta.url))

/** Killed at the end of the test file if they are still running. */
const running = new Set<ChildProcess>()
afterTheTests(() => {
  for (const child of running) child.kill('SIGKILL')
})

export type Child = {
  /** Resolves with the child's next line of output; undefined once it has ended. */
  next(): Promise<Record<string, unknown> | undefined>
  say(line: string): void
  kill(): void
  ended: Promise<number | NodeJS.Signals>
}

/** Runs a script from this folder in a child process, which prints lines of JSON. */
export function startChild(script: string, options: object, more: NodeJS.ProcessEnv = {}): Child {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [path, JSON.stringify(options)], {
    env: { ...process.env, NODE_COMPILE_CACHE, ...more },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.add(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<number | NodeJS.Signals>(resolve =>
    child.once('exit', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal ?? 0)
    }),
  )
  child.stdin.on('error', () => {})
  return {
    async next() {
      const line = await lines.next()
      return line.done ? undefined : JSON.parse(line.value)
    },
    say: line => void child.stdin.write(`${line}\n`),
    kill: () => void child.kill('SIGKILL'),
    ended,
  }
}
