import * as z from 'zod'

/** The kinds of records that people keep and change: what the history speaks of. */
export const RECORD_ENTITIES = [
  'booking',
  'machine',
  'machine-type',
  'maintenance',
  'member',
  'settings',
  'user',
] as const
export const recordEntity = z.enum(RECORD_ENTITIES)
export type RecordEntity = z.infer<typeof recordEntity>

/** Everything that the change feed speaks of: holds and notices come and go without a history. */
export const ENTITIES = [...RECORD_ENTITIES, 'hold', 'notice'] as const
export const entity = z.enum(ENTITIES)
export type Entity = z.infer<typeof entity>
