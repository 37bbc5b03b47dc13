import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Members' fields (lots). */
export const fields = sqliteTable('fields', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  memberId: text('member_id').notNull(),
  name: text('name').notNull(),
  barangay: text('barangay').notNull().default(''),
  sitio: text('sitio').notNull().default(''),
  squareMetres: integer('square_metres').notNull(),
  crop: text('crop').notNull().default(''),
  plantedOn: text('planted_on'),
  access: text('access').notNull().default(''),
})
