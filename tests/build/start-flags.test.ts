import { describe, expect, test } from 'vitest'
import { helpText, meansBrowser, readFlags, writeFlags } from '#build/start-flags'

const none = { help: false, browser: false, noOpen: false, sample: false }

describe('the flags of npm start', () => {
  test('are all unset by default', () => {
    expect(readFlags([])).toEqual({ ok: true, flags: none })
  })

  test('take a value after a space or an equals sign, and the value may contain both', () => {
    const words = ['--port', '0', '--data=/srv/a b=c', '--reset-password', 'Ana Cruz', '--log', 'debug']
    expect(readFlags(words)).toEqual({
      ok: true,
      flags: { ...none, port: '0', data: '/srv/a b=c', resetPassword: 'Ana Cruz', log: 'debug' },
    })
  })

  test.each([
    [['--wat'], 'Araro does not know --wat.'],
    [['window'], 'Araro does not know window.'],
    [['--port'], '--port needs a value: --port PORT.'],
    [['--port', '--sample'], '--port needs a value: --port PORT.'],
    [['--data='], '--data needs a value: --data FOLDER.'],
    [['--port', '65536'], '--port takes a whole number from 0 to 65535, not "65536".'],
    [['--port', '1.5'], '--port takes a whole number from 0 to 65535, not "1.5".'],
    [['--log', 'loud'], '--log takes one of trace, debug, info, warn, error, silent, not "loud".'],
    [['--sample=yes'], '--sample takes no value.'],
  ])('refuse %j with: %s', (words, sentence) => {
    const read = readFlags(words)
    expect(read).toEqual({ ok: false, sentence: `${sentence} \`npm start -- --help\` lists the flags.` })
  })

  test('are passed on to the shell, without --browser', () => {
    const words = [
      '--no-open',
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--data',
      'a b',
      '--sample',
      '--log',
      'warn',
    ]
    const read = readFlags(['--browser', ...words])
    expect(read.ok && writeFlags(read.flags)).toEqual(words)
  })

  test('are all listed by --help', () => {
    for (const flag of [
      'browser',
      'no-open',
      'host',
      'port',
      'data',
      'sample',
      'log',
      'reset-password',
      'help',
    ])
      expect(helpText()).toContain(`  --${flag}`)
  })

  test('choose the browser shell if only that shell has the flag', () => {
    expect(meansBrowser({ ...none, port: '0' })).toBe(true)
    expect(meansBrowser({ ...none, noOpen: true })).toBe(true)
    expect(meansBrowser({ ...none, sample: true, data: 'x' })).toBe(false)
  })
})
