import { beforeEach, expect } from 'vitest'
import { fieldsOf } from './plain-machine.ts'
import { ahead, newId, reasonOf, type TemporaryOffice, temporaryOffice } from './temporary-office.ts'

/** An office on a file of its own for each test: it is opened before the test begins. */
export function officeForEachTest(): TemporaryOffice {
  const araro = {} as TemporaryOffice
  beforeEach(async () => {
    Object.assign(araro, await temporaryOffice())
  })
  return araro
}

/** The same, with a machine that is booked by days and a verified member, Ana Reyes. Each test has the same ids. */
export function officeWithMachineAndMember() {
  const araro = officeForEachTest()
  const machineId = newId()
  const memberId = newId()
  beforeEach(async () => {
    await araro.machine({ commandId: machineId })
    await araro.member({ commandId: memberId, name: 'Ana Reyes', phone: '0917 111' })
  })
  /** A request of the member for the machine, three days from today unless `change` says otherwise. */
  const wanted = (change: object = {}) => ({
    commandId: newId(),
    memberId,
    machineId,
    period: ahead(3),
    ...change,
  })
  const ask = (change: object = {}, by = araro.clerk) => by.bookings.request(wanted(change))
  return { araro, machineId, memberId, wanted, ask }
}

/** A command on this version of a booking. */
export function on<Rest extends object>(booking: { id: string; version: number }, rest: Rest) {
  return { commandId: newId(), bookingId: booking.id, version: booking.version, ...rest }
}

type Machine = Awaited<ReturnType<TemporaryOffice['machine']>>
type Buffers = { bufferBeforeMs: number; bufferAfterMs: number }

/** From now on, bookings of the machine need this time around them. */
export async function changeBuffers(araro: TemporaryOffice, machine: Machine, buffers: Buffers) {
  const { id: machineId, version } = machine
  const changed = await araro.manager.machines.change({
    ...{ commandId: newId(), machineId, version },
    ...{ ...fieldsOf(machine), ...buffers },
  })
  expect(reasonOf(changed)).toBe('yes')
}
