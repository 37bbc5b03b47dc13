import { closesNext } from '#booking/hours/opening-hours'
import { endOfDay } from '#booking/time/calendar'
import { HOUR_MS } from '#booking/time/day'
import { endUnusedPhotos } from '../bookings/photos.ts'
import { fillPublicHolidays } from '../hours/public-holidays.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { type Office, settingsNow } from '../office.ts'
import { keepUp } from './keep-up.ts'

/**
 * A little after the full hour, midnight or the closing of the cooperative's office, so that the day has changed for
 * everybody.
 */
const AFTER_MS = 1000

/**
 * Does by the clock what nobody has to think of: now, every hour, after midnight, and when the cooperative's office has
 * closed (H1). A PC that slept wakes with the timer overdue, and it runs at once.
 * @returns stops it
 */
export function startClockwork(office: Office): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  async function run(): Promise<void> {
    try {
      await keepUp(office)
      await endUnusedPhotos(office)
      // Last, so that nothing else waits for the package or ends with it.
      await fillPublicHolidays(office)
    } catch (error) {
      office.log.error({ err: error }, 'the hourly upkeep failed; it is tried again in an hour')
    }
    if (stopped) return
    timer = setTimeout(run, untilNextMs(office))
    timer.unref()
  }
  void run()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

function untilNextMs(office: Office): number {
  const nowMs = office.clock.nowMs()
  try {
    const { db } = office.file
    const calendar = openCalendar(db, settingsNow(db))
    const dayEndsMs = Math.min(endOfDay(calendar, calendar.dayOf(nowMs)), closesNext(nowMs, calendar))
    return Math.min(HOUR_MS, dayEndsMs - nowMs) + AFTER_MS
  } catch {
    // A file that cannot be read now, or a time zone that nobody knows, may be in order an hour later.
    return HOUR_MS
  }
}
