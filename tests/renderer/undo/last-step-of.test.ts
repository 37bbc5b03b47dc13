import { expect, test } from 'vitest'
import type { Step } from '#calls/undo'
import { lastStepOf } from '../../../renderer/undo/last-step-of.ts'

const UNDONE = { reason: 'cannot-undo', why: 'undone-already' } as const

function step(commandId: string, deed: Step['deed'], refusal: Step['refusal'] = null): Step {
  const about = { atMs: 0, action: 'bookings.move', said: null, records: [], count: 1, printed: [] }
  return { commandId, deed, refusal, ...about }
}

test('the key is about the newest step that is neither undone nor an undo', () => {
  const first = step('first', 'did')
  expect(lastStepOf([step('undo', 'undid'), step('second', 'did', UNDONE), first])).toBe(first)
  const again = step('again', 'redid')
  expect(lastStepOf([again, step('undo', 'undid', UNDONE), step('second', 'did', UNDONE), first])).toBe(again)
  expect(lastStepOf([step('undo', 'undid')])).toBeUndefined()
})

test('a step that cannot be undone is not passed over: the person is told why', () => {
  const out = step('out', 'did', { reason: 'cannot-undo', why: 'happened' })
  expect(lastStepOf([out, step('first', 'did')])).toBe(out)
})
