import { integer, text } from 'drizzle-orm/sqlite-core'

/** The first and last day, both inclusive, and the time zone's offset (minutes ahead of UTC) at both ends. */
export const dayColumns = {
  fromDay: text('from_day'),
  toDay: text('to_day'),
  fromOffset: integer('from_offset'),
  toOffset: integer('to_offset'),
}
