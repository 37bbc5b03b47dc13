import { beforeEach, describe, expect, test } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { rawConnection } from '#tests/support/temporary-file'
import { ahead, newId } from '#tests/support/temporary-office'

const araro = officeForEachTest()
type Recent = { kind: 'machine' | 'member' | 'booking'; id: string }[]
const find = (text: string, recent: Recent = []) => araro.clerk.find.anything({ text, recent })
const made = { tractor: '', hand: '', mill: '', ana: '', jose: '' }

beforeEach(async () => {
  made.tractor = (await araro.machine({ name: 'Tractor 1', type: 'Four-wheel tractor' })).id
  made.hand = (await araro.machine({ name: 'Kuliglig ni Mang Ben', type: 'Hand tractor' })).id
  made.mill = (await araro.machine({ name: 'Kabesera', type: 'Rice mill', registrationNumber: 'XYZ 123' })).id
  made.ana = (await araro.member({ name: 'Ana Reyes', number: 'S-034' })).id
  made.jose = (await araro.member({ name: 'José Peña', number: 'S-035' })).id
})

describe('machines', () => {
  const names = async (text: string, recent?: Recent) =>
    (await find(text, recent)).machines.map(machine => machine.name)

  test('are found by name, type, plate and by what people call them; names come before types', async () => {
    expect(await names('tractor')).toEqual(['Tractor 1', 'Kuliglig ni Mang Ben'])
    expect(await names('xyz')).toEqual(['Kabesera'])
    expect(await names('kiskisan')).toEqual(['Kabesera'])
    expect(await names('tracter')).toEqual(['Tractor 1', 'Kuliglig ni Mang Ben'])
  })

  test('that were open last come first, and those out of service last', async () => {
    expect(await names('tractor', [{ kind: 'machine', id: made.hand }])).toEqual([
      'Kuliglig ni Mang Ben',
      'Tractor 1',
    ])
    const { version } = (await araro.clerk.machines.list({})).find(one => one.id === made.tractor)!
    await araro.manager.machines.retire({ commandId: newId(), machineId: made.tractor, version })
    expect((await find('tractor')).machines.map(({ name, retired }) => [name, retired])).toEqual([
      ['Kuliglig ni Mang Ben', false],
      ['Tractor 1', true],
    ])
  })
})

describe('members', () => {
  const names = async (text: string, recent?: Recent) =>
    (await find(text, recent)).members.map(member => member.name)

  test('are found by any part, without diacritics and with one typo; those that were open last come first', async () => {
    expect(await names('pena')).toEqual(['José Peña'])
    expect(await names('reyse')).toEqual(['Ana Reyes'])
    expect(await names('s-0')).toEqual(['Ana Reyes', 'José Peña'])
    expect(await names('s-0', [{ kind: 'member', id: made.jose }])).toEqual(['José Peña', 'Ana Reyes'])
  })

  test('that were added or changed are found at once, also those that another program wrote', async () => {
    expect(await names('lito')).toEqual([])
    const { id: memberId, version } = await araro.member({ name: 'Lito Cruz' })
    expect(await names('lito')).toEqual(['Lito Cruz'])
    const lito = { number: 'S-9', name: 'Carlito Cruz', phone: '', barangay: '', sector: '' }
    await araro.clerk.members.change({ commandId: newId(), memberId, version, ...lito })
    expect(await names('carlito')).toEqual(['Carlito Cruz'])
    const other = rawConnection(araro.path)
    other.prepare("UPDATE members SET search_key = 'benigno' WHERE id = ?").run(memberId)
    expect(await names('benigno')).toEqual(['Carlito Cruz'])
    expect(await names('carlito')).toEqual([])
  })
})

describe('bookings', () => {
  const found = async (text: string, recent?: Recent) =>
    (await find(text, recent)).bookings.map(({ memberName, machineName }) => `${memberName}, ${machineName}`)

  test('are found by words of the member and of the machine together, the next to come first', async () => {
    await araro.booking({ memberId: made.ana, machineId: made.mill, period: ahead(5) })
    await araro.booking({ memberId: made.ana, machineId: made.tractor, period: ahead(3) })
    await araro.booking({ memberId: made.jose, machineId: made.tractor, period: ahead(4) })
    expect(await found('ana')).toEqual(['Ana Reyes, Tractor 1', 'Ana Reyes, Kabesera'])
    expect(await found('ana kabes')).toEqual(['Ana Reyes, Kabesera'])
    expect(await found('mill reyse')).toEqual(['Ana Reyes, Kabesera'])
    expect(await found('tractor')).toEqual(['Ana Reyes, Tractor 1', 'José Peña, Tractor 1'])
    expect(await found('pena mill')).toEqual([])
  })

  test('of a member found after a typo come after those of members with this name', async () => {
    const amado = await araro.member({ name: 'Amado Cruz' })
    const abad = await araro.member({ name: 'Ben Abad' })
    await araro.booking({ memberId: amado.id, machineId: made.mill, period: ahead(3) })
    await araro.booking({ memberId: abad.id, machineId: made.mill, period: ahead(5) })
    expect(await found('abad')).toEqual(['Ben Abad, Kabesera', 'Amado Cruz, Kabesera'])
  })

  test('are found by their number, and those that were open last come first', async () => {
    const first = await araro.booking({ memberId: made.ana, machineId: made.tractor, period: ahead(3) })
    const later = await araro.booking({ memberId: made.ana, machineId: made.tractor, period: ahead(9) })
    for (const text of [`${later.number}`, `#${later.number}`, `No. ${later.number}`]) {
      expect((await find(text)).bookings[0]?.id, text).toBe(later.id)
    }
    const recent: Recent = [{ kind: 'booking', id: later.id }]
    expect((await find('ana', recent)).bookings.map(one => one.id)).toEqual([later.id, first.id])
  })

  test('that are over come after those that are not, the latest first', async () => {
    for (const day of [3, 5, 7, 9]) {
      const booking = await araro.booking({ memberId: made.ana, machineId: made.tractor, period: ahead(day) })
      const { id: bookingId, version } = booking
      if (day < 7) await araro.clerk.bookings.cancel({ commandId: newId(), bookingId, version, reason: 'x' })
    }
    araro.clock.pass(20 * 86_400_000)
    const { bookings } = await find('ana')
    expect(bookings.map(one => one.status)).toEqual(['pending', 'pending', 'cancelled', 'cancelled'])
    const froms = bookings.map(one => (one.period.kind === 'days' ? one.period.from : ''))
    expect(froms).toEqual([7, 9, 5, 3].map(day => ahead(day).from))
  })
})

test('without a text, what the window had open last is answered in its order, without what is not there', async () => {
  const recent: Recent = [
    { kind: 'member', id: made.jose },
    { kind: 'member', id: newId() },
    { kind: 'member', id: made.ana },
    { kind: 'machine', id: made.mill },
  ]
  const { machines, members, bookings } = await find('', recent)
  expect([...machines, ...members].map(one => one.name)).toEqual(['Kabesera', 'José Peña', 'Ana Reyes'])
  expect(bookings).toEqual([])
})
