import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { WaitingRow } from '#calls/booking-rows'
import { tellSeveralDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { tell } from '../messages/tell.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { useWords } from '../words/words.ts'

/**
 * Approves the chosen bookings, one command each. What is refused stays in the list with its reason, and stays chosen;
 * an approval of one does not depend on the others.
 */
export function useApproveSeveral(waiting: readonly WaitingRow[]) {
  const say = useWords(approvalWords)
  const command = useCommand('bookings.approve')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<ReadonlyMap<string, Refusal>>(new Map())
  const [busy, setBusy] = useState(false)
  /** In the order of the list, without what is no longer waiting. */
  const rows = waiting.filter(one => picked.has(one.booking.id))
  const chosen = rows.map(one => one.booking.id)

  function choose(ids: readonly string[]) {
    setPicked(new Set(ids))
  }
  async function approve() {
    setBusy(true)
    const noes = new Map<string, Refusal>()
    const done: object[] = []
    for (const { booking } of rows) {
      const outcome = await command.run({ bookingId: booking.id, version: booking.version })
      // There was no answer, and the person has been told. The others would fail in the same way.
      if (!outcome) break
      if (outcome.ok) done.push(outcome)
      else noes.set(booking.id, outcome.refusal)
    }
    setRefused(noes)
    setPicked(new Set(noes.keys()))
    setBusy(false)
    const summary = summaryOf(done.length, noes.size)
    if (done.length > 0) tellSeveralDone(summary, say('severalApproved', { count: done.length }), done)
    else if (noes.size > 0) tell(summary)
  }
  function summaryOf(approved: number, refusals: number): string {
    const parts = [
      approved > 0 || refusals === 0 ? say('severalApproved', { count: approved }) : '',
      refusals > 0 ? say('severalRefused', { count: refusals }) : '',
    ]
    return parts.filter(Boolean).join(', ')
  }
  return {
    chosen,
    choose,
    toggle: (id: string) => choose(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]),
    approve,
    busy,
    refused,
  }
}
