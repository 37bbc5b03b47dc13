import { DAY_MS, HOUR_MS } from '#booking/time/day'
import type { CallArgs } from '#calls/contract'
import { NOW, newId, reasonOf, temporaryOffice } from '#tests/support/temporary-office'

/** When the batches of these tests begin: three days from now, for four hours. */
export const START = NOW + 3 * DAY_MS

export const hours = (from: number, length = 4) => ({
  kind: 'time' as const,
  startMs: START + from * HOUR_MS,
  endMs: START + (from + length) * HOUR_MS,
})

type Change = Partial<CallArgs['machines']['add']> & { type?: string }

/** An office with short ways to open batches and to put sacks into them. */
export async function batchOffice() {
  const araro = await temporaryOffice()
  const { clerk } = araro
  const dryer = (change: Change = {}) =>
    araro.machine({ type: 'Dryer', bookingMode: 'time', capacity: 60, unitName: 'sack', ...change })

  async function batch(machineId: string, change: Partial<CallArgs['batches']['open']> = {}) {
    const answer = await clerk.batches.open({ commandId: newId(), machineId, period: hours(0), ...change })
    if (!answer.ok) throw new Error(`no batch: ${answer.refusal.reason}`)
    return answer.batch
  }
  const add = (batchId: string, memberId: string, sacks: number, more: object = {}) =>
    clerk.batches.add({ commandId: newId(), batchId, memberId, sacks, ...more })
  async function share(batchId: string, memberId: string, sacks: number, more: object = {}) {
    const answer = await add(batchId, memberId, sacks, more)
    if (!answer.ok) throw new Error(`no share: ${answer.refusal.reason}`)
    return answer.share
  }
  async function found(batchId: string) {
    const answer = await clerk.batches.get({ batchId })
    if (!answer) throw new Error('the batch is gone')
    return answer
  }
  const now = async (batchId: string) => (await found(batchId)).batch
  async function shareNow(batchId: string, shareId: string) {
    const { shares, cancelled } = await found(batchId)
    const one = [...shares, ...cancelled].find(row => row.id === shareId)
    if (!one) throw new Error('the share is gone')
    return one
  }
  const on = async (batchId: string) => ({
    commandId: newId(),
    batchId,
    version: (await now(batchId)).version,
  })
  const onShare = async ({ batchId, id }: { batchId: string; id: string }) => ({
    commandId: newId(),
    shareId: id,
    version: (await shareNow(batchId, id)).version,
  })
  return { ...araro, dryer, batch, add, share, found, now, on, onShare }
}

export { reasonOf }
