import { expect, test } from 'vitest'
import { readDesktopFlags } from '#electron/flags'
import { denyAllButNotices, keepOnOurPage } from '#electron/security'
import { windowOptions } from '#electron/window'
import { FakeContents, FakeSession } from '#tests/support/fake-electron'
import { recordedLog } from '#tests/support/recorded-log'

function ourWindow(): FakeContents {
  const contents = new FakeContents(1)
  keepOnOurPage(contents as never, recordedLog().log)
  return contents
}
function ourSession(): FakeSession {
  const session = new FakeSession()
  denyAllButNotices(session as never)
  return session
}

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
  '%s: our page may reload, and no other address is allowed',
  event => {
    const contents = ourWindow()
    expect(contents.tryTo(event, { url: 'app://araro/' })).toBe(true)
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'app://other/',
      'javascript:1',
    ])
      expect(contents.tryTo(event, { url })).toBe(false)
  },
)

test('a page can neither open a window nor embed a web page', () => {
  const contents = ourWindow()
  expect(contents.openHandler({ url: 'app://araro/' })).toEqual({ action: 'deny' })
  expect(contents.tryTo('will-attach-webview')).toBe(false)
})

const OURS = 'app://araro/'

function isGranted(session: FakeSession, permission: string, address: string) {
  let given: boolean | undefined
  session.permissionRequest?.(null, permission, answer => (given = answer), { requestingUrl: address })
  return { requested: given, checked: session.permissionCheck?.(null, permission, address) }
}

test('no permission but that for notices is granted, whether requested or checked', () => {
  const session = ourSession()
  for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal', 'fullscreen']) {
    expect(isGranted(session, permission, OURS)).toEqual({ requested: false, checked: false })
  }
  expect(session.devicePermission?.()).toBe(false)
})

test('our own page may show notices on the desktop, and nobody else may', () => {
  const session = ourSession()
  expect(isGranted(session, 'notifications', OURS)).toEqual({ requested: true, checked: true })
  for (const address of [
    'https://example.org/',
    'app://other/',
    'app://araro.evil/',
    'http://127.0.0.1/',
    '',
  ]) {
    expect(isGranted(session, 'notifications', address)).toEqual({ requested: false, checked: false })
  }
  let given: boolean | undefined
  session.permissionRequest?.(null, 'notifications', answer => (given = answer), {})
  expect(given).toBe(false)
})

test('the page can load its own files and nothing from the network', () => {
  const session = ourSession()
  expect(session.mayRead('app://araro/assets/main.js')).toBe(true)
  expect(session.mayRead('data:image/png;base64,AA==')).toBe(true)
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1:27276/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'app://araro.evil/',
  ])
    expect(session.mayRead(url)).toBe(false)
})

test('a window is sandboxed and isolated, without Node', () => {
  expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    preload: '/preload.cjs',
  })
})

test('our flags are read, and arguments added by the system are ignored', () => {
  expect(readDesktopFlags(['.', '--data', 'here', '--sample', '--no-sandbox', '-psn_0_1'])).toEqual({
    data: 'here',
    sample: true,
    log: 'warn',
  })
  expect(readDesktopFlags(['--log', 'loud', '--data='])).toEqual({
    data: undefined,
    sample: false,
    log: 'warn',
  })
})
