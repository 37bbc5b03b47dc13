import { Group } from '@mantine/core'
import { type Ref, useRef, useState } from 'react'
import type { OfficeCalendar } from '#booking/time/calendar'
import { isLocalDay } from '#booking/time/day'
import type { BookingMode, Period } from '#booking/time/period'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { endAfter, type PeriodLength } from './period-length.ts'
import { fieldFrom, instantFrom } from './wall-field.ts'
import { WhenField } from './when-field.tsx'

/**
 * The values of the two fields: `2026-12-01`, or `2026-12-01T08:00` in the cooperative's time zone; '' if empty or
 * not readable.
 */
export type TypedPeriod = {
  from: string
  to: string
  /** The texts of the two fields that cannot be read. */
  unread?: { readonly [Field in 'from' | 'to']?: string }
}
export const NO_PERIOD: TypedPeriod = { from: '', to: '' }

type PeriodInputProps = {
  mode: BookingMode
  typed: TypedPeriod
  onType: (typed: TypedPeriod) => void
  /** How long the period is to be, for the end that follows from a start. */
  length?: PeriodLength | null
  /** Used when only a day is typed in "From", in minutes after midnight. If not given, it is 8 AM. */
  fromMinutes?: number | undefined
  fromRef?: Ref<HTMLInputElement>
  /** Adds a button that opens a month to each field. For places that do not show a month anyway. */
  withPicker?: boolean
  error?: boolean
}

/** Used when only a day is typed in a field with a clock time, in minutes after midnight, if nothing else is given. */
const MORNING = 8 * 60
const EVENING = 17 * 60

/**
 * The fields "From" and "To": side by side for days, one below the other for clock times, which need the form's
 * width.
 */
export function PeriodInput(props: PeriodInputProps) {
  const { mode, typed, fromRef, fromMinutes = MORNING, withPicker = false, error } = props
  const say = useWords(partWords)
  const end = useEnd(props)
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
        unread={typed.unread?.from ?? ''}
        onChange={end.typeFrom}
        examples={say(mode === 'days' ? 'fromDayExamples' : 'fromTimeExamples')}
        atMinutes={fromMinutes}
        inputRef={fromRef}
      />
      <WhenField
        {...common}
        label={say('to')}
        value={end.shown}
        unread={typed.unread?.to ?? ''}
        onChange={end.typeTo}
        from={typed.from}
        examples={say(mode === 'days' ? 'toDayExamples' : 'toTimeExamples')}
        atMinutes={EVENING}
      />
    </Group>
  )
}

/**
 * The end of the period. Unless the person chose one, it follows from the start. It is shown only when the start is
 * whole: "12/1" on the way to "12/14" draws nothing.
 */
function useEnd({ typed, onType, length = null }: PeriodInputProps) {
  /** The end that was typed, or that came with dates that were picked. */
  const chosen = useRef<string | null>(null)
  /** What this field said last. Anything else came from outside. */
  const said = useRef<TypedPeriod | null>(null)
  /** The end as it was before the start began to be typed; null while nobody types it. */
  const [held, setHeld] = useState<string | null>(null)
  const isOwn = said.current?.from === typed.from && said.current.to === typed.to
  const end = (isOwn ? held : null) ?? typed.to

  function say(next: TypedPeriod) {
    const same = sameField(next, typed, 'from') && sameField(next, typed, 'to')
    said.current = next
    if (!same) onType(next)
  }
  return {
    shown: end,
    typeFrom(from: string, whole: boolean, unread: string) {
      if (!isOwn) chosen.current = typed.to === endAfterStart(typed.from, length) ? null : typed.to || null
      setHeld(whole ? null : end)
      say(withUnread(withFrom({ ...typed, to: end }, from, length, chosen.current), 'from', unread))
    },
    typeTo(to: string, _: boolean, unread: string) {
      chosen.current = to || null
      setHeld(null)
      say(withUnread({ ...typed, to }, 'to', unread))
    },
  }
}

function sameField(one: TypedPeriod, other: TypedPeriod, field: 'from' | 'to'): boolean {
  return one[field] === other[field] && (one.unread?.[field] ?? '') === (other.unread?.[field] ?? '')
}

function withUnread(typed: TypedPeriod, field: 'from' | 'to', text: string): TypedPeriod {
  const { unread, ...fields } = typed
  const texts = Object.entries({ ...unread, [field]: text }).filter(([, said]) => said.trim() !== '')
  return texts.length > 0 ? { ...fields, unread: Object.fromEntries(texts) } : fields
}

/** A text that cannot be read in one of the fields is still to be corrected. */
export function isUnread({ unread = {} }: TypedPeriod): boolean {
  return Object.values(unread).some(text => text.trim() !== '')
}

/**
 * Sets the end with the start, so that a booking of one day needs only one field.
 * @param chosen the end that the person chose, which stays unless it is before the start; null if there is none
 */
export function withFrom(
  typed: TypedPeriod,
  from: string,
  length: PeriodLength | null,
  chosen: string | null,
): TypedPeriod {
  if (!from || !isFinished(from)) return { ...typed, from }
  const stays = chosen !== null && isFinished(chosen) && chosen >= from
  // An end that is still to be corrected is not replaced by another.
  if (!stays && typed.to === '' && typed.unread?.to) return { ...typed, from }
  return { ...typed, from, to: stays ? chosen : endAfter(from, length) }
}

function endAfterStart(from: string, length: PeriodLength | null): string {
  return from === '' || !isFinished(from) ? '' : endAfter(from, length)
}

/** While a year is being typed, its first digits already make a date, in the year 2 for example. */
function isFinished(field: string): boolean {
  return field.slice(0, 4) >= '1900'
}

/** The period in the two fields; null unless both are filled. May end before it starts, which the rules then refuse. */
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

/**
 * Converts the fields between days and clock times. The days stay the same; clock times are taken from `clock`. What
 * cannot be read stays, to be corrected.
 */
export function inOtherMode(typed: TypedPeriod, mode: BookingMode, clock: TypedPeriod): TypedPeriod {
  const turned = (field: string, time: string) =>
    field === '' ? '' : mode === 'days' ? field.slice(0, 10) : `${field.slice(0, 10)}T${time}`
  return { ...typed, from: turned(typed.from, clock.from), to: turned(typed.to, clock.to) }
}
