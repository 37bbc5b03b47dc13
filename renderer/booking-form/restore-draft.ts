import { useEffect } from 'react'
import { openBookingForm, useBookingForm } from '../open-booking-form.ts'
import { startOf, takeUpDraft } from './draft.ts'
import { offerBack } from './offer-back.tsx'

/** Restores a form that was open when the window was closed, reloaded or signed out. */
export function useRestoredDraft(userId: string): void {
  useEffect(() => {
    let gone = false
    takeUpDraft(userId)
      .then(draft => {
        if (!draft || gone) return
        // The user has already opened another form: the old one is offered beside it.
        if (useBookingForm.getState().start) offerBack(userId, draft)
        else openBookingForm(startOf(draft))
      })
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [userId])
}
