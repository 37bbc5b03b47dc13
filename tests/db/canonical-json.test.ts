import { expect, test } from 'vitest'
import { canonicalJson } from '#db/canonical-json'

test('the same content gives the same text, whatever the order of its keys, also inside lists', () => {
  const one = { b: [{ y: 1, x: null }], a: { d: 'Añonuevo', c: undefined } }
  const other = { a: { c: undefined, d: 'Añonuevo' }, b: [{ x: null, y: 1 }] }
  expect(canonicalJson(one)).toBe('{"a":{"d":"Añonuevo"},"b":[{"x":null,"y":1}]}')
  expect(canonicalJson(other)).toBe(canonicalJson(one))
})

test('no key is omitted, not even __proto__', () => {
  const text = '{"__proto__":{"free":true},"a":1}'
  expect(canonicalJson(JSON.parse(text))).toBe(text)
})
