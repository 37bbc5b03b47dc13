import { inOrder, sacksOfBatch } from '#booking/batches/state'
import { ALL_TIME } from '#booking/time/interval'
import type { CallArgs } from '#calls/contract'
import { MOST_OF_A_BATCH } from '#calls/limits'
import {
  listBatches,
  listReadings,
  listShares,
  listWeighings,
  readNamedBatch,
  sharesOfMember,
} from '#db/read/batches'
import { NOBODY } from '#db/read/bookings'
import { listMachines } from '#db/read/machines'
import { reading } from '#db/transaction'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import type { Look } from '../law/record.ts'
import { dayIn } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'
import { shownBatch, shownShare } from './record.ts'

const ROWS_AT_A_TIME = 200
const MOST_IN_A_BATCH = 1000

function look(office: Office): Look {
  const { db } = office.file
  return { db, nowMs: office.clock.nowMs(), settings: settingsNow(db) }
}

/** A page of batches. Their state is computed, so a list of one state goes on until enough are found. */
export function batchPage(office: Office, args: CallArgs['batches']['list']) {
  const {
    fromMs = ALL_TIME.startMs,
    toMs = ALL_TIME.endMs,
    state,
    newestFirst = false,
    limit = PAGE_SIZE,
  } = args
  const [startMs, id] = readCursor(args.cursor) ?? []
  let after = startMs === undefined ? undefined : { startMs: Number(startMs), id: String(id) }
  return reading(office.file.db, () => {
    const now = look(office)
    const rows = []
    const atATime = state === undefined ? limit + 1 : ROWS_AT_A_TIME
    const { machineId, typeId } = args
    for (;;) {
      const range = { fromMs, toMs, machineId, typeId, newestFirst, after, limit: atATime }
      const some = listBatches(now.db, range)
      const shown = some.map(row => shownBatch(row, now))
      rows.push(...(state === undefined ? shown : shown.filter(row => row.state === state)))
      const last = some.at(-1)
      if (!last || some.length < atATime || rows.length > limit) break
      after = { startMs: last.startMs, id: last.id }
    }
    const { page, nextCursor } = pageOf(rows, limit, last => ({ startMs: last.startMs, id: last.id }))
    return { batches: page, nextCursor }
  })
}

/** One batch with its shares in the order of the settings; null if there is none. */
export function oneBatch(office: Office, batchId: string) {
  return reading(office.file.db, () => {
    const now = look(office)
    const { db, nowMs, settings } = now
    const named = readNamedBatch(db, batchId)
    if (!named) return null
    const shares = listShares(db, batchId, 'active', MOST_IN_A_BATCH).map(row => shownShare(row, nowMs))
    return {
      batch: shownBatch(named, now),
      shares: inOrder(shares, settings.batches.order),
      cancelled: listShares(db, batchId, 'cancelled', MOST_OF_A_BATCH).map(row => shownShare(row, nowMs)),
      readings: listReadings(db, batchId, MOST_OF_A_BATCH).map(
        ({ permille, enteredBy, userName, note, enteredMs }) => ({
          moisture: permille / 10,
          note,
          enteredBy: { id: enteredBy ?? NOBODY, name: userName ?? 'system' },
          enteredMs,
        }),
      ),
    }
  })
}

export function weighingsOf(office: Office, shareId: string) {
  return listWeighings(office.file.db, shareId).map(({ grams, userName, ...row }) => ({
    ...row,
    kg: grams / 1000,
    userName: userName ?? 'system',
  }))
}

export function memberShares(office: Office, memberId: string) {
  const nowMs = office.clock.nowMs()
  return sharesOfMember(office.file.db, memberId, MOST_OF_A_BATCH).map(row => shownShare(row, nowMs))
}

/** The machines in service that are filled with sacks. */
export function batchMachines(office: Office) {
  const { db, nowMs, settings } = look(office)
  return listMachines(db, settings, nowMs, dayIn(settings, nowMs)).flatMap(machine => {
    const capacity = sacksOfBatch(machine)
    if (capacity === null || machine.status === 'out-of-service') return []
    const { id, name, typeId, type, bookingMode, daySacks } = machine
    return [{ id, name, typeId, type, bookingMode, capacity, dayCapacity: daySacks }]
  })
}
