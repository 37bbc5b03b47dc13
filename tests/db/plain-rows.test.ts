import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ENTITIES, type RecordEntity } from '#booking/entities'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import type { OfficeFile } from '#db/file'
import { putBack, writeDown } from '#db/plain-rows'
import { charges } from '#db/tables/payments'
import { writing } from '#db/transaction'
import { RECORDS } from '#office/trades'
import { openTemporary, temporaryPath } from '#tests/support/temporary-file'
import { ahead, NOW, newId, temporaryOffice } from '#tests/support/temporary-office'

const other = temporaryPath()
afterAll(() => rmSync(dirname(other), { recursive: true, force: true }))

/** Referenced tables come first. */
const ORDER: readonly RecordEntity[] = [
  'settings',
  'user',
  'machine-type',
  'machine',
  'quota',
  'rate',
  'paper',
  'member',
  'field',
  'booking',
  'booklet',
  'payment',
  'maintenance',
  'waiting',
  'session',
  'enrolment',
  'batch',
  'share',
  'holiday',
  'blackout',
]

test('every record can be read as plain data and written to another file, byte for byte', async () => {
  const araro = await temporaryOffice()
  const machineId = (await araro.machine({ implements: ['plough'], rate: { centavos: 500, per: 'day' } })).id
  const memberId = (await araro.member({ name: 'Niña Peña' })).id
  await araro.manager.quotas.set({ commandId: newId(), counts: 'bookings', limit: 9, per: 'month' })
  const rate = { per: 'day' as const, centavos: 700, validFrom: ahead(1).from }
  await araro.manager.rates.set({ commandId: newId(), machineId, ...rate })
  const field = { memberId, name: 'By the river', barangay: 'Norte', sitio: '', hectares: 1.5 }
  const fieldId = newId()
  await araro.clerk.fields.add({ commandId: fieldId, ...field, plantedOn: '2026-11-20' })
  const paid = await araro.approved({
    machineId,
    memberId,
    fieldId,
    period: ahead(3, 2),
    purpose: 'Ploughing',
  })
  const wanted = { memberId, machineId, fromDay: ahead(3).from, toDay: ahead(4).from, length: { days: 2 } }
  await araro.clerk.waiting.add({ commandId: newId(), ...wanted })
  const bookletId = newId()
  await araro.manager.booklets.add({ commandId: bookletId, prefix: 'A-', first: 1, last: 50, desk: 'Front' })
  const lines = [{ bookingId: paid.id, centavos: 250 }]
  const receipt = { bookletId, number: 1 }
  await araro.clerk.payments.take({ commandId: newId(), memberId, lines, how: 'cash', receipt })
  const sessionId = newId()
  const times = { startMs: NOW + 40 * DAY_MS, endMs: NOW + 41 * DAY_MS }
  const training = { title: 'Harvester training', ...times, capacity: 20, open: 'members' as const }
  await araro.manager.sessions.add({ commandId: sessionId, ...training })
  await araro.clerk.sessions.enrol({ commandId: newId(), sessionId, memberId })
  const dryer = await araro.machine({ type: 'Dryer', bookingMode: 'time', capacity: 60, unitName: 'sack' })
  const run = { kind: 'time' as const, startMs: NOW + 3 * DAY_MS, endMs: NOW + 3 * DAY_MS + HOUR_MS }
  const batchId = newId()
  await araro.clerk.batches.open({ commandId: batchId, machineId: dryer.id, period: run })
  await araro.clerk.batches.add({ commandId: newId(), batchId, memberId, sacks: 20 })
  const when = { machineId, period: ahead(9), kind: 'preventive' as const }
  await araro.manager.maintenance.schedule({ commandId: newId(), ...when, note: 'oil\nand belts' })
  const insured = { machineId, kind: 'insurance' as const, number: 'P-1', expires: ahead(40).from }
  await araro.manager.papers.add({ commandId: newId(), ...insured })
  await araro.manager.holidays.add({ commandId: newId(), day: ahead(40).from, name: 'Fiesta' })
  const stop = { machineId, period: ahead(40, 2), reason: 'Fiesta' }
  await araro.manager.blackouts.add({ commandId: newId(), ...stop })
  expect([...ORDER].sort()).toEqual(ENTITIES.filter(one => one !== 'hold' && one !== 'notice').sort())
  expect([...ORDER].sort()).toEqual([...RECORDS.keys()].sort())

  const copy = openTemporary(other)
  for (const entity of ORDER) {
    const { table, only } = kindOf(entity)
    // A payment is for what a booking costs, which is no record but belongs to it.
    if (entity === 'payment') copyCharges(araro, copy)
    const ids = only ? [only.rowId] : idsOf(araro.file.sqlite, entity)
    expect(ids.length, entity).toBeGreaterThan(0)
    for (const id of ids) {
      const row = writeDown(araro.file.db, table, id)
      expect(JSON.parse(JSON.stringify(row)), entity).toEqual(row)
      // The second time it already exists, and stays unchanged.
      for (const _ of [1, 2]) writing(copy, tx => putBack(tx, table, row!))
      expect(writeDown(copy.db, table, id)).toEqual(row)
    }
  }
  const occupied = 'SELECT * FROM occupancy ORDER BY start_ms'
  expect(copy.sqlite.prepare(occupied).all()).toEqual(araro.file.sqlite.prepare(occupied).all())
})

test('a row that is put back replaces the one with its id, and the guard checks it like any other write', async () => {
  const araro = await temporaryOffice()
  const machineId = (await araro.machine()).id
  const memberId = (await araro.member()).id
  const first = await araro.approved({ machineId, memberId, period: ahead(3) })
  const second = await araro.approved({ machineId, memberId, period: ahead(5) })
  const { table } = kindOf('booking')
  const row = writeDown(araro.file.db, table, first.id)!
  const taken = writeDown(araro.file.db, table, second.id)!
  writing(araro.file, tx => putBack(tx, table, { ...row, purpose: 'Harrowing', version: 9 }))
  expect(writeDown(araro.file.db, table, first.id)).toEqual({ ...row, purpose: 'Harrowing', version: 9 })
  const overTheOther = {
    ...row,
    start_ms: taken.start_ms!,
    end_ms: taken.end_ms!,
    from_day: taken.from_day!,
    to_day: taken.to_day!,
  }
  expect(() => writing(araro.file, tx => putBack(tx, table, overTheOther))).toThrow('OVERBOOKED')
  expect(writeDown(araro.file.db, table, newId())).toBeUndefined()
})

function idsOf(
  sqlite: { prepare(sql: string): { pluck(): { all(): unknown[] } } },
  entity: string,
): string[] {
  const sql = 'SELECT DISTINCT entity_id FROM history WHERE entity = '
  return sqlite.prepare(`${sql}'${entity}'`).pluck().all() as string[]
}

function copyCharges(from: { file: OfficeFile }, copy: OfficeFile): void {
  const ids = from.file.sqlite
    .prepare('SELECT id FROM charges ORDER BY booking_id, nth')
    .pluck()
    .all() as string[]
  expect(ids).not.toEqual([])
  for (const id of ids) writing(copy, tx => putBack(tx, charges, writeDown(from.file.db, charges, id)!))
}

function kindOf(entity: RecordEntity) {
  const kind = RECORDS.get(entity)
  if (!kind) throw new Error(`no command changes a ${entity}`)
  return kind
}
