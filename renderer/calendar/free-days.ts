import type { EventInput } from '@fullcalendar/react'
import { addDays, type LocalDay } from '#booking/time/day'
import type { DayLoads } from './use-day-loads.ts'

/** Days, both inclusive, that nobody has booked. */
export type FreeDays = { readonly from: LocalDay; readonly to: LocalDay }

/** The runs of days on which a machine can be booked and nothing is booked yet, in order. */
export function freeRuns(loads: DayLoads): FreeDays[] {
  const runs: FreeDays[] = []
  const days = [...loads.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  for (const { day, free, units } of days) {
    if (!free || units > 0) continue
    const last = runs.at(-1)
    if (last && addDays(last.to, 1) === day) runs[runs.length - 1] = { from: last.from, to: day }
    else runs.push({ from: day, to: day })
  }
  return runs
}

/** A run of free days as one line of the list, on its first day. */
export function drawnRun(free: FreeDays, title: string): EventInput {
  return {
    ...drawn(free, title),
    className: 'araro-event araro-free',
    color: 'transparent',
    contrastColor: 'inherit',
  }
}

/** Each free day as the ground of its column, where a click or a drag books as on any other day. */
export function drawnGrounds(runs: readonly FreeDays[], title: string): EventInput[] {
  return runs.flatMap(run => {
    const grounds: EventInput[] = []
    for (let day = run.from; day <= run.to; day = addDays(day, 1)) {
      grounds.push({
        ...drawn({ from: day, to: day }, title),
        display: 'background',
        className: 'araro-free-ground',
      })
    }
    return grounds
  })
}

function drawn(free: FreeDays, title: string): EventInput {
  const { from } = free
  return {
    id: `free:${from}`,
    title,
    start: from,
    end: addDays(from, 1),
    allDay: true,
    editable: false,
    extendedProps: { free },
  }
}

/** The most events that meet on one of the days: their cards share its height. */
export function mostOnADay(
  events: readonly EventInput[],
  days: { first: LocalDay; after: LocalDay },
): number {
  let most = 1
  for (let day = days.first; day < days.after; day = addDays(day, 1)) {
    const there = events.filter(({ display, start, end }) => {
      if (display === 'background') return false
      return String(start).slice(0, 10) <= day && day < String(end).slice(0, 10)
    })
    most = Math.max(most, there.length)
  }
  return most
}
