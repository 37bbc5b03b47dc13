import type { RecordEntity, WithoutIds } from '#booking/entities'
import { type Decision, refuse } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { Role } from '#booking/users/roles'
import type { ReadDb, WriteTx } from '#db/file'
import type { AnyTable } from '#db/plain-rows'
import { listHistory } from '#db/read/history'
import type { OfficeSettings } from '#db/read/settings'
import type { Ids } from './clock.ts'

/** What showing a record may depend on besides its own row: the time and the office's rules. */
export type Look = { readonly db: ReadDb; readonly nowMs: number; readonly settings: OfficeSettings }

/** What keeping what follows from a record may depend on. */
export type Keeping = {
  readonly tx: WriteTx
  readonly nowMs: number
  readonly calendar: OfficeCalendar
  readonly actor: { readonly id: string }
  readonly ids: Ids
}

export type Versioned = { readonly id: string; readonly version: number }

/** One kind of record, described once. Its commands, the history, notices and refusals all use this description. */
export type RecordKind<
  Key extends string,
  Stored extends Versioned,
  Shown extends { version: number },
  Said extends object = object,
> = {
  readonly entity: RecordEntity
  /** For `booking`, the id is `bookingId` in inputs, and the record is `booking` in answers. */
  readonly key: Key
  /** The table that keeps it, for writing its row down as plain data and putting it back (`db/plain-rows.ts`). */
  readonly table: AnyTable
  /** If there is only one such record: its id in the history, and the id of its row. */
  readonly only?: { readonly id: string; readonly rowId: number }
  /** Columns that are never kept outside of their row, such as a password's hash. */
  readonly secret?: readonly string[]
  /** Keeps what follows from the record elsewhere in the file, after each command that adds or changes it. */
  keep?(keeping: Keeping, id: string): void
  /** The row as commands need it, and as an undo restores it. */
  stored(db: ReadDb, id: string): Stored | undefined
  /** The record as answers and lists show it. */
  shown(look: Look, id: string): Shown | undefined
  /** As much of it as a user may see who may give a command about it; undefined: nothing. Left out: all of it. */
  seenBy?(look: Look, shown: Shown, user: { readonly id: string; readonly role: Role }): Shown | undefined
  /** Its title in the history and in notices. */
  title(shown: Shown): string
  /** The fields that the history records, such as `MemberInHistory` in `calls/members.ts`. */
  said(shown: Shown): Said
}

/** Any kind of record, for code that treats all of them alike. */
export type AnyRecordKind = RecordKind<string, Versioned, { version: number }>

/** The answer of a command that created or changed a record: `{ booking: … }`. */
export type Changed<Key extends string, Shown> = { readonly [K in Key]: Shown }

/** Without the ids and the version, which the history keeps beside what it says. */
export function withoutIds<Row extends object>(row: Row): WithoutIds<Row> {
  const said = Object.entries(row).filter(([field]) => !/^id$|^version$|Id$/.test(field))
  return Object.fromEntries(said) as WithoutIds<Row>
}

/** The record that a command is about. Refuses if it does not exist or if somebody changed it meanwhile (A6). */
export function findRecord<Key extends string, Stored extends Versioned, Shown extends { version: number }>(
  tx: WriteTx,
  kind: RecordKind<Key, Stored, Shown>,
  seen: { id: string; version: number },
): Decision<{ stored: Stored }> {
  const stored = kind.stored(tx, seen.id)
  if (!stored) return refuse({ reason: 'not-found', what: kind.entity, id: seen.id })
  if (stored.version === seen.version) return { ok: true, stored }
  const [last] = listHistory(tx, { entity: kind.entity, entityId: stored.id, limit: 1 })
  return refuse({ reason: 'changed-meanwhile', byName: last?.userName ?? null, atMs: last?.atMs ?? 0 })
}
