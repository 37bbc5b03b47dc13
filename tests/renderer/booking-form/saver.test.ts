import { beforeEach, expect, test } from 'vitest'
import type { BookingRow } from '#calls/booking-rows'
import {
  createSaver,
  type Saver,
  type SaveState,
  type SaveWorld,
} from '../../../renderer/booking-form/saver.ts'

type Outcome = Awaited<ReturnType<SaveWorld['send']>>

const BOOKING = { id: 'b', version: 1 } as BookingRow
const REFUSED: Outcome = {
  ok: false,
  refusal: { reason: 'machine-out-of-service', machineId: 'm', machineName: 'M' },
}
const refusal = { refusal: REFUSED.refusal, alternatives: [] }

let complete: boolean
let sent: number[]
let answer: (outcome: Outcome | undefined) => void
let saved: BookingRow[]
let outOfDate: number
let state: SaveState | undefined
let saver: Saver
beforeEach(() => {
  complete = true
  sent = []
  saved = []
  outOfDate = 0
  state = undefined
  saver = createSaver(
    {
      send(version) {
        if (!complete) return null
        sent.push(version)
        return new Promise(resolve => {
          answer = outcome => resolve(outcome ?? undefined)
        })
      },
      saved: booking => void saved.push(booking),
      askAgain: () => void outOfDate++,
      tell: next => {
        state = next
      },
    },
    3,
  )
})

async function pressed(outcome: Outcome | undefined): Promise<void> {
  const done = saver.press()
  answer(outcome)
  await done
}

test('a form with something missing sends nothing, and from then on says what is missing', async () => {
  complete = false
  await saver.press()
  expect([sent, state]).toEqual([[], { asked: true, refusal: null }])
})

test('a yes is said once, with the booking', async () => {
  await pressed({ ok: true, booking: BOOKING })
  expect(saved).toEqual([BOOKING])
  expect([state?.refusal, outOfDate]).toEqual([null, 0])
})

test('a no stays beside the fields, and the answer about the time is asked anew', async () => {
  await pressed(REFUSED)
  expect(state?.refusal).toEqual(refusal)
  expect([saved, outOfDate]).toEqual([[], 1])
})

test('a no brings what is free instead', async () => {
  const alternatives = [
    { machineId: 'm', machineName: 'M', period: { kind: 'days' as const, from: 'a', to: 'b' } },
  ]
  await pressed({ ...REFUSED, alternatives })
  expect(state?.refusal?.alternatives).toEqual(alternatives)
})

test('a no goes away when the form asks for something else, and as soon as it is sent again', async () => {
  await pressed(REFUSED)
  saver.contentChanged()
  expect(state?.refusal).toBeNull()
  await pressed(REFUSED)
  void saver.press()
  expect(state?.refusal).toBeNull()
})

test('without an answer nothing is saved, nothing refused, and it can be pressed again', async () => {
  await pressed(undefined)
  expect([saved, state, outOfDate]).toEqual([[], { asked: true, refusal: null }, 0])
  await pressed({ ok: true, booking: BOOKING })
  expect(saved).toEqual([BOOKING])
})

test('a booking that somebody else changed is sent by its new version when Save is pressed again', async () => {
  await pressed({ ...REFUSED, current: { version: 7 } })
  await pressed(REFUSED)
  await pressed(REFUSED)
  expect(sent).toEqual([3, 7, 7])
})

test('pressed before it is known whether the time is free, it is sent as soon as it is', async () => {
  saver.waitForAnswer()
  saver.answered('checking')
  expect(sent).toEqual([])
  saver.answered('free')
  expect(sent).toEqual([3])
  saver.answered('checking')
  saver.answered('free')
  expect(sent).toEqual([3])
})

test.each(['taken', 'unknown', 'incomplete'] as const)(
  'pressed before it is known whether the time is free, it is not sent when the answer is %s, nor later by itself',
  other => {
    saver.waitForAnswer()
    saver.answered(other)
    saver.answered('free')
    expect(sent).toEqual([])
  },
)

test('a time that is free saves nothing by itself', () => {
  saver.answered('checking')
  saver.answered('free')
  expect(sent).toEqual([])
})

test('pressed while it waits, it is sent once', () => {
  saver.waitForAnswer()
  void saver.press()
  saver.answered('free')
  expect(sent).toEqual([3])
})
