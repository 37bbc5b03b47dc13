import { describe, expect, test } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { fieldsOf } from '#tests/support/plain-machine'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()

describe('machines', () => {
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

  test('what keeps a machine in service is told before anybody retires it, as the refusal would tell it', async () => {
    const { id: machineId } = await araro.machine()
    const { id: memberId } = await araro.member()
    const promised = () => araro.manager.machines.promised({ machineId })
    expect(await promised()).toEqual({ promised: [], count: 0 })
    for (let day = 1; day <= 22; day++) await araro.booking({ memberId, machineId, period: ahead(3 * day) })
    const told = await promised()
    expect(told).toMatchObject({ count: 22, promised: { length: 20 } })
    const refused = await araro.manager.machines.retire({ commandId: newId(), machineId, version: 1 })
    expect(refused).toMatchObject({ refusal: { reason: 'still-promised', by: told.promised } })
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
