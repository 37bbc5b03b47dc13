import { Group, TextInput } from '@mantine/core'
import type { Ref } from 'react'
import type { OfficeCalendar } from '#booking/calendar'
import { isLocalDay, MINUTE_MS } from '#booking/day'
import type { BookingMode, Period } from '#booking/period'
import { instantOfWallClock, wallClock } from '../words/format.ts'
import { partWords } from '../words/parts.ts'
import { useWords } from '../words/words.ts'

/** As the two fields hold it: `2026-12-01`, or `2026-12-01T08:00` on the office's wall clock; '' while not filled. */
export type TypedPeriod = { from: string; to: string }
export const NO_PERIOD: TypedPeriod = { from: '', to: '' }

type PeriodInputProps = {
  mode: BookingMode
  typed: TypedPeriod
  onType: (typed: TypedPeriod) => void
  fromRef?: Ref<HTMLInputElement>
  min?: string
  error?: boolean
}

/** Fields "From" and "To": the browser's own date fields, so that keyboard, picker and scripts all fill them. */
export function PeriodInput({ mode, typed, onType, fromRef, min, error }: PeriodInputProps) {
  const say = useWords(partWords)
  const type = mode === 'days' ? 'date' : 'datetime-local'
  const limits = mode === 'days' ? { min, max: '9999-12-31' } : { max: '9999-12-31T23:59', step: 60 }
  return (
    <Group grow={mode === 'days'} gap="sm" align="flex-start">
      <TextInput
        label={say('from')}
        type={type}
        {...limits}
        ref={fromRef}
        value={typed.from}
        error={error ?? false}
        onChange={event => onType(withFrom(typed, event.currentTarget.value))}
      />
      <TextInput
        label={say('to')}
        type={type}
        {...limits}
        value={typed.to}
        error={error ?? false}
        onChange={event => onType({ ...typed, to: event.currentTarget.value })}
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

/** `2026-12-01T08:00` ↔ instant, for fields with a clock time. */
export function instantFrom(field: string, calendar: OfficeCalendar): number | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(field)
  if (!parts || !isLocalDay(parts[1]!)) return null
  return instantOfWallClock(parts[1]!, Number(parts[2]) * 60 + Number(parts[3]), calendar)
}

export function fieldFrom(ms: number, calendar: OfficeCalendar): string {
  const { day, minutes } = wallClock(Math.floor(ms / MINUTE_MS) * MINUTE_MS, calendar)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
