import { expect, test } from 'vitest'
import { readFlags } from '#http/flags'

const sentence = (...words: string[]) => {
  const read = readFlags(words)
  return read.ok ? 'taken' : read.sentence
}

test('without flags, Araro opens a window, at the usual port of this computer, on the user’s own data', () => {
  expect(readFlags([])).toEqual({
    ok: true,
    flags: {
      open: true,
      host: '127.0.0.1',
      port: undefined,
      data: undefined,
      sample: false,
      log: 'warn',
      resetPassword: undefined,
    },
  })
})

test('all flags are read, with a space or an equals sign before the value', () => {
  const words = ['--no-open', '--port=0', '--data', 'here', '--sample', '--log', 'debug', '--host', '[::1]']
  expect(readFlags(words)).toMatchObject({
    flags: { open: false, port: 0, data: 'here', sample: true, log: 'debug', host: '::1' },
  })
})

test.each(['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.evil.example', '1270.0.0.1', ''])(
  'the address %j is refused, because passwords would cross the network',
  host => {
    expect(sentence('--host', host)).toMatch(/^--host .* is refused: .*127\.0\.0\.1\.$/)
  },
)

test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])(
  'the address %s of this computer is accepted',
  host => {
    expect(sentence('--host', host)).toBe('taken')
  },
)

test.each(['-1', '65536', '80.5', '0x50', 'http', '1e3', ' 80'])('--port %j is refused by name', port => {
  expect(sentence(`--port=${port}`)).toContain(`--port ${port} is not a port`)
})

test.each([
  [['--frobnicate'], '--frobnicate is not a flag'],
  [['--sampel'], '--sampel is not a flag'],
  [['here'], 'here is not a flag'],
  [['--data'], '--data is used wrongly'],
  [['--data='], '--data needs'],
  [['--no-open=yes'], '--no-open is used wrongly'],
  [['--log', 'loud'], '--log loud is not a level'],
  [['--reset-password', ' '], '--reset-password needs'],
])('%j is refused in one sentence that names it', (words, expected) => {
  expect(sentence(...words)).toContain(expected)
  expect(sentence(...words)).not.toContain('\n')
})
