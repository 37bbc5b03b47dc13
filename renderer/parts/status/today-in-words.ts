import type { MachineToday } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import { lastDay, useFormat } from '../../words/format.ts'
import { machineWords } from '../../words/machines/screen.ts'
import { countedUnit } from '../../words/money/rate-units.ts'
import { useWords } from '../../words/words.ts'
import { isFreeNow } from './said-of-machine.ts'

/** What a machine does today, in words; '' if there is nothing to say. */
export function useTodayInWords() {
  const say = useWords(machineWords)
  const format = useFormat()
  const { calendar } = format
  return {
    /** When a booking ends: "today", "5:00 PM", or its day. */
    end(machine: MachineRow, endMs: number): string {
      const day = lastDay(endMs, calendar)
      const isToday = day === calendar.dayOf(Date.now())
      if (machine.bookingMode === 'days') return isToday ? say('today') : format.day(day)
      return isToday ? format.time(endMs) : format.instant(endMs)
    },
    /** Who takes it next, and when: "Goes out today to Ana Reyes and 2 more". */
    next(machine: MachineRow, today: MachineToday | undefined): string {
      if (!today?.next) return ''
      const { memberName: member, startMs } = today.next
      const byDays = machine.bookingMode === 'days'
      const begun = byDays ? calendar.dayOf(startMs) < calendar.dayOf(Date.now()) : startMs <= Date.now()
      const [late, onThisDay, at] = machine.stays
        ? (['notStarted', 'starts', 'startsAt'] as const)
        : (['notFetched', 'goesOut', 'goesOutAt'] as const)
      const key = begun ? late : byDays ? onThisDay : at
      const sentence = say(key, { member, time: format.time(startMs) })
      return today.more > 0 ? `${sentence} ${say('andMore', { count: today.more })}` : sentence
    },
    /** "Free from Thu 3 Dec", if it is not free now. */
    freeFrom(machine: MachineRow, today: MachineToday | undefined): string {
      if (!today || today.freeFromMs === null || isFreeNow(today, Date.now())) return ''
      const at = today.freeFromMs
      const day = calendar.dayOf(at)
      const [time, shortDay] = [format.time(at), format.shortDay(day)]
      if (machine.bookingMode === 'days') return say('freeFrom', { when: shortDay })
      return say('freeFrom', { when: day === calendar.dayOf(Date.now()) ? time : `${shortDay}, ${time}` })
    },
    /** "31 of 60 sacks in it", for a machine that several members share. */
    inIt({ capacity, unitName }: MachineRow, today: MachineToday | undefined): string {
      if (capacity === 1 || !today || today.unitsOut === 0) return ''
      const unit = countedUnit(unitName, capacity, format.language)
      return say('inIt', { units: format.number(today.unitsOut), capacity: format.number(capacity), unit })
    },
  }
}
