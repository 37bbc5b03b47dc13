import type { UndoInHistory } from '#calls/undo'
import type { CommandContext } from './command.ts'
import type { Changed, RecordKind, Versioned } from './record.ts'

/** Writes a new record and its first line of history, and returns the record as it is shown. */
export function addRecord<Key extends string, Stored extends Versioned, Shown extends { version: number }>(
  context: CommandContext,
  kind: RecordKind<Key, Stored, Shown>,
  id: string,
  write: () => void,
): { ok: true } & Changed<Key, Shown> {
  write()
  kind.keep?.(context, id)
  const shown = readBack(context, kind, id)
  context.record({ ...named(kind, id, shown), before: null, after: { ...kind.said(shown) }, was: null })
  return yes(kind, shown)
}

/**
 * Writes a change to a record and a line of history with the fields that changed, and returns the record as it is
 * now.
 * @param also more for the history, such as that the password was changed
 * @param beforeThat what of that stood there before, where it did
 */
export function changeRecord<
  Key extends string,
  Stored extends Versioned,
  Shown extends { version: number },
  Said extends object,
>(
  context: CommandContext,
  kind: RecordKind<Key, Stored, Shown, Said>,
  id: string,
  write: () => void,
  also: Partial<NoInfer<Said>> & UndoInHistory = {},
  beforeThat: Partial<NoInfer<Said>> = {},
): { ok: true } & Changed<Key, Shown> {
  const said = kind.said(readBack(context, kind, id))
  const stored = kind.stored(context.tx, id)
  write()
  kind.keep?.(context, id)
  const shown = readBack(context, kind, id)
  const { before, after } = difference(said, kind.said(shown))
  const was = whatItWas(kind, stored, kind.stored(context.tx, id))
  const line = { before: { ...before, ...beforeThat }, after: { ...after, ...also } }
  context.record({ ...named(kind, id, shown), ...line, ...(was && { was }) })
  return yes(kind, shown)
}

/** The stored columns that changed, as they were; undefined if one of them must not be kept. */
function whatItWas<Stored extends Versioned>(
  { secret = [] }: { readonly secret?: readonly string[] },
  stored: Stored | undefined,
  now: Stored | undefined,
) {
  if (!stored || !now) return undefined
  const { version: _, ...was } = difference(stored, now).before
  return secret.some(column => Object.hasOwn(was, column)) ? undefined : was
}

function readBack<Shown extends { version: number }>(
  { tx: db, nowMs, settings }: CommandContext,
  kind: RecordKind<string, Versioned, Shown>,
  id: string,
): Shown {
  const shown = kind.shown({ db, nowMs, settings }, id)
  if (!shown) throw new Error(`${kind.entity} ${id} cannot be read back`)
  return shown
}

function named<Shown extends { version: number }>(
  kind: RecordKind<string, Versioned, Shown>,
  entityId: string,
  shown: Shown,
) {
  return { entity: kind.entity, entityId, version: shown.version, title: kind.title(shown) }
}

function yes<Key extends string, Shown extends { version: number }>(
  kind: RecordKind<Key, Versioned, Shown>,
  shown: Shown,
) {
  return { ok: true, [kind.key]: shown } as { ok: true } & Changed<Key, Shown>
}

/** The fields in which two states differ, before and after. */
export function difference(before: object, after: object) {
  const was: Record<string, unknown> = { ...before }
  const is: Record<string, unknown> = { ...after }
  const changed = Object.keys(is).filter(key => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
  return {
    before: Object.fromEntries(changed.map(key => [key, was[key] ?? null])),
    after: Object.fromEntries(changed.map(key => [key, is[key]])),
  }
}
