import type { RecordEntity } from '#booking/entities'
import type { Rate } from '#booking/money/price'
import type { Period } from '#booking/time/period'
import type { CommandName, OwnCommandName } from '#calls/contract'
import type { Format } from '../format.ts'
import { rateUnitWords } from '../money/rate-units.ts'
import { sayIn } from '../words.ts'
import { historyWords } from './screen.ts'

// What a trade says in the history: what was done, what was tried, its fields, and how their values are said. Each
// trade has these in a file of its own, `words/<trade>/history.ts`; `by-trade.ts` holds them together.

type AnyCommand = CommandName | OwnCommandName
/** `bookings`, `machines` and their like: what stands before the dot of a command's name. */
export type CommandGroup = AnyCommand extends infer Name
  ? Name extends `${infer Group}.${string}`
    ? Group
    : never
  : never
/** The commands of a group, by what stands after the dot: `request`, `approve` … */
export type CommandsOf<Group extends CommandGroup> = AnyCommand extends infer Name
  ? Name extends `${Group}.${infer Command}`
    ? Command
    : never
  : never

/** The name of another record, such as `machineName`: called by the kind of that record. */
type NameOfAnother = `${RecordEntity}Name`
/** The fields that the history has of a kind of record, such as `MemberInHistory`. */
export type FieldsOf<InHistory> = Exclude<keyof InHistory & string, NameOfAnother>
/** How the value of each field is written. Empty values never get here. */
export type ValuesOf<InHistory> = {
  readonly [Field in FieldsOf<InHistory>]-?: (value: NonNullable<InHistory[Field]>, format: Format) => string
}

export function text(value: string): string {
  return value
}

export function list(values: readonly string[]): string {
  return values.join(', ')
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

export function rate({ centavos, per }: Rate, format: Format): string {
  const unit = sayIn(format.language, rateUnitWords, per)
  return sayIn(format.language, historyWords, 'perUnit', { money: format.money(centavos), unit })
}
