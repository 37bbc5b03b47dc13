import { useEffect, useRef, useState } from 'react'
import type { Availability } from './use-availability.ts'

/** Where the focus goes next, after something in the form was chosen with the mouse. */
type Next = 'member' | 'member-list' | 'save'

/**
 * Moves the focus on to what is still missing: the member, or Save once the chosen time is known to be free. Until
 * then it stays at the answer.
 */
export function useFocusOnward(state: Availability['state']) {
  const panelRef = useRef<HTMLDivElement>(null)
  const saveRef = useRef<HTMLButtonElement>(null)
  const memberRef = useRef<HTMLInputElement>(null)
  const [next, setNext] = useState<Next | null>(null)

  // After the screen is drawn, so that the field that is left has closed its list.
  useEffect(() => {
    if (next === null || next === 'save') return
    setNext(null)
    // The days that were just clicked stay where they are on the screen.
    memberRef.current?.focus({ preventScroll: next === 'member' })
    if (next === 'member-list') memberRef.current?.click()
  }, [next])

  useEffect(() => {
    if (next !== 'save' || state !== 'free') return
    setNext(null)
    // If the user has moved to another field meanwhile, the focus stays there.
    if (document.activeElement === panelRef.current) saveRef.current?.focus()
  }, [next, state])

  function toSave() {
    panelRef.current?.focus({ preventScroll: true })
    setNext('save')
  }
  return { panelRef, saveRef, memberRef, toMember: setNext, toSave }
}
