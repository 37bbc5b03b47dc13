import { expect, test } from 'vitest'
import { canonicalJson } from '#db/canonical-json'

test('the same content gives the same text, in whatever order its keys came, also inside lists', () => {
  const one = { b: [{ y: 1, x: null }], a: { d: 'Añonuevo', c: undefined } }
  const other = { a: { c: undefined, d: 'Añonuevo' }, b: [{ x: null, y: 1 }] }
  expect(canonicalJson(one)).toBe('{"a":{"d":"Añonuevo"},"b":[{"x":null,"y":1}]}')
  expect(canonicalJson(other)).toBe(canonicalJson(one))
})

test('no key is left out, not even one that JavaScript takes for something else', () => {
  const text = '{"__proto__":{"free":true},"a":1}'
  expect(canonicalJson(JSON.parse(text))).toBe(text)
})
