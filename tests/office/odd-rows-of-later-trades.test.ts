import { beforeAll, describe, expect, test } from 'vitest'
import { type FullOffice, fullOffice } from '#tests/support/full-office'
import { refusalOf } from '#tests/support/raw-rows'
import { NOW } from '#tests/support/temporary-office'

// The same as odd-rows.test.ts for the trades that came later: sessions, places, the waiting list, payments, quotas and what
// is to be settled. The router of these tests checks the shape of every answer.

let araro: FullOffice
beforeAll(async () => {
  araro = await fullOffice()
})

const TOO_LATE = 9_000_000_000_000_000_000n
type Odd = readonly [table: string, column: string, value: string | bigint | number]

/** Rows that may be changed. */
const CHANGED: Odd[] = [
  ['sessions', 'open_to', 'moon'],
  ['sessions', 'capacity', TOO_LATE],
  ['enrolments', 'enrolled_by', ''],
  ['quotas', 'counts', 'moons'],
  ['quotas', 'per', 'fortnight'],
  ['waiting', 'requested_by', ''],
  ['offers', 'until_ms', TOO_LATE],
  ['settling', 'since_ms', -TOO_LATE],
  ['settling', 'told_ms', TOO_LATE],
]
/** Facts, which another program can only add. */
const ADDED: Odd[] = [
  ['enrolments', 'enrolled_ms', TOO_LATE],
  ['waiting', 'requested_ms', TOO_LATE],
  ['waiting', 'length_days', -1],
  ['payments', 'kind', 'gift'],
  ['payments', 'how', 'shells'],
  ['payments', 'at_ms', TOO_LATE],
  ['payments', 'entered_by', ''],
  ['charges', 'since_ms', TOO_LATE],
]

/** Every question whose answer could show the row. */
async function askEverything(): Promise<number[]> {
  const { admin, organizer, ids } = araro
  const { memberId, sessionId, lateId: bookingId } = ids
  const range = { fromMs: NOW - 1e9, toMs: NOW + 4e9 }
  const answers = [
    await admin.sessions.list({}),
    await admin.sessions.get({ sessionId }),
    await admin.sessions.use({}),
    await admin.sessions.ofMember({ memberId }),
    await organizer.sessions.list({}),
    await admin.waiting.list({}),
    await admin.payments.list({}),
    await admin.payments.list({ bookingId }),
    await admin.payments.balance({ memberId }),
    await admin.payments.receivables({}),
    await admin.payments.account({ bookingId }),
    await admin.booklets.list({}),
    await admin.quotas.list({}),
    await admin.quotas.left({ memberId }),
    await admin.settle.list({}),
    await admin.bookings.get({ bookingId: ids.hitId }),
    await admin.bookings.list({}),
    await admin.members.get({ memberId }),
    await admin.today.get({}),
    await admin.board.get(range),
    await admin.calendar.events(range),
    await admin.history.list({}),
    await admin.notices.list({}),
    await admin.undo.list({}),
  ]
  // Every instant can be shown.
  JSON.stringify(answers, (key, value) => (/Ms$/.test(key) && value ? new Date(value).toISOString() : value))
  return answers.map(
    answer => Object.values(answer ?? {}).flatMap(one => (Array.isArray(one) ? one : [])).length,
  )
}

function firstOf(table: string): { id: string } & Record<string, string | number> {
  const key = table === 'settling' ? 'booking_id' : 'id'
  return araro.file.sqlite.prepare(`SELECT *, ${key} AS id FROM ${table} LIMIT 1`).get() as never
}
function put([table, column, value]: Odd): void {
  const key = table === 'settling' ? 'booking_id' : 'id'
  araro.file.sqlite
    .prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`)
    .run(value, firstOf(table).id)
}

let number = 0
function add([table, column, value]: Odd): void {
  number += 1
  const { sqlite } = araro.file
  const row = { ...firstOf(table) } as Record<string, unknown>
  const lastCharge = () =>
    sqlite
      .prepare('SELECT max(nth) FROM charges WHERE booking_id = ?')
      .pluck()
      .get(row['booking_id']) as number
  const lines = () => JSON.stringify([{ bookingId: araro.ids.lateId, centavos: 1 }])
  const own = {
    enrolments: () => ({ guest: `Odd ${number}`, member_id: null, status: 'waiting', came: null }),
    waiting: () => ({ from_day: '2027-01-02', to_day: `2027-01-${10 + number}` }),
    payments: () => ({
      kind: 'payment',
      centavos: 1,
      lines: lines(),
      reverses: null,
      booklet_id: null,
      receipt_number: null,
    }),
    charges: () => ({ nth: lastCharge() + 1 }),
  }[table]!()
  const added = { ...row, ...own, id: `odd ${number}`, [column]: value }
  const names = Object.keys(added)
  const values = names.map(name => `@${name}`)
  sqlite.prepare(`INSERT INTO ${table} (${names}) VALUES (${values})`).run(added)
}

/** Where among the answers is what a member has left of the quotas. */
const LEFT = 13
const nameOf = ([table, column, value]: Odd) => `${table}.${column} = ${value}`

describe('the file refuses what Araro would not write', () => {
  test.each(CHANGED.map(odd => [nameOf(odd), odd] as const))('%s', (_, odd) => {
    expect(refusalOf(() => put(odd))).toMatch(/CHECK/)
  })
  test.each(ADDED.map(odd => [nameOf(odd), odd] as const))('%s', (_, odd) => {
    expect(refusalOf(() => add(odd))).toMatch(/CHECK/)
  })
})

describe('one odd row stops no list', () => {
  async function withOdd(odd: Odd, write: (odd: Odd) => void): Promise<number[]> {
    const { sqlite } = araro.file
    sqlite.pragma('ignore_check_constraints = ON')
    try {
      write(odd)
      return await askEverything()
    } finally {
      sqlite.pragma('ignore_check_constraints = OFF')
    }
  }

  test.each(CHANGED.map(odd => [nameOf(odd), odd] as const))('%s', async (_, odd) => {
    const was = firstOf(odd[0])[odd[1]]!
    const before = await askEverything()
    try {
      const after = await withOdd(odd, put)
      // What a member has left of a quota that cannot be read is not known; the quota is listed all the same.
      const isKnown = (_: number, at: number) => odd[0] !== 'quotas' || at !== LEFT
      expect(after.filter(isKnown)).toEqual(before.filter(isKnown))
    } finally {
      await withOdd([odd[0], odd[1], was], put)
    }
  })

  test.each(ADDED.map(odd => [nameOf(odd), odd] as const))('%s', async (_, odd) => {
    const before = await askEverything()
    const after = await withOdd(odd, add)
    expect(after.every((count, at) => count >= before[at]!)).toBe(true)
  })

  test('and says which field of it cannot be read', async () => {
    await withOdd(['quotas', 'counts', 'moons'], put)
    const { payments } = await araro.admin.payments.list({})
    expect(payments.flatMap(one => one.unreadable ?? []).sort()).toEqual(['atMs', 'how', 'kind'])
    expect((await araro.admin.quotas.list({})).quotas).toMatchObject([{ unreadable: ['counts'] }])
    const { waiting } = await araro.admin.waiting.list({})
    expect(waiting.flatMap(one => one.unreadable ?? []).sort()).toEqual(['length', 'requestedMs'])
  })
})
