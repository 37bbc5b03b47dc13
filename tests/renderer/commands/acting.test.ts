import { expect, test } from 'vitest'
import type { Refusal } from '#booking/refusal'
import { acting, newest, type Outcome, type Said } from '../../../renderer/commands/acting.ts'

type Machine = { id: string; version: number; name: string }
type Answer = Outcome<'machine', Machine> | undefined

const SEEN: Machine = { id: 'm', version: 3, name: 'Tractor 1' }
const NOW: Machine = { id: 'm', version: 5, name: 'Tractor 1, repaired' }
const refusal: Refusal = { reason: 'changed-meanwhile', byName: 'Aling Rosa', atMs: 0 }

/** A screen that shows a machine, and an office that gives these answers one after the other. */
function screenOver(...answers: Answer[]) {
  const told: Said[] = []
  const sent: number[] = []
  const on = acting<'machine', Machine>('machine', done => void told.push(done))
  const press = (shown = SEEN) =>
    on.act(
      shown,
      async now => {
        sent.push(now.version)
        return answers.shift()
      },
      now => `${now.name} retired`,
    )
  return { on, press, told, sent }
}

test('what was done is told once, of the record as the answer has it, and its question is closed', async () => {
  const { on, press, told } = screenOver({ ok: true, machine: NOW })
  on.ask('machines.retire')
  expect(await press()).toBe(true)
  expect(told).toEqual(['Tractor 1, repaired retired'])
  expect(on.getState()).toEqual({ answered: NOW, refusal: null, asking: null })
})

test('a refused command leaves its question open with the refusal, and tells nothing', async () => {
  const { on, press, told } = screenOver({ ok: false, refusal })
  on.ask('machines.retire')
  expect(await press()).toBe(false)
  expect(told).toEqual([])
  expect(on.getState()).toEqual({ answered: null, refusal, asking: 'machines.retire' })
})

test('a record that somebody else changed is sent by its new version when the button is pressed again', async () => {
  const { press, sent } = screenOver({ ok: false, refusal, current: NOW }, { ok: true, machine: NOW })
  await press()
  await press()
  expect(sent).toEqual([3, 5])
})

test('a screen that has reloaded the record sends that version, not the one of an older answer', async () => {
  const { press, sent } = screenOver({ ok: false, refusal, current: NOW }, { ok: true, machine: NOW })
  await press()
  await press({ ...SEEN, version: 8 })
  expect(sent).toEqual([3, 8])
})

test('without an answer the question stays open, nothing is refused, and it can be pressed again', async () => {
  const { on, press, told } = screenOver(undefined, { ok: true, machine: NOW })
  on.ask('machines.retire')
  expect(await press()).toBe(false)
  expect(on.getState()).toEqual({ answered: null, refusal: null, asking: 'machines.retire' })
  expect(await press()).toBe(true)
  expect(told).toHaveLength(1)
})

test('a question opens without the refusal of the one before; closing it keeps what was refused', async () => {
  const { on, press } = screenOver({ ok: false, refusal })
  on.ask('machines.retire')
  await press()
  on.close()
  expect(on.getState()).toMatchObject({ asking: null, refusal })
  on.ask('machines.retire')
  expect(on.getState()).toMatchObject({ asking: 'machines.retire', refusal: null })
})

test('a screen shows the newest state of a record that it knows', () => {
  expect(newest(SEEN, null)).toBe(SEEN)
  expect(newest(SEEN, NOW)).toBe(NOW)
  const reloaded = { ...SEEN, version: 6 }
  expect(newest(reloaded, NOW)).toBe(reloaded)
})
