import * as z from 'zod'

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
export const entity = z.enum(ENTITIES)
export type Entity = z.infer<typeof entity>
