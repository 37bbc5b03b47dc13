import { useEffect, useRef } from 'react'

/**
 * Save was pressed while the office still looked for a typed name: the form is saved as soon as the name is decided,
 * unless something else is pressed first.
 * @param undecided the field with a name that is not decided; null if there is none
 */
export function useSaveWhenDecided(undecided: string | null, save: () => void) {
  const waits = useRef(false)
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    if (undecided !== null || !waits.current) return
    waits.current = false
    latest.current()
  }, [undecided])
  return {
    wait() {
      waits.current = true
    },
    stopWaiting() {
      waits.current = false
    },
  }
}
