import { Modal } from '@mantine/core'
import type { BookingRow } from '#calls/booking-rows'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'
import { ExtendForm, extensionOf } from './extend-form.tsx'
import type { Decisions } from './use-decision.ts'

/** The dialog for a later end, where a booking stands in a list. It opens again with what was typed in it. */
export function ExtendDialog({ decisions }: { decisions: Decisions }) {
  const { booking, asking, ask, close } = decisions
  useFormBroughtBack(keptAs => {
    if (keptAs !== extensionOf(booking)) return false
    ask('bookings.extend')
    return true
  })
  return asking === 'bookings.extend' ? <ExtendModal booking={booking} onClose={close} /> : null
}

/** The dialog itself. */
export function ExtendModal({ booking, onClose }: { booking: BookingRow; onClose: () => void }) {
  const say = useWords(bookingWords)
  const part = useWords(partWords)
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('extendTitle', { machine: booking.machineName, member: booking.memberName })}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      centered
    >
      <ExtendForm booking={booking} autoFocus={false} inDialog onLeave={onClose} />
    </Modal>
  )
}
