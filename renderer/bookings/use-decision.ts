import type { Alternative, BookingRow } from '#calls/booking-rows'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { openRecord } from '../navigation.ts'
import type { InputOf, OutputOf } from '../service/calls-by-name.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { settleWords } from '../words/settling/screen.ts'
import { useWords } from '../words/words.ts'
import { useGoingOut } from './going-out.ts'

/** The commands about one booking. */
export function useDecision(shown: BookingRow) {
  const say = useWords(bookingWords)
  const sayOfSeveral = useWords(approvalWords)
  const sayOfSettling = useWords(settleWords)
  const format = useFormat()
  const { record: booking, act, ...acting } = useActOn('booking', shown)
  const approve = useCommand('bookings.approve')
  const reject = useCommand('bookings.reject')
  const cancel = useCommand('bookings.cancel')
  const handOver = useCommand('bookings.handOver')
  const takeBack = useCommand('bookings.return')
  const noShow = useCommand('bookings.noShow')
  const expect = useCommand('bookings.expect')
  const settle = useCommand('bookings.settle')
  const move = useCommand('bookings.move')

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
      expect: expect.busy,
      settle: settle.busy,
      move: move.busy,
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
    /** @param offersMore whether the booking's details offer something for what came back */
    tookBack: async (answer: OutputOf<'bookings.return'>, offersMore = false) => {
      const isBack = await act(async () => answer, said(back))
      if (isBack && offersMore) openRecord('booking', booking.id)
      return isBack
    },
    expect: (backMs: number) =>
      act(
        now => expect.run({ ...on(now), backMs }),
        now => say('expected', { machine: now.machineName, when: format.instant(backMs) }),
      ),
    settle: (note: string) =>
      act(
        now => settle.run({ ...on(now), note }),
        now => sayOfSettling('waitDone', { member: now.memberName }),
      ),
    /** Moves it to a free time or machine that was offered. */
    moveTo: ({ machineId, period }: Alternative) =>
      act(
        now => move.run({ ...on(now), machineId, period }),
        now => {
          const names = { member: now.memberName, machine: now.machineName, when: format.period(now.period) }
          return sayOfSettling(now.status === 'pending' ? 'movedPending' : 'moved', names)
        },
      ),
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
