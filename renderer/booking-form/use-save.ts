import { useEffect, useRef, useState } from 'react'
import type { BookingRow } from '#calls/booking-rows'
import { tellDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { closeBookingForm } from '../open-booking-form.ts'
import { queryClient } from '../service/query-client.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { requestOf } from './form-fields.ts'
import { createSaver, type SaveState, type SaveWorld } from './saver.ts'
import type { BookingFormState } from './use-booking-fields.ts'

/** Saves the form: a request, or the move of `moved`. A refusal stays beside the fields until they change. */
export function useSave({ form, moved }: { form: BookingFormState; moved: BookingRow | null }) {
  const say = useWords(bookingFormWords)
  const format = useFormat()
  const request = useCommand('bookings.request')
  const move = useCommand('bookings.move')
  const [state, setState] = useState<SaveState>({ asked: false, refusal: null })
  const { fields, formId, slot } = form
  /** Why the next press passes over a quota or an open job; '' if it does not. */
  const anyway = useRef('')

  const world: Pick<SaveWorld, 'send' | 'saved'> = {
    send(version) {
      const asked = slot && requestOf(fields, slot)
      if (!asked) return null
      const overrideReason = anyway.current
      anyway.current = ''
      if (!moved) return request.run({ ...asked, formId, ...(overrideReason && { overrideReason }) })
      const reason = fields.purpose.trim()
      const said = { ...(reason && { reason }), ...(overrideReason && { overrideReason }) }
      return move.run({ bookingId: moved.id, version, ...slot, formId, ...said })
    },
    saved(booking, answer) {
      tell(booking, answer)
      form.finish()
      closeBookingForm()
    },
  }
  const latest = useRef(world)
  latest.current = world
  const [saver] = useState(() =>
    createSaver(
      {
        send: version => latest.current.send(version),
        saved: (booking, answer) => latest.current.saved(booking, answer),
        askAgain: () => void queryClient.invalidateQueries({ queryKey: ['bookings', 'check'] }),
        tell: setState,
      },
      moved?.version ?? 1,
    ),
  )

  const content = JSON.stringify([fields.machineId, fields.member?.id, fields.typed, fields.units])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is about the content sent
  useEffect(saver.contentChanged, [saver, content])
  const availability = form.availability.state
  useEffect(() => saver.answered(availability), [saver, availability])

  function tell(booking: BookingRow, answer: object) {
    const values = {
      machine: booking.machineName,
      when: format.period(booking.period),
      member: booking.memberName,
    }
    const pending = booking.status === 'pending'
    const key = moved ? (pending ? 'movedPending' : 'moved') : pending ? 'savedPending' : 'savedApproved'
    tellDone(say(key, values), answer)
  }

  return {
    ...state,
    press: saver.press,
    pressAnyway(reason: string) {
      anyway.current = reason
      void saver.press()
    },
    waitForAnswer: saver.waitForAnswer,
    busy: request.busy || move.busy,
  }
}
