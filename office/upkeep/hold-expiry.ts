import { HOLD_MS } from '#booking/availability/hold'
import type { OfficeFile } from '#db/file'
import { nextHoldExpiry } from '#db/read/holds'
import type { Clock } from '../law/clock.ts'

/** Wakes the writer when the next hold lapses, so that holds also end while nobody writes (A5). */
export function createHoldExpiry(file: OfficeFile, clock: Clock, endLapsed: () => void) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  return {
    rearm() {
      clearTimeout(timer)
      const nextMs = stopped ? undefined : nextHoldExpiry(file.db)
      if (nextMs === undefined) return
      // Never waits longer than a hold lasts, so that a clock that was set back cannot keep one for years.
      timer = setTimeout(endLapsed, Math.min(Math.max(0, nextMs - clock.nowMs()), HOLD_MS) + 1)
      timer.unref()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
