import { DatePicker } from '@mantine/dates'
import { useEffect, useState } from 'react'
import { type ByKind, byKind } from '#booking/in-the-way'
import { addDays, type LocalDay } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { useMonthLooks } from '../parts/fields/month-looks.ts'
import type { TypedPeriod } from '../parts/fields/period-input.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { todayIn, useFormat } from '../words/format.ts'
import type { Language } from '../words/language.ts'
import { type Say, sayIn, useWords } from '../words/words.ts'
import './taken-month.css'

type TakenMonthProps = {
  machine: MachineRow
  typed: TypedPeriod
  /** @param picked for a machine booked by clock time, some hours of the day, which say nothing but the day */
  onType: (picked: TypedPeriod) => void
  exceptBookingId?: string | undefined
  formId: string
  /** The chosen days are not free. */
  refused: boolean
}

/** A small month beside the two date fields: taken days are struck out, and days can be picked. */
export function TakenMonth(props: TakenMonthProps) {
  const { machine, typed, onType, exceptBookingId, formId, refused } = props
  const say = useWords(bookingFormWords)
  const format = useFormat()
  const looks = useMonthLooks()
  const today = todayIn(format.calendar)
  const [month, setMonth] = useState(() => monthOf(typed.from) ?? monthOf(today)!)
  const typedMonth = monthOf(typed.from)
  useEffect(() => {
    if (typedMonth) setMonth(typedMonth)
  }, [typedMonth])

  const { taken, known } = useTaken(machine.id, month, { exceptBookingId, formId })
  const from = typed.from.slice(0, 10) || null
  const to = typed.to.slice(0, 10) || null

  function pick(picked: [string | null, string | null]) {
    if (!known) return
    const [first, last] = [picked[0]?.slice(0, 10), (picked[1] ?? picked[0])?.slice(0, 10)]
    if (!first || !last) return
    if (machine.bookingMode === 'days') return onType({ from: first, to: last })
    onType({ from: `${first}T08:00`, to: `${first}T10:00` })
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
    'data-refused': refused || undefined,
    'aria-label': say('blockedDays'),
    size: 'xs' as const,
    fullWidth: true,
  }
  if (machine.bookingMode === 'days') {
    return <DatePicker type="range" allowSingleDateInRange value={[from, to]} onChange={pick} {...shared} />
  }
  return <DatePicker value={from} onChange={day => pick([day, day])} {...shared} />
}

type TakenDay = OutputOf<'calendar.takenDays'>[number]
type Besides = { exceptBookingId: string | undefined; formId: string }

/** The office says which days are taken, by the rules that also decide the request. */
function useTaken(machineId: string, month: LocalDay, { exceptBookingId, formId }: Besides) {
  const { data, isPlaceholderData } = useCall(
    'calendar.takenDays',
    {
      machineId,
      from: month,
      to: addDays(month, 31),
      formId,
      ...(exceptBookingId ? { exceptBookingId } : {}),
    },
    { keepPrevious: true },
  )
  const taken = new Map(data?.map(day => [day.day, day]))
  return { taken, known: data !== undefined && !isPlaceholderData }
}

/** What is in the way on a day, in a word. */
const IN_MONTH: ByKind<string, [Language]> = {
  booking: ({ memberName }) => memberName,
  hold: (_, language) => sayIn(language, bookingFormWords, 'dayHeld'),
  maintenance: (_, language) => sayIn(language, bookingFormWords, 'dayMaintenance'),
  session: ({ title }) => title,
  batch: ({ sacks, capacity }) => `${sacks}/${capacity}`,
}

function takenProps(taken: TakenDay | undefined, say: Say<typeof bookingFormWords.en>, language: Language) {
  if (!taken) return {}
  const by = [...new Set(taken.by.map(one => byKind(IN_MONTH, one, language)))].slice(0, 3).join(', ')
  return {
    'data-taken': taken.whole ? 'whole' : 'partly',
    title: say(taken.whole ? 'dayTaken' : 'dayPartly', { by }),
  }
}

function monthOf(field: string): LocalDay | null {
  return field.slice(0, 4) >= '1900' ? `${field.slice(0, 7)}-01` : null
}
