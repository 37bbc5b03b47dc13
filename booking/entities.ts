/** The kinds of records in the history and the change feed. */
export const ENTITIES = [
  'booking',
  'hold',
  'machine',
  'machine-type',
  'maintenance',
  'member',
  'notice',
  'settings',
  'user',
] as const
export type Entity = (typeof ENTITIES)[number]

/** The kinds of records that have a history. Holds and notices have none. */
export type RecordEntity = Exclude<Entity, 'hold' | 'notice'>
