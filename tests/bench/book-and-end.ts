import { closeBenchOffice, openBenchOffice } from './bench-office.ts'
import { mark } from './count-syncs.ts'
import { fill } from './fill.ts'
import { book, freeRequests } from './requests.ts'

// A process of its own, whose syncs somebody counts: `book-and-end.ts FILE BOOKINGS WAITING CHECKPOINTS`,
// where CHECKPOINTS is 'none' or 'as-usual'.

const [path = '', bookings, waiting, checkpoints] = process.argv.slice(2)
const MACHINES = 20

const office = openBenchOffice(path)
if (checkpoints === 'none') office.file.sqlite.pragma('wal_autocheckpoint = 0')
fill(office, ({ addMachine }) => {
  for (let machine = 0; machine < MACHINES; machine++) addMachine(machine, { type: 0, byDays: true })
})
const next = freeRequests(MACHINES)
mark()
for (let left = Number(bookings); left > 0; left -= Number(waiting)) {
  await Promise.all(Array.from({ length: Number(waiting) }, () => book(office, next())))
}
mark()
await closeBenchOffice(office)
