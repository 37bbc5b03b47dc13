import { decideBooklet, decideReceipt } from '#booking/money/receipts'
import type { ReadDb } from '#db/file'
import { readNumbers, readOverlappingBooklet, readReceipt, type StoredBooklet } from '#db/read/payments'
import { insertBooklet, insertReceipt, updateBooklet } from '#db/write/payments'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command, commandOn } from '../law/command.ts'
import { bookletRecord } from './record.ts'

export const add = command(
  'booklets.add',
  (context, { commandId: id, first, last, prefix = '', desk = '' }) => {
    const { tx } = context
    const numbers = { prefix, first, last }
    const decision = decideBooklet(numbers, readOverlappingBooklet(tx, { ...numbers, exceptId: id }), null)
    if (!decision.ok) return decision
    return addRecord(context, bookletRecord, id, () => insertBooklet(tx, { id, prefix, first, last, desk }))
  },
)

export const change = commandOn('booklets.change', bookletRecord, (context, stored, args) => {
  const { tx } = context
  const { first, last, prefix = stored.prefix, desk, closed } = args
  const numbers = { prefix, first, last }
  const other = readOverlappingBooklet(tx, { ...numbers, exceptId: stored.id })
  const decision = decideBooklet(numbers, other, usedOf(tx, stored))
  if (!decision.ok) return decision
  return changeRecord(context, bookletRecord, stored.id, () =>
    updateBooklet(tx, stored.id, { prefix, first, last, desk, closed }),
  )
})

/** A spoiled number is kept as cancelled: it is never given, and no gap. */
export const cancelNumber = commandOn('booklets.cancelNumber', bookletRecord, (context, stored, args) => {
  const { tx, actor, nowMs } = context
  const { number, reason } = args
  const used = readReceipt(tx, stored.id, number) !== undefined
  const decision = decideReceipt({ ...stored, closed: false }, number, used)
  if (!decision.ok) return decision
  const said = { cancelledNumber: String(number), reason }
  const row = { bookletId: stored.id, number, reason, enteredBy: actor.id, enteredMs: nowMs }
  return changeRecord(
    context,
    bookletRecord,
    stored.id,
    () => {
      insertReceipt(tx, row)
      updateBooklet(tx, stored.id, {})
    },
    said,
  )
})

function usedOf(db: ReadDb, stored: StoredBooklet) {
  const { lowest, highest } = readNumbers(db, stored)
  return lowest === null || highest === null ? null : { prefix: stored.prefix, lowest, highest }
}
