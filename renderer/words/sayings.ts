import type { RecordEntity } from '#booking/entities'
import type { Rate } from '#booking/money/price'
import type { Period } from '#booking/time/period'
import type { CommandName, OwnCommandName } from '#calls/contract'
import type { Format } from './format.ts'
import { historyWords } from './history/screen.ts'
import { rateInWords } from './money/price.ts'
import { sayIn } from './words.ts'

// A trade's words in the history: what was done, what was attempted, its fields, and how their values are shown. Each
// trade has them in its own file, `words/<trade>/history.ts`; `words/by-trade.ts` combines them.

type AnyCommand = CommandName | OwnCommandName
/** The part of a command's name before the dot: `bookings`, `machines` … */
export type CommandGroup = AnyCommand extends infer Name
  ? Name extends `${infer Group}.${string}`
    ? Group
    : never
  : never
/** The commands of a group, by the part after the dot: `request`, `approve` … */
export type CommandsOf<Group extends CommandGroup> = AnyCommand extends infer Name
  ? Name extends `${Group}.${infer Command}`
    ? Command
    : never
  : never

/** The name of another record, such as `machineName`; shown under the name of that record's kind. */
type NameOfAnother = `${RecordEntity}Name`
/** The fields of a kind of record in the history, such as `MemberInHistory`. */
export type FieldsOf<InHistory> = Exclude<keyof InHistory & string, NameOfAnother>
/** How the value of each field is shown. Never called with an empty value. */
export type ValuesOf<InHistory> = {
  readonly [Field in FieldsOf<InHistory>]-?: (value: NonNullable<InHistory[Field]>, format: Format) => string
}

export function text(value: string): string {
  return value
}

export function list(values: readonly string[]): string {
  return values.join(', ')
}

export function countOf(values: readonly unknown[], format: Format): string {
  return format.number(values.length)
}

export function number(value: number, format: Format): string {
  return format.number(value)
}

export function instant(ms: number, format: Format): string {
  return format.instant(ms)
}

export function length(ms: number, format: Format): string {
  return ms === 0 ? sayIn(format.language, historyWords, 'nothing') : format.duration(ms)
}

export function period(value: Period, format: Format): string {
  return format.period(value)
}

export function yesOrNo(value: boolean, format: Format): string {
  return sayIn(format.language, historyWords, value ? 'yes' : 'no')
}

export function rate(value: Rate, format: Format): string {
  return rateInWords(value, format)
}
