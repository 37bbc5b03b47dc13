import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PaperKind } from '#booking/papers/papers'
import { textList } from './text-list.ts'

/** Papers of machines. What one says stays; it is replaced by another one, or ended. */
export const papers = sqliteTable('papers', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  machineId: text('machine_id').notNull(),
  kind: text('kind').$type<PaperKind>().notNull(),
  title: text('title').notNull().default(''),
  number: text('number').notNull().default(''),
  issuedBy: text('issued_by').notNull().default(''),
  validFrom: text('valid_from'),
  expires: text('expires'),
  note: text('note').notNull().default(''),
  /** The hashes of its photos. */
  photos: textList('photos').notNull().default([]),
  replaces: text('replaces'),
  endedMs: integer('ended_ms'),
  endedWhy: text('ended_why').notNull().default(''),
  enteredBy: text('entered_by'),
  enteredMs: integer('entered_ms').notNull(),
})

/** Which paper shows which photos. Derived from its `photos` by the file. */
export const paperPhotos = sqliteTable(
  'paper_photos',
  { paperId: text('paper_id').notNull(), place: integer('place').notNull(), hash: text('hash').notNull() },
  table => [primaryKey({ columns: [table.paperId, table.place] })],
)
