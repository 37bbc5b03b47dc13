import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { openBookingForm } from '../open-booking-form.ts'
import { useSignIn } from '../service/sign-in.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { useWords } from '../words/words.ts'
import { type Draft, dropDraft, startOf } from './draft.ts'

/** Each closed form has its own message, so that the second one does not restore the first form. */
function noticeOf(draft: Draft): string {
  return `booking-form-closed.${draft.formId}`
}

/**
 * A form that the user closed can be restored for a while. It is not restored by itself, because an old name must
 * not fill the next form.
 */
export function offerBack(userId: string, draft: Draft): void {
  // The sign-in ended while the form was open: its draft is kept, and is restored when the same user signs in.
  if (useSignIn.getState().user?.id !== userId) return
  dropDraft(userId)
  notifications.show({ id: noticeOf(draft), autoClose: 15_000, message: <BringBack draft={draft} /> })
}

export function dropDraftWhileSignedIn(userId: string): void {
  if (useSignIn.getState().user?.id === userId) dropDraft(userId)
}

function BringBack({ draft }: { draft: Draft }) {
  const say = useWords(bookingFormWords)
  function bringBack() {
    notifications.hide(noticeOf(draft))
    openBookingForm(startOf(draft))
  }
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">{say('closed')}</Text>
      <Button size="compact-sm" variant="default" onClick={bringBack}>
        {say('bringBack')}
      </Button>
    </Group>
  )
}
