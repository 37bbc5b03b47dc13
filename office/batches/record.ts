import { batchUntilMs } from '#booking/availability/block'
import { batchState, sacksLeft } from '#booking/batches/state'
import type { BatchInHistory, BatchRow, ShareInHistory, ShareRow } from '#calls/batches'
import { periodOf } from '#db/period-columns'
import {
  type NamedBatch,
  type NamedShare,
  readBatch,
  readNamedBatch,
  readNamedShare,
  readShare,
  type StoredBatch,
  type StoredShare,
} from '#db/read/batches'
import { NOBODY } from '#db/read/bookings'
import { batches, batchShares } from '#db/tables/batches'
import { openCalendar } from '../law/open-calendar.ts'
import type { Look, RecordKind } from '../law/record.ts'

/** A batch as answers show it. How it stands and what is left in it are computed here, and nowhere kept. */
export function shownBatch(named: NamedBatch, { db, nowMs, settings }: Look): BatchRow {
  const {
    fromDay: _f,
    toDay: _t,
    openEnded,
    openedBy,
    userName,
    keptUntilMs,
    permille,
    most,
    dayMost,
    ...row
  } = named
  const { typeId, status: _s, sacks, onDay, ...rest } = row
  const capacity = most ?? 0
  const isOpen = named.status === 'open'
  const lasts = () =>
    batchUntilMs({ ...named, what: { endMs: named.endMs } }, nowMs, openCalendar(db, settings)) -
    named.bufferAfterMs
  return {
    ...rest,
    typeId,
    period: periodOf(named),
    openEnded: openEnded === 1,
    lastsUntilMs: isOpen ? (openEnded === 1 ? lasts() : named.endMs) : null,
    state: batchState(named, nowMs),
    sacks,
    capacity,
    left: isOpen ? sacksLeft({ sacks, most: capacity, onDay, dayMost }) : 0,
    onDay,
    dayCapacity: dayMost,
    moisture: permille === null ? null : permille / 10,
    openedBy: { id: openedBy ?? NOBODY, name: userName ?? 'system' },
  }
}

export const batchRecord = {
  entity: 'batch',
  key: 'batch',
  table: batches,
  stored: readBatch,
  shown(look, id) {
    const named = readNamedBatch(look.db, id)
    return named && shownBatch(named, look)
  },
  title: ({ machineName }) => machineName,
  said({ machineName, period, openEnded, expectedEndMs, moisture, note, reason, state }): BatchInHistory {
    const status = state === 'done' || state === 'cancelled' ? state : 'open'
    return { machineName, period, openEnded, expectedEndMs, moisture, status, note, reason }
  },
} satisfies RecordKind<'batch', StoredBatch, BatchRow, BatchInHistory>

/** A share as answers show it. */
export function shownShare(named: NamedShare, nowMs: number): ShareRow {
  const { fieldName, weighedSacks, grams, splitFrom: _, addedBy, userName, batchStatus, ...row } = named
  const { startMs, endMs, estimate } = row
  return {
    ...row,
    fieldName: fieldName ?? '',
    sacks: weighedSacks ?? estimate,
    kg: grams === null ? null : grams / 1000,
    addedBy: { id: addedBy ?? NOBODY, name: userName ?? 'system' },
    batchState: batchState({ status: batchStatus, startMs, endMs }, nowMs),
  }
}

export const shareRecord = {
  entity: 'share',
  key: 'share',
  table: batchShares,
  stored: readShare,
  shown({ db, nowMs }, id) {
    const named = readNamedShare(db, id)
    return named && shownShare(named, nowMs)
  },
  title: ({ machineName, memberName }) => `${machineName} · ${memberName}`,
  said({
    machineName,
    startMs,
    memberName,
    fieldName,
    estimate,
    sacks,
    kg,
    ripeDay,
    status,
    note,
    reason,
  }): ShareInHistory {
    const weighedSacks = kg === null ? null : sacks
    return {
      machineName,
      startMs,
      memberName,
      fieldName,
      estimate,
      weighedSacks,
      kg,
      ripeDay,
      status,
      note,
      reason,
    }
  },
} satisfies RecordKind<'share', StoredShare, ShareRow, ShareInHistory>
