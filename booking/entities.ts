/** The kinds of records that people keep and change: those with a history. */
export const RECORD_ENTITIES = [
  'batch',
  'blackout',
  'booking',
  'booklet',
  'enrolment',
  'field',
  'holiday',
  'machine',
  'machine-type',
  'maintenance',
  'member',
  'paper',
  'payment',
  'quota',
  'rate',
  'session',
  'share',
  'settings',
  'user',
  'waiting',
] as const
export type RecordEntity = (typeof RECORD_ENTITIES)[number]

/** A record without its id, its version and the ids of others: what the history says of it. */
export type WithoutIds<Row> = {
  [Field in keyof Row as Field extends 'id' | 'version' | `${string}Id` ? never : Field]: Row[Field]
}

/** Everything in the change feed. Holds and notices have no history. */
export const ENTITIES = [...RECORD_ENTITIES, 'hold', 'notice'] as const
export type Entity = (typeof ENTITIES)[number]
