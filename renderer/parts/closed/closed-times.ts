import { useMemo } from 'react'
import { isOf } from '#booking/hours/decide-open'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { LocalDay } from '#booking/time/day'
import type { Interval } from '#booking/time/interval'
import { intervalOf } from '#booking/time/period'
import type { BlackoutRow } from '#calls/holidays'
import type { MachineRow } from '#calls/machines'
import { useCall } from '../../service/use-call.ts'
import { hoursWords } from '../../words/hours/screen.ts'
import { useWords } from '../../words/words.ts'

/** The days on which the cooperative's office is closed, both ends included, each with why, in words. */
export function useClosedDays(from: LocalDay, to: LocalDay): ReadonlyMap<LocalDay, string> {
  const say = useWords(hoursWords)
  const { data } = useCall('hours.closed', { from, to }, { enabled: from !== '' && to !== '' })
  return useMemo(() => {
    const days = data?.days ?? []
    const why = (holiday: string | null) => (holiday ? say('closedFor', { holiday }) : say('closedDay'))
    return new Map(days.map(({ day, holiday }) => [day, why(holiday)]))
  }, [data, say])
}

const NONE: readonly BlackoutRow[] = []

/** The times in which machines are not booked, of all machines. */
export function useStops(): readonly BlackoutRow[] {
  return useCall('blackouts.list', {}).data?.blackouts ?? NONE
}

/** A time in which one machine is not booked. */
export type Stop = Interval & { readonly id: string; readonly row: BlackoutRow }

export function stopsOf(
  stops: readonly BlackoutRow[],
  machine: Pick<MachineRow, 'id' | 'typeId'>,
  calendar: OfficeCalendar,
): Stop[] {
  return stops
    .filter(row => isOf(row, machine))
    .map(row => ({ ...intervalOf(row.period, calendar), id: row.id, row }))
}
