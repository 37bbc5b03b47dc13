import { Group } from '@mantine/core'
import type { Ref } from 'react'
import type { OfficeCalendar } from '#booking/time/calendar'
import { isLocalDay } from '#booking/time/day'
import type { BookingMode, Period } from '#booking/time/period'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { fieldFrom, instantFrom } from './wall-field.ts'
import { WhenField } from './when-field.tsx'

/** As the two fields hold it: `2026-12-01`, or `2026-12-01T08:00` on the office's wall clock; '' while not filled. */
export type TypedPeriod = { from: string; to: string }
export const NO_PERIOD: TypedPeriod = { from: '', to: '' }

type PeriodInputProps = {
  mode: BookingMode
  typed: TypedPeriod
  onType: (typed: TypedPeriod) => void
  fromRef?: Ref<HTMLInputElement>
  /** With a month at each field, where none stands beside them. */
  withPicker?: boolean
  error?: boolean
}

/** A day alone means the working day, where clock times are asked for. */
const MORNING = 8 * 60
const EVENING = 17 * 60

/** Fields "From" and "To": a clock time needs the width of the form. */
export function PeriodInput({ mode, typed, onType, fromRef, withPicker = false, error }: PeriodInputProps) {
  const say = useWords(partWords)
  const common = {
    mode,
    withPicker,
    error: error ?? false,
    style: { flex: mode === 'days' ? '1 1 0' : '1 1 100%' },
  }
  return (
    <Group gap="sm" align="flex-start" wrap={mode === 'days' ? 'nowrap' : 'wrap'}>
      <WhenField
        {...common}
        label={say('from')}
        value={typed.from}
        onChange={from => onType(withFrom(typed, from))}
        atMinutes={MORNING}
        inputRef={fromRef}
      />
      <WhenField
        {...common}
        label={say('to')}
        value={typed.to}
        onChange={to => onType({ ...typed, to })}
        onDay={typed.from.slice(0, 10) || undefined}
        atMinutes={EVENING}
      />
    </Group>
  )
}

/** A first day or a later one than the end brings the end along, so that one day takes one field. */
function withFrom(typed: TypedPeriod, from: string): TypedPeriod {
  if (!from || !isFinished(from)) return { ...typed, from }
  if (typed.to && isFinished(typed.to) && typed.to >= from) return { ...typed, from }
  return { from, to: from.length === 10 ? from : hourLater(from) }
}

/** While a year is typed, its first digits already make a date: year 2 is not meant yet. */
function isFinished(field: string): boolean {
  return field.slice(0, 4) >= '1900'
}

function hourLater(field: string): string {
  const later = new Date(`${field.slice(0, 16)}:00Z`)
  later.setUTCHours(later.getUTCHours() + 1)
  return later.toISOString().slice(0, 16)
}

/** The period that the two fields mean; null while they are not both filled. An end before its start is a period. */
export function periodFrom(mode: BookingMode, typed: TypedPeriod, calendar: OfficeCalendar): Period | null {
  if (!isFinished(typed.from) || !isFinished(typed.to)) return null
  if (mode === 'days') {
    const [from, to] = [typed.from.slice(0, 10), typed.to.slice(0, 10)]
    return isLocalDay(from) && isLocalDay(to) ? { kind: 'days', from, to } : null
  }
  const startMs = instantFrom(typed.from, calendar)
  const endMs = instantFrom(typed.to, calendar)
  return startMs === null || endMs === null ? null : { kind: 'time', startMs, endMs }
}

export function typedFrom(period: Period, calendar: OfficeCalendar): TypedPeriod {
  if (period.kind === 'days') return { from: period.from, to: period.to }
  return { from: fieldFrom(period.startMs, calendar), to: fieldFrom(period.endMs, calendar) }
}

/** The days stay when the fields go over from days to clock times, or back. */
export function inOtherMode(typed: TypedPeriod, mode: BookingMode, clock: TypedPeriod): TypedPeriod {
  const turned = (field: string, time: string) =>
    field === '' ? '' : mode === 'days' ? field.slice(0, 10) : `${field.slice(0, 10)}T${time}`
  return { from: turned(typed.from, clock.from), to: turned(typed.to, clock.to) }
}
