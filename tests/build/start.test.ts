import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** A replacement for the browser shell: prints its flags, waits for a signal, and exits with STAND_IN_CODE. */
const standIn = `
  const code: number = Number(process.env.STAND_IN_CODE ?? 0)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => { console.log('closing'); setTimeout(() => process.exit(code), 50) })
  }
  console.log(JSON.stringify({ ready: true, flags: process.argv.slice(2) }))
  if (process.env.STAND_IN_ENDS) process.exit(code)
  setInterval(() => {}, 1000)`

let root: string
let started: Run | undefined
type Run = {
  child: ChildProcess
  ended: Promise<number | null>
  out: () => string
  err: () => string
  says: (words: string) => Promise<void>
}

/** Makes a temporary repository that is already set up, with a copy of the real build/. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'araro start '))
  cpSync(join(repository, 'build'), join(root, 'build'), { recursive: true })
  for (const folder of ['http', 'node_modules']) mkdirSync(join(root, folder))
  for (const file of ['package-lock.json', 'node_modules/.package-lock.json'])
    writeFileSync(join(root, file), '{ "packages": {} }')
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'http/main.ts'), standIn)
})

afterEach(async () => {
  if (started?.child.exitCode === null) started.child.kill('SIGTERM')
  await started?.ended
  started = undefined
  rmSync(root, { recursive: true })
})

function start(flags: string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [join(root, 'build/start.mjs'), ...flags], {
    env: { ...process.env, ...env },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', chunk => {
    out += chunk
  })
  child.stderr.on('data', chunk => {
    err += chunk
  })
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  const says = async (words: string) => {
    while (!out.includes(words) && child.exitCode === null)
      await new Promise(resolve => setTimeout(resolve, 10))
  }
  started = { child, ended, out: () => out, err: () => err, says }
  return started
}

describe('npm start', () => {
  test('starts the shell at once if nothing has to be set up, with the same flags', async () => {
    const run = start(['--browser', '--no-open', '--port', '0', '--data', 'a b'], { STAND_IN_ENDS: '1' })
    expect(await run.ended).toBe(0)
    expect(JSON.parse(run.out())).toEqual({
      ready: true,
      flags: ['--no-open', '--port', '0', '--data', 'a b'],
    })
    expect(run.err()).not.toContain('Set-up:')
  })

  test('says in one line that Electron is not installed, and starts the browser shell', async () => {
    const run = start([], { STAND_IN_ENDS: '1' })
    await run.ended
    expect(run.err()).toContain('Electron is not installed here, so Araro opens in the browser.')
    expect(run.out().trim().split('\n')).toHaveLength(1)
  })

  test('exits with the exit code of the shell', async () => {
    expect(await start(['--browser'], { STAND_IN_ENDS: '1', STAND_IN_CODE: '7' }).ended).toBe(7)
  })

  test('starts nothing for --help or an unknown flag', async () => {
    const help = start(['--help'])
    expect(await help.ended).toBe(0)
    expect(help.out()).toContain('--reset-password NAME')
    const unknown = start(['--wat'])
    expect(await unknown.ended).toBe(2)
    expect(unknown.out()).toBe('')
    expect(unknown.err()).toContain('--wat')
  })
})

describe('a signal', () => {
  beforeEach(({ skip }) => {
    if (process.platform === 'win32') skip('Windows ends a program at once, without a signal')
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s lets the shell close and ends with its code',
    async signal => {
      const run = start(['--browser'])
      await run.says('ready')
      run.child.kill(signal)
      expect(await run.ended).toBe(0)
      expect(run.out()).toContain('closing')
    },
  )

  test('sent twice does no harm', async () => {
    const run = start(['--browser'])
    await run.says('ready')
    run.child.kill('SIGTERM')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  })
})
