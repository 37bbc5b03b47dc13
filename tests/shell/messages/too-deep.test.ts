import { expect, test } from 'vitest'
import { readMessage } from '#shell/messages/read-message'
import { isTooDeep } from '#shell/messages/too-deep'

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

test('what is nested deeper than any call is too deep, whatever it is made of', () => {
  expect(isTooDeep(nested(32))).toBe(false)
  expect(isTooDeep(nested(33))).toBe(true)
  expect(isTooDeep('{"a":'.repeat(33))).toBe(true)
  expect(isTooDeep('[{"a":'.repeat(17))).toBe(true)
})

test('side by side is not deep, and brackets inside a text do not count', () => {
  expect(isTooDeep(`[${'[],'.repeat(1000)}{}]`)).toBe(false)
  expect(isTooDeep(JSON.stringify({ text: '['.repeat(1000) }))).toBe(false)
  expect(isTooDeep(JSON.stringify({ text: '"\\"[[\\\\'.repeat(100) }))).toBe(false)
  expect(isTooDeep(`{"text":"\\\\","a":${nested(33)}}`)).toBe(true)
})

test('a quotation mark after a backslash does not end a text, and more than 32 objects side by side are fine', () => {
  expect(isTooDeep(JSON.stringify({ text: `"${'['.repeat(33)}` }))).toBe(false)
  expect(isTooDeep(JSON.stringify(['"', JSON.parse(nested(32))]))).toBe(true)
  expect(isTooDeep(JSON.stringify(Array(33).fill({ a: {} })))).toBe(false)
})

test('a message of a window that is too deep is refused under its own id', () => {
  const message = (body: string) => readMessage(`{"i":"x1","p":{"u":"/setup/state","b":{"json":${body}}}}`)
  expect(message('{}')).toMatchObject({ kind: 'call', id: 'x1' })
  expect(message(nested(400_000))).toMatchObject({ kind: 'unreadable', id: 'x1', status: 400 })
})
