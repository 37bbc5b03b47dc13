import { join } from 'node:path'
import { findAnything } from '#office/finding/find-anything'
import type { Office } from '#office/office'
import { closeBenchOffice, openBenchOffice } from './bench-office.ts'
import { type Adding, fill, reopened } from './fill.ts'
import { alternate, inTurn, median, quantile } from './measure.ts'
import { FILLED_AHEAD, firstDayFor, isByDays, plannedOn } from './plan.ts'
import { atMost, type Figure, reported } from './table.ts'

const MEMBERS = 5000
const BOOKINGS = 20_000
const MACHINES = 40
const FIRST = [
  'Amado',
  'Belen',
  'Benigno',
  'Dolores',
  'Ernesto',
  'Herminia',
  'Josefa',
  'Nestor',
  'Ofelia',
  'Pablo',
]
const LAST = [
  'Abad',
  'Bautista',
  'Dela Cruz',
  'Ferrer',
  'Lacson',
  'Manalo',
  'Navarro',
  'Ocampo',
  'Peña',
  'Reyes',
]
const nameOf = (at: number) =>
  `${FIRST[at % 10]} ${LAST[Math.floor(at / 10) % 10]} ${LAST[Math.floor(at / 100) % 10]}`

/** What is in the search after each key of these. The last two have a typo. */
const TYPED = [
  'reyes',
  'herminia fer',
  'machine 12',
  'ofelia machine',
  'm-1234',
  '0917 000 12',
  'hermnia',
  'bautsita',
]

/** Row 7: what the office needs to answer each key in the search. */
export async function finding(folder: string, rounds: number): Promise<Figure[]> {
  const filled = await findingOffice(folder)
  const keys = inTurn(
    TYPED.flatMap(text => Array.from(text, (_, at) => text.slice(0, at + 1)).filter(part => part.length > 1)),
  )
  const { key } = await alternate(
    { key: { run: () => findAnything(filled, { text: keys() }) } },
    { rounds, each: 12 },
  )
  await closeBenchOffice(filled)
  const row = 7
  const name = `a key in the search, ${MEMBERS.toLocaleString('en')} members and ${BOOKINGS.toLocaleString('en')} bookings`
  return [
    reported({ row, name: `${name}: median`, figure: median(key), unit: 'ms' }),
    atMost(50, { row, name: `${name}: p99`, figure: quantile(key, 0.99), unit: 'ms' }),
  ]
}

/** An office with so many members and bookings. */
export async function findingOffice(folder: string): Promise<Office> {
  const office = openBenchOffice(join(folder, 'finding.db'))
  function plan({ addMachine, addBooking }: Adding): void {
    for (let machine = 0; machine < MACHINES; machine++) {
      addMachine(machine, { type: machine % 4, byDays: isByDays(machine) })
    }
    let left = BOOKINGS
    for (let offset = firstDayFor(BOOKINGS, MACHINES); left > 0 && offset <= FILLED_AHEAD; offset++) {
      for (let machine = 0; machine < MACHINES; machine++) {
        for (const { period, status } of plannedOn(machine, offset)) {
          if (left-- > 0) addBooking(machine, { period, status })
        }
      }
    }
  }
  fill(office, plan, { members: MEMBERS, nameOf })
  return reopened(office)
}
