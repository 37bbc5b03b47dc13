import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { useDisclosure, useMergedRef } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import {
  type CSSProperties,
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { isLocalDay, type LocalDay } from '#booking/time/day'
import type { BookingMode } from '#booking/time/period'
import { type Format, todayIn, useFormat } from '../../words/format.ts'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { afterPress } from './after-press.ts'
import type { Beside } from './read-span.ts'
import { isNoSuchDay, isWhole, readWhen } from './read-when.ts'
import { instantFrom, minutesOf } from './wall-field.ts'

const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }))

type WhenFieldProps = {
  label: string
  mode: BookingMode
  /**
   * `2026-12-01`, or `2026-12-01T08:00` in the cooperative's time zone; '' if the field is empty or its text
   * cannot be read.
   */
  value: string
  /**
   * A text that cannot be read; '' if there is none. A form keeps it, so that it comes back with the form and is not
   * taken for an empty field. If not given, the field keeps it itself.
   */
  unread?: string
  /**
   * @param settled the text is whole: the field was left, Enter was pressed, or no other day can begin with it. "12/1"
   *   is not: it can become 12/14.
   * @param unread the text, if it cannot be read
   */
  onChange: (value: string, settled: boolean, unread: string) => void
  /**
   * For the end of a period: the value of its start, on whose day a clock time alone is meant, and from which `3 days`
   * or `2 hours` are counted.
   */
  from?: string
  /** Examples of what can be typed. While something else than the usual form is typed, its meaning is shown instead. */
  examples?: string
  /**
   * The clock time to use if only a day is typed, in minutes after midnight. If not given, a number alone is an hour of
   * today.
   */
  atMinutes?: number
  /** Adds a button that opens a month. For places that do not show a month anyway. */
  withPicker?: boolean
  error?: ReactNode
  inputRef?: Ref<HTMLInputElement> | undefined
  style?: CSSProperties
  autoFocusInPanel?: boolean
}

/**
 * A field for a day, or a day and a clock time, in any form that `readWhen` knows. After reading it, the field shows
 * it in the usual form.
 */
export function WhenField(props: WhenFieldProps) {
  const { mode, value, unread, onChange, error, withPicker } = props
  const say = useWords(partWords)
  const format = useFormat()
  const [typed, setTyped] = useState<{ text: string; means: string } | null>(null)
  /** The field was left with a text. One that is there from the start was left before. */
  const [left, setLeft] = useState(Boolean(unread))
  const usual = shownAs(value, mode, format)
  const own = typed?.means === value ? typed.text : usual
  const text = value === '' ? (unread ?? own) : own
  const unclear = left && value === '' && text.trim() !== ''
  const field = useRef<HTMLInputElement>(null)
  const ref = useMergedRef(field, props.inputRef)

  // What Araro writes into the field is one piece, which the next text replaces.
  const written = typed === null ? text : null
  useLayoutEffect(() => {
    if (written !== null && document.activeElement === field.current) field.current?.select()
  }, [written])

  function besides(): Beside {
    const numberIsHour = mode === 'time' && props.atMinutes === undefined
    return { today: todayIn(format.calendar), mode, numberIsHour, from: startFrom(props.from ?? '') }
  }
  function type(next: string) {
    const means = meant(next, props, besides())
    setTyped({ text: next, means })
    setLeft(false)
    const settled = means !== '' && isWhole(next)
    const said = means === '' ? next : ''
    if (means !== value || settled || said !== (unread ?? said)) onChange(means, settled, said)
  }
  function settle() {
    if (value !== '') onChange(value, true, '')
  }
  function leave() {
    afterPress(() => setLeft(true))
    settle()
    // Text that cannot be read stays, to be corrected. Text in the exact form stays too; any other is replaced by the
    // usual form.
    if (value !== '' && !EXACT[mode].test(text)) setTyped(null)
  }
  const unclearBecause = () => {
    if (isNoSuchDay(text, besides())) return say('noSuchDay')
    return say(mode === 'days' ? 'dayUnclear' : 'timeUnclear')
  }
  return (
    <TextInput
      label={props.label}
      ref={ref}
      value={text}
      placeholder={say(mode === 'days' ? 'dayHint' : 'timeHint')}
      description={props.examples && typed && value !== '' && text !== usual ? `= ${usual}` : props.examples}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      spellCheck={false}
      onChange={event => type(event.currentTarget.value)}
      onFocus={event => event.currentTarget.select()}
      onBlur={leave}
      onKeyDown={event => event.key === 'Enter' && settle()}
      error={unclear ? unclearBecause() : error}
      rightSection={withPicker ? <PickButton value={value} onPick={type} /> : null}
      {...(props.style ? { style: props.style } : {})}
      {...(props.autoFocusInPanel ? { 'data-autofocus': true } : {})}
    />
  )
}

const EXACT: { readonly [Mode in BookingMode]: RegExp } = {
  days: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/,
}

function PickButton({ value, onPick }: { value: string; onPick: (text: string) => void }) {
  const say = useWords(partWords)
  const [opened, month] = useDisclosure(false)
  return (
    <Popover
      opened={opened}
      onChange={month.toggle}
      onDismiss={month.close}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={say('pickDay')} onClick={month.toggle}>
          <IconCalendar size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('pickDay')}>
        <Suspense>
          <DayPicker
            day={value.slice(0, 10)}
            onPick={day => {
              onPick(`${day}${value.slice(10)}`)
              month.close()
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function meant(text: string, { mode, atMinutes = 0 }: WhenFieldProps, beside: Beside): string {
  const read = readWhen(text, beside)
  if (mode === 'days') return read?.day ?? ''
  if (!read) return ''
  const minutes = read.minutes ?? atMinutes
  const pad = (count: number) => String(count).padStart(2, '0')
  return `${read.day ?? beside.from?.day ?? beside.today}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

function startFrom(value: string): { day: LocalDay; minutes: number | null } | undefined {
  const [day = '', clock = ''] = value.split('T')
  if (!isLocalDay(day) || day < '1900') return undefined
  return { day, minutes: clock ? minutesOf(clock) : null }
}

function shownAs(value: string, mode: BookingMode, format: Format): string {
  if (mode === 'days') return value === '' ? '' : format.fullDay(value.slice(0, 10))
  const ms = instantFrom(value, format.calendar)
  return ms === null ? '' : format.fullInstant(ms)
}
