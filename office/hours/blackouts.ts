import { refuse } from '#booking/refusal'
import { endsAfterItStarts, intervalOf, type Period } from '#booking/time/period'
import type { CallArgs } from '#calls/contract'
import type { BlackoutInHistory, BlackoutRow } from '#calls/holidays'
import { MOST_BLACKOUTS, MOST_REACHED } from '#calls/limits'
import type { ReadDb } from '#db/file'
import { periodColumns } from '#db/period-columns'
import { listBlackouts, readBlackout, type StoredBlackout, shownColumns } from '#db/read/holidays'
import { readStoredMachine, readType } from '#db/read/machines'
import { readReached } from '#db/read/reached'
import { blackouts } from '#db/tables/holidays'
import { insertBlackout, updateBlackout } from '#db/write/holidays'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command, commandOn } from '../law/command.ts'
import type { RecordKind } from '../law/record.ts'
import { restoring } from '../law/restoring.ts'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'
import { freesTime } from '../waiting/frees-time.ts'

type Which = { readonly machineId: string | null; readonly typeId: string | null }

function whatOf(db: ReadDb, { machineId, typeId }: Which): string {
  if (machineId !== null) return readStoredMachine(db, machineId)?.name ?? ''
  return typeId === null ? '' : (readType(db, typeId)?.name ?? '')
}

export const blackoutRecord = {
  entity: 'blackout',
  key: 'blackout',
  table: blackouts,
  stored: readBlackout,
  shown({ db }, id) {
    const stored = readBlackout(db, id)
    if (!stored) return undefined
    return { ...shownColumns(stored), what: whatOf(db, stored), removed: stored.removed }
  },
  title: ({ reason }) => reason,
  said: ({ what, period, reason, removed }) => ({ what, period, reason, removed }),
} satisfies RecordKind<'blackout', StoredBlackout, BlackoutRow, BlackoutInHistory>

/** Nothing more is booked then. What was promised before stays, because only a person can settle that with a member. */
export const addBlackout = command(
  'blackouts.add',
  (context, { commandId: id, period, reason, ...which }) => {
    const { tx, calendar, nowMs } = context
    const { machineId = null, typeId = null } = which
    if (machineId !== null && !readStoredMachine(tx, machineId)) {
      return refuse({ reason: 'not-found', what: 'machine', id: machineId })
    }
    if (typeId !== null && !readType(tx, typeId)) {
      return refuse({ reason: 'not-found', what: 'machine-type', id: typeId })
    }
    if (!endsAfterItStarts(period)) return refuse({ reason: 'ends-before-it-starts' })
    const interval = intervalOf(period, calendar)
    if (interval.endMs <= nowMs) return refuse({ reason: 'in-the-past' })
    const { fromOffset: _, toOffset: _to, ...when } = periodColumns(period, interval)
    return addRecord(context, blackoutRecord, id, () =>
      insertBlackout(tx, { id, machineId, typeId, ...when, reason }),
    )
  },
)

export const removeBlackout = freesTime(
  commandOn('blackouts.remove', blackoutRecord, (context, { id }) =>
    changeRecord(context, blackoutRecord, id, () => updateBlackout(context.tx, id, { removed: true })),
  ),
)

export const blackoutRestoring = restoring({
  kind: blackoutRecord,
  withdrawn: { removed: true },
  mayBe: () => ({ ok: true }),
  write: ({ tx }, id, was) => updateBlackout(tx, id, was),
})

/** Those that are not over. */
export function blackoutsNow(office: Office): BlackoutRow[] {
  const { db } = office.file
  return listBlackouts(db, office.clock.nowMs(), MOST_BLACKOUTS).map(row => ({
    ...row,
    what: whatOf(db, row),
    removed: false,
  }))
}

/** Which promises a blackout reaches. */
export function reachedBy(office: Office, { machineId, typeId, period }: CallArgs['blackouts']['reach']) {
  const { db } = office.file
  if (!endsAfterItStarts(period)) return { reached: [], count: 0 }
  const interval = intervalOf(period as Period, calendarOf(settingsNow(db).office.timeZone))
  return readReached(db, { machineId: machineId ?? null, typeId: typeId ?? null, ...interval }, MOST_REACHED)
}
