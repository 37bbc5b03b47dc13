// Values that another program may have written into the file, each for one column of one row.

import { NOW } from './temporary-office.ts'

const TOO_LATE = 9_000_000_000_000_000_000n
const LONG = 'x'.repeat(5000)

export type Odd = { readonly table: string; readonly set: string; readonly value: string | number | bigint }

/** A value for a column of one row, which is otherwise one that Araro wrote. */
export const CHANGED: Odd[] = [
  { table: 'machines', set: 'booking_mode', value: 'moons' },
  { table: 'machines', set: 'implements', value: 'plow' },
  { table: 'machines', set: 'implements', value: '{"plow":1}' },
  { table: 'members', set: 'kind', value: 'guest' },
  { table: 'bookings', set: 'member_kind', value: 'guest' },
  { table: 'machines', set: 'capacity', value: TOO_LATE },
  { table: 'machines', set: 'buffer_after_ms', value: TOO_LATE },
  { table: 'machines', set: 'retired_ms', value: TOO_LATE },
  { table: 'machines', set: 'note', value: LONG },
  { table: 'machine_types', set: 'min_notice_days', value: 1_000_000_000_000 },
  { table: 'machine_types', set: 'horizon_days', value: -1 },
  { table: 'members', set: 'verified', value: 7 },
  { table: 'members', set: 'name', value: LONG },
  { table: 'fields', set: 'planted_on', value: 'last week' },
  { table: 'bookings', set: 'requested_by', value: '' },
  { table: 'bookings', set: 'requested_ms', value: TOO_LATE },
  { table: 'bookings', set: 'from_day', value: 'Monday' },
  { table: 'bookings', set: 'purpose', value: LONG },
  { table: 'maintenance', set: 'scheduled_by', value: '' },
  { table: 'maintenance', set: 'scheduled_ms', value: TOO_LATE },
  { table: 'maintenance', set: 'kind', value: 'magic' },
  { table: 'maintenance', set: 'to_day', value: '2026-02-30' },
  { table: 'users', set: 'role', value: 'wizard' },
  { table: 'settings', set: 'walk_in_roles', value: '["wizard","manager"]' },
  { table: 'settings', set: 'walk_in_roles', value: 'everybody' },
  { table: 'settings', set: 'min_notice_days', value: 1_000_000_000_000 },
  { table: 'settings', set: 'max_days', value: -1 },
]

const LINE = { at_ms: 1, user_name: 'x', action: 'x', entity: 'machine', entity_id: 'x', title: 'odd' }
const ATTEMPT = {
  name: 'x',
  args: '{}',
  at_ms: 1,
  ok: 0,
  outcome: '{"ok":false,"refusal":{"reason":"busy"}}',
}
const FACT = { kind: 'hand-over', at_ms: NOW, entered_ms: NOW }
const RATE = { valid_from: '2026-01-01', per: 'day', centavos: 100, set_ms: 1 }
const NOTICE = { for_permission: 'see-office', at_ms: 1, entity: 'machine', entity_id: 'x', by_name: 'x' }

/** A value for a column of a row that is added, because what is there never changes. */
export const ADDED: (Odd & { row: object })[] = [
  ...(
    [
      ['per', 'fortnight'],
      ['centavos', TOO_LATE],
      ['for_others_centavos', -1],
      ['included', 'meals'],
      ['valid_from', 'soon'],
      ['set_by', ''],
      ['set_ms', TOO_LATE],
    ] as const
  ).map(([set, value]) => ({ table: 'rates', row: RATE, set, value })),
  ...(
    [
      ['entity', 'moon'],
      ['entity', 'constructor'],
      ['entity_id', ''],
      ['action', ''],
      ['user_id', ''],
      ['at_ms', TOO_LATE],
      ['before', '[]'],
      ['after', 'not JSON'],
    ] as const
  ).map(([set, value]) => ({ table: 'history', row: LINE, set, value })),
  ...(
    [
      ['outcome', '{}'],
      ['outcome', '[]'],
      ['outcome', 'not JSON'],
      ['outcome', '{"ok":false,"refusal":{"reason":7}}'],
      ['outcome', `{"ok":false,"refusal":{"reason":"${'x'.repeat(2_000_000)}"}}`],
      ['args', '[]'],
      ['args', 'not JSON'],
      ['args', '{"period":{"kind":"days","from":"Monday","to":7},"machineId":{},"name":[]}'],
      ['args', `{"text":"${'x'.repeat(2_000_000)}"}`],
      ['at_ms', TOO_LATE],
    ] as const
  ).map(([set, value]) => ({ table: 'commands', row: ATTEMPT, set, value })),
  ...(
    [
      ['kind', 'fortnight'],
      ['at_ms', TOO_LATE],
    ] as const
  ).map(([set, value]) => ({ table: 'notices', row: NOTICE, set, value })),
  ...(
    [
      ['at_ms', TOO_LATE],
      ['at_ms', -TOO_LATE],
      ['meter_hours', -5],
      ['meter_hours', Number.POSITIVE_INFINITY],
      ['fuel', 30],
      ['fuel_in', 'buckets'],
      ['work_per', 'moon'],
      ['price_centavos', TOO_LATE],
      ['implements', 'plow'],
      ['condition', '[{"point":"Tyres","state":"lost"}]'],
      ['photos', '{}'],
      ['note', LONG],
      ['entered_by', ''],
      ['entered_ms', TOO_LATE],
    ] as const
  ).map(([set, value]) => ({ table: 'booking_facts', row: FACT, set, value })),
  { table: 'changes', row: { entity_id: 'x', version: 1 }, set: 'entity', value: 'moon' },
]
/** These are what some program may rightly say: a kind or an argument of a later version. The file takes them. */
const TAKEN = new Set([
  'entity moon',
  'entity constructor',
  'kind fortnight',
  'args {"period"',
  'condition [{"point"',
])
export const isTaken = ({ set, value }: Odd) =>
  TAKEN.has(`${set} ${String(value).slice(0, 9)}`) || TAKEN.has(`${set} ${value}`)
export const nameOf = ({ table, set, value }: Odd) => `${table}.${set} = ${String(value).slice(0, 40)}`
