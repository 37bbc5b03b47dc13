import { beforeEach, describe, expect, test } from 'vitest'
import { isOneTypoFromStart } from '#office/members/search-text'
import {
  ahead,
  newId,
  PASSWORD,
  reasonOf,
  type TemporaryOffice,
  temporaryOffice,
} from '#tests/support/temporary-office'

let araro: TemporaryOffice
beforeEach(async () => {
  araro = await temporaryOffice()
})
const count = (table: string) => araro.file.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('many members pasted', () => {
  const add = (text: string) => araro.clerk.members.addMany({ commandId: newId(), text })

  test('are all added if every line is valid, each with a line in the history', async () => {
    const answer = await add('1\tAna Reyes\t0917\tPoblacion\trice\r\n\r\n2\tJosé Peña\n3\tBen Cruz\t\t\t\t\t')
    expect(answer).toEqual({ ok: true, added: 3 })
    const { rows } = await araro.clerk.history.list({ entity: 'member' })
    expect(rows.map(row => row.title)).toEqual(['Ben Cruz', 'José Peña', 'Ana Reyes'])
  })

  test('are added without the heading line of the sheet', async () => {
    expect(await add('No.\tName\tPhone\n1\tAna Reyes\t0917')).toEqual({ ok: true, added: 1 })
    expect(await araro.clerk.members.checkMany({ text: '2\tNo. Name\n3,Ben Cruz,0918' })).toMatchObject({
      good: [{ number: '2' }],
      bad: [{ line: 2, problem: 'no-tabs' }],
    })
  })

  test('are all refused if one line is invalid, and every invalid line is listed with its number', async () => {
    await araro.member({ number: 'm-7' })
    const text = [
      '1\tGood One',
      '\tNo Number',
      '2\t',
      'M-7\tTaken',
      '3\tGood Two',
      '3\tTwice',
      `4\t${'x'.repeat(121)}`,
      '5\tMany\ta\tb\tc\td',
      '6\tBell\u0007',
    ].join('\n')
    const answer = await add(text)
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'bad-lines', good: 2 } })
    const lines = !answer.ok && answer.refusal.reason === 'bad-lines' ? answer.refusal.lines : []
    expect(lines.map(line => [line.line, line.problem])).toEqual([
      [2, 'no-number'],
      [3, 'no-name'],
      [4, 'number-taken'],
      [6, 'number-twice'],
      [7, 'too-long'],
      [8, 'too-many-columns'],
      [9, 'control-characters'],
    ])
    expect(count('members')).toBe(1)
    expect((await araro.clerk.members.checkMany({ text })).bad).toEqual(lines)
  })
})

describe('members', () => {
  test('have unique numbers, ignoring case', async () => {
    await araro.member({ number: 'A-1', name: 'Ana' })
    const again = { commandId: newId(), number: 'a-1', name: 'Eva', phone: '', barangay: '', sector: '' }
    expect(await araro.clerk.members.add(again)).toMatchObject({
      refusal: { reason: 'number-taken', memberName: 'Ana' },
    })
  })

  test('are changed on the basis of a version: the second of two changes is refused and names who was first', async () => {
    const { id: memberId, version } = await araro.member({ verified: false })
    const fields = { number: 'X', name: 'Eva', phone: '', barangay: '', sector: '' }
    await araro.manager.members.change({ commandId: newId(), memberId, version, ...fields })
    const late = await araro.clerk.members.change({
      commandId: newId(),
      memberId,
      version,
      ...fields,
      name: 'Ewa',
    })
    expect(late).toMatchObject({
      refusal: { reason: 'changed-meanwhile', byName: 'Manager' },
      current: { name: 'Eva', version: 2 },
    })
  })

  test('have names in which HTML is plain text', async () => {
    const name = '<img src=x onerror=alert(1)> & "Ana"'
    const { id: memberId } = await araro.member({ name })
    expect((await araro.clerk.members.get({ memberId })).member?.name).toBe(name)
  })

  test('with control characters or too long names are refused, naming the field', async () => {
    await expect(araro.member({ name: 'A\u0000B' })).rejects.toThrow(
      /name must not contain control characters/,
    )
    await expect(araro.member({ name: 'x'.repeat(1_000_000) })).rejects.toThrow(/name must be at most 120/)
    await expect(araro.member({ name: '   ' })).rejects.toThrow(/name must not be empty/)
  })
})

describe('the search for a member', () => {
  const found = async (text: string) =>
    (await araro.clerk.members.search({ text })).map(member => member.name)
  beforeEach(async () => {
    for (const name of ['José Peña', 'Maria Josefa Núñez', 'Benigno Dela Cruz', 'Ana 100%'])
      await araro.member({ name })
  })

  test('ignores case and diacritics, in the name and in the search text', async () => {
    expect(await found('pena')).toEqual(['José Peña'])
    expect(await found('PEÑA')).toEqual(['José Peña'])
    expect(await found('nunez')).toEqual(['Maria Josefa Núñez'])
    expect(await found('jose\u0301')).toEqual(['José Peña', 'Maria Josefa Núñez'])
  })

  test('finds words in any order and parts of words', async () => {
    expect(await found('cruz beni')).toEqual(['Benigno Dela Cruz'])
    expect(await found('ela cr')).toEqual(['Benigno Dela Cruz'])
  })

  test('tolerates one typo in a word of four letters or more', async () => {
    for (const text of ['bengino', 'benigo', 'beningno', 'benihno', 'crus beni'])
      expect(await found(text), text).toEqual(['Benigno Dela Cruz'])
    expect(await found('xbe')).toEqual([])
    expect(isOneTypoFromStart('abcd', 'abdc efg')).toBe(true)
    expect(isOneTypoFromStart('abcd', 'badc')).toBe(false)
  })

  test('for a number finds only that number, and none that differs in one digit', async () => {
    for (const number of ['S-007', 'S-008', 'S-070']) await araro.member({ number, name: `Member ${number}` })
    expect(await found('S-007')).toEqual(['Member S-007'])
  })

  test('treats a percent sign literally, and lists the first by name for an empty text', async () => {
    expect(await found('100%')).toEqual(['Ana 100%'])
    expect(await found('%')).toEqual(['Ana 100%'])
    expect((await found(''))[0]).toBe('Ana 100%')
    expect((await araro.clerk.members.search({ text: '', limit: 2 })).length).toBe(2)
  })
})

describe('machines', () => {
  const fieldsOf = ({
    id: _,
    version: _v,
    type: _t,
    hasPhoto: _h,
    status: _s,
    out: _o,
    rules: _r,
    ...fields
  }: Awaited<ReturnType<TemporaryOffice['machine']>>) => fields

  test('a machine with open bookings cannot be retired, and the refusal lists them', async () => {
    const machine = await araro.machine()
    const member = await araro.member()
    const booking = await araro.booking({ memberId: member.id, machineId: machine.id, period: ahead(3) })
    const retire = () =>
      araro.manager.machines.retire({ commandId: newId(), machineId: machine.id, version: 1 })
    expect(await retire()).toMatchObject({
      refusal: {
        reason: 'still-promised',
        by: [{ kind: 'booking', bookingId: booking.id, memberName: member.name }],
      },
    })
    await araro.clerk.bookings.cancel({
      commandId: newId(),
      bookingId: booking.id,
      version: 1,
      reason: 'rain',
    })
    expect(await retire()).toMatchObject({ ok: true, machine: { status: 'out-of-service' } })
    expect(await araro.clerk.machines.list({})).toEqual([])
    expect(await araro.clerk.machines.list({ withRetired: true })).toHaveLength(1)
    const asked = { commandId: newId(), memberId: member.id, machineId: machine.id, period: ahead(3) }
    expect(reasonOf(await araro.clerk.bookings.request(asked))).toBe('machine-out-of-service')
  })

  test('a capacity below what is promised is refused, with the capacity needed', async () => {
    const mill = await araro.machine({ capacity: 10 })
    const { id: memberId } = await araro.member()
    await araro.booking({ memberId, machineId: mill.id, period: ahead(3), units: 4 })
    await araro.booking({ memberId, machineId: mill.id, period: ahead(3, 2), units: 3 })
    const to = (capacity: number) =>
      araro.manager.machines.change({
        commandId: newId(),
        machineId: mill.id,
        version: 1,
        ...fieldsOf(mill),
        capacity,
      })
    expect(await to(6)).toMatchObject({ refusal: { reason: 'capacity-in-use', capacity: 6, needed: 7 } })
    expect(await to(7)).toMatchObject({ ok: true, machine: { capacity: 7, version: 2 } })
  })

  test('names are unique, ignoring case, and machines booked by days have buffers of whole days', async () => {
    const machine = await araro.machine({ name: 'Kubota' })
    await expect(araro.machine({ name: 'KUBOTA' })).rejects.toThrow(/name-taken/)
    await expect(araro.machine({ bufferBeforeMs: 3_600_000 })).rejects.toThrow(/buffers-not-whole-days/)
    expect((await araro.machine({ bookingMode: 'time', bufferBeforeMs: 3_600_000 })).bufferBeforeMs).toBe(
      3_600_000,
    )
    expect(machine.status).toBe('available')
  })
})

describe('settings', () => {
  const change = async (settings: object, by = araro.manager, version?: number) => {
    const now = await araro.admin.settings.get({})
    return by.settings.change({
      commandId: newId(),
      version: version ?? now.version,
      settings: settings as never,
    })
  }

  test('a manager may change the rules, and only an administrator the name, address and time zone', async () => {
    const { office, rules } = await araro.admin.settings.get({})
    expect(reasonOf(await change({ rules: { ...rules, maxDays: 5 } }))).toBe('yes')
    expect(reasonOf(await change({ office: { ...office, name: 'Other' } }))).toBe('rights-needed')
    expect(reasonOf(await change({ office: { ...office, name: 'Other' } }, araro.admin))).toBe('yes')
    expect(reasonOf(await change({ office: { ...office, timeZone: 'Mars/Olympus' } }, araro.admin))).toBe(
      'unknown-time-zone',
    )
    expect(reasonOf(await change({ rules }, araro.manager, 1))).toBe('changed-meanwhile')
  })

  test('a changed rule applies to the next request', async () => {
    const { rules } = await araro.admin.settings.get({})
    await change({ rules: { ...rules, maxDays: 2 } })
    const { id: machineId } = await araro.machine()
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(1, 3) })).toMatchObject({
      refusal: { reason: 'too-long', maxDays: 2 },
    })
  })

  test('an office can be set up only once', async () => {
    const again = { commandId: newId(), officeName: 'Second', name: 'Eve', password: PASSWORD }
    expect(reasonOf(await araro.window().setup.office(again))).toBe('already-set-up')
    expect(count('users')).toBe(3)
  })
})

describe('users', () => {
  const disable = (userId: string, version = 1) =>
    araro.admin.users.disable({ commandId: newId(), userId, version })

  test('nobody can disable their own account, and the last administrator keeps the role', async () => {
    const { admin } = araro.ids
    expect(reasonOf(await disable(admin))).toBe('own-account')
    const demote = { userId: admin, version: 1, name: 'Admin', role: 'clerk' as const }
    expect(reasonOf(await araro.admin.users.change({ commandId: newId(), ...demote }))).toBe(
      'last-administrator',
    )
    await araro.admin.users.add({ commandId: newId(), name: 'Second', role: 'admin', password: PASSWORD })
    expect(reasonOf(await araro.admin.users.change({ commandId: newId(), ...demote }))).toBe('yes')
    await expect(araro.admin.users.list({})).rejects.toMatchObject({ status: 403 })
  })

  test('names are unique, ignoring case and spacing; a password has at least eight characters', async () => {
    const add = (name: string, password = PASSWORD) =>
      araro.admin.users.add({ commandId: newId(), name, role: 'clerk', password })
    expect(reasonOf(await add('CLERK'))).toBe('name-taken')
    expect(reasonOf(await add('Eva', 'seven 7'))).toBe('weak-password')
    expect(reasonOf(await add('Eva', 'eight 88'))).toBe('yes')
  })
})

describe('the history', () => {
  const drop = (trigger: string) => araro.file.sqlite.exec(`DROP TRIGGER ${trigger}`)
  const verify = () => araro.clerk.history.verify({})

  test('is one unbroken chain over all commands', async () => {
    for (let n = 0; n < 10; n++) await araro.member()
    expect(await verify()).toEqual({ ok: true, rows: count('history') })
  })

  test('reveals a line that was changed after the guard was removed', async () => {
    await araro.member()
    drop('history_never_changes')
    araro.file.sqlite.exec("UPDATE history SET after = json_set(after, '$.name', 'forged') WHERE seq = 3")
    expect(await verify()).toEqual({ ok: false, brokenAt: 3 })
  })

  test('reveals a line that was removed, inserted, or given a recomputed hash', async () => {
    await araro.member()
    drop('history_is_kept')
    araro.file.sqlite.exec('DELETE FROM history WHERE seq = 3')
    expect(await verify()).toEqual({ ok: false, brokenAt: 4 })
  })

  test('reveals a line that a foreign program appended with its own hash', async () => {
    const { sqlite } = araro.file
    sqlite.exec(`INSERT INTO history (seq, at_ms, user_name, action, entity, entity_id, title, previous_hash, hash)
      SELECT seq + 1, at_ms, 'Admin', 'x', entity, entity_id, 'forged', hash, 'made up' FROM history ORDER BY seq DESC LIMIT 1`)
    expect(await verify()).toEqual({ ok: false, brokenAt: count('history') })
  })

  test('shows who did what, with the state before and after', async () => {
    const { id: memberId, version } = await araro.member({ name: 'Ana', phone: '1' })
    const fields = { number: 'N', name: 'Ana', phone: '2', barangay: 'Poblacion', sector: 'rice' }
    await araro.manager.members.change({ commandId: newId(), memberId, version, ...fields })
    const { rows } = await araro.clerk.history.list({ entity: 'member', entityId: memberId })
    expect(rows[0]).toMatchObject({
      userName: 'Manager',
      action: 'members.change',
      title: 'Ana',
      before: { phone: '1' },
      after: { phone: '2' },
    })
    expect(rows).toHaveLength(3)
  })
})

test('marking a notice that does not exist as read is answered with yes', async () => {
  expect(await araro.clerk.notices.read({ noticeIds: [newId(), 'nothing'] })).toEqual({ ok: true })
})

test('a photo sent with the command id of another photo is refused', async () => {
  const machine = await araro.machine()
  const onIt = { commandId: newId(), machineId: machine.id, version: 1 }
  const [one, another] = ['AAAA', 'BBBB'].map(bytes => `data:image/jpeg;base64,/9j/${bytes}`) as [
    string,
    string,
  ]
  expect(reasonOf(await araro.manager.machines.setPhoto({ ...onIt, photo: one }))).toBe('yes')
  expect(reasonOf(await araro.manager.machines.setPhoto({ ...onIt, photo: one }))).toBe('yes')
  expect(reasonOf(await araro.manager.machines.setPhoto({ ...onIt, photo: another }))).toBe('command-reused')
  expect(reasonOf(await araro.manager.machines.setPhoto({ ...onIt, photo: null }))).toBe('command-reused')
})
