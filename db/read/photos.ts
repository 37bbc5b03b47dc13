import { preparedSql, type ReadDb } from '../file.ts'
import type { photos } from '../tables/photos.ts'

type Photo = Pick<typeof photos.$inferSelect, 'kind' | 'bytes'>

const byHash = preparedSql<{ hash: string }, Photo>('SELECT kind, bytes FROM photos WHERE hash = @hash')
const isKept = preparedSql<{ hash: string }, { one: number }>(
  'SELECT 1 AS one FROM photos WHERE hash = @hash',
)

export function readPhotoByHash(db: ReadDb, hash: string): Photo | undefined {
  return byHash(db).get({ hash })
}

export function isPhotoKept(db: ReadDb, hash: string): boolean {
  return isKept(db).get({ hash }) !== undefined
}

const NOT_SHOWN = `NOT EXISTS (SELECT 1 FROM fact_photos f WHERE f.hash = p.hash)
  AND NOT EXISTS (SELECT 1 FROM maintenance_photos m WHERE m.hash = p.hash)
  AND NOT EXISTS (SELECT 1 FROM paper_photos a WHERE a.hash = p.hash)
  AND NOT EXISTS (SELECT 1 FROM settings WHERE logo = p.hash)`
const unused = preparedSql<{ userId: string }, { count: number }>(
  `SELECT count(*) AS count FROM photos p WHERE p.kept_by = @userId AND ${NOT_SHOWN}`,
)
const unusedBefore = preparedSql<{ ms: number }, { hash: string }>(
  `SELECT hash FROM photos p WHERE p.kept_ms < @ms AND ${NOT_SHOWN}`,
)

/** How many photos a user has kept that nothing shows yet. */
export function countUnusedPhotos(db: ReadDb, userId: string): number {
  return unused(db).get({ userId })?.count ?? 0
}

/** The photos that were kept before an instant and that nothing shows. */
export function readUnusedPhotos(db: ReadDb, ms: number): string[] {
  return unusedBefore(db)
    .all({ ms })
    .map(row => row.hash)
}
