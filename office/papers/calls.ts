import type { CallArgs } from '#calls/contract'
import { readBooking } from '#db/read/bookings'
import { notePrint } from '#db/write/prints'
import { call, userOf } from '../law/answering.ts'

export const paperCalls = [
  call('papers.printed', async (asking, printed) => {
    const { name } = userOf(asking)
    const atMs = asking.office.clock.nowMs()
    const about = aboutOf(printed)
    await asking.office.queue.write(tx => {
      if (printed.paper === 'slip' && !readBooking(tx, about)) return
      notePrint(tx, { paper: printed.paper, about, atMs, byName: name })
    })
    return { ok: true }
  }),
] as const

/** What the paper is about, as the file keeps it. */
function aboutOf(printed: CallArgs['papers']['printed']): string {
  if (printed.paper === 'slip') return printed.bookingId
  return printed.paper === 'day-sheet' ? printed.day : ''
}
