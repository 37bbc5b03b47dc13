import { openBookingForm } from '../open-booking-form.ts'
import { tellClosed } from '../parts/form/closed-form.tsx'
import { useSignIn } from '../service/sign-in.ts'
import { type Draft, dropDraft, startOf } from './draft.ts'

/**
 * A form that the user closed can be restored for a while. It is not restored by itself, because an old name must
 * not fill the next form.
 */
export function offerBack(userId: string, draft: Draft): void {
  // The sign-in ended while the form was open: its draft is kept, and is restored when the same user signs in.
  if (useSignIn.getState().user?.id !== userId) return
  dropDraft(userId)
  tellClosed(() => openBookingForm(startOf(draft)))
}

export function dropDraftWhileSignedIn(userId: string): void {
  if (useSignIn.getState().user?.id === userId) dropDraft(userId)
}
