import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { BookingRow } from '#calls/bookings'
import { useCommand } from '../commands/use-command.ts'
import type { OutputOf } from '../service/calls-by-name.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useWords } from '../words/words.ts'

type Outcome = OutputOf<'bookings.approve'>

/**
 * Sends the commands about one booking. A refusal is shown with the booking's current state, and the next attempt
 * uses that version.
 */
export function useDecision(shown: BookingRow) {
  const say = useWords(bookingWords)
  const [current, setCurrent] = useState<BookingRow | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const approve = useCommand('bookings.approve')
  const reject = useCommand('bookings.reject')
  const cancel = useCommand('bookings.cancel')
  const handOver = useCommand('bookings.handOver')
  const takeBack = useCommand('bookings.return')
  const noShow = useCommand('bookings.noShow')
  const booking = current && current.id === shown.id && current.version > shown.version ? current : shown
  const on = { bookingId: booking.id, version: booking.version }

  /** True if the command was done. */
  function settle(outcome: Outcome | undefined, done: string): boolean {
    if (!outcome) return false
    if (outcome.ok) {
      setCurrent(outcome.booking)
      setRefusal(null)
      notifications.show({ message: done })
      return true
    }
    if (outcome.current) setCurrent(outcome.current)
    setRefusal(outcome.refusal)
    return false
  }
  const names = { machine: booking.machineName, member: booking.memberName }

  return {
    booking,
    refusal,
    forget: () => setRefusal(null),
    busy: {
      approve: approve.busy,
      reject: reject.busy,
      cancel: cancel.busy,
      handOver: handOver.busy,
      takeBack: takeBack.busy,
      noShow: noShow.busy,
    },
    approve: async () => settle(await approve.run(on), say('approved', names)),
    reject: async (reason: string) => settle(await reject.run({ ...on, reason }), say('rejected', names)),
    cancel: async (reason: string) => settle(await cancel.run({ ...on, reason }), say('cancelled', names)),
    handOver: async (atMs: number) =>
      settle(await handOver.run({ ...on, atMs }), say('handedOverDone', names)),
    takeBack: async (atMs: number) => settle(await takeBack.run({ ...on, atMs }), say('returnedDone', names)),
    noShow: async () => settle(await noShow.run(on), say('noShowDone', names)),
  }
}
export type Decisions = ReturnType<typeof useDecision>
