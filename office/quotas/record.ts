import { QUOTA_COUNTS, QUOTA_PERIODS } from '#booking/quotas/kinds'
import { PARTS } from '#booking/quotas/quotas'
import { refuse } from '#booking/refusal'
import type { QuotaInHistory, QuotaRow } from '#calls/quotas'
import type { ReadDb } from '#db/file'
import { careful, isOneOf } from '#db/odd-values'
import { readType } from '#db/read/machines'
import { readQuota, readQuotas, type StoredQuota } from '#db/read/quotas'
import { updating } from '#db/rows'
import { quotas } from '#db/tables/quotas'
import { type RecordKind, withoutIds } from '../law/record.ts'
import { restoring } from '../law/restoring.ts'

export const updateQuota = updating(quotas)

export function shownQuota(db: ReadDb, { most, ...quota }: StoredQuota): QuotaRow {
  const typeName = quota.typeId === null ? null : (readType(db, quota.typeId)?.name ?? '')
  const read = careful()
  const counts = read.take('counts', isOneOf(QUOTA_COUNTS, quota.counts), quota.counts, 'bookings' as const)
  const per = read.take('per', isOneOf(QUOTA_PERIODS, quota.per), quota.per, 'month' as const)
  return { ...quota, counts, per, typeName, limit: most / PARTS[counts], ...read.marked() }
}

export const quotaRecord = {
  entity: 'quota',
  key: 'quota',
  table: quotas,
  stored: readQuota,
  shown({ db }, id) {
    const stored = readQuota(db, id)
    return stored && shownQuota(db, stored)
  },
  // Machines of any type have no name of their own.
  title: ({ typeName }) => typeName ?? '*',
  said(shown): QuotaInHistory {
    const { typeName: _, unreadable: _u, ...said } = withoutIds(shown)
    return said
  },
} satisfies RecordKind<'quota', StoredQuota, QuotaRow, QuotaInHistory>

type Scope = Pick<StoredQuota, 'typeId' | 'counts' | 'per' | 'fromDay' | 'toDay'>

/** The quota that holds for the same type, count and period; undefined if there is none. */
export function quotaLike(db: ReadDb, of: Scope) {
  return readQuotas(db).find(
    one =>
      one.typeId === of.typeId &&
      one.counts === of.counts &&
      one.per === of.per &&
      one.fromDay === of.fromDay &&
      one.toDay === of.toDay,
  )
}

/** One that was added is removed, and one that was removed comes back, unless another one holds instead. */
export const quotaRestoring = restoring({
  kind: quotaRecord,
  withdrawn: { removed: true },
  mayBe({ db }, _, again) {
    const other = again.removed ? undefined : quotaLike(db, again)
    return other && other.id !== again.id ? refuse({ reason: 'cannot-undo', why: 'stays' }) : { ok: true }
  },
  write: ({ tx }, id, was) => updateQuota(tx, id, was),
})
