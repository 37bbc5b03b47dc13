import { DatePicker } from '@mantine/dates'
import { useEffect, useMemo, useState } from 'react'
import { addDays, type LocalDay } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { kindOf } from '../calendar/event-kinds.ts'
import { useMonthLooks } from '../parts/fields/month-looks.ts'
import type { TypedPeriod } from '../parts/fields/period-input.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { type Format, todayIn, useFormat } from '../words/format.ts'
import type { Language } from '../words/language.ts'
import { type Say, useWords } from '../words/words.ts'
import { type TakenDay, takenDays } from './taken-days.ts'
import './taken-month.css'

type TakenMonthProps = {
  machine: MachineRow
  typed: TypedPeriod
  onType: (typed: TypedPeriod) => void
  exceptBookingId?: string | undefined
  formId: string
}

/** A small month beside the two date fields: taken days are struck out, and days can be picked. */
export function TakenMonth({ machine, typed, onType, exceptBookingId, formId }: TakenMonthProps) {
  const say = useWords(bookingFormWords)
  const format = useFormat()
  const looks = useMonthLooks()
  const today = todayIn(format.calendar)
  const [month, setMonth] = useState(() => monthOf(typed.from) ?? monthOf(today)!)
  const typedMonth = monthOf(typed.from)
  useEffect(() => {
    if (typedMonth) setMonth(typedMonth)
  }, [typedMonth])

  const { taken, known } = useTaken(machine, month, format, id => id !== exceptBookingId && id !== formId)
  const from = typed.from.slice(0, 10) || null
  const to = typed.to.slice(0, 10) || null

  function pick(picked: [string | null, string | null]) {
    if (!known) return
    const [first, last] = [picked[0]?.slice(0, 10), (picked[1] ?? picked[0])?.slice(0, 10)]
    if (!first || !last) return
    if (machine.bookingMode === 'days') return onType({ from: first, to: last })
    const [fromClock, toClock] = [typed.from.slice(11) || '08:00', typed.to.slice(11) || '10:00']
    onType({ from: `${first}T${fromClock}`, to: `${first}T${toClock > fromClock ? toClock : '23:59'}` })
  }

  const shared = {
    ...looks,
    date: month,
    onDateChange: (date: string) => setMonth(monthOf(date) ?? month),
    excludeDate: (date: string) => date.slice(0, 10) < today,
    getDayProps: (date: string) => ({
      ...(date.slice(0, 10) === today ? { 'aria-current': 'date' as const } : {}),
      ...takenProps(taken.get(date.slice(0, 10)), say, format.language),
    }),
    className: 'araro-taken-month',
    'aria-busy': !known,
    'aria-label': say('blockedDays'),
    size: 'xs' as const,
    fullWidth: true,
  }
  if (machine.bookingMode === 'days') {
    return <DatePicker type="range" allowSingleDateInRange value={[from, to]} onChange={pick} {...shared} />
  }
  return <DatePicker value={from} onChange={day => pick([day, day])} {...shared} />
}

function useTaken(machine: MachineRow, month: LocalDay, format: Format, counts: (id: string) => boolean) {
  const first = month
  const last = addDays(month, 31)
  const events = useCall(
    'calendar.events',
    {
      machineIds: [machine.id],
      fromMs: format.calendar.startOfDay(first),
      toMs: format.calendar.startOfDay(addDays(last, 1)),
    },
    { keepPrevious: true },
  )
  const counted = (events.data ?? []).filter(event => event.machineId === machine.id && counts(event.id))
  const taken = useMemo(
    () => takenDays(counted, machine, { first, last }, format.calendar),
    [counted, machine, first, last, format.calendar],
  )
  return { taken, known: events.data !== undefined && !events.isPlaceholderData }
}

function takenProps(onDay: TakenDay | undefined, say: Say<typeof bookingFormWords.en>, language: Language) {
  if (!onDay) return {}
  const by = [...new Set(onDay.events.map(event => kindOf(event).inMonth(event, language)))]
    .slice(0, 3)
    .join(', ')
  return {
    'data-taken': onDay.whole ? 'whole' : 'partly',
    title: say(onDay.whole ? 'dayTaken' : 'dayPartly', { by }),
  }
}

function monthOf(field: string): LocalDay | null {
  return field.slice(0, 4) >= '1900' ? `${field.slice(0, 7)}-01` : null
}
