import type Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { foreignConnection, foreignProgram } from '#tests/support/foreign-program'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  booking,
  CONFLICTS,
  DAY,
  FIRST_DAY,
  hold,
  insertRow,
  refusalOf,
  updateRow,
} from '#tests/support/raw-rows'

// The waiting list and its offers, from another program's connection: trigger by trigger, with the trigger and without.

type Change = Parameters<typeof insertRow>[2]

function entry(sqlite: Database.Database, id: string, change: Change = {}, conflict = ''): void {
  const row = { id, member_id: 'ana', machine_id: 'harvester', from_day: '2026-12-01', to_day: '2026-12-02' }
  const rest = { length_days: 1, units: 1, turn: 1, requested_ms: 1 }
  insertRow(sqlite, 'waiting', { ...row, ...rest, ...change }, conflict)
}
function offer(sqlite: Database.Database, id: string, change: Change = {}, conflict = ''): void {
  const row = {
    id,
    waiting_id: 'wish',
    machine_id: 'harvester',
    start_ms: FIRST_DAY,
    end_ms: FIRST_DAY + DAY,
  }
  const rest = {
    units: 1,
    buffer_before_ms: 0,
    buffer_after_ms: 0,
    made_ms: 1,
    left_ms: 1,
    until_ms: FIRST_DAY,
  }
  insertRow(sqlite, 'offers', { ...row, ...rest, ...change }, conflict)
}
function wishWithOffer(sqlite: Database.Database): void {
  entry(sqlite, 'wish')
  offer(sqlite, 'offer')
}
const setEntry = (sqlite: Database.Database, change: Change) =>
  updateRow(sqlite, 'waiting', { id: 'wish' }, change)
const setOffer = (sqlite: Database.Database, change: Change, conflict = '') =>
  updateRow(sqlite, 'offers', { id: 'offer' }, change, conflict)

type Attack = {
  trigger: string
  what: string
  given: (sqlite: Database.Database) => void
  attempt: (sqlite: Database.Database) => unknown
  refusal: string
}

const ATTACKS: Attack[] = [
  {
    trigger: 'waiting_is_new',
    what: 'the entry of somebody else is taken over',
    given: sqlite => entry(sqlite, 'wish'),
    attempt: sqlite => entry(sqlite, 'wish', { machine_id: 'other' }, 'OR REPLACE'),
    refusal: 'KNOWN-ID',
  },
  {
    trigger: 'waiting_is_new',
    what: 'a member waits twice for the same',
    given: sqlite => entry(sqlite, 'wish'),
    attempt: sqlite => entry(sqlite, 'the same wish'),
    refusal: 'KNOWN-ID',
  },
  {
    trigger: 'waiting_keeps_what_is_wanted',
    what: 'somebody wants other days afterwards',
    given: sqlite => entry(sqlite, 'wish'),
    attempt: sqlite => setEntry(sqlite, { to_day: '2026-12-24' }),
    refusal: 'FIXED',
  },
  {
    trigger: 'waiting_keeps_what_is_wanted',
    what: 'somebody who left the list waits again',
    given(sqlite) {
      entry(sqlite, 'wish')
      setEntry(sqlite, { status: 'withdrawn' })
    },
    attempt: sqlite => setEntry(sqlite, { status: 'waiting' }),
    refusal: 'MOVE-NOT-ALLOWED',
  },
  {
    trigger: 'waiting_keeps_what_is_wanted',
    what: 'somebody leaves the list while a machine is held for them',
    given: wishWithOffer,
    attempt: sqlite => setEntry(sqlite, { status: 'over' }),
    refusal: 'MOVE-NOT-ALLOWED',
  },
  {
    trigger: 'waiting_is_kept',
    what: 'an entry is deleted',
    given: sqlite => entry(sqlite, 'wish'),
    attempt: sqlite => sqlite.exec('DELETE FROM waiting'),
    refusal: 'KEPT',
  },
  {
    trigger: 'offers_are_for_somebody_who_waits',
    what: 'an offer is taken over',
    given: wishWithOffer,
    attempt(sqlite) {
      setOffer(sqlite, { status: 'lapsed' })
      offer(sqlite, 'offer', { machine_id: 'other', status: 'taken' }, 'OR REPLACE')
    },
    refusal: 'KNOWN-ID',
  },
  {
    trigger: 'offers_are_for_somebody_who_waits',
    what: 'two machines are held for one wish',
    given(sqlite) {
      entry(sqlite, 'wish', { machine_id: null, type_id: 'any' })
      offer(sqlite, 'offer')
    },
    attempt: sqlite => offer(sqlite, 'second', { machine_id: 'other' }),
    refusal: 'KNOWN-ID',
  },
  {
    trigger: 'offers_are_for_somebody_who_waits',
    what: 'a machine is held that nobody wants',
    given: sqlite => entry(sqlite, 'wish'),
    attempt: sqlite => offer(sqlite, 'offer', { machine_id: 'other' }),
    refusal: 'NOT-ITS-SOURCE',
  },
  {
    trigger: 'offers_are_for_somebody_who_waits',
    what: 'a machine is held for somebody who waits no more',
    given(sqlite) {
      entry(sqlite, 'wish')
      setEntry(sqlite, { status: 'withdrawn' })
    },
    attempt: sqlite => offer(sqlite, 'offer'),
    refusal: 'NOT-ITS-SOURCE',
  },
  {
    trigger: 'offers_keep_what_they_offer',
    what: 'an offer holds more time than was offered',
    given: wishWithOffer,
    attempt: sqlite => setOffer(sqlite, { end_ms: FIRST_DAY + 9 * DAY }),
    refusal: 'FIXED',
  },
  {
    trigger: 'offers_keep_what_they_offer',
    what: 'an offer that lapsed is taken all the same',
    given(sqlite) {
      wishWithOffer(sqlite)
      setOffer(sqlite, { status: 'lapsed' })
    },
    attempt: sqlite => setOffer(sqlite, { status: 'taken' }),
    refusal: 'MOVE-NOT-ALLOWED',
  },
  {
    trigger: 'offers_are_kept',
    what: 'an offer that is over is deleted',
    given(sqlite) {
      wishWithOffer(sqlite)
      setOffer(sqlite, { status: 'declined' })
    },
    attempt: sqlite => sqlite.exec('DELETE FROM offers'),
    refusal: 'KEPT',
  },
  {
    trigger: 'offers_occupy',
    what: 'the time that is held for somebody is promised to another one',
    given: wishWithOffer,
    attempt: sqlite => insertRow(sqlite, 'bookings', booking('second promise')),
    refusal: 'OVERBOOKED',
  },
  {
    trigger: 'holds_are_no_offers',
    what: 'a form calls the hold of an offer its own',
    given(sqlite) {
      wishWithOffer(sqlite)
      // Its own is over, so that nothing else of the file is in the way.
      setOffer(sqlite, { status: 'lapsed' })
    },
    attempt: sqlite => insertRow(sqlite, 'holds', hold('offer')),
    refusal: 'KNOWN-ID',
  },
]

describe('with its trigger, a file refuses what it accepts without', () => {
  test.each(ATTACKS)('$trigger: $what', ({ trigger, given, attempt, refusal }) => {
    const intact = foreignConnection()
    given(intact)
    expect(refusalOf(() => attempt(intact))).toBe(refusal)
    expect(whatIsWrong(intact)).toEqual([])
    const broken = foreignConnection()
    broken.exec(`DROP TRIGGER ${trigger}`)
    given(broken)
    expect(refusalOf(() => attempt(broken))).toBe('')
  })

  test('offers_free: what is over frees its time', () => {
    for (const trigger of ['offers_free', null]) {
      const sqlite = foreignConnection()
      if (trigger) sqlite.exec(`DROP TRIGGER ${trigger}`)
      wishWithOffer(sqlite)
      setOffer(sqlite, { status: 'declined' })
      const promise = () => insertRow(sqlite, 'bookings', booking('another'))
      expect(refusalOf(promise)).toBe(trigger ? 'OVERBOOKED' : '')
    }
  })

  test('every trigger of the waiting list is among them', () => {
    const named = foreignConnection()
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND (tbl_name IN ('waiting', 'offers') OR name = 'holds_are_no_offers')",
      )
      .pluck()
      .all()
    expect(named.sort()).toEqual([...new Set([...ATTACKS.map(one => one.trigger), 'offers_free'])].sort())
  })
})

describe('an offer', () => {
  const foreign = foreignProgram()

  test.each(CONFLICTS)(
    'keeps its time against a booking, a hold and a change of the machine (%s)',
    conflict => {
      wishWithOffer(foreign.raw)
      expect(refusalOf(() => foreign.put('second', {}, conflict))).toBe('OVERBOOKED')
      expect(refusalOf(() => insertRow(foreign.raw, 'holds', hold('form'), conflict))).toBe('OVERBOOKED')
      const retire = () =>
        updateRow(foreign.raw, 'machines', { id: 'harvester' }, { retired_ms: 1 }, conflict)
      expect(refusalOf(retire)).toBe('STILL-PROMISED')
      expect(refusalOf(() => setOffer(foreign.raw, { units: 2 }, conflict))).toBe('FIXED')
    },
  )

  test('is not made where there is no room', () => {
    foreign.put('first')
    entry(foreign.raw, 'wish')
    for (const conflict of CONFLICTS)
      expect(refusalOf(() => offer(foreign.raw, 'offer', {}, conflict))).toBe('OVERBOOKED')
  })
})
