import type { EventInput } from '@fullcalendar/react'
import { useCallback, useRef, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { Period } from '#booking/time/period'
import type { Alternative, BookingRow } from '#calls/bookings'
import type { CalendarEvent } from '#calls/calendar'
import { tellDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { callOffice, type OutputOf } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'
import { periodOfMoved } from './calendar-events.ts'

export type NotMoved = {
  event: CalendarEvent
  refusal: Refusal
  alternatives: readonly Alternative[]
}

/** A move that would take an approval away, and waits for a yes. */
export type Asking = {
  readonly event: CalendarEvent
  readonly period: Period
  readonly putBack: () => void
}

type Dragged = {
  event: {
    startStr: string
    endStr: string
    allDay: boolean
    extendedProps: Record<string, unknown>
  }
  revert: () => void
}

/**
 * Moves a booking that was dragged or resized. The office is asked first: a move that would take an approval away waits
 * for a yes, because a hand slips easily. If a move is refused, the booking snaps back and the reason is shown.
 */
export function useDragMove(calendar: OfficeCalendar, events: readonly EventInput[]) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const move = useCommand('bookings.move')
  const [notMoved, setNotMoved] = useState<NotMoved | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const drawn = useRef(events)
  drawn.current = events
  const dismiss = useCallback(() => setNotMoved(null), [])

  async function moveTo({ event: dropped, revert }: Dragged) {
    const event = dropped.extendedProps.event as CalendarEvent
    const before = drawn.current
    // Events that were read again meanwhile are already drawn where they are.
    const putBack = () => drawn.current === before && revert()
    const period = periodOfMoved(spanOf(dropped), event, calendar)
    dismiss()
    const check = period && (await checkMove(event, period))
    if (!check) return void putBack()
    if (!check.approvalAgain) return send({ event, period, putBack })
    if (check.free) return setAsking({ event, period, putBack })
    putBack()
    setNotMoved({ event, refusal: check.refusal, alternatives: check.alternatives })
  }

  async function send({ event, period, putBack }: Asking) {
    const { id: bookingId, version } = event
    const outcome = await move.run({ bookingId, version, period })
    setAsking(null)
    if (outcome?.ok) return tell(event, outcome)
    putBack()
    if (outcome) {
      setNotMoved({ event, refusal: outcome.refusal, alternatives: outcome.alternatives ?? [] })
    }
  }

  function tell(event: CalendarEvent, answer: { booking: BookingRow }) {
    const { memberName: name, period, status } = answer.booking
    const lostApproval = event.status === 'approved' && status !== 'approved'
    tellDone(say(lostApproval ? 'movedPending' : 'moved', { name, when: format.period(period) }), answer)
  }

  return {
    moveTo,
    notMoved,
    dismiss,
    asking,
    busy: move.busy,
    onYes: () => asking && void send(asking),
    onNo() {
      asking?.putBack()
      setAsking(null)
    },
  }
}

/** What the office says about a move before it is made; null if there was no answer. */
async function checkMove(
  { id: exceptBookingId, machineId, units }: CalendarEvent,
  period: Period,
): Promise<OutputOf<'bookings.check'> | null> {
  try {
    return await callOffice('bookings.check', { machineId, period, units, exceptBookingId })
  } catch (error) {
    noteTrouble(error)
    sayTrouble(error)
    return null
  }
}

/** FullCalendar omits the end of an event of default length. */
function spanOf(drawn: Dragged['event']) {
  return { startStr: drawn.startStr, endStr: drawn.endStr || drawn.startStr, allDay: drawn.allDay }
}
