import type { Decision, Refusal } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { Role } from '#booking/users/roles'
import type { Entity } from '#calls/history'
import type { WriteTx } from '#db/file'
import type { OfficeSettings } from '#db/read/settings'
import type { Ids } from './clock.ts'

/** Who acts: from the sign-in, never from the input (B6). */
export type Actor = { readonly id: string; readonly name: string; readonly role: Role }

/** What a handler did to one thing, for the history and the change feed. */
export type HistoryEntry = {
  entity: Entity
  entityId: string
  version: number
  /** What the thing is called. */
  title: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What a command's handler works with: one transaction, one instant, one person. */
export type CommandContext = {
  readonly tx: WriteTx
  readonly actor: Actor
  readonly nowMs: number
  readonly commandId: string
  readonly settings: OfficeSettings
  readonly calendar: OfficeCalendar
  readonly ids: Ids
  /** Writes the history and the change feed. Called once for each thing that changed. */
  record(entry: HistoryEntry): void
}

export type Answer = { ok: true } | { ok: false; refusal: Refusal }

/** Gathers, decides, writes. Its effects stand only if it answers ok. */
export type Handler<Args, Yes = unknown> = (context: CommandContext, args: Args) => Decision<Yes>

/** The fields in which two states differ, as they were and as they are. */
export function difference(before: object, after: object) {
  const was: Record<string, unknown> = {}
  const is: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(after)) {
    const old = (before as Record<string, unknown>)[key]
    if (JSON.stringify(old) === JSON.stringify(value)) continue
    was[key] = old ?? null
    is[key] = value
  }
  return { before: was, after: is }
}
