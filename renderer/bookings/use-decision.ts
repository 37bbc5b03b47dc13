import type { BookingRow } from '#calls/bookings'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import type { InputOf, OutputOf } from '../service/calls-by-name.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useWords } from '../words/words.ts'
import { useGoingOut } from './going-out.ts'

/** The commands about one booking. */
export function useDecision(shown: BookingRow) {
  const say = useWords(bookingWords)
  const sayOfSeveral = useWords(approvalWords)
  const { record: booking, act, ...acting } = useActOn('booking', shown)
  const approve = useCommand('bookings.approve')
  const reject = useCommand('bookings.reject')
  const cancel = useCommand('bookings.cancel')
  const handOver = useCommand('bookings.handOver')
  const takeBack = useCommand('bookings.return')
  const noShow = useCommand('bookings.noShow')

  const { gone, back } = useGoingOut(booking.machineId)

  const said = (word: keyof typeof bookingWords.en) => (now: BookingRow) =>
    say(word, { machine: now.machineName, member: now.memberName })

  return {
    ...acting,
    booking,
    busy: {
      approve: approve.busy,
      reject: reject.busy,
      cancel: cancel.busy,
      handOver: handOver.busy,
      takeBack: takeBack.busy,
      noShow: noShow.busy,
    },
    approve: () =>
      act(
        now => approve.run(on(now)),
        now => ({
          kind: 'bookings.approve',
          said: said('approved')(now),
          counted: count => sayOfSeveral('severalApproved', { count }),
        }),
      ),
    reject: (reason: string) => act(now => reject.run({ ...on(now), reason }), said('rejected')),
    cancel: (reason: string) => act(now => cancel.run({ ...on(now), reason }), said('cancelled')),
    // The forms at the counter end before their dialogs close, so that what was typed is not kept: first the command,
    // then its answer.
    handOver: (fields: AtCounter<'bookings.handOver'>) => handOver.run({ ...on(booking), ...fields }),
    handedOver: (answer: OutputOf<'bookings.handOver'>) => act(async () => answer, said(gone)),
    takeBack: (fields: AtCounter<'bookings.return'>) => takeBack.run({ ...on(booking), ...fields }),
    tookBack: (answer: OutputOf<'bookings.return'>) => act(async () => answer, said(back)),
    noShow: () => act(now => noShow.run(on(now)), said('noShowDone')),
  }
}
/** What is entered at the counter, beside which booking. */
type AtCounter<Name extends 'bookings.handOver' | 'bookings.return'> = Omit<
  InputOf<Name>,
  'commandId' | 'bookingId' | 'version'
>

export type Decisions = ReturnType<typeof useDecision>

function on({ id, version }: BookingRow) {
  return { bookingId: id, version }
}
