import { useEffect } from 'react'

/** A computer that slept counts its timers from where they were; so the clock is looked at now and then. */
const LOOK_EVERY_MS = 20_000

/**
 * Asks again at an instant at which an answer changes by itself, such as the end of a booking or midnight.
 * @param atMs and `nowMs`, when the answer was made, both by the office's clock; null: it does not change by itself
 */
export function useAskAgainAt(atMs: number | null, nowMs: number, ask: () => unknown): void {
  useEffect(() => {
    if (atMs === null) return
    const dueMs = Date.now() + atMs - nowMs
    let timer: ReturnType<typeof setTimeout>
    function look() {
      const leftMs = dueMs - Date.now()
      if (leftMs <= 0) ask()
      else timer = setTimeout(look, Math.min(leftMs + 1, LOOK_EVERY_MS))
    }
    look()
    return () => clearTimeout(timer)
  }, [atMs, nowMs, ask])
}
