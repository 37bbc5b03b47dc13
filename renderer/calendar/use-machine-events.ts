import { useMemo } from 'react'
import type { MachineRow } from '#calls/machines'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { drawnEvent } from './calendar-events.ts'
import { useCalendarView } from './calendar-view.ts'
import { kindOf } from './event-kinds.ts'
import { useDayLoads } from './use-day-loads.ts'

/** The machine's events in the range that is shown, as they are drawn, and how full it is on each day. */
export function useMachineEvents(machine: MachineRow) {
  const format = useFormat()
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
  const own = useMemo(
    () => (answer.data ?? []).filter(event => event.machineId === machine.id),
    [answer.data, machine.id],
  )
  const events = useMemo(
    () => own.map(event => drawnEvent(event, kindOf(event).title(event, language), calendar)),
    [own, calendar, language],
  )
  // Placeholder data belongs to another machine or range, so this one's events are not known yet.
  const known = answer.data !== undefined && !answer.isPlaceholderData
  const loads = useDayLoads(machine.id, range)
  return { answer, events, known, loads }
}
