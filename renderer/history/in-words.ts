import type { HistoryRow } from '#calls/history'
import type { UndoInHistory } from '#calls/undo'
import { useCall } from '../service/use-call.ts'
import { DONE, FIELDS, recordNames, TRIED } from '../words/by-trade.ts'
import { type Format, useFormat } from '../words/format.ts'
import { historyWords } from '../words/history/screen.ts'
import { hasWords, sayIn, type Words } from '../words/words.ts'

/** A changed field in words. */
export type Changed = { field: string; before: string; after: string }

type Deed = Pick<HistoryRow, 'action' | 'after' | 'title'>

/** Turns the history's data into words. */
export function useHistoryInWords() {
  const format = useFormat()
  const { language } = format
  const machines = useCall('machines.list', { withRetired: true }).data ?? []
  /** Whether the line is about a booking of a machine that stays where it is. Its title begins with the machine's name. */
  const stays = ({ title }: Pick<HistoryRow, 'title'>) =>
    machines.some(machine => machine.stays && title.startsWith(`${machine.name} · `))
  return {
    deed: (row: Deed) => deedInWords(row, stays(row), format),
    /** A refused attempt: "Approve a booking". */
    tried: (action: string) => commandInWords(TRIED, action, format),
    who: (userName: string) => (userName === 'system' ? sayIn(language, historyWords, 'system') : userName),
    changes: (row: Pick<HistoryRow, 'entity' | 'before' | 'after' | 'title'>) =>
      changesInWords(row, format, stays(row)),
  }
}

/** What was done. An undo says what it undid, or did again: "Undid: Moved a booking". */
export function deedInWords(
  row: Pick<HistoryRow, 'action' | 'after'>,
  stays: boolean,
  format: Format,
): string {
  const { undid, redid } = (row.after ?? {}) as UndoInHistory
  const action = undid ?? redid
  if (row.action !== 'undo.last' || action === undefined)
    return commandInWords(DONE, deedOf(row, stays), format)
  // Of `users.disable`, the undo's fields say the opposite of the step's.
  const after = action === 'users.disable' ? { disabled: row.after?.['disabled'] !== true } : null
  const deed = commandInWords(DONE, deedOf({ action, after }, stays), format)
  return sayIn(format.language, historyWords, undid === undefined ? 'redid' : 'undid', { deed })
}

/** What a hand-over and a return are called on a machine that stays where it is, such as a dryer. */
const WHERE_IT_STAYS: { readonly [name: string]: string } = {
  'bookings.handOver': 'bookings.start',
  'bookings.return': 'bookings.finish',
  handedOverMs: 'startedMs',
  returnedMs: 'finishedMs',
}

/** Separates the two deeds of `users.disable`, which also enables, and those of machines that leave and that stay. */
export function deedOf({ action, after }: Pick<HistoryRow, 'action' | 'after'>, stays: boolean): string {
  if (action === 'users.disable' && after?.disabled === false) return 'users.enable'
  return (stays && WHERE_IT_STAYS[action]) || action
}

type AnyWords = Words<Readonly<Record<string, string>>>

/** A command of another version of Araro, for which this window has no words, is shown by its name. */
function commandInWords(table: Readonly<Record<string, AnyWords>>, name: string, format: Format): string {
  const [group = '', command = ''] = name.split('.')
  const spoken = Object.hasOwn(table, group) ? table[group] : undefined
  return spoken && hasWords(spoken, command) ? sayIn(format.language, spoken, command) : name
}

/** What the history says of an undo itself; its deed says it. */
const UNDO_FIELDS: ReadonlySet<string> = new Set<keyof UndoInHistory>(['undid', 'redid'])

/** The changed fields in the words of the record's kind; of a new record, those that have a value. */
export function changesInWords(
  { entity, before, after }: Pick<HistoryRow, 'entity' | 'before' | 'after'>,
  format: Format,
  stays = false,
): Changed[] {
  const table: Readonly<Record<string, { names: AnyWords; values: object }>> = FIELDS
  const known = Object.hasOwn(table, entity) ? table[entity] : undefined
  const values = known?.values as Readonly<Record<string, Value>> | undefined
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields]
    .filter(field => !UNDO_FIELDS.has(field) && (before !== null || !isEmpty(after?.[field])))
    .map(field => ({
      field: known ? fieldInWords((stays && WHERE_IT_STAYS[field]) || field, known.names, format) : field,
      before: before ? valueInWords(before[field], values?.[field], format) : '',
      after: after ? valueInWords(after[field], values?.[field], format) : '',
    }))
    .filter(changed => changed.before !== changed.after)
}

/** A field such as `machineName` has the name of the record's kind, here "Machine". */
function fieldInWords(field: string, names: AnyWords, { language }: Format): string {
  const another = /^(.+)Name$/.exec(field)?.[1]
  if (another !== undefined && hasWords(recordNames, another)) return sayIn(language, recordNames, another)
  return hasWords(names, field) ? sayIn(language, names, field) : field
}

function isEmpty(kept: unknown): boolean {
  return kept === null || kept === undefined || kept === '' || (Array.isArray(kept) && kept.length === 0)
}

/** Writes a field's values in words. `ValuesOf` checks it against the field's type. */
type Value = (value: never, format: Format) => string

function valueInWords(kept: unknown, inWords: Value | undefined, format: Format): string {
  if (isEmpty(kept)) return sayIn(format.language, historyWords, 'nothing')
  try {
    if (inWords) return inWords(kept as never, format)
  } catch {
    // The value was written into the file by another program. It is shown as it is, so that the line is not lost.
  }
  return typeof kept === 'string' ? kept : JSON.stringify(kept)
}
