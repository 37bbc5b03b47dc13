import { type Decision, refuse, type Thing } from '#booking/refusal'
import type { RecordEntity } from '#calls/entities'
import type { ReadDb, WriteTx } from '#db/file'
import type { RecordTable } from '#db/plain-rows'
import { listHistory } from '#db/read/history'
import type { OfficeSettings } from '#db/read/settings'

/** What showing a record may depend on beside its own row: the time, and the office's rules. */
export type Look = { readonly db: ReadDb; readonly nowMs: number; readonly settings: OfficeSettings }

export type Versioned = { readonly id: string; readonly version: number }

/**
 * One kind of record, as the office keeps it: said once, used by its commands, the history, the notices and the
 * answer to a refusal.
 */
export type RecordKind<
  Key extends string,
  Stored extends Versioned,
  Shown extends { version: number },
  Said extends object = object,
> = {
  readonly entity: RecordEntity
  /** `booking`: its id comes as `bookingId`, and an answer has it under `booking`. */
  readonly key: Key
  /** What a person would call it who asks for one that is not there. */
  readonly thing: Thing
  /** Where its row is kept, for writing it down as plain data and putting it back (`db/plain-rows.ts`). */
  readonly table: RecordTable
  /** Where there is only one of it: the id by which the history knows it, and the one of its row. */
  readonly only?: { readonly id: string; readonly rowId: number }
  /** The row as commands need it. */
  stored(db: ReadDb, id: string): Stored | undefined
  /** The record as answers and lists show it. */
  shown(look: Look, id: string): Shown | undefined
  /** What it is called, in the history and in notices. */
  title(shown: Shown): string
  /** What the history says of it (`calls/in-history.ts`). */
  said(shown: Shown): Said
}

/** Any kind, for what treats all alike. */
export type AnyRecordKind = RecordKind<string, Versioned, { version: number }>

export type StoredOf<Kind> = Kind extends RecordKind<string, infer Stored, infer _> ? Stored : never
export type ShownOf<Kind> = Kind extends RecordKind<string, infer _, infer Shown> ? Shown : never
/** The answer of a command that made or changed one: `{ booking: … }`. */
export type Changed<Key extends string, Shown> = { readonly [K in Key]: Shown }

/** The record that a command is about, unless it is gone or somebody changed it meanwhile (A6). */
export function findRecord<Key extends string, Stored extends Versioned, Shown extends { version: number }>(
  tx: WriteTx,
  kind: RecordKind<Key, Stored, Shown>,
  seen: { id: string; version: number },
): Decision<{ stored: Stored }> {
  const stored = kind.stored(tx, seen.id)
  if (!stored) return refuse({ reason: 'not-found', what: kind.thing, id: seen.id })
  if (stored.version === seen.version) return { ok: true, stored }
  const [last] = listHistory(tx, { entity: kind.entity, entityId: stored.id, limit: 1 })
  return refuse({ reason: 'changed-meanwhile', byName: last?.userName ?? null, atMs: last?.atMs ?? 0 })
}
