import { useEffect } from 'react'
import { openBookingForm, useBookingForm } from './booking-form-store.ts'
import { takeUpDraft } from './draft.ts'

/** After the window was closed, reloaded or signed out under an open form, the form comes back as it stood. */
export function useRestoredDraft(userId: string): void {
  useEffect(() => {
    let gone = false
    takeUpDraft(userId)
      .then(draft => {
        if (draft && !gone && !useBookingForm.getState().start) openBookingForm({ draft })
      })
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [userId])
}
