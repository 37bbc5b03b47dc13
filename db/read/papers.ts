import type { PaperKind } from '#booking/papers/papers'
import type { PaperNamed } from '#booking/papers/refusals'
import type { LocalDay } from '#booking/time/day'
import { preparedSql, type ReadDb } from '../file.ts'
import { idOrNull, instantOr } from '../odd-values.ts'
import { readingById } from '../rows.ts'
import { papers } from '../tables/papers.ts'
import { NOT_A_LIST } from '../tables/text-list.ts'
import { NOBODY } from './bookings.ts'

export type StoredPaper = typeof papers.$inferSelect
export const readPaper = readingById(papers)

const beside = preparedSql<
  { id: string },
  { machineName: string | null; userName: string | null; replacedById: string | null }
>(`
  SELECT m.name AS machineName, u.name AS userName, (SELECT n.id FROM papers n WHERE n.replaces = p.id) AS replacedById
  FROM papers p LEFT JOIN machines m ON m.id = p.machine_id LEFT JOIN users u ON u.id = p.entered_by WHERE p.id = @id`)

/** A paper as it is shown, without how it stands today. */
export function readShownPaper(db: ReadDb, id: string) {
  const stored = readPaper(db, id)
  const row = stored && beside(db).get({ id })
  if (!stored || !row) return undefined
  return {
    ...stored,
    photos: stored.photos === NOT_A_LIST ? [] : stored.photos,
    machineName: row.machineName ?? '',
    replacedById: row.replacedById,
    endedMs: stored.endedMs === null ? null : instantOr(stored.endedMs, 0),
    enteredBy: { id: idOrNull(stored.enteredBy) ?? NOBODY, name: row.userName ?? 'system' },
    enteredMs: instantOr(stored.enteredMs, 0),
  }
}
export type ShownPaper = NonNullable<ReturnType<typeof readShownPaper>>

/** Where a paper without a last day stands among the others: after them. */
export const NO_LAST_DAY = '9999-99'

type After = { expires: string; id: string }
const standing = preparedSql<After & { limit: number }, { id: string; expires: string | null }>(`
  SELECT p.id, p.expires FROM standing_papers p JOIN machines m ON m.id = p.machine_id
  WHERE m.retired_ms IS NULL AND (coalesce(p.expires, '${NO_LAST_DAY}'), p.id) > (@expires, @id)
  ORDER BY coalesce(p.expires, '${NO_LAST_DAY}'), p.id LIMIT @limit`)

/** The papers that hold of machines in service: those that expire first come first, and those without a last day last. */
export function listStandingPapers(db: ReadDb, after: After | undefined, limit: number) {
  return standing(db).all({ expires: after?.expires ?? '', id: after?.id ?? '', limit })
}

const ofMachine = preparedSql<{ machineId: string; limit: number }, { id: string }>(`
  SELECT id FROM papers WHERE machine_id = @machineId ORDER BY entered_ms DESC, id LIMIT @limit`)

/** Every paper of a machine, the last entered first. */
export function listPapersOf(db: ReadDb, machineId: string, limit: number): string[] {
  return ofMachine(db)
    .all({ machineId, limit })
    .map(row => row.id)
}

const countOf = preparedSql<{ machineId: string }, { count: number }>(
  'SELECT count(*) AS count FROM papers WHERE machine_id = @machineId',
)
export function countPapersOf(db: ReadDb, machineId: string): number {
  return countOf(db).get({ machineId })?.count ?? 0
}

const expired = preparedSql<{ machineId: string; today: LocalDay }, PaperNamed>(`
  SELECT kind, title, expires FROM standing_papers WHERE machine_id = @machineId AND expires < @today
  ORDER BY expires, id LIMIT 20`)

/** The papers of a machine whose last day is over. */
export function readExpiredPapers(db: ReadDb, machineId: string, today: LocalDay): PaperNamed[] {
  return expired(db).all({ machineId, today })
}

type Told = { id: string; machineId: string; kind: PaperKind; title: string; expires: LocalDay }
const toTell = preparedSql<{ until: LocalDay }, Told & { machineName: string }>(`
  SELECT p.id, p.machine_id AS machineId, p.kind, p.title, p.expires, m.name AS machineName
  FROM standing_papers p JOIN machines m ON m.id = p.machine_id
  WHERE m.retired_ms IS NULL AND p.expires <= @until ORDER BY p.expires, p.id`)

/** The papers of machines in service that expire by a day, or have. */
export function readPapersToTell(db: ReadDb, until: LocalDay) {
  return toTell(db).all({ until })
}
