import { expect, test, vi } from 'vitest'
import type { Refusal } from '#booking/refusal'
import {
  ANA,
  type Member,
  type MemberTyped,
  memoryStorage,
  readMember,
  typedMember,
} from '#tests/support/typed-member'
import { forming } from '../../../../renderer/parts/form/forming.ts'
import { keptTyping } from '../../../../renderer/parts/form/kept-typing.ts'

type Answer = { ok: true; member: Member } | { ok: false; refusal: Refusal; current?: Member }
type Sent = [MemberTyped, Member | null]

/** A form that changes Ana, or adds a member, and an office that gives these answers one after the other. */
function formOver(record: Member | null, ...answers: (Answer | undefined)[]) {
  const storage = memoryStorage()
  const kept = keptTyping<MemberTyped>({
    storage,
    place: 'member',
    begun: typedMember(record),
    version: record?.version ?? null,
  })
  const form = forming(kept, record, typedMember)
  const sent: Sent[] = []
  const onProblem = vi.fn()
  const save = () =>
    form.save({
      read: readMember,
      async send(...said): Promise<Answer | undefined> {
        sent.push(said)
        return answers.shift()
      },
      onProblem,
    })
  return { form, kept, sent, save, onProblem, storage }
}

const yes: Answer = { ok: true, member: { ...ANA, version: 4 } }
const changed: Refusal = { reason: 'changed-meanwhile', byName: 'Aling Rosa', atMs: 0 }
const taken: Refusal = { reason: 'name-taken', name: 'Ana Reyes' }

test('a form with a problem shows it and sends nothing', async () => {
  const { form, sent, save, onProblem } = formOver(null)
  expect(await save()).toBeUndefined()
  expect(onProblem).toHaveBeenCalledOnce()
  expect(form.getState().asked).toBe(true)
  expect(sent).toEqual([])
})

test('a new record is sent without a version, a change with the version that was seen', async () => {
  const added = formOver(null, yes)
  added.form.type({ name: 'Ana Reyes' })
  expect(await added.save()).toEqual(yes)
  expect(added.sent).toEqual([[{ name: 'Ana Reyes', phone: '' }, null]])

  const change = formOver(ANA, yes)
  change.form.type({ phone: '0918 222' })
  await change.save()
  expect(change.sent).toEqual([[{ name: 'Ana Reyes', phone: '0918 222' }, ANA]])
})

test('after saving, no text is kept', async () => {
  const { form, save, storage } = formOver(ANA, yes)
  form.type({ phone: '0918 222' })
  expect(storage.kept.size).toBe(1)
  await save()
  expect(storage.kept.size).toBe(0)
})

test('without an answer, what was typed stays and Save can be pressed again', async () => {
  const { form, kept, save, storage } = formOver(ANA, undefined, yes)
  form.type({ phone: '0918 222' })
  expect(await save()).toBeUndefined()
  expect(kept.getState().typed.phone).toBe('0918 222')
  expect(storage.kept.size).toBe(1)
  expect(form.getState()).toMatchObject({ busy: false, refusal: null })
  expect(await save()).toEqual(yes)
})

test('a second press of Save before the answer sends nothing', async () => {
  const { form, sent, save } = formOver(ANA, yes, yes)
  form.type({ phone: '0918 222' })
  await Promise.all([save(), save()])
  expect(sent).toHaveLength(1)
})

test('if somebody else saved first, the form takes over their changes, and saving again names the current version', async () => {
  const current = { ...ANA, version: 4, name: 'Ana R. Reyes' }
  const { form, kept, sent, save } = formOver(ANA, { ok: false, refusal: changed, current }, yes)
  form.type({ phone: '0918 222' })
  await save()
  expect(form.getState()).toMatchObject({ refusal: changed, known: current })
  expect(kept.getState().theirs).toEqual({ taken: ['name'], yours: [] })
  form.type({ phone: '0918 2222' })
  expect(form.getState().refusal).toEqual(changed)
  await save()
  expect(sent[1]).toEqual([{ name: 'Ana R. Reyes', phone: '0918 2222' }, current])
})

test('text that was typed over an older version is sent with that version', async () => {
  const first = formOver(ANA)
  first.form.type({ phone: '0918 222' })
  const now = { ...ANA, version: 5 }
  const kept = keptTyping<MemberTyped>({
    storage: first.storage,
    place: 'member',
    begun: typedMember(now),
    version: now.version,
  })
  const sent: Sent[] = []
  await forming(kept, now, typedMember).save({
    read: readMember,
    async send(...said): Promise<Answer> {
      sent.push(said)
      return yes
    },
    onProblem: () => undefined,
  })
  expect(sent[0]?.[1]).toEqual({ ...now, version: 3 })
})

test('a new record stays new if its refusal comes with the record that is in its way', async () => {
  const { form, kept, sent, save } = formOver(null, { ok: false, refusal: taken, current: ANA }, yes)
  form.type({ name: 'Ana Reyes' })
  await save()
  expect(kept.getState().typed).toEqual({ name: 'Ana Reyes', phone: '' })
  await save()
  expect(sent[1]?.[1]).toBeNull()
})

test('typing removes a refusal, because it was about what was sent', async () => {
  const { form, save } = formOver(null, { ok: false, refusal: taken })
  form.type({ name: 'Ana Reyes' })
  await save()
  expect(form.getState().refusal).toEqual(taken)
  form.type({ name: 'Ana B. Reyes' })
  expect(form.getState().refusal).toBeNull()
})

test('starting again removes what was typed, the refusal and the problems', async () => {
  const { form, kept, save, storage } = formOver(ANA, { ok: false, refusal: taken })
  form.type({ phone: '0918 222' })
  await save()
  const saved = { ...ANA, version: 9, phone: '0920 444' }
  form.beginAt(saved)
  expect(kept.getState()).toMatchObject({ typed: { phone: '0920 444' }, version: 9, restored: false })
  expect(form.getState()).toMatchObject({ known: saved, asked: false, refusal: null })
  expect(storage.kept.size).toBe(0)
})

test('after an error, Save can be pressed again', async () => {
  const { form, kept } = formOver(ANA)
  const failing = form.save({
    read: readMember,
    send: async (): Promise<Answer> => {
      throw new Error('the wire is cut')
    },
    onProblem: () => undefined,
  })
  await expect(failing).rejects.toThrow('the wire is cut')
  expect(form.getState().busy).toBe(false)
  expect(kept.getState().typed).toEqual(typedMember(ANA))
})
