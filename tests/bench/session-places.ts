import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { listSessions } from '#db/read/sessions'
import { writing } from '#db/transaction'
import { insertEnrolment, insertSession } from '#db/write/sessions'
import { shownSession } from '#office/sessions/record'
import { closeBenchOffice, MANAGER, NOW_MS, openBenchOffice } from './bench-office.ts'
import { alternate, median } from './measure.ts'
import { atMost, type Figure } from './table.ts'

const SESSIONS = 1000
const PLACES = 20

/** Row 4: the places of a thousand sessions, each with twenty people, counted and shown. */
export async function sessionPlaces(folder: string, rounds: number): Promise<Figure[]> {
  const path = join(folder, 'sessions.db')
  const office = openBenchOffice(path)
  writing(office.file, tx => {
    for (let n = 0; n < SESSIONS; n++) {
      const startMs = NOW_MS + n * DAY_MS
      const id = `session-${n}`
      const times = { startMs, endMs: startMs + 4 * HOUR_MS, addedMs: NOW_MS }
      const session = {
        title: `Session ${n}`,
        organizerId: MANAGER.id,
        capacity: PLACES,
        openTo: 'anybody' as const,
      }
      insertSession(tx, { id, ...session, ...times })
      for (let place = 0; place < PLACES; place++) {
        const who = { guest: `Guest ${place}`, status: 'active' as const, turn: place, enrolledMs: NOW_MS }
        insertEnrolment(tx, { id: `${id}-${place}`, sessionId: id, ...who })
      }
    }
  })
  const all = () =>
    listSessions(office.file.db, {
      fromMs: 0,
      toMs: Number.MAX_SAFE_INTEGER,
      organizerId: null,
      newestFirst: false,
      after: undefined,
      limit: SESSIONS,
    }).map(row => shownSession(row, NOW_MS))
  if (all().some(session => session.placesLeft !== 0)) throw new Error('a session of the bench is not full')
  const { places } = await alternate({ places: { run: all } }, { rounds, each: 1 })
  await closeBenchOffice(office)
  rmSync(path, { force: true })
  return [
    atMost(10, {
      row: 4,
      name: `places of ${SESSIONS.toLocaleString('en')} sessions with ${PLACES} people each`,
      figure: median(places),
      unit: 'ms',
    }),
  ]
}
