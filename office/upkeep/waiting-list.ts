import { isOpen } from '#booking/hours/opening-hours'
import { offerEndsMs } from '#booking/waiting/offer-time'
import { readRunningOffers } from '#db/read/waiting'
import { insertChange } from '#db/write/history'
import { countOffer } from '#db/write/waiting'
import { command } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { runCommand, SYSTEM } from '../law/run-command.ts'
import { type Office, settingsNow } from '../office.ts'
import { goOn, isAnythingToDo } from '../waiting/offering.ts'

const goOnAlone = command('waiting.offer', (context, _: { commandId: string }) => ({
  ok: true as const,
  ...goOn(context),
}))

/** Ends what is over on the waiting list and offers what is free, as `system`. Does nothing if there is nothing to do. */
export async function keepUpWaitingList(office: Office): Promise<void> {
  const { db } = office.file
  const settings = settingsNow(db)
  const now = {
    tx: db as Parameters<typeof isAnythingToDo>[0]['tx'],
    nowMs: office.clock.nowMs(),
    settings,
    calendar: openCalendar(db, settings),
  }
  if (!isAnythingToDo(now)) return
  await runCommand(office, { command: goOnAlone, args: { commandId: office.ids.newId() }, actor: SYSTEM })
}

const EVERY_MS = 60_000

/**
 * Counts the time that is left of the running offers, as long as the cooperative's office is open: by a clock that only
 * goes up, so that setting the PC's clock neither ends an offer nor keeps it for years.
 * @returns `count` counts now; `stop` ends it
 */
export function startCountingOffers(office: Office) {
  let countedMs = office.clock.monotonicMs()
  async function count(): Promise<void> {
    const nowMs = office.clock.nowMs()
    const passedMs = Math.max(0, Math.floor(office.clock.monotonicMs() - countedMs))
    countedMs += passedMs
    const { db } = office.file
    const calendar = openCalendar(db, settingsNow(db))
    const running = readRunningOffers(db)
    if (running.length > 0 && isOpen(nowMs, calendar)) {
      await office.queue.write(tx => {
        for (const { id, waitingId, leftMs: left, startMs, untilMs: before } of readRunningOffers(tx)) {
          const leftMs = Math.max(0, left - passedMs)
          const untilMs = offerEndsMs({ leftMs, startMs }, nowMs, calendar)
          countOffer(tx, { id, leftMs, untilMs })
          if (Math.abs(untilMs - before) >= EVERY_MS) insertChange(tx, 'waiting', waitingId, 1)
        }
      })
    }
    await keepUpWaitingList(office)
  }
  const timer = setInterval(() => {
    count().catch(error => office.log.error({ err: error }, 'the offers could not be counted'))
  }, EVERY_MS)
  timer.unref()
  return { count, stop: () => clearInterval(timer) }
}
