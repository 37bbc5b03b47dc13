import { addDays } from '#booking/time/day'
import type { MachineToday } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import { lastDay, useFormat } from '../../words/format.ts'
import { nowAndNextWords } from '../../words/machines/now-and-next.ts'
import { countedUnit } from '../../words/money/rate-units.ts'
import { useWords } from '../../words/words.ts'
import { isFreeNow } from './said-of-machine.ts'

type Today = MachineToday | undefined
type Out = Pick<MachineRow['out'][number], 'memberName' | 'endMs' | 'overdue'>

/** What a machine does now and next, in words; '' if there is nothing to say. */
export function useTodayInWords() {
  const say = useWords(nowAndNextWords)
  const format = useFormat()
  const { calendar } = format
  const todayIs = calendar.dayOf(Date.now())

  /** Until when: "today", "5:00 PM", or the last day. */
  function end({ bookingMode }: MachineRow, endMs: number): string {
    const day = lastDay(endMs, calendar)
    const isToday = day === todayIs
    if (bookingMode === 'days') return isToday ? say('today') : format.day(day)
    return isToday ? format.time(endMs) : format.instant(endMs)
  }
  /** "tomorrow at 7:00 AM", "on Thu 3 Dec"; said of something asked for, "for Thu 3 Dec". */
  function when({ bookingMode }: MachineRow, startMs: number, asked = false): string {
    const starts = calendar.dayOf(startMs)
    const day = starts < todayIs ? todayIs : starts
    const [today, tomorrow, another] = asked
      ? (['forToday', 'forTomorrow', 'forDay'] as const)
      : (['today', 'tomorrow', 'onDay'] as const)
    const key = day === todayIs ? today : day === addDays(todayIs, 1) ? tomorrow : another
    const dayInWords = say(key, { day: format.day(day) })
    const begun = startMs <= Date.now()
    return bookingMode === 'days' || begun
      ? dayInWords
      : say('at', { day: dayInWords, time: format.time(startMs) })
  }
  const andMore = (member: string, count: number) => (count > 0 ? say('andMore', { member, count }) : member)

  return {
    /** Who has it, and until when: "Ana Reyes, until today". */
    out(machine: MachineRow, { memberName: member, endMs, overdue }: Out): string {
      return say(overdue ? 'outSince' : 'outUntil', { member, when: end(machine, endMs) })
    },
    /** Who takes it next, and when: "Goes out tomorrow to Ana Reyes and 2 more". */
    next(machine: MachineRow, today: Today): string {
      if (!today?.next) return ''
      const { memberName, startMs } = today.next
      const begun = machine.bookingMode === 'days' ? calendar.dayOf(startMs) < todayIs : startMs <= Date.now()
      const member = andMore(memberName, today.more)
      if (begun) return say(machine.stays ? 'notStarted' : 'notFetched', { member })
      return say(machine.stays ? 'starts' : 'goesOut', { member, when: when(machine, startMs) })
    },
    /** "Requested for today by Ana Reyes, waiting for approval". */
    asked(machine: MachineRow, today: Today): string {
      if (!today?.asked) return ''
      const { memberName, startMs } = today.asked
      const member = andMore(memberName, today.askedMore)
      return say('asked', { member, when: when(machine, startMs, true) })
    },
    /** "Maintenance tomorrow", "In maintenance until Fri 4 Dec". */
    maintenance(machine: MachineRow, today: Today): string {
      if (!today?.maintenance) return ''
      const { startMs, endMs, openEnded } = today.maintenance
      if (openEnded) return say('underRepair')
      return startMs <= Date.now()
        ? say('inMaintenance', { until: end(machine, endMs) })
        : say('maintenance', { when: when(machine, startMs) })
    },
    /** "Free from Thu 3 Dec until Sat 5 Dec"; if it is free now, "Free until Sat 5 Dec". */
    free(machine: MachineRow, today: Today): string {
      if (!today || today.freeFromMs === null) return ''
      const { freeFromMs, freeUntilMs } = today
      const now = isFreeNow(today, Date.now())
      if (freeUntilMs === null) return now ? '' : say('freeFrom', { from: beginning(machine, freeFromMs) })
      const oneDay =
        machine.bookingMode === 'days' && lastDay(freeUntilMs, calendar) === calendar.dayOf(freeFromMs)
      if (oneDay) return say('freeOnly', { when: when(machine, freeFromMs) })
      const until = end(machine, freeUntilMs)
      return now
        ? say('freeUntil', { until })
        : say('freeFromUntil', { from: beginning(machine, freeFromMs), until })
    },
    /** "31 of 60 sacks in it", for a machine that several members share. */
    inIt({ capacity, unitName }: MachineRow, today: Today): string {
      if (capacity === 1 || !today || today.unitsOut === 0) return ''
      const unit = countedUnit(unitName, capacity, format.language)
      return say('inIt', { units: format.number(today.unitsOut), capacity: format.number(capacity), unit })
    },
  }

  function beginning({ bookingMode }: MachineRow, ms: number): string {
    const day = calendar.dayOf(ms)
    if (bookingMode === 'days') return format.shortDay(day)
    return day === todayIs ? format.time(ms) : `${format.shortDay(day)}, ${format.time(ms)}`
  }
}
