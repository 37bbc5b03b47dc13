import type { Office } from '#office/office'
import { memberId } from './fill.ts'

const WEEK = JSON.stringify(Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }]))

/** The member who is asked about while the quotas hold. */
export const QUOTA_MEMBER = memberId(1)

/**
 * Opening hours, and a quota of each kind that is never reached, while something is measured. What a check costs does not
 * depend on their limits.
 */
export function setQuotas({ file: { sqlite } }: Office): () => void {
  const add = sqlite.prepare(
    'INSERT INTO quotas (id, counts, most, per, from_day, to_day) VALUES (?, ?, 100000000, ?, ?, ?)',
  )
  add.run('bench bookings', 'bookings', 'month', null, null)
  add.run('bench hours', 'hours', 'week', null, null)
  add.run('bench hectares', 'hectares', 'season', '2026-11-01', '2027-03-31')
  sqlite.prepare('UPDATE settings SET opening_hours = ?').run(WEEK)
  return () => {
    sqlite.exec('UPDATE quotas SET removed = 1; UPDATE settings SET opening_hours = NULL')
  }
}
