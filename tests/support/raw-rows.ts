import type Database from 'better-sqlite3'

// Rows as another program would write them with SQL, with only the columns that the tables require.

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** 1 December 2026, midnight in Manila. */
export const FIRST_DAY = Date.UTC(2026, 10, 30, 16)

type Row = { readonly [column: string]: string | number | null | undefined }
/** SQLite's conflict clauses, such as `INSERT OR REPLACE`. */
export const CONFLICTS = ['', 'OR ABORT', 'OR REPLACE', 'OR IGNORE', 'OR FAIL', 'OR ROLLBACK'] as const

export function insertRow(sqlite: Database.Database, table: string, row: Row, conflict = ''): void {
  const names = Object.keys(row)
  const values = names.map(name => `@${name}`)
  prepared(sqlite, `INSERT ${conflict} INTO ${table} (${names}) VALUES (${values})`).run(row)
}

export function updateRow(
  sqlite: Database.Database,
  table: string,
  key: Row,
  change: Row,
  conflict = '',
): Database.RunResult {
  const set = Object.keys(change).map(name => `${name} = @${name}`)
  const where = Object.keys(key).map(name => `${name} = @key_${name}`)
  const keys = Object.fromEntries(Object.entries(key).map(([name, value]) => [`key_${name}`, value]))
  const text = `UPDATE ${conflict} ${table} SET ${set} WHERE ${where.join(' AND ')}`
  return prepared(sqlite, text).run({ ...change, ...keys })
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** Prepares each statement once, because compiling the triggers takes SQLite longer than running them. */
function prepared(sqlite: Database.Database, text: string): Database.Statement {
  let known = statements.get(sqlite)
  if (!known) statements.set(sqlite, (known = new Map()))
  let statement = known.get(text)
  if (!statement) known.set(text, (statement = sqlite.prepare(text)))
  return statement
}

/** The message with which the file refused the statement; '' if it accepted it. */
export function refusalOf(statement: () => unknown): string {
  try {
    statement()
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

export function booking(id: string, change: Row = {}): Row {
  return {
    id,
    machine_id: 'harvester',
    member_id: 'ana',
    status: 'approved',
    start_ms: FIRST_DAY,
    end_ms: FIRST_DAY + DAY,
    ...change,
  }
}

export function hold(formId: string, change: Row = {}): Row {
  return {
    form_id: formId,
    machine_id: 'harvester',
    user_id: 'clerk',
    start_ms: FIRST_DAY,
    end_ms: FIRST_DAY + DAY,
    units: 1,
    buffer_before_ms: 0,
    buffer_after_ms: 0,
    expires_ms: FIRST_DAY,
    ...change,
  }
}

export function repair(id: string, change: Row = {}): Row {
  return {
    id,
    machine_id: 'harvester',
    kind: 'preventive',
    status: 'planned',
    start_ms: FIRST_DAY,
    end_ms: FIRST_DAY + DAY,
    ...change,
  }
}

/** A session of three hours on the eleventh day, with two places. */
export function session(id: string, change: Row = {}): Row {
  return {
    id,
    title: id,
    organizer_id: 'clerk',
    start_ms: FIRST_DAY + 10 * DAY,
    end_ms: FIRST_DAY + 10 * DAY + 3 * HOUR,
    capacity: 2,
    open_to: 'anybody',
    added_ms: FIRST_DAY,
    ...change,
  }
}

export function sessionMachine(id: string, sessionId: string, change: Row = {}): Row {
  return { id, session_id: sessionId, machine_id: 'harvester', ...change }
}

/** A guest's place. */
export function place(id: string, sessionId: string, change: Row = {}): Row {
  return {
    id,
    session_id: sessionId,
    guest: id,
    status: 'active',
    turn: 1,
    enrolled_ms: FIRST_DAY,
    ...change,
  }
}

/** A batch of the mill of three hours on the eleventh day; the mill takes ten sacks. */
export function batch(id: string, change: Row = {}): Row {
  return {
    id,
    machine_id: 'mill',
    start_ms: FIRST_DAY + 10 * DAY,
    end_ms: FIRST_DAY + 10 * DAY + 3 * HOUR,
    day: '2026-12-11',
    opened_ms: FIRST_DAY,
    ...change,
  }
}

/** Four sacks of a member. */
export function share(id: string, batchId: string, change: Row = {}): Row {
  return { id, batch_id: batchId, member_id: 'ana', sacks: 4, turn: 1, added_ms: FIRST_DAY, ...change }
}

export function weighing(shareId: string, nth: number, sacks: number, change: Row = {}): Row {
  return { share_id: shareId, nth, sacks, grams: sacks * 50_000, entered_ms: FIRST_DAY, ...change }
}

/** What a booking costs: ₱10, of which ₱4 are due as a deposit. */
export function charge(bookingId: string, nth = 1, change: Row = {}): Row {
  return {
    id: `${bookingId} ${nth}`,
    booking_id: bookingId,
    nth,
    stage: 'promised',
    due_centavos: 400,
    price_centavos: 1000,
    deposit_centavos: 400,
    since_ms: FIRST_DAY,
    entered_ms: FIRST_DAY,
    ...change,
  }
}

/** A payment of Ana's for these bookings, in centavos each. */
export function payment(id: string, lines: { [bookingId: string]: number }, change: Row = {}): Row {
  const each = Object.entries(lines).map(([bookingId, centavos]) => ({ bookingId, centavos }))
  return {
    id,
    kind: 'payment',
    member_id: 'ana',
    centavos: each.reduce((sum, { centavos }) => sum + centavos, 0),
    lines: JSON.stringify(each),
    how: 'cash',
    at_ms: FIRST_DAY,
    entered_ms: FIRST_DAY,
    ...change,
  }
}

export function lateFee(id: string, bookingId: string): Row {
  return {
    id,
    booking_id: bookingId,
    quantity: 2,
    per: 'day',
    rate_centavos: 50,
    centavos: 100,
    entered_ms: FIRST_DAY,
  }
}

export function machine(id: string, change: Row = {}): Row {
  return { id, type_id: 'any', name: id, booking_mode: 'time', capacity: 1, ...change }
}

export function occupancyRow(kind: string, refId: string, change: Row = {}): Row {
  const row = { start_ms: FIRST_DAY, end_ms: FIRST_DAY + DAY, ...change } as {
    start_ms: number
    end_ms: number
  }
  return { machine_id: 'harvester', cls: 0, units: 1, whole: 0, kind, ref_id: refId, seg: 0, ...row }
}

/** Inserts two machines of capacity 1, a mill for ten sacks, and the member and the user that the rows name. */
export function plantMachines(sqlite: Database.Database): void {
  insertRow(sqlite, 'machine_types', { id: 'any', name: 'Any' })
  insertRow(sqlite, 'machines', machine('harvester'))
  insertRow(sqlite, 'machines', machine('other'))
  insertRow(sqlite, 'machines', machine('mill', { capacity: 10 }))
  insertRow(sqlite, 'members', { id: 'ana', number: '1', name: 'Ana', search_key: 'ana 1' })
  insertRow(sqlite, 'users', { id: 'clerk', name: 'Clerk', name_key: 'clerk', role: 'clerk', password: 'x' })
}

/** Inserts a booking of the harvester, a hold of the other one, and maintenance of the mill. */
export function plantBlocks(sqlite: Database.Database): void {
  insertRow(sqlite, 'bookings', booking('first'))
  insertRow(sqlite, 'holds', hold('form', { machine_id: 'other' }))
  insertRow(sqlite, 'maintenance', repair('belt', { machine_id: 'mill' }))
}

/** Inserts a session that takes the other one. */
export function plantSession(sqlite: Database.Database): void {
  insertRow(sqlite, 'sessions', session('training'))
  insertRow(sqlite, 'session_machines', sessionMachine('its machine', 'training', { machine_id: 'other' }))
}

/** Inserts a batch of the mill, ten days later. */
export function plantBatch(sqlite: Database.Database): void {
  insertRow(sqlite, 'batches', batch('palay', { machine_id: 'mill' }))
}
