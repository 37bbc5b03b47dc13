import type { CallArgs } from '#calls/contract'
import { readBooking } from '#db/read/bookings'
import { notePrint } from '#db/write/prints'
import { call, userOf } from '../law/answering.ts'

export const printCalls = [
  call('prints.note', async (asking, printed) => {
    const { name } = userOf(asking)
    const atMs = asking.office.clock.nowMs()
    const about = aboutOf(printed)
    await asking.office.queue.write(tx => {
      if (printed.kind === 'slip' && !readBooking(tx, about)) return
      notePrint(tx, { kind: printed.kind, about, atMs, byName: name })
    })
    return { ok: true }
  }),
] as const

/** What the print is about, as the file keeps it. */
function aboutOf(printed: CallArgs['prints']['note']): string {
  if (printed.kind === 'slip') return printed.bookingId
  return printed.kind === 'day-sheet' ? printed.day : ''
}
