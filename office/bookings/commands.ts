import { decideBooking } from '#booking/bookings/decide-booking'
import type { BookingStatus } from '#booking/bookings/status'
import { refuse } from '#booking/refusal'
import type { CallArgs } from '#calls/contract'
import type { WriteTx } from '#db/file'
import { periodColumns } from '#db/period-columns'
import { readBooking, readShownBooking, type ShownBooking, type StoredBooking } from '#db/read/bookings'
import { readMachine } from '#db/read/machines'
import { readMemberFacts } from '#db/read/members'
import { type BookingChange, insertBooking, updateBooking } from '#db/write/bookings'
import { insertChange } from '#db/write/history'
import { deleteHold } from '#db/write/holds'
import { type CommandContext, difference, type Handler } from '../law/command.ts'
import { checkVersion } from '../law/version.ts'
import { tell } from '../notices/tell.ts'
import { blocksAround, decideSlot, ownForm } from './slots.ts'

type Booked = { booking: ShownBooking }
export type BookingHandler<Name extends keyof CallArgs['bookings']> = Handler<
  CallArgs['bookings'][Name],
  Booked
>

/** A member asks for a machine (C1). The booking's id is the command's. */
export const request: BookingHandler<'request'> = (context, args) => {
  const { tx, actor, calendar, settings, nowMs } = context
  const machine = readMachine(tx, args.machineId, settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: args.machineId })
  const member = readMemberFacts(tx, args.memberId)
  if (!member) return refuse({ reason: 'not-found', what: 'member', id: args.memberId })
  const units = args.units ?? 1
  const formId = ownForm(tx, args.formId, actor.id)
  const asked = { nowMs, calendar, role: actor.role }
  const slot = { machine: machine.facts, period: args.period, units, except: { formId } }
  const facts = { ...asked, machine: machine.facts, member, blocks: blocksAround(tx, slot, asked) }
  const decision = decideBooking({ period: args.period, units }, facts)
  if (!decision.ok) return decision

  endHold(tx, formId)
  const { pendingBlocks, bufferBeforeMs, bufferAfterMs } = machine.stored
  insertBooking(tx, {
    id: context.commandId,
    machineId: args.machineId,
    memberId: args.memberId,
    status: 'pending',
    ...periodColumns(args.period, decision.interval),
    units,
    pendingBlocks,
    bufferBeforeMs,
    bufferAfterMs,
    purpose: args.purpose ?? '',
    requestedBy: actor.id,
    requestedMs: nowMs,
  })
  const booking = shown(context, context.commandId)
  tell(context, booking, { kind: 'requested', forRole: 'manager' })
  context.record({
    entity: 'booking',
    entityId: booking.id,
    version: booking.version,
    title: titleOf(booking),
    before: null,
    after: said(booking),
  })
  return { ok: true, booking }
}

/** Another time, another machine, or another number of units (C3). A clerk's change wants a manager's eye again. */
export const move: BookingHandler<'move'> = (context, args) => {
  const { tx, actor, calendar, settings, nowMs } = context
  const found = findBooking(context, args)
  if (!found.ok) return found
  const { stored } = found
  if (stored.status !== 'pending' && stored.status !== 'approved') {
    return refuse({ reason: 'move-not-allowed', from: stored.status, to: 'moved' })
  }
  const machineId = args.machineId ?? stored.machineId
  const machine = readMachine(tx, machineId, settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
  const units = args.units ?? stored.units
  const formId = ownForm(tx, args.formId, actor.id)
  // On its own machine a booking keeps the buffers it was promised with; on another it takes that one's.
  const snapshot = machineId === stored.machineId ? stored : machine.stored
  const { pendingBlocks, bufferBeforeMs, bufferAfterMs } = snapshot
  const slot = {
    machine: { ...machine.facts, bufferBeforeMs, bufferAfterMs },
    period: args.period,
    units,
    except: { bookingId: stored.id, formId },
    keptStartMs: stored.startMs,
  }
  const decision = decideSlot(tx, slot, { nowMs, calendar, role: actor.role })
  if (!decision.ok) return decision

  endHold(tx, formId)
  const status: BookingStatus = actor.role === 'clerk' ? 'pending' : stored.status
  const booking = change(context, stored, {
    machineId,
    status,
    ...periodColumns(args.period, decision.interval),
    units,
    pendingBlocks,
    bufferBeforeMs,
    bufferAfterMs,
    ...(args.reason && { reason: args.reason }),
  })
  tell(context, booking, { kind: 'moved', forUser: booking.requestedBy.id, reason: args.reason })
  if (status === 'pending' && stored.status === 'approved') {
    tell(context, booking, { kind: 'requested', forRole: 'manager', reason: args.reason })
  }
  return { ok: true, booking }
}

/** The booking that a command is about, as long as nobody changed it meanwhile. */
export function findBooking(context: CommandContext, args: { bookingId: string; version: number }) {
  const { tx } = context
  const stored = readBooking(tx, args.bookingId)
  if (!stored) return refuse({ reason: 'not-found', what: 'booking', id: args.bookingId })
  return checkVersion(tx, 'booking', stored, args.version) ?? { ok: true as const, stored }
}

/** Writes a change to a booking with its history, and gives it back as it is now. */
export function change(context: CommandContext, stored: StoredBooking, to: BookingChange): ShownBooking {
  const before = said(shown(context, stored.id))
  updateBooking(context.tx, stored.id, to)
  const booking = shown(context, stored.id)
  const { id: entityId, version } = booking
  context.record({
    entity: 'booking',
    entityId,
    version,
    title: titleOf(booking),
    ...difference(before, said(booking)),
  })
  return booking
}

/** A form's hold ends in the savepoint of its booking: a refusal keeps it. */
function endHold(tx: WriteTx, formId: string | undefined): void {
  if (formId === undefined) return
  deleteHold(tx, formId)
  insertChange(tx, 'hold', formId, 1)
}

function shown(context: CommandContext, id: string): ShownBooking {
  const booking = readShownBooking(context.tx, id, context.nowMs)
  if (!booking) throw new Error(`booking ${id} cannot be read back`)
  return booking
}

export function titleOf(booking: ShownBooking): string {
  return `${booking.machineName} · ${booking.memberName}`
}

/** What the history says of a booking. */
function said(booking: ShownBooking) {
  const { status, machineName, memberName, period, units, purpose, reason, handedOverMs, returnedMs } =
    booking
  return { status, machineName, memberName, period, units, purpose, reason, handedOverMs, returnedMs }
}
