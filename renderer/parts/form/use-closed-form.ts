import { useEffect } from 'react'
import { CLOSED_FORM, withdrawOffer } from '../../messages/tell.ts'
import { useSignIn } from '../../service/sign-in.ts'
import { bringFormBack, wantNoForm } from './brought-back.ts'
import { tellClosed } from './closed-form.tsx'
import { isKept, placeOf } from './kept-typing.ts'

/**
 * Says so when a form is closed with text that was not saved, however it is closed, and offers to bring it back. An offer
 * for the form before ends when this one is opened.
 * @param keptAs the name under which the text is kept; null if it is not kept, or if another form brings it back
 * @param form while it is being saved, the answer closes it
 */
export function useClosedForm(
  userId: string,
  keptAs: string | null,
  form: { getState: () => { readonly busy: boolean } },
): void {
  useEffect(() => {
    const { hash } = window.location
    withdrawOffer(CLOSED_FORM)
    wantNoForm()
    return () => {
      if (keptAs === null || !isKept(sessionStorage, placeOf(userId, keptAs))) return
      if (form.getState().busy) return
      // The sign-in ended while the form was open. Its text comes back with the form when the same user signs in.
      if (useSignIn.getState().user?.id !== userId) return
      tellClosed(() => bringFormBack({ keptAs, hash }))
    }
  }, [userId, keptAs, form])
}
