import { isOpen } from '#booking/hours/opening-hours'
import { offerEndsMs } from '#booking/waiting/offer-time'
import { readChangeHead } from '#db/read/history'
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

/** The longest time without counting. */
const EVERY_MS = 60_000

/**
 * Counts the time that is left of the running offers, as long as the cooperative's office is open: by a clock that only
 * goes up, so that setting the PC's clock neither ends an offer nor keeps it for years. Goes on with the list at the
 * moment at which an offer is over, and as soon as a form gives back the time that it held.
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
  const stopped = new AbortController()
  const logFailure = (error: unknown) =>
    office.log.error({ err: error }, 'the waiting list could not go on; it is tried again')
  let timer: NodeJS.Timeout | undefined
  function rearm(): void {
    clearTimeout(timer)
    if (stopped.signal.aborted) return
    timer = setTimeout(() => void count().catch(logFailure).finally(rearm), untilNextMs(office))
    timer.unref()
  }
  async function followHolds(): Promise<void> {
    const head = readChangeHead(office.file.db)
    const changes = office.feed.watch(head, () => !stopped.signal.aborted, stopped.signal, 'the waiting list')
    for await (const { entity } of changes) {
      if (entity !== 'hold') continue
      await keepUpWaitingList(office).catch(logFailure)
      rearm()
    }
  }
  rearm()
  void followHolds().catch(logFailure)
  function stop(): void {
    stopped.abort()
    clearTimeout(timer)
  }
  return { count, stop }
}

/** Until the first offer is over, as far as the clock says now. */
function untilNextMs({ file, clock }: Office): number {
  const ends = readRunningOffers(file.db).map(({ untilMs }) => untilMs - clock.nowMs())
  return Math.min(EVERY_MS, ...ends.filter(ms => ms > 0)) + 1
}
