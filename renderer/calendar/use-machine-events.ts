import { useMemo } from 'react'
import type { MachineRow } from '#calls/machines'
import { useCall } from '../service/use-call.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { drawnEvent } from './calendar-events.ts'
import { LIST_AHEAD, useCalendarView } from './calendar-view.ts'
import { useClosedGrounds } from './closed-grounds.ts'
import { kindOf } from './event-kinds.ts'
import { drawnGrounds, drawnRun, freeRuns, mostOnADay } from './free-days.ts'
import { useBookingsInFull } from './use-bookings-in-full.ts'
import { useDayLoads } from './use-day-loads.ts'

/**
 * The machine's events in the range that is shown, as they are drawn, and how full it is on each day. In the list, free
 * days stand between them; in a week without hours, they are the ground of their columns.
 */
export function useMachineEvents(machine: MachineRow, type: string) {
  const format = useFormat()
  const say = useWords(calendarWords)
  const range = useCalendarView(state => state.range)
  const { calendar, language } = format
  const answer = useCall(
    'calendar.events',
    {
      machineIds: [machine.id],
      fromMs: range ? calendar.startOfDay(range.first) : 0,
      toMs: range ? calendar.startOfDay(range.after) : 1,
    },
    { enabled: range !== null, keepPrevious: true },
  )
  const loads = useDayLoads(machine.id, range)
  const closed = useClosedGrounds(machine, type)
  const cards = hasCards(machine, type)
  const inFull = useBookingsInFull(machine, cards)
  const own = useMemo(
    () => (answer.data ?? []).filter(event => event.machineId === machine.id),
    [answer.data, machine.id],
  )
  const events = useMemo(() => {
    const booked = own.map(event => drawnEvent(event, kindOf(event).title(event, language), calendar))
    if (type === LIST_AHEAD) {
      return [...booked, ...freeRuns(loads).map(run => drawnRun(run, say('free')))]
    }
    const grounds = cards ? drawnGrounds(freeRuns(loads), say('free')) : []
    return [...booked, ...closed, ...grounds]
  }, [own, calendar, language, loads, closed, type, cards, say])
  // Placeholder data belongs to another machine or range, so this one's events are not known yet.
  const known = answer.data !== undefined && !answer.isPlaceholderData
  const most = useMemo(() => (cards && range ? mostOnADay(events, range) : 1), [cards, events, range])
  return { answer, events, known, loads, cards, inFull, most }
}

/** A week or a day without hours of a machine that is rented as a whole has room for a card for each booking. */
function hasCards({ capacity }: MachineRow, type: string): boolean {
  return capacity === 1 && (type === 'dayGridWeek' || type === 'dayGridDay')
}
