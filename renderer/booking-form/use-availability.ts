import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Refusal } from '#booking/refusal'
import type { Alternative } from '#calls/booking-rows'
import { useCall } from '../service/use-call.ts'
import type { Slot } from './form-fields.ts'

/** The pause, in milliseconds, between the last keystroke and the question. */
const WAIT_MS = 350

export type Availability =
  | { state: 'incomplete' }
  | { state: 'checking' }
  | { state: 'unknown'; error: unknown; askAgain: () => void }
  | { state: 'free'; slot: Slot }
  | { state: 'taken'; refusal: Refusal; alternatives: readonly Alternative[] }

type Besides = { formId: string; exceptBookingId?: string | undefined }

/** Whether the slot is free. Asked again whenever the slot or a block on the machine changes. */
export function useAvailability(slot: Slot | null, { formId, exceptBookingId }: Besides): Availability {
  const wanted = useMemo(() => (slot ? JSON.stringify(slot) : ''), [slot])
  const [asked] = useDebouncedValue(wanted, WAIT_MS)
  const askedSlot = useMemo(() => (asked ? (JSON.parse(asked) as Slot) : null), [asked])
  const check = useCall(
    'bookings.check',
    { ...(askedSlot ?? NO_SLOT), formId, ...(exceptBookingId ? { exceptBookingId } : {}) },
    { enabled: askedSlot !== null, alwaysFresh: true },
  )
  if (!slot) return { state: 'incomplete' }
  if (wanted !== asked || !askedSlot) return { state: 'checking' }
  if (check.error) return { state: 'unknown', error: check.error, askAgain: () => void check.refetch() }
  if (!check.data) return { state: 'checking' }
  if (check.data.free) return { state: 'free', slot: askedSlot }
  return { state: 'taken', refusal: check.data.refusal, alternatives: check.data.alternatives }
}

/** The slot in the query key while there is no question. */
const NO_SLOT: Slot = { machineId: '', period: { kind: 'days', from: '', to: '' }, units: 1 }
