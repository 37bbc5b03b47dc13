import { useEffect, useRef, useState } from 'react'
import { callOffice } from '../service/calls-by-name.ts'
import { noteTrouble, queryClient } from '../service/query-client.ts'
import type { Slot } from './form-fields.ts'
import { createHoldKeeper, type Hold, type HoldWorld } from './hold-keeper.ts'

export type { Hold }

type Wanted = {
  formId: string
  exceptBookingId?: string | undefined
  /** The free slot of a form that the user has changed; null otherwise. */
  slot: Slot | null
  /** Increases with every change in the form. */
  changes: number
}

/**
 * Holds the slot for this form for five minutes from its last change; a form has at most one hold. The hold is
 * released when the slot is no longer requested and when the form closes for any reason.
 */
export function useHold({
  formId,
  exceptBookingId,
  slot,
  changes,
}: Wanted): Hold & { keepAgain: () => void } {
  const [hold, setHold] = useState<Hold>({ state: 'none' })
  const calls: Pick<HoldWorld, 'take' | 'release'> = {
    take: ofSlot =>
      callOffice('bookings.hold', { formId, ...ofSlot, ...(exceptBookingId ? { exceptBookingId } : {}) }),
    release: () => void callOffice('bookings.release', { formId }).catch(() => undefined),
  }
  const latest = useRef(calls)
  latest.current = calls
  const [keeper] = useState(() =>
    createHoldKeeper({
      take: ofSlot => latest.current.take(ofSlot),
      release: () => latest.current.release(),
      tell: setHold,
      taken: () => void queryClient.invalidateQueries({ queryKey: ['bookings', 'check'] }),
      trouble: noteTrouble,
      nowMs: Date.now,
      later(work, ms) {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
    }),
  )

  const wanted = slot ? JSON.stringify(slot) : ''
  useEffect(() => keeper.want(wanted ? (JSON.parse(wanted) as Slot) : null), [keeper, wanted])
  useEffect(() => {
    if (changes > 0) keeper.changed()
  }, [keeper, changes])
  useEffect(() => {
    window.addEventListener('pagehide', keeper.leave)
    return () => {
      window.removeEventListener('pagehide', keeper.leave)
      keeper.leave()
    }
  }, [keeper])

  return { ...hold, keepAgain: keeper.keepAgain }
}
