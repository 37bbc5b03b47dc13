import { useEffect, useRef, useState } from 'react'
import type { Availability } from './use-availability.ts'

/** Leads the focus to Save once the taken time is known to be free; until then it waits at the answer. */
export function useFocusOnward(state: Availability['state']) {
  const panelRef = useRef<HTMLDivElement>(null)
  const saveRef = useRef<HTMLButtonElement>(null)
  const [waits, setWaits] = useState(false)

  useEffect(() => {
    if (!waits || state !== 'free') return
    setWaits(false)
    // Who went on to another field meanwhile stays there.
    if (document.activeElement === panelRef.current) saveRef.current?.focus()
  }, [waits, state])

  function toSave() {
    panelRef.current?.focus()
    setWaits(true)
  }
  return { panelRef, saveRef, toSave }
}
