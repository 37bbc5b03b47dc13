import type Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { ADDED, CHANGED, isTaken, nameOf, type Odd } from '#tests/support/odd-values'
import { insertRow, refusalOf } from '#tests/support/raw-rows'
import { rawConnection } from '#tests/support/temporary-file'
import {
  ahead,
  NOW,
  type TemporaryOffice,
  temporaryOffice,
  type Window,
} from '#tests/support/temporary-office'

// What another program may have written into the file: with CHECKs the file refuses it, and if that program turned them
// off, only the one row is unreadable. The router of these tests checks the shape of every answer.

let araro: TemporaryOffice
let raw: Database.Database
let ids: { machine: string; member: string; booking: string; ended: string; unused: string; used: string }
beforeAll(async () => {
  araro = await temporaryOffice()
  const machine = (await araro.machine({ rate: { centavos: 100, per: 'day' }, implements: ['plow'] })).id
  const unused = (await araro.machine()).id
  const member = (await araro.member()).id
  await araro.member()
  const fields = { name: 'Lot 1', barangay: '', sitio: '', hectares: 1, plantedOn: '2026-06-01' }
  await araro.clerk.fields.add({ commandId: crypto.randomUUID(), memberId: member, ...fields })
  const booking = await araro.approved({ machineId: machine, memberId: member, period: ahead(3) })
  const other = await araro.booking({ machineId: machine, memberId: member, period: ahead(9) })
  const onOther = { bookingId: other.id, version: other.version, reason: 'rain' }
  await araro.clerk.bookings.cancel({ commandId: crypto.randomUUID(), ...onOther })
  const period = ahead(20)
  const schedule = { machineId: machine, period, kind: 'preventive' as const }
  await araro.manager.maintenance.schedule({ commandId: crypto.randomUUID(), ...schedule })
  const out = (await araro.machine()).id
  const used = await araro.approved({ machineId: out, memberId: member, period: ahead(3) })
  ids = { machine, member, booking: booking.id, ended: other.id, unused, used: used.id }
  raw = rawConnection(araro.path)
})

/** Every question whose answer could show the row, by the administrator. */
async function askEverything(window: Window): Promise<Record<string, unknown>> {
  const range = { fromMs: NOW - 1e9, toMs: NOW + 9e9 }
  const answers = {
    state: await window.setup.state({}),
    settings: await window.settings.get({}),
    users: await window.users.list({}),
    machines: await window.machines.list({ withRetired: true }),
    types: await window.machines.types({}),
    members: await window.members.list({}),
    found: await window.members.search({ text: '' }),
    member: await window.members.get({ memberId: ids.member }),
    rates: await window.rates.list({ machineId: ids.unused }),
    quote: await window.rates.quote({ machineId: ids.unused, period: ahead(3) }),
    fields: await window.fields.list({ memberId: ids.member }),
    bookings: await window.bookings.list({}),
    booking: await window.bookings.get({ bookingId: ids.booking }),
    used: await window.bookings.get({ bookingId: ids.used }),
    free: await window.bookings.check({ machineId: ids.machine, period: ahead(3) }),
    calendar: await window.calendar.events(range),
    today: await window.calendar.today({}),
    day: await window.today.get({}),
    anotherDay: await window.today.get({ day: ahead(3).from }),
    ended: await window.calendar.events({ ...range, withEnded: true, machineIds: [ids.machine] }),
    maintenance: await window.maintenance.list({}),
    history: await window.history.list({}),
    refused: await window.history.refused({}),
    notices: await window.notices.list({}),
    head: await window.changes.head({}),
  }
  // Every instant can be shown, and no answer has megabytes.
  const text = JSON.stringify(answers, (key, value) =>
    /Ms$/.test(key) && value ? new Date(value).toISOString() : value,
  )
  expect(text.length).toBeLessThan(200_000)
  return answers
}

/** Runs `work` with the odd value in the file. @param back puts the value back that was there */
async function withOdd(
  write: () => void,
  work: () => Promise<void>,
  back: () => void = () => {},
): Promise<void> {
  raw.pragma('ignore_check_constraints = ON')
  write()
  try {
    await work()
  } finally {
    back()
    raw.pragma('ignore_check_constraints = OFF')
  }
}

const rowOf = (table: string) =>
  raw.prepare<[], { id: string | number }>(`SELECT id FROM ${table} ORDER BY id LIMIT 1`).get()!.id
const put = ({ table, set }: Odd, id: unknown, value: unknown) =>
  raw.prepare(`UPDATE ${table} SET ${set} = ? WHERE id = ?`).run(value, id)

function rowToChange({ table, set }: Odd): string | number {
  if (set === 'retired_ms') return ids.unused
  if (table === 'machines') return ids.machine
  if (table === 'members') return ids.member
  if (table === 'users') return araro.ids.clerk
  // One that blocks no time: its own triggers are not in question here.
  return table === 'bookings' ? ids.ended : rowOf(table)
}

describe('the file refuses what Araro would not write', () => {
  test.each(CHANGED.map(odd => [nameOf(odd), odd] as const))('%s', (_, odd) => {
    expect(refusalOf(() => put(odd, rowToChange(odd), odd.value))).toMatch(/CHECK|malformed JSON/)
  })
  test.each(ADDED.filter(odd => !isTaken(odd)).map(odd => [nameOf(odd), odd] as const))('%s', (_, odd) => {
    expect(refusalOf(() => insertRow(raw, odd.table, newRow(odd)))).toMatch(/CHECK|malformed JSON/)
  })
})

let number = 0
function newRow({ table, row, set, value }: (typeof ADDED)[number]) {
  number += 1
  const last = raw
    .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1')
    .get()!
  const own = {
    history: { seq: last.seq + 1, previous_hash: last.hash, hash: 'x' },
    commands: { command_id: `odd ${number}` },
    notices: { id: `odd ${number}`, kind: 'requested', entity_id: ids.machine },
    changes: {},
    booking_facts: table === 'booking_facts' ? factOf() : {},
    rates: newRate(ids.unused),
  }[table]
  return { ...row, ...own, [set]: value } as Parameters<typeof insertRow>[2]
}

/** The next rate of a machine. */
function newRate(machineId: string) {
  number += 1
  const count = raw.prepare('SELECT count(*) FROM rates WHERE machine_id = ?').pluck().get(machineId)
  const nth = Number(count) + 1
  return { id: `odd rate ${number}`, machine_id: machineId, valid_from: '2026-01-01', set_ms: 1, nth }
}

/** The hand-over of a booking, or the correction of the one that stands. */
function factOf() {
  const machine = raw.prepare('SELECT machine_id FROM bookings WHERE id = ?').pluck().get(ids.used) as string
  const corrects =
    raw.prepare('SELECT id FROM standing_facts WHERE booking_id = ?').pluck().get(ids.used) ?? null
  return {
    id: `odd ${number}`,
    booking_id: ids.used,
    machine_id: machine,
    corrects: corrects as string | null,
  }
}

describe('one odd row stops no list', () => {
  test.each(CHANGED.map(odd => [nameOf(odd), odd] as const))('%s', async (_, odd) => {
    const id = rowToChange(odd)
    const was = raw.prepare(`SELECT ${odd.set} FROM ${odd.table} WHERE id = ?`).pluck().get(id)
    const before = await askEverything(araro.admin)
    await withOdd(
      () => put(odd, id, odd.value),
      async () => expect(countRows(await askEverything(araro.admin))).toEqual(countRows(before)),
      () => put(odd, id, was),
    )
  })

  test.each(ADDED.map(odd => [nameOf(odd), odd] as const))('%s', async (_, odd) => {
    const before = countRows(await askEverything(araro.admin))
    await withOdd(
      () => insertRow(raw, odd.table, newRow(odd)),
      async () => {
        const added = {
          history: 'history',
          commands: 'refused',
          notices: 'notices',
          changes: '',
          booking_facts: 'used',
          rates: 'rates',
        }[odd.table]!
        const after = countRows(await askEverything(araro.admin))
        expect(after).toEqual(
          added
            ? { ...before, [added]: Math.min(odd.table === 'booking_facts' ? 100 : 50, before[added]! + 1) }
            : before,
        )
      },
    )
  })
})

/** How many rows each answer has. */
function countRows(answers: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => {
      if (name === 'free' || name === 'today' || name === 'quote') return [name, 1]
      const list = Array.isArray(answer) ? answer : Object.values(answer as object).find(Array.isArray)
      return [name, list?.length ?? 1]
    }),
  )
}

test('a row with a value that Araro does not know is shown with the field named, and can be corrected', async () => {
  await withOdd(
    () => {
      insertRow(raw, 'rates', { ...newRate(ids.machine), per: 'fortnight', centavos: 1 })
      raw.prepare("UPDATE users SET role = 'wizard' WHERE id = ?").run(araro.ids.clerk)
    },
    async () => {
      const machines = await araro.manager.machines.list({})
      const [odd, ...others] = [...machines].sort(one => (one.id === ids.machine ? -1 : 1))
      expect(odd).toMatchObject({ rate: null, unreadable: ['rate'] })
      expect(others.flatMap(one => one.unreadable ?? [])).toEqual([])
      expect(await araro.clerk.auth.who({})).toEqual({ user: null })
      await expect(araro.signIn('Clerk')).rejects.toThrow(/wrong-sign-in/)
      const clerk = (await araro.admin.users.list({})).find(user => user.id === araro.ids.clerk)!
      expect(clerk.unreadable).toEqual(['role'])
      const change = { userId: clerk.id, version: clerk.version, name: 'Clerk', role: 'clerk' as const }
      expect(await araro.admin.users.change({ commandId: crypto.randomUUID(), ...change })).toMatchObject({
        ok: true,
      })
      expect((await araro.clerk.auth.who({})).user?.name).toBe('Clerk')
    },
  )
})

test('a role that nobody knows in the settings lets nobody enter a walk-in, and the others keep their right', async () => {
  await withOdd(
    () => raw.prepare(`UPDATE settings SET walk_in_roles = '["wizard","manager"]'`).run(),
    async () => expect((await araro.admin.settings.get({})).rules.walkInRoles).toEqual(['manager']),
    () => raw.prepare(`UPDATE settings SET walk_in_roles = '["manager"]'`).run(),
  )
})

test('a time zone that nobody knows can be corrected by an administrator', async () => {
  raw.prepare("UPDATE settings SET time_zone = 'Moon/Base'").run()
  expect((await araro.admin.setup.state({})).timeZone).toBe('Asia/Manila')
  const { version, office } = await araro.admin.settings.get({})
  expect(office.timeZone).toBe('Moon/Base')
  const settings = { office: { ...office, timeZone: 'Asia/Manila' } }
  const done = await araro.admin.settings.change({ commandId: crypto.randomUUID(), version, settings })
  expect(done).toMatchObject({ ok: true })
})

test('a change of a kind that nobody knows is left out of the feed, so that windows see a gap', async () => {
  const { seq: sinceSeq } = await araro.admin.changes.head({})
  const watching = new AbortController()
  const feed = await araro.admin.changes.watch({ sinceSeq }, { signal: watching.signal })
  insertRow(raw, 'changes', { entity: 'moon', entity_id: 'x', version: 1 })
  await araro.member()
  expect((await feed.next()).value).toMatchObject({ seq: sinceSeq + 2, entity: 'member' })
  watching.abort()
})
