import * as z from 'zod'
import type { BlockKind } from '#booking/in-the-way'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { anyEvent, type CalendarEvent } from './calendar.ts'
import { question, TAKING_TIME } from './call.ts'
import { BOARD } from './limits.ts'
import * as shape from './shapes.ts'

/** What the board says of an event beside the calendars. */
type OnBoard = {
  /**
   * Until when something without a known end is expected to last, beyond `endMs`: a machine that is not back, or a repair.
   * The rules keep the machine's time shut until then.
   */
  lastsUntilMs?: number
  /** Something without a known end reaches this promise, so that it cannot be kept for now. */
  hit?: true
}
export type BoardEvent<Kind extends BlockKind = BlockKind> = CalendarEvent<Kind> & OnBoard
const boardEvent = anyEvent.extend({
  lastsUntilMs: z.int().optional(),
  hit: z.literal(true).optional(),
}) as unknown as z.ZodType<BoardEvent>

/**
 * How full a machine is that several members share: in order, the stretches in which something is taken. From now on
 * with the buffers that each booking was promised, before now what was there.
 */
const sharedMachine = z.strictObject({
  machineId: shape.id,
  steps: z.array(z.strictObject({ startMs: z.int(), endMs: z.int(), units: z.int() })),
})
export type SharedMachine = z.infer<typeof sharedMachine>

export const board = {
  /**
   * What is on the machines in service, all or those that are named, in [fromMs, toMs): bookings, holds and maintenance,
   * and how full the shared machines are. At most 62 days (and an hour, where clocks go back) and 200 machines.
   */
  get: question('see-office', ...TAKING_TIME, 'enrolment', 'machine', 'member', 'settings', 'user')
    .input(
      z
        .strictObject({
          fromMs: shape.instant,
          toMs: shape.instant,
          machineIds: z.array(shape.id).max(BOARD.machines).optional(),
        })
        .refine(range => range.toMs > range.fromMs, { path: ['toMs'], message: 'must be after fromMs' })
        .refine(range => range.toMs - range.fromMs <= BOARD.days * DAY_MS + HOUR_MS, {
          path: ['toMs'],
          message: `must be at most ${BOARD.days} days after fromMs`,
        }),
    )
    .output(z.strictObject({ events: z.array(boardEvent), shared: z.array(sharedMachine) })),
}
