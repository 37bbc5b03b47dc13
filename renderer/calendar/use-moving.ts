import { useCallback, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { Period } from '#booking/time/period'
import type { Alternative, BookingRow } from '#calls/booking-rows'
import type { CalendarEvent } from '#calls/calendar'
import { tellDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { callOffice, type OutputOf } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'
import { periodOfEvent } from './calendar-events.ts'
import { kindOf } from './event-kinds.ts'

/** Where a booking is, or would be. */
export type Place = { readonly machineId: string; readonly period: Period }

type Refused = { refusal: Refusal; alternatives?: readonly Alternative[] }

export type NotMoved = {
  event: CalendarEvent
  refusal: Refusal
  alternatives: readonly Alternative[]
  /** Takes an alternative at once; without it, a form opens with it. */
  take?: (alternative: Alternative) => void
}

/** A move that would take an approval away, and waits for a yes. */
export type Asking = {
  readonly event: CalendarEvent
  readonly place: Place
  readonly putBack: () => void
  readonly moved: (booking: BookingRow) => void
}

/**
 * Moves a booking that was dropped somewhere else, or gives one of a machine that is out a later end. The office is asked
 * first: a move that would take an approval away waits for a yes, because a hand slips easily. If a move is refused, the
 * booking is put back and the reason is shown.
 */
export function useMoving() {
  const say = useWords(calendarWords)
  const ofBookings = useWords(bookingWords)
  const format = useFormat()
  const move = useCommand('bookings.move')
  const extend = useCommand('bookings.extend')
  const [notMoved, setNotMoved] = useState<NotMoved | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const dismiss = useCallback(() => setNotMoved(null), [])

  async function moveTo(
    event: CalendarEvent,
    place: Place,
    putBack = nothing,
    moved: Asking['moved'] = nothing,
  ) {
    dismiss()
    const check = await checkMove(event, place)
    if (!check) return putBack()
    if (!check.approvalAgain) return send({ event, place, putBack, moved })
    if (check.free) return setAsking({ event, place, putBack, moved })
    putBack()
    if (!check.free) refused(event, check)
  }

  async function send({ event, place, putBack, moved }: Asking) {
    const { id: bookingId, version } = event
    const { period } = place
    const outcome = kindOf(event).onlyExtendable(event)
      ? await extend.run({ bookingId, version, period })
      : await move.run({ bookingId, version, ...place })
    setAsking(null)
    if (outcome?.ok) {
      moved(outcome.booking)
      return tell(event, outcome)
    }
    putBack()
    if (outcome) refused(event, outcome)
  }

  function refused(event: CalendarEvent, { refusal, alternatives = [] }: Refused) {
    const take = (place: Alternative) => void moveTo(event, place)
    setNotMoved({
      event,
      refusal,
      alternatives,
      ...(kindOf(event).onlyExtendable(event) && { take }),
    })
  }

  function tell(event: CalendarEvent, answer: { booking: BookingRow }) {
    const { memberName: name, machineName: machine, period, status } = answer.booking
    const when = format.period(period)
    if (kindOf(event).onlyExtendable(event))
      return tellDone(ofBookings('extended', { machine, when }), answer)
    const lostApproval = event.status === 'approved' && status !== 'approved'
    tellDone(say(lostApproval ? 'movedPending' : 'moved', { name, when }), answer)
  }

  return {
    moveTo,
    notMoved,
    dismiss,
    asking,
    busy: move.busy || extend.busy,
    onYes: () => asking && void send(asking),
    onNo() {
      asking?.putBack()
      setAsking(null)
    },
  }
}

function nothing(): void {}

export function placeOfEvent(event: CalendarEvent): Place {
  return { machineId: event.machineId, period: periodOfEvent(event) }
}

/** What the office says about a move before it is made; null if there was no answer. */
async function checkMove(event: CalendarEvent, place: Place): Promise<OutputOf<'bookings.check'> | null> {
  const { id: exceptBookingId, units } = event
  try {
    if (kindOf(event).onlyExtendable(event)) {
      return await callOffice('bookings.checkExtension', {
        bookingId: exceptBookingId,
        period: place.period,
      })
    }
    return await callOffice('bookings.check', { ...place, units, exceptBookingId })
  } catch (error) {
    noteTrouble(error)
    sayTrouble(error)
    return null
  }
}
