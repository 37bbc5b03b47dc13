import { Text, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { OfficeCalendar } from '#booking/time/calendar'
import { addDays, HOUR_MS } from '#booking/time/day'
import type { Period } from '#booking/time/period'
import type { BookingRow } from '#calls/booking-rows'
import { REASON_LENGTH } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { periodFrom, type TypedPeriod, typedFrom } from '../parts/fields/period-input.tsx'
import { WhenField } from '../parts/fields/when-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { WhetherFree } from '../parts/refusals/whether-free.tsx'
import { useCall } from '../service/use-call.ts'
import { useSettled } from '../service/use-settled.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

type ExtendFormProps = { booking: BookingRow; autoFocus: boolean; inDialog?: boolean; onLeave: () => void }

/** The name under which a half-typed extension is kept. */
export function extensionOf({ id }: BookingRow): string {
  return `extend.${id}`
}

/** A later end for a booking that is approved or out. Says while it is typed whether it fits, and which end does. */
export function ExtendForm({ booking, autoFocus, inDialog = false, onLeave }: ExtendFormProps) {
  const say = useWords(bookingWords)
  const part = useWords(partWords)
  const format = useFormat()
  const { calendar } = format
  const extend = useCommand('bookings.extend')
  const form = useForm({
    keptAs: extensionOf(booking),
    record: booking,
    typedFrom: record => ({ when: typedFrom(oneMore(record, calendar), calendar), reason: '' }),
    read: typed => readExtension(typed, booking.period, calendar),
    send: (fields, { id, version }) => extend.run({ bookingId: id, version, ...fields }),
    saved: ({ booking: now }) =>
      say(now.status === booking.status ? 'extended' : 'extendedPending', {
        machine: now.machineName,
        when: format.period(now.period),
      }),
    onSaved: onLeave,
    say,
    labels: { when: 'newEnd', reason: 'extensionReason' },
    lengths: { reason: REASON_LENGTH },
  })
  const mode = booking.period.kind
  const { when } = form.typed
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  return (
    <FormFrame form={form} save={say('extend')} onLeave={onLeave} inDialog={inDialog}>
      <WhenField
        label={form.labelOf('when')}
        mode={mode}
        value={when.to}
        onChange={to => form.type({ when: { ...when, to } })}
        from={typedFrom(booking.period, calendar).to}
        examples={part(mode === 'days' ? 'laterDayExamples' : 'laterTimeExamples')}
        atMinutes={EVENING}
        error={form.wrongAt('when')}
        withPicker
        inputRef={field}
        autoFocusInPanel={inDialog}
      />
      {form.refusal ? null : (
        <ExtensionCheck
          booking={booking}
          period={periodFrom(mode, when, calendar)}
          onTake={taken => form.type({ when: typedFrom(taken, calendar) })}
        />
      )}
      <TextInput {...textField(form, 'reason')} />
    </FormFrame>
  )
}

/** Used when only a day is typed as the end of clock time, in minutes after midnight. */
const EVENING = 17 * 60

type ExtensionCheckProps = {
  booking: BookingRow
  period: Period | null
  onTake: (period: Period) => void
}

function ExtensionCheck({ booking, period, onTake }: ExtensionCheckProps) {
  const say = useWords(bookingWords)
  const form = useWords(bookingFormWords)
  const format = useFormat()
  const { asked, current } = useSettled(period && { bookingId: booking.id, period })
  const check = useCall('bookings.checkExtension', asked ?? NOTHING, {
    enabled: asked !== null,
    alwaysFresh: true,
  })
  if (!period) return null
  const answer = asked && current ? check.data : undefined
  return (
    <>
      <WhetherFree
        answer={answer}
        error={current ? check.error : null}
        onTryAgain={() => void check.refetch()}
        free={form('free', { when: format.period(period) })}
        checking={form('checking')}
        onTake={onTake}
      />
      {answer?.free && answer.approvalAgain ? <Text size="sm">{say('extendAgain')}</Text> : null}
    </>
  )
}

/** The input in the query's key while there is no question. */
const NOTHING = { bookingId: '', period: { kind: 'days' as const, from: '', to: '' } }

/** A day or an hour more; of a machine that is late, at least until today or the next hour. */
function oneMore({ period, endMs }: BookingRow, calendar: OfficeCalendar): Period {
  if (period.kind === 'time') {
    const nextHourMs = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS
    return { ...period, endMs: Math.max(endMs + HOUR_MS, nextHourMs) }
  }
  const [next, today] = [addDays(period.to, 1), todayIn(calendar)]
  return { ...period, to: next < today ? today : next }
}

type Typed = { when: TypedPeriod; reason: string }

/** The start is the booking's own, whatever was typed before somebody moved it. */
function readExtension(typed: Typed, own: Period, calendar: OfficeCalendar) {
  const read = reader<Typed, 'newEndNeeded'>(typed)
  const { from } = typedFrom(own, calendar)
  const period = periodFrom(own.kind, { from, to: typed.when.to }, calendar)
  const { reason } = typed
  return read.as({ period: read.given('when', period, 'newEndNeeded'), ...(reason ? { reason } : {}) })
}
