import { describe, expect, test } from 'vitest'
import { helpText, meansBrowser, readFlags, writeFlags } from '#build/start-flags'

const none = { help: false, browser: false, noOpen: false, sample: false }

describe('the words behind npm start --', () => {
  test('without any, nothing is set', () => {
    expect(readFlags([])).toEqual({ ok: true, flags: none })
  })

  test('a value stands behind its flag or behind an equals sign, and may hold spaces and equals signs', () => {
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
  ])('%j gets the sentence: %s', (words, sentence) => {
    const read = readFlags(words)
    expect(read).toEqual({ ok: false, sentence: `${sentence} \`npm start -- --help\` lists the flags.` })
  })

  test('the shell gets the same flags, but not --browser', () => {
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

  test('--help names every flag', () => {
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

  test('a flag that only the browser shell understands means the browser shell', () => {
    expect(meansBrowser({ ...none, port: '0' })).toBe(true)
    expect(meansBrowser({ ...none, noOpen: true })).toBe(true)
    expect(meansBrowser({ ...none, sample: true, data: 'x' })).toBe(false)
  })
})
