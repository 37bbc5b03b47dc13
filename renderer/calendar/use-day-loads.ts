import { useMemo } from 'react'
import { addDays, type LocalDay } from '#booking/time/day'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'

export type DayLoads = ReadonlyMap<LocalDay, OutputOf<'calendar.dayLoads'>[number]>

/** How full the machine is on each day that is shown, as the office says. Empty while that is not known yet. */
export function useDayLoads(machineId: string, range: { first: LocalDay; after: LocalDay } | null): DayLoads {
  const { data } = useCall(
    'calendar.dayLoads',
    { machineId, from: range?.first ?? '', to: range ? addDays(range.after, -1) : '' },
    { enabled: range !== null },
  )
  return useMemo(() => new Map(data?.map(load => [load.day, load])), [data])
}
