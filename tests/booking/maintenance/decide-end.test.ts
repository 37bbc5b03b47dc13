import { expect, test } from 'vitest'
import { decideEnd } from '#booking/maintenance/decide-end'

test('maintenance that is planned is finished or cancelled, and what has ended stays as it is', () => {
  for (const to of ['finished', 'cancelled'] as const) {
    expect(decideEnd('planned', to)).toEqual({ ok: true })
    for (const from of ['finished', 'cancelled'] as const) {
      const refusal = { reason: 'move-not-allowed', what: 'maintenance', from, to }
      expect(decideEnd(from, to)).toEqual({ ok: false, refusal })
    }
  }
})
