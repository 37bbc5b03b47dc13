import * as z from 'zod'

/** The kinds of records that the history and the change feed speak of. */
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
export const entity = z.enum(ENTITIES)
export type Entity = z.infer<typeof entity>
