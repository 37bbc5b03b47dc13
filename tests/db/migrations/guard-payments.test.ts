import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { migrate, readMigrations } from '#db/opening/migrate'
import { migrationsFolder } from '#db/opening/open-database'
import { foreignProgram } from '#tests/support/foreign-program'
import { whatIsWrongWithMoney } from '#tests/support/money-oracle'
import {
  booking,
  CONFLICTS,
  charge,
  DAY,
  FIRST_DAY,
  insertRow,
  lateFee,
  payment,
  plantMachines,
  refusalOf,
  updateRow,
} from '#tests/support/raw-rows'

// Payments, receipts, late fees and accounts as another program would write them, in every form of SQL. After each test the
// oracle adds up all money again.

const foreign = foreignProgram()
const FACTS = ['charges', 'late_fees', 'waivers', 'payments', 'payment_lines', 'receipts', 'payment_prints']

type Row = Parameters<typeof insertRow>[2]

/**
 * Two promised bookings and one that is back, each for ₱10, and a booklet with the numbers 1 to 9. Of `promised`, ₱3 are
 * paid with receipt 1.
 */
function plantMoney(sqlite: Database.Database): void {
  const back = { handed_over_ms: FIRST_DAY + 4 * DAY, returned_ms: FIRST_DAY + 8 * DAY }
  const days = { start_ms: FIRST_DAY + 4 * DAY, end_ms: FIRST_DAY + 5 * DAY }
  insertRow(sqlite, 'members', { id: 'ben', number: '2', name: 'Ben', search_key: 'ben 2' })
  insertRow(sqlite, 'bookings', booking('promised'))
  insertRow(sqlite, 'bookings', booking('second', { machine_id: 'other' }))
  insertRow(sqlite, 'bookings', booking('back', { status: 'completed', ...days, ...back }))
  for (const id of ['promised', 'second']) insertRow(sqlite, 'charges', charge(id))
  insertRow(sqlite, 'charges', charge('back', 1, { stage: 'done', due_centavos: 1000 }))
  insertRow(sqlite, 'booklets', { id: 'booklet', prefix: 'A-', first: 1, last: 9 })
  const receipt = { booklet_id: 'booklet', receipt_number: 1 }
  insertRow(sqlite, 'payments', payment('paid', { promised: 300 }, receipt))
  insertRow(sqlite, 'late_fees', lateFee('fee', 'back'))
  insertRow(sqlite, 'payment_prints', { payment_id: 'paid', nth: 1, entered_ms: 1 })
}

const ACCOUNT = 'SELECT due_centavos, most_centavos, paid_centavos FROM accounts WHERE booking_id = ?'
const accountOf = (id: string) => foreign.raw.prepare(ACCOUNT).raw().get(id)
beforeEach(() => plantMoney(foreign.raw))

describe.each(CONFLICTS)('INSERT/UPDATE %s', conflict => {
  const put = (table: string, row: Row) => refusalOf(() => insertRow(foreign.raw, table, row, conflict))
  const pay = (id: string, lines: { [bookingId: string]: number }, change: Row = {}) =>
    put('payments', payment(id, lines, change))

  test('no more is paid than is left, in one payment, in parts, or for one of several bookings', () => {
    expect(pay('too much', { promised: 701 })).toBe('MORE-THAN-OWED')
    expect(pay('of two', { second: 10, promised: 701 })).toBe('MORE-THAN-OWED')
    expect(accountOf('second')).toEqual([400, 1000, 0])
    expect(pay('part', { second: 10, promised: 699 })).toBe('')
    expect(pay('more', { promised: 2 })).toBe('MORE-THAN-OWED')
    expect(pay('rest', { promised: 1 })).toBe('')
    expect(pay('one more', { promised: 1 })).toBe('MORE-THAN-OWED')
    expect(accountOf('promised')).toEqual([400, 1000, 1000])
  })

  test('lines add up to their payment, name a booking once, and one of the member who pays', () => {
    expect(pay('x', { promised: 5 }, { centavos: 4 })).toBe('NOT-THE-SUM')
    const twice = JSON.stringify([5, 5].map(centavos => ({ bookingId: 'promised', centavos })))
    expect(pay('x', {}, { centavos: 10, lines: twice })).toBe('NOT-THE-SUM')
    expect(pay('x', { promised: 5, second: -5 }, { centavos: 1 })).toBe('NOT-THE-SUM')
    for (const centavos of ['"5"', '5.0', 'null'])
      expect(
        pay('x', {}, { centavos: 5, lines: `[{"bookingId":"promised","centavos":${centavos}}]` }),
        centavos,
      ).toBe('NOT-THE-SUM')
    expect(pay('x', { promised: 5 }, { member_id: 'ben' })).toBe('UNKNOWN-BOOKING')
    expect(pay('x', { nothing: 5 })).toBe('UNKNOWN-BOOKING')
  })

  test('no more is given back than was paid, and a reversal turns one payment round entirely and once', () => {
    const refund = { kind: 'refund', reason: 'rain' }
    expect(pay('x', { promised: -301 }, refund)).toBe('MORE-THAN-PAID')
    const reversal = { kind: 'reversal', reason: 'wrong', reverses: 'paid' }
    expect(pay('x', { promised: -299 }, reversal)).toBe('NOT-ENTIRELY')
    expect(pay('x', { second: -300 }, reversal)).toBe('NOT-ENTIRELY')
    expect(pay('x', { promised: -300 }, { ...reversal, reverses: 'nothing' })).toBe('NOT-ENTIRELY')
    expect(pay('x', { promised: -300 }, { ...reversal, member_id: 'ben' })).toBe('NOT-ENTIRELY')
    expect(pay('back again', { promised: -300 }, reversal)).toBe('')
    expect(pay('x', { promised: -300 }, reversal)).toBe('REVERSED-ALREADY')
    expect(pay('x', { promised: 300 }, { ...reversal, reverses: 'back again' })).toBe('NOT-ENTIRELY')
    expect(accountOf('promised')).toEqual([400, 1000, 0])
    expect(pay('x', { promised: -1 }, refund)).toBe('MORE-THAN-PAID')
  })

  test('a receipt’s number is given once, within its booklet, and a cancelled one never', () => {
    const withNumber = (number: number, booklet = 'booklet') =>
      pay(`no ${number}`, { second: 1 }, { booklet_id: booklet, receipt_number: number })
    expect(withNumber(1)).toBe('RECEIPT-USED')
    expect(withNumber(10)).toBe('RECEIPT-OUTSIDE')
    expect(withNumber(2, 'nothing')).toBe('RECEIPT-OUTSIDE')
    const cancel = { booklet_id: 'booklet', reason: 'torn', entered_ms: 1 }
    expect(put('receipts', { ...cancel, number: 2 })).toBe('')
    expect(withNumber(2)).toBe('RECEIPT-USED')
    expect(put('receipts', { ...cancel, number: 1 })).toBe('RECEIPT-USED')
    expect(put('receipts', { ...cancel, number: 3, reason: '', payment_id: 'paid' })).toBe('DERIVED')
    expect(withNumber(3)).toBe('')
    expect(accountOf('second')).toEqual([400, 1000, 1])
  })

  test('no two booklets have one number, and one keeps the numbers that it gave', () => {
    const booklet = (change: Row) =>
      put('booklets', { id: 'new', prefix: 'A-', first: 9, last: 20, ...change })
    const change = (columns: { [column: string]: string | number }) =>
      refusalOf(() => updateRow(foreign.raw, 'booklets', { id: 'booklet' }, columns, conflict))
    expect(booklet({})).toBe('BOOKLETS-OVERLAP')
    expect(booklet({ id: 'booklet', first: 10 })).toBe('KNOWN-ID')
    expect(booklet({ prefix: 'B-' })).toBe('')
    expect(booklet({ id: 'next', first: 10, last: 20 })).toBe('')
    expect(change({ last: 10 })).toBe('BOOKLETS-OVERLAP')
    expect(change({ first: 2 })).toBe('RECEIPT-OUTSIDE')
    expect(change({ prefix: 'C-' })).toBe('FIXED')
    expect(change({ id: 'other' })).toBe('FIXED')
    expect(change({ closed: 1, desk: 'Front' })).toBe('')
  })

  test('a late fee stands once, for what is back, and is waived once', () => {
    expect(put('late_fees', lateFee('again', 'back'))).toBe('NOT-STANDING')
    expect(put('late_fees', lateFee('early', 'promised'))).toBe('NOT-BACK')
    expect(put('late_fees', lateFee('x', 'nothing'))).toBe('UNKNOWN-BOOKING')
    expect(accountOf('back')).toEqual([1100, 1100, 0])
    const waiver = { fee_id: 'fee', reason: 'typhoon', entered_ms: 1 }
    expect(put('waivers', { ...waiver, fee_id: 'nothing' })).toBe('NOT-STANDING')
    expect(put('waivers', waiver)).toBe('')
    expect(put('waivers', waiver)).toBe('NOT-STANDING')
    expect(accountOf('back')).toEqual([1000, 1000, 0])
    expect(put('late_fees', lateFee('fee', 'back'))).toBe('KNOWN-ID')
    expect(put('late_fees', lateFee('another', 'back'))).toBe('')
  })

  test('what a booking costs follows the last charge, which is the next of its booking', () => {
    expect(put('charges', charge('promised', 1, { id: 'x' }))).toBe('NOT-IN-TURN')
    expect(put('charges', charge('promised', 3))).toBe('NOT-IN-TURN')
    expect(put('charges', charge('promised', 2, { id: 'promised 1' }))).toBe('KNOWN-ID')
    expect(put('charges', charge('nothing'))).toBe('UNKNOWN-BOOKING')
    expect(
      put('charges', charge('promised', 2, { stage: 'done', due_centavos: 1200, price_centavos: 1200 })),
    ).toBe('')
    expect(accountOf('promised')).toEqual([1200, 1200, 300])
    expect(
      put('charges', charge('promised', 3, { stage: 'off', due_centavos: 0, price_centavos: null })),
    ).toBe('')
    expect(accountOf('promised')).toEqual([0, 0, 300])
    expect(pay('x', { promised: 1 })).toBe('MORE-THAN-OWED')
  })

  test('nobody writes into an account, and none of the facts is changed or deleted', () => {
    const wrong = {
      booking_id: 'back',
      member_id: 'ana',
      due_centavos: 0,
      most_centavos: 0,
      paid_centavos: 0,
    }
    expect(put('accounts', { ...wrong, since_ms: 1 })).toBe('KNOWN-ID')
    foreign.put('free', { start_ms: FIRST_DAY + 20 * DAY, end_ms: FIRST_DAY + 21 * DAY })
    expect(put('accounts', { ...wrong, booking_id: 'free', since_ms: 1 })).toBe('DERIVED')
    expect(put('payment_lines', { payment_id: 'paid', booking_id: 'second', centavos: 1 })).toBe('DERIVED')
    expect(put('payment_lines', { payment_id: 'paid', booking_id: 'promised', centavos: 300 })).toBe(
      'KNOWN-ID',
    )
    expect(put('payment_prints', { payment_id: 'paid', nth: 3, entered_ms: 1 })).toBe('NOT-IN-TURN')
    expect(put('payment_prints', { payment_id: 'nothing', nth: 1, entered_ms: 1 })).toBe('UNKNOWN-PAYMENT')
    expect(pay('paid', { second: 1 })).toBe('KNOWN-ID')
    insertRow(foreign.raw, 'waivers', { fee_id: 'fee', reason: 'typhoon', entered_ms: 1 })
    for (const column of ['due_centavos', 'most_centavos', 'paid_centavos', 'since_ms'])
      expect(
        refusalOf(() => foreign.raw.exec(`UPDATE ${conflict} accounts SET ${column} = ${column} + 1`)),
        column,
      ).toBe('DERIVED')
    for (const table of FACTS) {
      expect(
        refusalOf(() => foreign.raw.exec(`UPDATE ${conflict} ${table} SET entered_ms = 9`)),
        table,
      ).toMatch(/^FIXED$|no such column/)
    }
    for (const table of [...FACTS, 'booklets', 'accounts'])
      expect(
        refusalOf(() => foreign.raw.exec(`DELETE FROM ${table}`)),
        table,
      ).toBe('KEPT')
  })
})

test('an account goes along with its booking to another member, and what was paid with it', () => {
  foreign.set('promised', { member_id: 'ben' })
  expect(
    foreign.raw.prepare("SELECT member_id FROM accounts WHERE booking_id = 'promised'").pluck().get(),
  ).toBe('ben')
  expect(accountOf('promised')).toEqual([400, 1000, 300])
})

test('each column of a payment stays as it is', () => {
  const set = {
    id: 'x',
    kind: 'refund',
    member_id: 'ben',
    centavos: 1,
    lines: '[1]',
    how: 'bank',
    reference: 'x',
    booklet_id: null,
    receipt_number: 2,
    reverses: 'x',
    reason: 'x',
    at_ms: 9,
    entered_by: 'clerk',
    entered_ms: 9,
  }
  const columns = foreign.raw.prepare("SELECT name FROM pragma_table_info('payments')").pluck().all()
  expect(Object.keys(set).sort()).toEqual(columns.sort())
  for (const [column, value] of Object.entries(set))
    expect(
      refusalOf(() => updateRow(foreign.raw, 'payments', { id: 'paid' }, { [column]: value })),
      column,
    ).toBe('FIXED')
})

// Each trigger dropped from a copy: it then accepts what the whole guard refuses, or does not do what the whole guard does.
// The oracle reports it.
const LINES = `'[{"bookingId":"second","centavos":1}]'`
const PAYMENT = 'INTO payments (id, kind, member_id, centavos, lines, how, at_ms, entered_ms)'
const pay = (id: string, centavos: number, lines: string) =>
  `INSERT ${PAYMENT} VALUES ('${id}', 'payment', 'ana', ${centavos}, ${lines}, 'cash', 1, 1)`
const CHARGE = 'INTO charges (id, booking_id, nth, stage, due_centavos, since_ms, entered_ms)'

/** `refusal`: '' if the whole guard accepts the statement and does something for it. */
const NEEDED: {
  [trigger: string]: { given?: string; attempt: string; refusal: string; loses?: string }
} = {
  accounts_are_new: {
    given: `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
      VALUES ('free', 'mill', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY})`,
    attempt: "INSERT INTO accounts VALUES ('free', 'ana', 0, 0, 0, 1)",
    refusal: 'DERIVED',
  },
  accounts_say_what_is_recorded: { attempt: 'UPDATE accounts SET due_centavos = 0', refusal: 'DERIVED' },
  accounts_are_kept: { attempt: "DELETE FROM accounts WHERE booking_id = 'second'", refusal: 'KEPT' },
  charges_are_in_turn: {
    attempt: `INSERT ${CHARGE} VALUES ('x', 'second', 7, 'promised', 400, 1, 1)`,
    refusal: 'NOT-IN-TURN',
  },
  charges_are_accounted: {
    attempt: `INSERT ${CHARGE} VALUES ('x', 'second', 2, 'off', 0, 1, 1)`,
    refusal: '',
  },
  charges_never_change: {
    attempt: "UPDATE charges SET due_centavos = 1 WHERE booking_id = 'second'",
    refusal: 'FIXED',
  },
  charges_are_kept: { attempt: "DELETE FROM charges WHERE booking_id = 'second'", refusal: 'KEPT' },
  bookings_take_their_account_along: {
    attempt: "UPDATE bookings SET member_id = 'ben' WHERE id = 'second'",
    refusal: '',
  },
  late_fees_fit: {
    attempt: "INSERT INTO late_fees VALUES ('x', 'back', 1, 'day', 5, 5, NULL, 1)",
    refusal: 'NOT-STANDING',
  },
  late_fees_are_accounted: {
    given: "INSERT INTO waivers VALUES ('fee', 'typhoon', NULL, 1)",
    attempt: "INSERT INTO late_fees VALUES ('x', 'back', 1, 'day', 5, 5, NULL, 1)",
    refusal: '',
  },
  late_fees_never_change: { attempt: 'UPDATE late_fees SET quantity = 1, centavos = 50', refusal: 'FIXED' },
  late_fees_are_kept: { attempt: 'DELETE FROM late_fees', refusal: 'KEPT' },
  // What it protects is a text, which no sum can show.
  waivers_fit: {
    given: "INSERT INTO waivers VALUES ('fee', 'typhoon', NULL, 1)",
    attempt: "INSERT OR REPLACE INTO waivers VALUES ('fee', 'another reason', NULL, 1)",
    refusal: 'NOT-STANDING',
    loses: 'SELECT reason FROM waivers',
  },
  waivers_are_accounted: { attempt: "INSERT INTO waivers VALUES ('fee', 'typhoon', NULL, 1)", refusal: '' },
  waivers_never_change: {
    given: "INSERT INTO waivers VALUES ('fee', 'typhoon', NULL, 1)",
    attempt: "UPDATE waivers SET fee_id = 'nothing'",
    refusal: 'FIXED',
  },
  waivers_are_kept: {
    given: "INSERT INTO waivers VALUES ('fee', 'typhoon', NULL, 1)",
    attempt: 'DELETE FROM waivers',
    refusal: 'KEPT',
  },
  payments_fit: { attempt: pay('x', 9, LINES), refusal: 'NOT-THE-SUM' },
  payments_say_for_what: { attempt: pay('x', 1, LINES), refusal: '' },
  payments_use_their_receipt: {
    attempt: `INSERT INTO payments (id, kind, member_id, centavos, lines, how, booklet_id, receipt_number, at_ms, entered_ms)
      VALUES ('x', 'payment', 'ana', 1, ${LINES}, 'cash', 'booklet', 2, 1, 1)`,
    refusal: '',
  },
  payments_never_change: { attempt: 'UPDATE payments SET centavos = 1', refusal: 'FIXED' },
  payments_are_kept: { attempt: 'DELETE FROM payments', refusal: 'KEPT' },
  payment_lines_fit: {
    attempt: pay('x', 1001, `'[{"bookingId":"second","centavos":1001}]'`),
    refusal: 'MORE-THAN-OWED',
  },
  payment_lines_are_accounted: { attempt: pay('x', 1, LINES), refusal: '' },
  payment_lines_never_change: { attempt: 'UPDATE payment_lines SET centavos = 1', refusal: 'FIXED' },
  payment_lines_are_kept: { attempt: 'DELETE FROM payment_lines', refusal: 'KEPT' },
  booklets_are_new: {
    given: "INSERT INTO receipts VALUES ('booklet', 2, NULL, 'torn', NULL, 1)",
    attempt: `INSERT INTO booklets (id, prefix, first, last) VALUES ('same', 'A-', 1, 9);
      INSERT INTO receipts VALUES ('same', 2, NULL, 'torn', NULL, 1)`,
    refusal: 'BOOKLETS-OVERLAP',
  },
  booklets_keep_their_numbers: { attempt: 'UPDATE booklets SET first = 2', refusal: 'RECEIPT-OUTSIDE' },
  booklets_are_kept: { attempt: 'DELETE FROM booklets', refusal: 'KEPT' },
  receipts_are_used_once: {
    attempt: "INSERT INTO receipts VALUES ('booklet', 10, NULL, 'torn', NULL, 1)",
    refusal: 'RECEIPT-OUTSIDE',
  },
  receipts_never_change: { attempt: 'UPDATE receipts SET number = 2', refusal: 'FIXED' },
  receipts_are_kept: { attempt: 'DELETE FROM receipts', refusal: 'KEPT' },
  payment_prints_are_in_turn: {
    attempt: "INSERT INTO payment_prints VALUES ('paid', 3, NULL, 1)",
    refusal: 'NOT-IN-TURN',
  },
  payment_prints_never_change: { attempt: 'UPDATE payment_prints SET nth = 2', refusal: 'FIXED' },
  payment_prints_are_kept: {
    given: "INSERT INTO payment_prints VALUES ('paid', 2, NULL, 1)",
    attempt: 'DELETE FROM payment_prints WHERE nth = 1',
    refusal: 'KEPT',
  },
}

describe('each trigger is needed', () => {
  test.each(Object.entries(NEEDED))('without %s, the oracle finds a fault', (trigger, one) => {
    const [whole, broken] = [planted(), planted()]
    broken.exec(`DROP TRIGGER ${trigger}`)
    for (const sqlite of [whole, broken]) if (one.given) sqlite.exec(one.given)
    expect(refusalOf(() => whole.exec(one.attempt))).toBe(one.refusal)
    expect(whatIsWrongWithMoney(whole)).toEqual([])
    expect(refusalOf(() => broken.exec(one.attempt))).toBe('')
    if (one.loses) expect(broken.prepare(one.loses).all()).not.toEqual(whole.prepare(one.loses).all())
    else expect(whatIsWrongWithMoney(broken)).not.toEqual([])
  })

  test('the list has every trigger of money', () => {
    const all = planted()
      .prepare<[string], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND (name = 'bookings_take_their_account_along'
           OR tbl_name IN (SELECT value FROM json_each(?)))`,
      )
      .pluck()
      .all(JSON.stringify([...FACTS, 'booklets', 'accounts']))
    expect(all.sort()).toEqual(Object.keys(NEEDED).sort())
  })
})

function planted(): Database.Database {
  const sqlite = new Database(':memory:')
  migrate(sqlite, readMigrations(migrationsFolder()))
  sqlite.pragma('foreign_keys = OFF')
  plantMachines(sqlite)
  plantMoney(sqlite)
  return sqlite
}
