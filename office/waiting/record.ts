import { refuse } from '#booking/refusal'
import type { Length } from '#booking/time/length'
import type { WaitingInHistory, WaitingListRow } from '#calls/waiting'
import type { ReadDb } from '#db/file'
import { careful, idOrNull, instantOr, isInstant } from '#db/odd-values'
import { periodOf } from '#db/period-columns'
import { NOBODY } from '#db/read/bookings'
import { readStoredMachine } from '#db/read/machines'
import {
  readNamedWaiting,
  readOffersOf,
  readWaiting,
  type StoredOffer,
  type StoredWaiting,
} from '#db/read/waiting'
import { waiting } from '#db/tables/waiting'
import { type RecordKind, withoutIds } from '../law/record.ts'

export function shownWaiting(
  db: ReadDb,
  named: NonNullable<ReturnType<typeof readNamedWaiting>>,
): WaitingListRow {
  const { lengthDays, lengthMinutes, turn: _, bookingId: _b, userName, requestedBy, ...row } = named
  const running = readOffersOf(db, row.id).find(offer => offer.status === 'running')
  const read = careful()
  const isLength = [lengthDays, lengthMinutes].some(one => one !== null && Number.isInteger(one) && one >= 1)
  return {
    ...row,
    length: read.take('length', isLength, lengthOf({ lengthDays, lengthMinutes }), { days: 1 }),
    requestedMs: read.take('requestedMs', isInstant(row.requestedMs), row.requestedMs, 0),
    requestedBy: { id: idOrNull(requestedBy) ?? NOBODY, name: userName ?? '' },
    offer: running ? shownOffer(db, running) : null,
    ...read.marked(),
  }
}

export function shownOffer(db: ReadDb, { id, machineId, madeMs, untilMs, ...when }: StoredOffer) {
  const machineName = readStoredMachine(db, machineId)?.name ?? ''
  return {
    id,
    machineId,
    machineName,
    period: periodOf(when),
    madeMs: instantOr(madeMs, 0),
    untilMs: instantOr(untilMs, 0),
  }
}

export function lengthOf({
  lengthDays,
  lengthMinutes,
}: Pick<StoredWaiting, 'lengthDays' | 'lengthMinutes'>): Length {
  return lengthDays === null ? { minutes: lengthMinutes ?? 1 } : { days: lengthDays }
}

export const waitingRecord = {
  entity: 'waiting',
  key: 'waiting',
  table: waiting,
  stored: readWaiting,
  shown({ db }, id) {
    const named = readNamedWaiting(db, id)
    return named && shownWaiting(db, named)
  },
  title: ({ what, memberName }) => `${what} · ${memberName}`,
  said(shown): WaitingInHistory {
    const {
      memberNumber: _,
      memberPhone: _p,
      memberBarangay: _b,
      requestedBy: _r,
      requestedMs: _m,
      offer: _o,
      unreadable: _u,
      ...said
    } = shown
    return withoutIds(said)
  },
} satisfies RecordKind<'waiting', StoredWaiting, WaitingListRow, WaitingInHistory>

/** Somebody who does not wait any more cannot be moved up, withdrawn or offered anything. */
export function notWaiting(from: StoredWaiting['status'], to: StoredWaiting['status']) {
  return from === 'waiting' ? undefined : refuse({ reason: 'move-not-allowed', what: 'waiting', from, to })
}
