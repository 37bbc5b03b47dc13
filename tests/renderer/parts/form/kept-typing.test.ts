import { expect, test } from 'vitest'
import { memoryStorage } from '#tests/support/typed-member'
import { isKept, keptTyping } from '../../../../renderer/parts/form/kept-typing.ts'

const BEGUN = { name: 'Ana Reyes', phone: '0917 111', password: '' }
type Typed = typeof BEGUN

type Opening = { begun?: Typed; version?: number; place?: string | null }

/** The storage of one window, and forms that are opened and closed over it. */
function window(storage = memoryStorage()) {
  const open = ({ begun = BEGUN, version = 3, place = 'member.ana' }: Opening = {}) =>
    keptTyping<Typed>({
      storage,
      place,
      begun,
      version,
      without: typed => ({ ...typed, password: '' }),
    })
  return { open, kept: () => [...storage.kept.values()].join(), storage }
}

test('text is restored when the form is opened again, with the version that it was typed over', () => {
  const { open } = window()
  open().type({ phone: '0918 222' })
  const again = open({ begun: { ...BEGUN, name: 'Ana R. Reyes' }, version: 4 })
  expect(again.getState()).toMatchObject({
    typed: { ...BEGUN, phone: '0918 222' },
    version: 3,
    restored: true,
  })
})

test('a form has kept text from the first change until it is saved or typed back', () => {
  const { open, storage } = window()
  const kept = () => isKept(storage, 'member.ana')
  const form = open()
  expect(kept()).toBe(false)
  form.type({ phone: '0918 222' })
  expect(kept()).toBe(true)
  expect(isKept(storage, 'member.ben')).toBe(false)
  form.type({ phone: BEGUN.phone })
  expect(kept()).toBe(false)
  form.type({ phone: '0918 222' })
  form.done()
  expect(kept()).toBe(false)
})

test('a form without kept text starts from the record', () => {
  const { open } = window()
  open()
  expect(open({ version: 4 }).getState()).toMatchObject({ typed: BEGUN, version: 4, restored: false })
})

test('two changes at the same moment are both kept', () => {
  const form = window().open()
  form.type({ name: 'Ana R.' })
  form.type({ phone: '0918 222' })
  expect(form.getState().typed).toEqual({ name: 'Ana R.', phone: '0918 222', password: '' })
})

test('discarded text is not restored', () => {
  const { open, kept } = window()
  open().type({ phone: '0918 222' })
  const again = open()
  again.beginAt(BEGUN, 3)
  expect(again.getState()).toMatchObject({ typed: BEGUN, restored: false })
  expect(kept()).toBe('')
  expect(open().getState().restored).toBe(false)
})

test('text that is the same as at the start is not kept', () => {
  const { open, kept } = window()
  const form = open()
  form.type({ phone: '0918 222' })
  expect(kept()).toContain('0918 222')
  form.type({ phone: BEGUN.phone })
  expect(kept()).toBe('')
})

test('saved text is not kept', () => {
  const { open, kept } = window()
  const form = open()
  form.type({ phone: '0918 222' })
  form.done()
  expect(kept()).toBe('')
})

test('a password is never kept', () => {
  const { open, kept } = window()
  const form = open()
  form.type({ password: 'a secret of hers' })
  expect(form.getState().typed.password).toBe('a secret of hers')
  expect(kept()).toBe('')
  form.type({ phone: '0918 222' })
  expect(kept()).toContain('0918 222')
  expect(kept()).not.toContain('secret')
})

test('a form without a place in the storage keeps nothing', () => {
  const { open, storage } = window()
  const form = open({ place: null })
  form.type({ phone: '0918 222' })
  form.done()
  expect(storage.kept.size).toBe(0)
  expect(open({ place: null }).getState().typed).toEqual(BEGUN)
})

test('fields that only somebody else changed get the new values and are named', () => {
  const { open } = window()
  const form = open()
  form.type({ phone: '0918 222' })
  form.follow({ name: 'Ana R. Reyes', phone: '0919 333', password: '' }, 4)
  expect(form.getState()).toMatchObject({
    typed: { name: 'Ana R. Reyes', phone: '0918 222' },
    version: 4,
    theirs: { taken: ['name'], yours: ['phone'] },
  })
  // A reload at this moment must not return to the older version.
  expect(open().getState()).toMatchObject({ typed: { name: 'Ana R. Reyes', phone: '0918 222' }, version: 4 })
})

test('a second change by somebody else is taken over too', () => {
  const form = window().open()
  form.type({ phone: '0918 222' })
  form.follow({ ...BEGUN, name: 'Ana R. Reyes' }, 4)
  form.follow({ ...BEGUN, name: 'Ana Rosa Reyes' }, 5)
  expect(form.getState()).toMatchObject({
    typed: { name: 'Ana Rosa Reyes', phone: '0918 222' },
    theirs: { taken: ['name'], yours: [] },
  })
})

test('after a reload, a form still knows the record that its text was typed over', () => {
  const { open } = window()
  open().type({ phone: '0918 222' })
  const again = open({ begun: { ...BEGUN, name: 'Ana R. Reyes' }, version: 4 })
  again.follow({ ...BEGUN, name: 'Ana R. Reyes' }, 4)
  expect(again.getState().theirs).toEqual({ taken: ['name'], yours: [] })
})

test('typing goes on while the storage is full', () => {
  const full = memoryStorage()
  full.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }
  const form = window(full).open()
  form.type({ phone: '0918 222' })
  expect(form.getState().typed.phone).toBe('0918 222')
})

test.each(['{"typed":', '"Ana"', 'null', '{"version":3}'])(
  '%s in the storage is not kept text, and is ignored',
  text => {
    const { open, storage } = window()
    storage.setItem('member.ana', text)
    expect(open().getState()).toMatchObject({ typed: BEGUN, version: 3, restored: false })
  },
)

test('of text that an older version kept, only the fields that the form still has are restored', () => {
  const { open, storage } = window()
  const kept = { typed: { phone: '0918 222', fax: '1' }, begun: { phone: '', fax: '' }, version: 3 }
  storage.setItem('member.ana', JSON.stringify(kept))
  expect(open().getState().typed).toEqual({ ...BEGUN, phone: '0918 222' })
})
