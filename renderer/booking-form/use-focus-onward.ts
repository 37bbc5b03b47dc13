import { useEffect, useRef, useState } from 'react'
import type { Availability } from './use-availability.ts'

/**
 * Moves the focus to Save once the chosen alternative is known to be free. Until then the focus stays at the answer.
 */
export function useFocusOnward(state: Availability['state']) {
  const panelRef = useRef<HTMLDivElement>(null)
  const saveRef = useRef<HTMLButtonElement>(null)
  const [waits, setWaits] = useState(false)

  useEffect(() => {
    if (!waits || state !== 'free') return
    setWaits(false)
    // If the user has moved to another field meanwhile, the focus stays there.
    if (document.activeElement === panelRef.current) saveRef.current?.focus()
  }, [waits, state])

  function toSave() {
    panelRef.current?.focus()
    setWaits(true)
  }
  return { panelRef, saveRef, toSave }
}
