import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { prepareDataFolder } from '#shell/data-folder/data-folder'
import { takeFolder } from '#shell/data-folder/holder'
import {
  callOver,
  pairWith,
  type StartedAraro,
  startAraro,
  startWithWindow,
} from '#tests/support/started-araro'

const place = mkdtempSync(join(tmpdir(), 'araro-shell-'))
let folders = 0
const newFolder = () => join(place, `data-${++folders}`)

const started: StartedAraro[] = []
function start(...words: string[]): StartedAraro {
  const araro = startAraro(words)
  started.push(araro)
  return araro
}
afterEach(async () => {
  await Promise.all(started.splice(0).map(each => each.kill('SIGKILL')))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const state = (url: string, cookie: string) => callOver(url, 'setup/state', {}, { cookie })

test('it prints one line of JSON once it can serve, and SIGTERM ends it cleanly with exit code 0', async () => {
  const folder = newFolder()
  const araro = start('--port', '0', '--data', folder)
  const ready = await araro.ready
  expect(ready).toEqual({
    ready: true,
    shell: 'browser',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}$/),
    database: expect.any(String),
  })
  expect(dirname(ready.database)).toBe(folder)
  const cookie = await pairWith(ready.url)
  expect(await state(ready.url, cookie)).toMatchObject({ status: 200, json: { ready: false, sample: false } })

  const { code, stdout } = await araro.kill('SIGTERM')
  expect(code).toBe(0)
  expect(stdout.split('\n').filter(line => line.startsWith('{')).length).toBe(1)
  expect(existsSync(`${ready.database}-wal`)).toBe(false)
})

test('only this user can read the data folder and the files in it', async () => {
  const folder = newFolder()
  const araro = start('--port', '0', '--data', folder)
  await pairWith((await araro.ready).url)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  const files = readdirSync(folder).filter(name => statSync(join(folder, name)).isFile())
  expect(files).toContain('pairings.json')
  for (const name of files) expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0])
})

test.each(['SIGINT', 'SIGHUP'] as const)(
  '%s ends it cleanly too, and a second signal is harmless',
  async signal => {
    const araro = start('--port', '0', '--data', newFolder())
    const { url } = await araro.ready
    await pairWith(url)
    araro.signal(signal)
    araro.signal('SIGTERM')
    expect((await araro.kill(signal)).code).toBe(0)
  },
)

test('open sockets do not stop it from ending, and are closed with the code for going away', async () => {
  const araro = start('--port', '0', '--data', newFolder())
  const { url } = await araro.ready
  const { origin, host } = new URL(url)
  const cookie = await pairWith(url)
  const socket = new WebSocket(`ws://${host}/ws`, { headers: { cookie, origin } })
  await new Promise(resolve => socket.once('open', resolve))
  const closed = new Promise(resolve => socket.once('close', resolve))
  expect((await araro.kill()).code).toBe(0)
  expect(await closed).toBe(1001)
})

test('after a kill and a restart, a paired browser finds it at the same address', async () => {
  const folder = newFolder()
  const first = start('--port', '0', '--data', folder)
  const { url } = await first.ready
  const cookie = await pairWith(url)
  await first.kill('SIGKILL')
  const second = start('--port', '0', '--data', folder)
  expect(new URL((await second.ready).url).origin).toBe(new URL(url).origin)
  expect((await state(url, cookie)).status).toBe(200)
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(401)
})

test('a second start on the same folder prints a fresh address of the first and ends with exit code 0', async () => {
  const folder = newFolder()
  const first = start('--port', '0', '--data', folder)
  const { url, database } = await first.ready
  const second = start('--data', folder, '--port', '1')
  const { code, stdout, stderr } = await second.ended
  expect(code).toBe(0)
  const line = JSON.parse(stdout)
  expect(line).toMatchObject({ ready: true, shell: 'browser', database })
  expect(new URL(line.url).origin).toBe(new URL(url).origin)
  expect(line.url).not.toBe(url)
  expect(stderr).toContain('already has this data folder open')
  expect(stderr).toContain('--port 1 was not used')
  const cookie = await pairWith(line.url)
  expect((await state(url, cookie)).status).toBe(200)
  expect((await state(url, await pairWith(url))).status).toBe(200)
})

test('a second start ends with exit code 0 while the window that it opened stays open', async ({ skip }) => {
  if (process.platform !== 'linux') skip('only on Linux is the program that opens a window found on the PATH')
  const folder = newFolder()
  const first = start('--port', '0', '--data', folder)
  await first.ready
  // Stands for a browser that runs on: it ends when the test's folder is removed.
  const programs = join(place, 'programs')
  const opened = join(place, 'opened')
  mkdirSync(programs)
  const staysOpen = `#!/bin/sh\necho "$1" > '${opened}'\nwhile [ -d '${place}' ]; do /bin/sleep 0.2; done\n`
  writeFileSync(join(programs, 'xdg-open'), staysOpen, { mode: 0o755 })
  const { code, stderr } = await startWithWindow(['--data', folder], { PATH: programs, DISPLAY: ':99' }).ended
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('await')])
  expect(readFileSync(opened, 'utf8')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=/)
})

test('of two starts at once on a new folder, one serves and the other prints its address', async () => {
  const folder = newFolder()
  const [one, other] = [start('--port', '0', '--data', folder), start('--port', '0', '--data', folder)]
  const lines = await Promise.all([one.ready, other.ready])
  expect(new URL(lines[0].url).origin).toBe(new URL(lines[1].url).origin)
  const first = await Promise.race([one.ended, other.ended])
  expect(first.code).toBe(0)
})

test('a start while the first one is ending waits for it, then serves', async () => {
  const folder = newFolder()
  const first = start('--port', '0', '--data', folder)
  await first.ready
  first.signal('SIGTERM')
  const second = start('--port', '0', '--data', folder)
  const { url } = await second.ready
  expect((await first.ended).code).toBe(0)
  expect((await state(url, await pairWith(url))).status).toBe(200)
})

test('the sample names its sign-ins, also to a second start, and keeps its data when it is started again', async () => {
  const folder = newFolder()
  const first = start('--port', '0', '--data', folder, '--sample')
  const { url, sampleSignIn, database } = await first.ready
  expect(dirname(database)).toBe(folder)
  expect(sampleSignIn?.map(each => each.role)).toEqual(['clerk', 'manager', 'admin'])
  const [clerk] = sampleSignIn ?? []
  const cookie = await pairWith(url)
  const signIn = () =>
    callOver(url, 'auth/signIn', { name: clerk?.name, password: clerk?.password }, { cookie })
  expect((await signIn()).json).toMatchObject({ ok: true, user: { role: 'clerk' } })

  const second = await start('--data', folder, '--sample').ended
  expect(JSON.parse(second.stdout).sampleSignIn).toEqual(sampleSignIn)
  await first.kill()
  const again = start('--port', '0', '--data', folder, '--sample')
  expect((await again.ready).sampleSignIn).toEqual(sampleSignIn)
  expect((await signIn()).json).toMatchObject({ ok: true })
}, 90_000)

test('--sample is refused on a folder that is open with another file', async () => {
  const folder = newFolder()
  const first = start('--port', '0', '--data', folder)
  expect(await first.ready).not.toHaveProperty('sampleSignIn')
  const { code, stdout, stderr } = await start('--data', folder, '--sample').ended
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain('it is not the sample')
})

test('when the first-run screen opens the sample, every open window is told to reload', async () => {
  const araro = start('--port', '0', '--data', newFolder())
  const { url } = await araro.ready
  const cookie = await pairWith(url)
  const socket = new WebSocket(`ws://${new URL(url).host}/ws`, {
    headers: { cookie, origin: new URL(url).origin },
  })
  await new Promise(resolve => socket.once('open', resolve))
  const closed = new Promise(resolve => socket.once('close', resolve))
  expect(await callOver(url, 'setup/openSample', {}, { cookie })).toMatchObject({
    status: 200,
    json: { ok: true },
  })
  expect(await closed).toBe(4001)
  expect(await state(url, cookie)).toMatchObject({ json: { ready: true, sample: true } })
}, 60_000)

test('a folder that the desktop shell has open is refused with a sentence that says so', async () => {
  const folder = prepareDataFolder(newFolder())
  const desktop = takeFolder(folder)
  desktop?.introduce({ shell: 'desktop', host: null, port: null, secret: null })
  const { code, stdout, stderr } = await start('--data', folder).ended
  desktop?.release()
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toBe(
    `The data folder ${folder} is open in the desktop program (process ${process.pid}). Use its window, or close it and start again.\n`,
  )
})

test('a port in use is reported in one sentence with exit code 1, and the folder is not changed', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as { port: number }
  const folder = newFolder()
  const { code, stdout, stderr } = await start('--port', String(port), '--data', folder).ended
  other.close()
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toBe(
    `Another program listens at 127.0.0.1:${port}. Choose another port with --port, or leave --port out.\n`,
  )
  expect(readdirSync(folder)).not.toContain('office.db')
})

test.each([
  [['--host', '0.0.0.0'], 2, '--host 0.0.0.0 is refused'],
  [['--frobnicate'], 2, '--frobnicate is not a flag'],
  [['--port', 'http'], 2, '--port http is not a port'],
])('%j ends with one sentence and no stack trace', async (words, expected, sentence) => {
  const { code, stdout, stderr } = await start(...words, '--data', newFolder()).ended
  expect(code).toBe(expected)
  expect(stdout).toBe('')
  expect(stderr).toContain(sentence)
  expect(stderr.trim().split('\n').length).toBe(1)
})

test('a file that is not a database is not changed, and is reported in one sentence', async () => {
  const folder = newFolder()
  const first = start('--port', '0', '--data', folder)
  const { database } = await first.ready
  await first.kill()
  writeFileSync(database, 'This is a letter, not a database. '.repeat(100))
  const { code, stdout, stderr } = await start('--port', '0', '--data', folder).ended
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain(database)
  expect(stderr).not.toContain('    at ')
  expect(readFileSync(database, 'utf8')).toContain('This is a letter')
})

test('--reset-password gives a new password on the PC with the file, and only while Araro is closed', async () => {
  const folder = newFolder()
  const first = start('--port', '0', '--data', folder)
  const { url } = await first.ready
  const cookie = await pairWith(url)
  const office = {
    commandId: crypto.randomUUID(),
    officeName: 'San Isidro',
    name: 'Ana',
    password: 'correct horse battery',
  }
  expect(await callOver(url, 'setup/office', office, { cookie })).toMatchObject({ json: { ok: true } })
  const open = await start('--data', folder, '--reset-password', 'Ana').ended
  expect(open.code).toBe(1)
  expect(open.stderr).toContain('Close it and start again')
  await first.kill()

  const nobody = await start('--data', folder, '--reset-password', 'Nobody').ended
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('There is no user called Nobody')])
  const reset = await start('--data', folder, '--reset-password', 'Ana').ended
  expect(reset.code).toBe(0)
  const [, password] = /The new password of Ana: (\S+)/.exec(reset.stdout) ?? []

  const again = start('--port', '0', '--data', folder)
  await again.ready
  const signIn = (word: string | undefined) =>
    callOver(url, 'auth/signIn', { name: 'Ana', password: word }, { cookie })
  expect((await signIn(password)).json).toMatchObject({ ok: true })
  expect((await signIn(office.password)).json).toMatchObject({ ok: false })
})
