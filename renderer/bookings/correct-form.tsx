import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { mayMove } from '#booking/bookings/status'
import type { BookingRow } from '#calls/booking-rows'
import { PURPOSE_LENGTH } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { MemberPicker, type PickedMember } from '../parts/fields/member-picker.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useWords } from '../words/words.ts'

type Typed = { member: PickedMember; memberText: string | null; purpose: string }
type CorrectFormProps = { booking: BookingRow; autoFocus: boolean; onLeave: () => void }

/** The name under which a half-typed correction is kept. */
export function correctionOf({ id }: BookingRow): string {
  return `correct.${id}`
}

/** Corrects the member and the purpose of a booking. The member is shown only while it can be another. */
export function CorrectForm({ booking, autoFocus, onLeave }: CorrectFormProps) {
  const say = useWords(bookingWords)
  const correct = useCommand('bookings.correct')
  const form = useForm({
    keptAs: correctionOf(booking),
    record: booking,
    typedFrom,
    read: readCorrection,
    send: (fields, { id, version }) => correct.run({ bookingId: id, version, ...fields }),
    saved: yes => say(yes.booking.status === booking.status ? 'corrected' : 'correctedPending'),
    onSaved: onLeave,
    say,
    labels: { member: 'member', memberText: 'member', purpose: 'purpose' },
    lengths: { purpose: PURPOSE_LENGTH },
  })
  const withMember = mayMove(booking.status)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <FormFrame form={form} save={say('saveCorrection')} onLeave={onLeave}>
      {withMember ? (
        <MemberPicker
          member={form.typed.member}
          onPick={member => form.type({ member: picked(member) })}
          typed={form.typed.memberText}
          onType={memberText => form.type({ memberText })}
          {...(autoFocus ? { inputRef: first } : {})}
        />
      ) : null}
      <TextInput {...textField(form, 'purpose')} autoFocus={autoFocus && !withMember} />
    </FormFrame>
  )
}

function typedFrom({ memberId, memberName, memberNumber, purpose }: BookingRow): Typed {
  return { member: { id: memberId, name: memberName, number: memberNumber }, memberText: null, purpose }
}

/** Only what the form shows of a member, so that it can be compared with the booking's. */
function picked({ id, name, number }: PickedMember): PickedMember {
  return { id, name, number }
}

function readCorrection(typed: Typed) {
  const { member, memberText, purpose } = typed
  const read = reader<Typed>(typed)
  if (memberText?.trim()) read.wrong('member', true)
  return read.as({ memberId: member.id, purpose })
}
