import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect } from 'vitest'
import { whatIsWrong } from './occupancy-oracle.ts'
import { booking, insertRow, plantMachines, updateRow } from './raw-rows.ts'
import { openTemporary, rawConnection } from './temporary-file.ts'

/** Opens an office's file with the planted machines as another program would, at SQLite's default settings. */
export function foreignConnection(): Database.Database {
  const file = openTemporary()
  plantMachines(file.sqlite)
  return rawConnection(file.path)
}

/**
 * A foreign program for each test, which writes to a file of its own. After the test, whatever was refused in it,
 * occupancy contains what blocks, and nothing is double-booked.
 */
export function foreignProgram() {
  let raw: Database.Database
  beforeEach(() => {
    raw = foreignConnection()
  })
  afterEach(() => expect(whatIsWrong(raw)).toEqual([]))
  return {
    get raw() {
      return raw
    },
    /** Adds an approved booking of the harvester on the first day, unless `change` says otherwise. */
    put: (id: string, change: Parameters<typeof booking>[1] = {}, conflict = '') =>
      insertRow(raw, 'bookings', booking(id, change), conflict),
    /** Changes a booking. */
    set: (id: string, change: Parameters<typeof updateRow>[3], conflict = '') =>
      updateRow(raw, 'bookings', { id }, change, conflict),
    ids: () => raw.prepare('SELECT id FROM bookings ORDER BY id').pluck().all(),
    statusOf: (id: string) => raw.prepare('SELECT status FROM bookings WHERE id = ?').pluck().get(id),
  }
}
