import { useEffect } from 'react'
import { openBookingForm, useBookingForm } from './booking-form-store.ts'
import { takeUpDraft } from './draft.ts'
import { offerBack } from './offer-back.tsx'

/** After the window was closed, reloaded or signed out under an open form, the form comes back as it stood. */
export function useRestoredDraft(userId: string): void {
  useEffect(() => {
    let gone = false
    takeUpDraft(userId)
      .then(draft => {
        if (!draft || gone) return
        // Somebody was quicker and has a form open already: the old one is offered beside it.
        if (useBookingForm.getState().start) offerBack(userId, draft)
        else openBookingForm({ draft })
      })
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [userId])
}
