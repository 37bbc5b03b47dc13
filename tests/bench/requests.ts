import type { CallArgs } from '#calls/contract'
import { request } from '#office/bookings/commands'
import { approve as approveCommand } from '#office/bookings/life'
import { runCommand } from '#office/law/run-command'
import type { Office } from '#office/office'
import { seeded, seededIds } from '#office/sample/seeded'
import { MANAGER, NOW_MS } from './bench-office.ts'
import { MEMBERS, machineId, memberId } from './fill.ts'
import { daysFrom, FILLED_AHEAD, isByDays } from './plan.ts'

export type Request = CallArgs['bookings']['request']

/** Past what is filled and within the office's horizon, so that each request is free until it is made. */
const FIRST_DAY = FILLED_AHEAD + 5
const LAST_DAY = 360

/** Requests that the office grants, one after the other, spread over the machines that are booked by days. */
export function freeRequests(machines: number, seed = 99): () => Request {
  // Each a moment after the one before, as real ones are: so the newest ids lie side by side in the file.
  const ids = seededIds(seeded(seed), () => NOW_MS + made)
  const byDays = Array.from({ length: machines }, (_, machine) => machine).filter(isByDays)
  let made = 0
  return () => {
    const day = FIRST_DAY + Math.floor(made / byDays.length)
    if (day > LAST_DAY) throw new Error('the bench has used up its free days')
    const args = {
      commandId: ids.newId(),
      memberId: memberId(made % MEMBERS),
      machineId: machineId(byDays[made % byDays.length] ?? 0),
      period: daysFrom(day, 1),
      purpose: 'Ploughing the lower field',
    }
    made += 1
    return args
  }
}

/** One booking command through the office, as a call brings it. @throws when it is refused */
export async function book(office: Office, args: Request): Promise<void> {
  const answer = await runCommand(office, { command: request, args, actor: MANAGER })
  if (!answer.ok) throw new Error(`the bench's request was refused: ${answer.refusal.reason}`)
}

/** Approves what was booked, as a call brings it. @throws when it is refused */
export async function approve(office: Office, bookingId: string): Promise<void> {
  const args = { commandId: office.ids.newId(), bookingId, version: 1 }
  const answer = await runCommand(office, { command: approveCommand, args, actor: MANAGER })
  if (!answer.ok) throw new Error(`the bench's approval was refused: ${answer.refusal.reason}`)
}
