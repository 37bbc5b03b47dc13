import { useEffect, useRef, useState } from 'react'
import { callOffice } from '../service/calls-by-name.ts'
import { noteTrouble, queryClient } from '../service/query-client.ts'
import type { Slot } from './form-fields.ts'

export type Hold = { state: 'none' } | { state: 'kept'; untilMs: number } | { state: 'lapsed' }

/** Typing in other fields renews the hold, but not with every key. */
const RENEW_AT_MOST_EVERY_MS = 20_000

type Wanted = {
  formId: string
  exceptBookingId?: string | undefined
  /** The free slot of a form that somebody is really filling; null otherwise. */
  slot: Slot | null
  /** Grows with every change in the form. */
  changes: number
}

/**
 * Keeps the slot for this form: five minutes from its last change, one hold a form. Let go of when the slot is no
 * longer wanted, and when the form goes away, whichever way it goes.
 */
export function useHold({
  formId,
  exceptBookingId,
  slot,
  changes,
}: Wanted): Hold & { keepAgain: () => void } {
  const [hold, setHold] = useState<Hold>({ state: 'none' })
  const lastTakenMs = useRef(0)
  const asked = useRef(0)
  const wanted = slot ? JSON.stringify(slot) : ''

  async function take(ofSlot: Slot) {
    const mine = ++asked.current
    lastTakenMs.current = Date.now()
    try {
      const input = { formId, ...ofSlot, ...(exceptBookingId ? { exceptBookingId } : {}) }
      const answer = await callOffice('bookings.hold', input)
      if (mine !== asked.current) return
      const untilMs = answer.ok ? answer.expiresMs : null
      setHold(untilMs === null ? { state: 'none' } : { state: 'kept', untilMs })
      // Somebody was quicker: the panel has to say so.
      if (!answer.ok) void queryClient.invalidateQueries({ queryKey: ['bookings', 'check'] })
    } catch (error) {
      noteTrouble(error)
      if (mine === asked.current) setHold({ state: 'none' })
    }
  }
  function letGo() {
    if (asked.current === 0) return
    asked.current++
    lastTakenMs.current = 0
    callOffice('bookings.release', { formId }).catch(() => undefined)
  }
  // The newest closures, for effects that must not run again because of them.
  const latest = useRef({ take, letGo })
  latest.current = { take, letGo }

  useEffect(() => {
    if (wanted) void latest.current.take(JSON.parse(wanted) as Slot)
    else latest.current.letGo()
    if (!wanted) setHold({ state: 'none' })
  }, [wanted])

  useEffect(() => {
    const due = Date.now() - lastTakenMs.current > RENEW_AT_MOST_EVERY_MS
    if (changes > 0 && wanted && due) void latest.current.take(JSON.parse(wanted) as Slot)
  }, [changes, wanted])

  useEffect(() => {
    if (hold.state !== 'kept') return
    const timer = setTimeout(() => setHold({ state: 'lapsed' }), Math.max(0, hold.untilMs - Date.now()))
    return () => clearTimeout(timer)
  }, [hold])

  useEffect(() => {
    const leave = () => latest.current.letGo()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return { ...hold, keepAgain: () => wanted && void take(JSON.parse(wanted) as Slot) }
}
