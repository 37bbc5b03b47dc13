import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '#booking/time/day'
import { writing } from '#db/transaction'
import { insertCharge, insertPayment } from '#db/write/payments'
import { balanceOf } from '#office/payments/questions'
import { calendar, closeBenchOffice, NOW_MS, openBenchOffice } from './bench-office.ts'
import { fill, memberId } from './fill.ts'
import { alternate, median } from './measure.ts'
import { atMost, type Figure } from './table.ts'

const BOOKINGS = 500
const DUE = 50_000
const PRICE = 120_000

/** Row 4: what a member owes who has something to pay for each of 500 bookings, and paid for each of them twice before. */
export async function memberBalance(folder: string, rounds: number): Promise<Figure[]> {
  const path = join(folder, 'balance.db')
  const office = openBenchOffice(path)
  const { sqlite, db } = office.file
  fill(
    office,
    ({ addMachine, addBooking }) => {
      addMachine(0, { type: 0, byDays: true })
      for (let n = 0; n < BOOKINGS; n++) {
        const day = addDays(calendar.dayOf(NOW_MS), n + 1)
        addBooking(0, { period: { kind: 'days', from: day, to: day } })
      }
    },
    { members: 1 },
  )
  const ids = sqlite.prepare<[], string>('SELECT id FROM bookings').pluck().all()
  writing(office.file, tx => {
    for (const bookingId of ids) {
      const costs = { dueCentavos: DUE, priceCentavos: PRICE, depositCentavos: DUE, how: null }
      const at = { sinceMs: NOW_MS, enteredBy: null, enteredMs: NOW_MS }
      insertCharge(tx, { id: bookingId, bookingId, nth: 1, stage: 'promised', ...costs, ...at })
      for (const part of [1, 2]) {
        const lines = JSON.stringify([{ bookingId, centavos: part }])
        const paid = {
          kind: 'payment' as const,
          memberId: memberId(0),
          centavos: part,
          lines,
          how: 'cash' as const,
        }
        insertPayment(tx, { id: `${bookingId} ${part}`, ...paid, atMs: NOW_MS, enteredMs: NOW_MS })
      }
    }
  })
  const owed = () => balanceOf(db, memberId(0))
  const { owedCentavos, bookings } = owed()
  if (owedCentavos !== BOOKINGS * (DUE - 3) || bookings.length !== BOOKINGS)
    throw new Error(`the balance of the bench is ${owedCentavos}, for ${bookings.length} bookings`)
  const { balance } = await alternate({ balance: { run: owed } }, { rounds, each: 5 })
  await closeBenchOffice(office)
  rmSync(path, { force: true })
  return [
    atMost(2, {
      row: 4,
      name: `a member’s balance with ${BOOKINGS} bookings`,
      figure: median(balance),
      unit: 'ms',
    }),
  ]
}
