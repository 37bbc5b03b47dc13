import { EventEmitter } from 'node:events'
import { beforeEach, expect, test } from 'vitest'
import { PORT_CHANNEL } from '#electron/app-address'
import { handOverPorts } from '#electron/hand-over-port'
import { FakeContents, FakeFrame } from '#tests/support/fake-electron'
import { recordedLog } from '#tests/support/recorded-log'

let ipc: EventEmitter
let ended: number[]
let ports: ReturnType<typeof handOverPorts<string>>
beforeEach(() => {
  ipc = new EventEmitter()
  ended = []
  let made = 0
  const newPort = () => {
    const number = ++made
    return { forWindow: `port ${number}`, end: () => void ended.push(number) }
  }
  ports = handOverPorts(ipc as never, newPort, recordedLog().log)
})

function ask(contents: FakeContents, frame: FakeFrame | null = contents.mainFrame): unknown[] {
  ipc.emit(PORT_CHANNEL, { sender: contents, senderFrame: frame })
  return frame?.received.flatMap(each => each.ports) ?? []
}
function ourWindow(id = 1): FakeContents {
  const contents = new FakeContents(id)
  ports.admit(contents as never)
  return contents
}

test('one of our windows gets a port', () => {
  expect(ask(ourWindow())).toEqual(['port 1'])
})

test('a window that Araro did not open gets no port', () => {
  expect(ask(new FakeContents(9))).toEqual([])
})

test('a frame inside our window gets no port, even on our own page', () => {
  expect(ask(ourWindow(), new FakeFrame('app://araro/'))).toEqual([])
})

test('a frame that no longer exists gets no port', () => {
  expect(ask(ourWindow(), null)).toEqual([])
})

test.each([
  'https://evil.example/',
  'app://evil/',
  'app://araro.evil/',
  'app://user@araro/',
  'file:///araro/',
  'about:blank',
  'data:text/html,app://araro/',
  '',
])('our window at %j gets no port', url => {
  const contents = new FakeContents(1, url)
  ports.admit(contents as never)
  expect(ask(contents)).toEqual([])
})

test('a window gets one port per navigation: a second request gets none until the page has reloaded', () => {
  const contents = ourWindow()
  ask(contents)
  expect(ask(contents)).toEqual(['port 1'])
  contents.navigate()
  expect(ended).toEqual([1])
  expect(ask(contents)).toEqual(['port 1', 'port 2'])
})

test('a change of the hash or of an inner frame does not close the port', () => {
  const contents = ourWindow()
  ask(contents)
  contents.navigate({ isSameDocument: true })
  contents.navigate({ isMainFrame: false })
  expect(ended).toEqual([])
})

test.each(['render-process-gone', 'destroyed'])(
  'on %s the port closes once, and another window keeps its own',
  event => {
    const contents = ourWindow(1)
    const other = ourWindow(2)
    ask(contents)
    ask(other)
    contents.emit(event)
    contents.emit(event)
    expect(ended).toEqual([1])
  },
)

test('a closed window gets no port under its old id', () => {
  const contents = ourWindow()
  contents.emit('destroyed')
  expect(ask(contents)).toEqual([])
})

test('when Araro closes, every port closes once', () => {
  ask(ourWindow(1))
  ask(ourWindow(2))
  ports.endAll()
  ports.endAll()
  expect(ended).toEqual([1, 2])
})
