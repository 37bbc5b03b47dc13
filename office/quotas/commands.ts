import { PARTS } from '#booking/quotas/quotas'
import { refuse } from '#booking/refusal'
import { readType } from '#db/read/machines'
import { inserting } from '#db/rows'
import { quotas } from '#db/tables/quotas'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command, commandOn } from '../law/command.ts'
import { quotaLike, quotaRecord, updateQuota } from './record.ts'

const insert = inserting(quotas)

/** Changes the quota of the same type, count and period, or adds one. */
export const set = command('quotas.set', (context, args) => {
  const { tx, commandId: id } = context
  const { typeId = null, counts, per, fromDay = null, toDay = null, limit } = args
  if (typeId !== null && !readType(tx, typeId))
    return refuse({ reason: 'not-found', what: 'machine-type', id: typeId })
  const scope = { typeId, counts, per, fromDay, toDay }
  const most = Math.round(limit * PARTS[counts])
  const known = quotaLike(tx, scope)
  if (known) return changeRecord(context, quotaRecord, known.id, () => updateQuota(tx, known.id, { most }))
  return addRecord(context, quotaRecord, id, () => insert(tx, { id, ...scope, most }))
})

export const remove = commandOn('quotas.remove', quotaRecord, (context, { id }) =>
  changeRecord(context, quotaRecord, id, () => updateQuota(context.tx, id, { removed: true })),
)
