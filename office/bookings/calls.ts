import type { CallArgs, CallName } from '#calls/contract'
import { readBooking, readShownBooking } from '#db/read/bookings'
import { readEvents } from '#db/read/calendar'
import { readMaintenance, readShownMaintenance } from '#db/read/maintenance'
import { type Calls, command, userOf, withCurrent } from '../law/answering.ts'
import type { Asking } from '../law/asking.ts'
import type { Handler } from '../law/command.ts'
import * as maintenance from '../maintenance/commands.ts'
import { maintenancePage } from '../maintenance/questions.ts'
import { findAlternatives, type WantedSlot } from './alternatives.ts'
import * as booking from './commands.ts'
import { hold, release } from './holds.ts'
import * as life from './life.ts'
import { askedBy, bookingInFull, bookingsPage, checkSlot } from './questions.ts'
import { ownForm } from './slots.ts'

/** Bookings, the calendar and maintenance. */
export function bookingCalls(calls: Calls) {
  return {
    bookings: {
      check: calls.bookings.check.handler(({ context, input }) =>
        checkSlot(context.office, userOf(context), input),
      ),
      hold: calls.bookings.hold.handler(({ context, input }) => hold(context.office, userOf(context), input)),
      release: calls.bookings.release.handler(({ context, input }) =>
        release(context.office, userOf(context), input.formId),
      ),
      request: calls.bookings.request.handler(async ({ context, input }) => {
        const answer = await command(context, 'bookings.request', input, booking.request)
        return answer.ok
          ? answer
          : { ...answer, alternatives: instead(context, slotOf(context, input), answer.refusal) }
      }),
      move: calls.bookings.move.handler(async ({ context, input }) => {
        const answer = await command(context, 'bookings.move', input, booking.move)
        if (answer.ok) return answer
        const slot = movedSlot(context, input)
        const alternatives = slot ? instead(context, slot, answer.refusal) : []
        return { ...withCurrent(answer, current(context, input.bookingId)), alternatives }
      }),
      approve: calls.bookings.approve.handler(onBooking('bookings.approve', life.approve)),
      reject: calls.bookings.reject.handler(onBooking('bookings.reject', life.reject)),
      cancel: calls.bookings.cancel.handler(onBooking('bookings.cancel', life.cancel)),
      handOver: calls.bookings.handOver.handler(onBooking('bookings.handOver', life.handOver)),
      return: calls.bookings.return.handler(onBooking('bookings.return', life.return)),
      noShow: calls.bookings.noShow.handler(onBooking('bookings.noShow', life.noShow)),
      get: calls.bookings.get.handler(({ context, input }) => bookingInFull(context.office, input.bookingId)),
      list: calls.bookings.list.handler(({ context, input }) => bookingsPage(context.office, input)),
    },
    calendar: {
      events: calls.calendar.events.handler(({ context: { office }, input }) =>
        readEvents(office.file.db, input, office.clock.nowMs()),
      ),
    },
    maintenance: {
      list: calls.maintenance.list.handler(({ context, input }) =>
        maintenancePage(context.office.file.db, input),
      ),
      schedule: calls.maintenance.schedule.handler(({ context, input }) =>
        command(context, 'maintenance.schedule', input, maintenance.schedule),
      ),
      finish: calls.maintenance.finish.handler(onMaintenance('maintenance.finish', maintenance.finish)),
      cancel: calls.maintenance.cancel.handler(onMaintenance('maintenance.cancel', maintenance.cancel)),
    },
  }
}

type OnBooking = { commandId: string; bookingId: string; version: number }

function onBooking<Args extends OnBooking, Yes>(name: CallName, handler: Handler<Args, Yes>) {
  return async ({ context, input }: { context: Asking; input: Args }) => {
    const answer = await command(context, name, input, handler)
    return answer.ok ? answer : withCurrent(answer, current(context, input.bookingId))
  }
}

function current(asking: Asking, bookingId: string) {
  return readShownBooking(asking.office.file.db, bookingId, asking.office.clock.nowMs())
}

type OnMaintenance = { commandId: string; maintenanceId: string; version: number }

function onMaintenance<Args extends OnMaintenance, Yes>(name: CallName, handler: Handler<Args, Yes>) {
  return async ({ context, input }: { context: Asking; input: Args }) => {
    const answer = await command(context, name, input, handler)
    if (answer.ok || !readMaintenance(context.office.file.db, input.maintenanceId)) return answer
    return withCurrent(answer, readShownMaintenance(context.office.file.db, input.maintenanceId))
  }
}

function slotOf(asking: Asking, input: CallArgs['bookings']['request']): WantedSlot {
  const formId = ownForm(asking.office.file.db, input.formId, userOf(asking).id)
  return { machineId: input.machineId, period: input.period, units: input.units ?? 1, except: { formId } }
}

function movedSlot(asking: Asking, input: CallArgs['bookings']['move']): WantedSlot | undefined {
  const { db } = asking.office.file
  const stored = readBooking(db, input.bookingId)
  if (!stored) return undefined
  return {
    machineId: input.machineId ?? stored.machineId,
    period: input.period,
    units: input.units ?? stored.units,
    except: { bookingId: stored.id, formId: ownForm(db, input.formId, userOf(asking).id) },
  }
}

/** Free times instead of the refused one: computed when asked, never kept with the command. */
function instead(
  asking: Asking,
  slot: WantedSlot,
  refusal: { reason: Parameters<typeof findAlternatives>[3] },
) {
  const { settings, asked } = askedBy(asking.office, userOf(asking))
  return findAlternatives(asking.office.file.db, settings, slot, refusal.reason, asked)
}
