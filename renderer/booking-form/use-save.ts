import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { Alternative, BookingRow } from '#calls/bookings'
import { queryClient } from '../service/query-client.ts'
import { useCommand } from '../service/use-command.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { closeBookingForm } from './booking-form-store.ts'
import { requestOf, type Slot } from './form-fields.ts'
import type { BookingFormState } from './use-booking-fields.ts'

type Refused = { refusal: Refusal; alternatives: readonly Alternative[] }

/** Save: a request, or the move of `moved`. A refusal stays beside the fields until they change. */
export function useSave({ form, moved }: { form: BookingFormState; moved: BookingRow | null }) {
  const say = useWords(bookingFormWords)
  const format = useFormat()
  const request = useCommand('bookings.request')
  const move = useCommand('bookings.move')
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [waits, setWaits] = useState(false)
  const [version, setVersion] = useState(moved?.version ?? 1)
  const { fields, formId } = form

  const content = JSON.stringify([fields.machineId, fields.member?.id, fields.typed, fields.units])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is about what was asked; other content clears it
  useEffect(() => setRefusal(null), [content])

  async function send(slot: Slot) {
    if (moved) {
      const reason = fields.purpose.trim()
      return move.run({ bookingId: moved.id, version, ...slot, formId, ...(reason ? { reason } : {}) })
    }
    const asked = requestOf(fields, slot)
    return asked ? request.run({ ...asked, formId }) : undefined
  }

  async function press() {
    setWaits(false)
    setAsked(true)
    if (!form.slot || !fields.member) return
    setRefusal(null)
    const outcome = await send(form.slot)
    if (!outcome) return
    if (outcome.ok) {
      tell(outcome.booking)
      form.finish()
      return closeBookingForm()
    }
    if (outcome.current) setVersion(outcome.current.version)
    setRefusal({ refusal: outcome.refusal, alternatives: outcome.alternatives ?? [] })
    void queryClient.invalidateQueries({ queryKey: ['bookings', 'check'] })
  }

  // Whoever types fast presses the keys for Save before the answer is there.
  const pressNow = useRef(press)
  pressNow.current = press
  const { state } = form.availability
  useEffect(() => {
    if (!waits || state === 'checking') return
    setWaits(false)
    if (state === 'free') void pressNow.current()
  }, [waits, state])

  function tell(booking: BookingRow) {
    const values = {
      machine: booking.machineName,
      when: format.period(booking.period),
      member: booking.memberName,
    }
    const pending = booking.status === 'pending'
    const key = moved ? (pending ? 'movedPending' : 'moved') : pending ? 'savedPending' : 'savedApproved'
    notifications.show({ color: 'green', message: say(key, values), autoClose: 8000 })
  }

  return { press, waitForAnswer: () => setWaits(true), asked, refusal, busy: request.busy || move.busy }
}
