import type { RecordEntity } from '#booking/entities'
import type { HistoryRow } from '#calls/history'
import { type Format, useFormat } from '../words/format.ts'
import { DONE, FIELDS, recordNames, TRIED } from '../words/history/by-trade.ts'
import { historyWords } from '../words/history/screen.ts'
import { hasWords, sayIn, type Words } from '../words/words.ts'

/** One field of a thing that changed, in words. */
export type Changed = { field: string; before: string; after: string }

/** Turns what the history keeps into what people say. */
export function useHistoryInWords() {
  const format = useFormat()
  const { language } = format
  return {
    deed: (row: Pick<HistoryRow, 'action' | 'after'>) => commandInWords(DONE, deedOf(row), format),
    /** The same as something wanted: "Approve a booking". */
    tried: (action: string) => commandInWords(TRIED, action, format),
    who: (userName: string) => (userName === 'system' ? sayIn(language, historyWords, 'system') : userName),
    changes: (row: Pick<HistoryRow, 'entity' | 'before' | 'after'>) => changesInWords(row, format),
  }
}

/** One command disables and enables. */
export function deedOf({ action, after }: Pick<HistoryRow, 'action' | 'after'>): string {
  return action === 'users.disable' && after?.disabled === false ? 'users.enable' : action
}

type AnyWords = Words<Readonly<Record<string, string>>>

/** A command that this window has no words for, since another version of Araro gave it, keeps its name. */
function commandInWords(table: Readonly<Record<string, AnyWords>>, name: string, format: Format): string {
  const [group = '', command = ''] = name.split('.')
  const spoken = Object.hasOwn(table, group) ? table[group] : undefined
  return spoken && hasWords(spoken, command) ? sayIn(format.language, spoken, command) : name
}

/** The fields that changed, each in the words of its own kind of record. */
export function changesInWords(
  { entity, before, after }: Pick<HistoryRow, 'entity' | 'before' | 'after'>,
  format: Format,
): Changed[] {
  const known = FIELDS[entity] as (typeof FIELDS)[RecordEntity] | undefined
  const values = known?.values as Readonly<Record<string, Value>> | undefined
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields]
    .map(field => ({
      field: known ? fieldInWords(field, known.names, format) : field,
      before: before ? valueInWords(before[field], values?.[field], format) : '',
      after: after ? valueInWords(after[field], values?.[field], format) : '',
    }))
    .filter(changed => changed.before !== changed.after)
}

/** A field such as `machineName` is called by the kind of record whose name it is. */
function fieldInWords(field: string, names: AnyWords, { language }: Format): string {
  const another = /^(.+)Name$/.exec(field)?.[1]
  if (another !== undefined && hasWords(recordNames, another)) return sayIn(language, recordNames, another)
  return hasWords(names, field) ? sayIn(language, names, field) : field
}

/** How one field's values are said; `ValuesOf` holds it against what the field can be. */
type Value = (value: never, format: Format) => string

function valueInWords(kept: unknown, inWords: Value | undefined, format: Format): string {
  const empty =
    kept === null || kept === undefined || kept === '' || (Array.isArray(kept) && kept.length === 0)
  if (empty) return sayIn(format.language, historyWords, 'nothing')
  try {
    if (inWords) return inWords(kept as never, format)
  } catch {
    // Somebody wrote this into the file by hand, past the program. It is shown as it is: the line must not be lost.
  }
  return typeof kept === 'string' ? kept : JSON.stringify(kept)
}
