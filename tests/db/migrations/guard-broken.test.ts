import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, readMigrations } from '#db/opening/migrate'
import { migrationsFolder } from '#db/opening/open-database'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  booking,
  charge,
  DAY,
  FIRST_DAY,
  HOUR,
  hold,
  insertRow,
  lateFee,
  payment,
  plantMachines,
  refusalOf,
  repair,
  updateRow,
} from '#tests/support/raw-rows'

// The guard, broken in one place at a time. Each broken guard accepts one statement that the intact guard refuses, and
// the oracle, which the other guard tests run after every statement, reports it.

type Break = {
  what: string
  /** What is replaced in the guard's text, wherever it occurs. */
  from: RegExp
  to: string | ((text: string) => string)
  /** Statements that both the intact and the broken guard accept. */
  given?: (sqlite: Database.Database) => void
  /** The statement that only the broken guard accepts. */
  attempt: (sqlite: Database.Database) => unknown
  refusal: string
}

const END = FIRST_DAY + DAY
const put = (sqlite: Database.Database, id: string, change = {}) =>
  insertRow(sqlite, 'bookings', booking(id, change))
const twoAtOnce = (sqlite: Database.Database) =>
  updateRow(sqlite, 'machines', { id: 'harvester' }, { capacity: 2 })

const BREAKS: Break[] = [
  {
    what: 'a hold whose buffer after may be changed',
    from: /\s*OR NEW\.buffer_before_ms IS NOT OLD\.buffer_before_ms OR NEW\.buffer_after_ms IS NOT OLD\.buffer_after_ms(?=\s+BEGIN\s+SELECT RAISE\(ABORT, 'FIXED'\))/,
    to: '',
    given: sqlite => insertRow(sqlite, 'holds', hold('form')),
    attempt: sqlite => updateRow(sqlite, 'holds', { form_id: 'form' }, { buffer_after_ms: DAY }),
    refusal: 'FIXED',
  },
  {
    what: 'a capacity that is looked at again a millisecond less far back',
    from: /o\.start_ms > p\.start_ms - c\.longest_ms/,
    to: 'o.start_ms > p.start_ms - c.longest_ms + 1',
    given(sqlite) {
      twoAtOnce(sqlite)
      put(sqlite, 'a whole day')
      put(sqlite, 'its last millisecond', { start_ms: END - 1, end_ms: END + DAY })
    },
    attempt: sqlite => updateRow(sqlite, 'machines', { id: 'harvester' }, { capacity: 1 }),
    refusal: 'OVERBOOKED',
  },
  {
    what: 'a new booking that looks a millisecond less far back',
    from: /o\.start_ms > p\.at_ms - c\.longest_ms/,
    to: 'o.start_ms > p.at_ms - c.longest_ms + 1',
    given: sqlite => put(sqlite, 'a whole day'),
    attempt: sqlite => put(sqlite, 'its last millisecond', { start_ms: END - 1, end_ms: END + DAY }),
    refusal: 'OVERBOOKED',
  },
  {
    what: 'a new booking that does not look at what begins inside it',
    from: /AND o\.start_ms > NEW\.start_ms AND o\.start_ms < NEW\.end_ms/,
    to: 'AND 0',
    given: sqlite => put(sqlite, 'inside', { start_ms: FIRST_DAY + 1, end_ms: END - 1 }),
    attempt: sqlite => put(sqlite, 'around'),
    refusal: 'OVERBOOKED',
  },
  {
    what: 'a machine that is out and takes no time',
    from: /status IN \('approved', 'in-use'\)/,
    to: "status IN ('approved')",
    given: sqlite => put(sqlite, 'out', { status: 'in-use' }),
    attempt: sqlite => put(sqlite, 'promised again'),
    refusal: 'OVERBOOKED',
  },
  {
    what: 'a buffer after that takes no time',
    from: /end_ms \+ buffer_after_ms/g,
    to: 'end_ms',
    given: sqlite => put(sqlite, 'with its buffer', { buffer_after_ms: DAY }),
    attempt: sqlite => put(sqlite, 'in the buffer', { start_ms: END, end_ms: END + 1 }),
    refusal: 'OVERBOOKED',
  },
  {
    what: 'a repair that takes one unit only',
    from: /start_ms, end_ms, 1, 1\s+FROM maintenance/,
    to: 'start_ms, end_ms, 1, 0 FROM maintenance',
    given: sqlite => insertRow(sqlite, 'maintenance', repair('belt', { machine_id: 'mill' })),
    attempt: sqlite => put(sqlite, 'nine sacks', { machine_id: 'mill', units: 9 }),
    refusal: 'OVERBOOKED',
  },
  {
    what: 'a gap that a cancelled promise leaves and that nobody fills',
    from: /WHEN OLD\.seg = 0 AND EXISTS/,
    to: 'WHEN 0 AND EXISTS',
    given(sqlite) {
      late(sqlite)
      updateRow(sqlite, 'bookings', { id: 'promised' }, { status: 'cancelled' })
    },
    attempt: sqlite => put(sqlite, 'in the gap', { start_ms: END + HOUR, end_ms: END + HOUR + 1 }),
    refusal: 'OVERBOOKED',
  },
  {
    what: 'a late machine whose last gap is not filled',
    from: /e\.next_ms <= b\.until_ms/,
    to: 'e.next_ms < b.until_ms',
    given: late,
    attempt: sqlite => put(sqlite, 'in the gap', { start_ms: END + 3 * HOUR, end_ms: END + 4 * HOUR }),
    refusal: 'OVERBOOKED',
  },
  {
    what: 'segments that anybody may delete',
    from: /CREATE TRIGGER open_segments_stay_until_filled_anew BEFORE DELETE ON open_segments\s+BEGIN[\s\S]+?END;/,
    to: '',
    given: late,
    attempt: sqlite => sqlite.exec('DELETE FROM open_segments'),
    refusal: 'DERIVED',
  },
  {
    what: 'a payment of a centavo more than is left',
    from: /a\.paid_centavos \+ NEW\.centavos > a\.most_centavos/,
    to: 'a.paid_centavos + NEW.centavos > a.most_centavos + 1',
    given: owed,
    attempt: sqlite => pay(sqlite, 'x', { owed: 1001 }),
    refusal: 'MORE-THAN-OWED',
  },
  {
    what: 'a refund of a centavo more than was paid',
    from: /NEW\.centavos < 0 AND a\.paid_centavos \+ NEW\.centavos < 0/,
    to: 'NEW.centavos < 0 AND a.paid_centavos + NEW.centavos < -1',
    given: paid,
    attempt(sqlite) {
      sqlite.pragma('ignore_check_constraints = ON')
      pay(sqlite, 'x', { owed: -301 }, { kind: 'refund', reason: 'rain' })
    },
    refusal: 'MORE-THAN-PAID',
  },
  {
    what: 'a payment whose lines need not add up',
    from: /\(SELECT total\(value ->> '\$\.centavos'\) FROM json_each\(NEW\.lines\)\) IS NOT CAST\(NEW\.centavos AS REAL\)/,
    to: '0',
    given: owed,
    attempt: sqlite => pay(sqlite, 'x', { owed: 300 }, { centavos: 299 }),
    refusal: 'NOT-THE-SUM',
  },
  {
    what: 'a reversal of half a payment',
    from: /AND p\.centavos = -\(l\.value ->> '\$\.centavos'\)/,
    to: '',
    given(sqlite) {
      owed(sqlite)
      put(sqlite, 'second', { machine_id: 'other' })
      insertRow(sqlite, 'charges', charge('second'))
      pay(sqlite, 'other', { second: 100 })
      pay(sqlite, 'paid', { owed: 300, second: 200 })
    },
    attempt: sqlite => pay(sqlite, 'x', { owed: -250, second: -250 }, REVERSAL),
    refusal: 'NOT-ENTIRELY',
  },
  {
    what: 'a payment that is reversed twice',
    from: /SELECT 1 FROM payments WHERE reverses = NEW\.reverses|CREATE UNIQUE INDEX payments_reversed .+/g,
    to: text => (text.startsWith('SELECT') ? 'SELECT 1 WHERE 0' : ''),
    given(sqlite) {
      paid(sqlite)
      pay(sqlite, 'again', { owed: 300 })
      pay(sqlite, 'reversal', { owed: -300 }, REVERSAL)
    },
    attempt: sqlite => pay(sqlite, 'x', { owed: -300 }, REVERSAL),
    refusal: 'REVERSED-ALREADY',
  },
  {
    what: 'a booklet that begins with the last number of another',
    from: /prefix = NEW\.prefix AND first <= NEW\.last AND last >= NEW\.first(?=\);)/,
    to: 'prefix = NEW.prefix AND first <= NEW.last AND last > NEW.first',
    given(sqlite) {
      insertRow(sqlite, 'booklets', { id: 'first', first: 1, last: 9 })
      insertRow(sqlite, 'receipts', { booklet_id: 'first', number: 9, reason: 'torn', entered_ms: 1 })
    },
    attempt(sqlite) {
      insertRow(sqlite, 'booklets', { id: 'second', first: 9, last: 20 })
      insertRow(sqlite, 'receipts', { booklet_id: 'second', number: 9, reason: 'torn', entered_ms: 1 })
    },
    refusal: 'BOOKLETS-OVERLAP',
  },
  {
    what: 'a late fee that is added twice',
    from: /WHERE l\.booking_id = NEW\.booking_id AND NOT EXISTS \(SELECT 1 FROM waivers/,
    to: 'WHERE 0 AND NOT EXISTS (SELECT 1 FROM waivers',
    given(sqlite) {
      const back = { status: 'completed', handed_over_ms: FIRST_DAY, returned_ms: END + 2 * DAY }
      put(sqlite, 'back', back)
      insertRow(sqlite, 'charges', charge('back'))
      insertRow(sqlite, 'late_fees', lateFee('fee', 'back'))
    },
    attempt: sqlite => insertRow(sqlite, 'late_fees', lateFee('another', 'back')),
    refusal: 'NOT-STANDING',
  },
]

const REVERSAL = { kind: 'reversal', reason: 'wrong', reverses: 'paid' }

function pay(sqlite: Database.Database, id: string, lines: { [bookingId: string]: number }, change = {}) {
  insertRow(sqlite, 'payments', payment(id, lines, change))
}

/** A booking that costs ₱10. */
function owed(sqlite: Database.Database): void {
  put(sqlite, 'owed')
  insertRow(sqlite, 'charges', charge('owed'))
}

/** The same, of which ₱3 are paid. */
function paid(sqlite: Database.Database): void {
  owed(sqlite)
  pay(sqlite, 'paid', { owed: 300 })
}

/** A machine that is late, with a promise in the time that it is expected to take. */
function late(sqlite: Database.Database): void {
  put(sqlite, 'out', { status: 'in-use' })
  put(sqlite, 'promised', { start_ms: END + HOUR, end_ms: END + 2 * HOUR })
  shut(sqlite)
}

function shut(sqlite: Database.Database): void {
  const until = { from_ms: END, until_ms: END + 5 * HOUR, units: 1, whole: 0 }
  insertRow(sqlite, 'open_blocks', { kind: 'booking', ref_id: 'out', machine_id: 'harvester', ...until })
}

describe.each(BREAKS)('$what', ({ from, to, given, attempt, refusal }) => {
  test('is refused by the intact guard', () => {
    const sqlite = officeFile(sql => sql)
    given?.(sqlite)
    expect(refusalOf(() => attempt(sqlite))).toBe(refusal)
    expect(whatIsWrong(sqlite)).toEqual([])
  })

  test('is accepted by the guard that is broken in this way, and the oracle reports it', () => {
    const texts = readMigrations(migrationsFolder()).map(({ sql }) => sql)
    expect(
      texts.some(sql => sql.search(from) >= 0),
      'the guard has no such place any more: break it anew',
    ).toBe(true)
    const sqlite = officeFile(sql => sql.replace(from, typeof to === 'string' ? () => to : to))
    given?.(sqlite)
    expect(refusalOf(() => attempt(sqlite))).toBe('')
    expect(whatIsWrong(sqlite)).not.toEqual([])
  })
})

/** A file in memory after the migrations, whose text `changed` has edited. */
function officeFile(changed: (sql: string) => string): Database.Database {
  const sqlite = new Database(':memory:')
  const migrations = readMigrations(migrationsFolder())
  migrate(
    sqlite,
    migrations.map(migration => ({ ...migration, sql: changed(migration.sql) })),
  )
  sqlite.pragma('foreign_keys = OFF')
  plantMachines(sqlite)
  return sqlite
}
